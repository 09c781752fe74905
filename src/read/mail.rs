//! E-mail: single messages and mailboxes.

use std::collections::BTreeSet;

use mail_parser::Message;
use mail_parser::MessageParser;
use mail_parser::PartType;
use mail_parser::mailbox::mbox::MessageIterator;

use crate::model::OffsetBase;
use crate::model::PartialDate;
use crate::read::draft::Draft;
use crate::read::draft::Drafts;
use crate::read::draft::Origin;
use crate::read::draft::Refusal;
use crate::read::guard::quietly;
use crate::read::html;
use crate::read::layout;
use crate::read::options::ReadOptions;
use crate::read::reader::Reader;
use crate::read::reader::visible;

/// A message with its headers.
#[derive(Debug)]
pub(crate) struct Mail;

/// Many messages in one file.
#[derive(Debug)]
pub(crate) struct Mailbox;

/// Headers that a message has; text that begins with a word and a colon has none of them.
const HEADERS: &[&[u8]] =
    &[b"from:", b"subject:", b"received:", b"mime-version:", b"message-id:", b"date:", b"to:"];

/// How many well-known headers of a message stand at the head.
fn headers(head: &[u8]) -> usize {
    let mut known = 0;
    for line in head.split(|b| *b == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let name = line.iter().position(|b| !b.is_ascii_alphanumeric() && *b != b'-').unwrap_or(line.len());
        let goes_on = line.starts_with(b" ") || line.starts_with(b"\t");
        if line.is_empty() || (!goes_on && (name == 0 || line.get(name) != Some(&b':'))) {
            break;
        }
        known +=
            usize::from(HEADERS.contains(&line[..=name.min(line.len() - 1)].to_ascii_lowercase().as_slice()));
    }
    known
}

impl Reader for Mail {
    fn name(&self) -> &'static str {
        "eml"
    }

    fn about(&self) -> &'static str {
        "an e-mail message"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["eml"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        headers(visible(head)) >= 2
    }

    fn read(&self, bytes: Vec<u8>, _options: &ReadOptions) -> Drafts {
        vec![message(&bytes).map_err(Refusal::new)]
    }
}

impl Reader for Mailbox {
    fn name(&self) -> &'static str {
        "mbox"
    }

    fn about(&self) -> &'static str {
        "a mailbox of e-mail messages"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["mbox"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        let end = head.iter().position(|b| *b == b'\n').unwrap_or(head.len());
        head.starts_with(b"From ") && headers(head.get(end + 1..).unwrap_or_default()) >= 1
    }

    fn read(&self, bytes: Vec<u8>, _options: &ReadOptions) -> Drafts {
        let messages = MessageIterator::new(bytes.as_slice()).enumerate();
        let drafts: Drafts = messages
            .map(|(i, found)| {
                let part = (i + 1).to_string();
                let draft = found
                    .map_err(|_| "it is no mailbox".to_owned())
                    .and_then(|found| message(found.contents()));
                match draft {
                    Ok(draft) => Ok(Draft { part: Some(part), ..draft }),
                    Err(reason) => Err(Refusal::of_part(part, reason)),
                }
            })
            .collect();
        if drafts.is_empty() { vec![Err(Refusal::new("the mailbox holds no message"))] } else { drafts }
    }
}

fn message(bytes: &[u8]) -> Result<Draft, String> {
    quietly(|| MessageParser::default().parse(bytes).map(|message| draft(&message)))
        .flatten()
        .ok_or_else(|| "it is no e-mail message (it has no headers)".to_owned())
}

fn draft(message: &Message<'_>) -> Draft {
    let origin = origin(message);
    let mut text = String::new();
    for part in message.text_bodies() {
        match &part.body {
            PartType::Text(words) => {
                text.push_str(words.trim_end());
                text.push_str("\n\n");
            }
            PartType::Html(page) => {
                let prose = html::prose(&dom_query::Document::from(page.as_ref()));
                if text.is_empty() {
                    return prose.into_draft(origin);
                }
            }
            PartType::Binary(_)
            | PartType::InlineBinary(_)
            | PartType::Message(_)
            | PartType::Multipart(_) => {}
        }
    }
    text.truncate(text.trim_end().len());
    let quoted = quoted(&text);
    let blocks = layout::blocks_without(&text, 0..text.len(), |start| quoted.contains(&start));
    Draft { part: None, offset_base: OffsetBase::Extracted, text, blocks, origin }
}

fn origin(message: &Message<'_>) -> Origin {
    let from = message.from().and_then(|from| from.first());
    let date =
        message.date().and_then(|date| PartialDate::day(date.year.try_into().ok()?, date.month, date.day));
    Origin {
        title: message
            .subject()
            .map(|subject| subject.trim().to_owned())
            .filter(|subject| !subject.is_empty()),
        source: from.and_then(|from| from.name().or_else(|| from.address())).map(str::to_owned),
        date,
        language: None,
    }
}

/// Where the lines begin that are quoted, introduce a quotation, or are the signature.
fn quoted(text: &str) -> BTreeSet<usize> {
    let mut quoted = BTreeSet::new();
    let mut at = 0;
    let mut open: Vec<usize> = Vec::new();
    let mut introduces = false;
    let mut signature = false;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        signature = signature || line.trim_end() == "--";
        if signature || line.starts_with('>') {
            quoted.insert(at);
            // `On Monday X wrote:` before the quotation belongs to it.
            if introduces && !signature {
                quoted.extend(open.drain(..));
            }
            open.clear();
            introduces = false;
        } else if !words.is_empty() {
            // The line that introduces may be broken once.
            if introduces || open.len() > 1 {
                open.clear();
            }
            open.push(at);
            introduces = words.ends_with(':');
        } else if !introduces {
            open.clear();
        }
        at += line.len();
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Draft {
        Mail.read(text.as_bytes().to_vec(), &ReadOptions::default()).remove(0).unwrap()
    }

    fn prose(draft: &Draft) -> Vec<&str> {
        draft.blocks.iter().map(|block| block.cover().of(&draft.text)).collect()
    }

    const PLAIN: &str = "From: Ana Oduya <press@example.org>\r\nTo: desk@example.org\r\n\
        Subject: =?utf-8?q?Talks_in_Malm=C3=B6?=\r\nDate: Fri, 8 Oct 2021 23:30:00 +0200\r\n\
        Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        The envoys met in Malm=C3=B6.\r\n\r\nOn Thursday, desk@example.org\r\nwrote:\r\n\r\n> Did they meet?\r\n> Where?\r\n\r\n\
        They will meet again.\r\n\r\n-- \r\nPress office\r\n";

    #[test]
    fn headers_tell_the_origin() {
        let origin = read(PLAIN).origin;
        assert_eq!(origin.title.as_deref(), Some("Talks in Malmö"));
        assert_eq!(origin.source.as_deref(), Some("Ana Oduya"));
        assert_eq!(origin.date.unwrap().to_string(), "2021-10-08");
    }

    #[test]
    fn quotations_and_signatures_are_masked() {
        let draft = read(PLAIN);
        assert_eq!(prose(&draft), ["The envoys met in Malmö.", "They will meet again."]);
        assert!(draft.text.contains("> Did they meet?"));
    }

    #[test]
    fn a_message_in_html_alone_is_read() {
        let draft = read(
            "From: a@example.org\nSubject: Talks\nMIME-Version: 1.0\nContent-Type: text/html\n\n\
             <html><body><p>The envoys met.</p><p>They left.</p></body></html>\n",
        );
        assert_eq!(prose(&draft), ["The envoys met.", "They left."]);
    }

    #[test]
    fn of_two_forms_of_one_message_the_plain_one_is_read() {
        let draft = read(
            "From: a@example.org\nSubject: Talks\nMIME-Version: 1.0\n\
             Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nThe envoys met.\n\
             --x\nContent-Type: text/html\n\n<p>The <b>envoys</b> met.</p>\n--x--\n",
        );
        assert_eq!(prose(&draft), ["The envoys met."]);
    }

    #[test]
    fn a_mailbox_holds_many_messages() {
        let mailbox = "From a@example.org Fri Oct  8 10:00:00 2021\nSubject: One\nFrom: a@example.org\n\nThe envoys met.\n\n\
                       From a@example.org Sat Oct  9 10:00:00 2021\nSubject: Two\nFrom: a@example.org\n\nThey left.\n";
        let drafts = Mailbox.read(mailbox.as_bytes().to_vec(), &ReadOptions::default());
        let found: Vec<_> = drafts.iter().map(|draft| draft.as_ref().unwrap()).collect();
        assert_eq!(
            found.iter().map(|d| d.origin.title.as_deref().unwrap()).collect::<Vec<_>>(),
            ["One", "Two"]
        );
        assert_eq!(found[1].part.as_deref(), Some("2"));
        assert_eq!(prose(found[1]), ["They left."]);
    }
}
