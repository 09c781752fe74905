//! JSON Lines: one record with a text on each line.

use crate::read::draft::Drafts;
use crate::read::draft::Refusal;
use crate::read::encoding;
use crate::read::json;
use crate::read::options::ReadOptions;
use crate::read::reader::Reader;
use crate::read::reader::visible;

/// One JSON object on each line.
#[derive(Debug)]
pub(crate) struct JsonLines;

impl Reader for JsonLines {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn about(&self) -> &'static str {
        "JSON Lines, one record with a text on each line"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["jsonl", "ndjson"]
    }

    /// Whether the first line closes what it opens, or is too long to be seen to its end.
    fn sniff(&self, head: &[u8]) -> bool {
        let head = visible(head);
        let line = head.split(|b| *b == b'\n').next().unwrap_or(head).trim_ascii_end();
        let opens =
            line.starts_with(b"{") && line.get(1..).unwrap_or_default().trim_ascii_start().starts_with(b"\"");
        opens && line.contains(&b':') && (line.ends_with(b"}") || line.len() == head.len())
    }

    fn read(&self, bytes: Vec<u8>, options: &ReadOptions) -> Drafts {
        let text = match encoding::decode(bytes) {
            Ok(text) => text,
            Err(reason) => return vec![Err(Refusal::new(reason))],
        };
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        lines
            .map(|(i, line)| match serde_json::from_str(line) {
                Ok(record) => json::draft(&record, i + 1, &options.fields),
                Err(error) => Err(Refusal::of_part(
                    (i + 1).to_string(),
                    format!("the line is no JSON (column {})", error.column()),
                )),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_text_and_a_broken_one_harms_no_other() {
        let text = "{\"text\": \"The envoys met.\", \"title\": \"Talks\", \"url\": \"http://example.org\"}\n\n{\"text\": \n\
                    {\"text\": \"They agreed.\", \"id\": \"b\", \"date\": \"2021-10-08\"}\n";
        let drafts = JsonLines.read(text.as_bytes().to_vec(), &ReadOptions::default());
        let parts: Vec<&str> = drafts
            .iter()
            .map(|draft| match draft {
                Ok(draft) => draft.part.as_deref().unwrap(),
                Err(refusal) => refusal.part.as_deref().unwrap(),
            })
            .collect();
        assert_eq!(parts, ["1", "3", "b"]);
        let first = drafts[0].as_ref().unwrap();
        assert_eq!(first.origin.title.as_deref(), Some("Talks"));
        assert_eq!(first.origin.source.as_deref(), Some("http://example.org"));
        assert!(drafts[1].as_ref().unwrap_err().reason.contains("no JSON"));
        assert_eq!(drafts[2].as_ref().unwrap().text, "They agreed.");
    }

    #[test]
    fn the_names_of_fields_can_be_given() {
        let mut options = ReadOptions::default();
        options.fields.text = vec!["article.words".to_owned()];
        let drafts = JsonLines.read(b"{\"article\": {\"words\": \"They met.\"}}".to_vec(), &options);
        assert_eq!(drafts[0].as_ref().unwrap().text, "They met.");
    }
}
