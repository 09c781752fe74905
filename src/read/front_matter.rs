//! The YAML block at the head of a text: a small subset, read so that a text which has none loses nothing.

use crate::read::draft::Origin;

/// A longer block is no front matter but a text between two rules.
const MOST_LINES: usize = 400;

/// What the front matter tells, and the byte where the text proper begins.
pub(crate) fn split(text: &str) -> Option<(Origin, usize)> {
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (line.trim_end(), at)
    });
    if lines.next()?.0 != "---" {
        return None;
    }
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for (line, end) in lines.take(MOST_LINES) {
        match line {
            "---" | "..." => return is_front_matter(&fields).then(|| (origin(&fields), end)),
            _ if line.is_empty() || line.starts_with('#') => {}
            // Lines of a list or of a value that goes on: nothing that is used here has either.
            _ if line.starts_with([' ', '\t']) || line.starts_with("- ") => {
                fields.last()?;
            }
            _ => {
                let (key, value) = line.split_once(':')?;
                let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                    && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' '));
                if !is_key || !(value.is_empty() || value.starts_with([' ', '\t'])) {
                    return None;
                }
                fields.push((key.trim_end(), value.trim()));
            }
        }
    }
    None
}

const TITLE: &[&str] = &["title", "headline"];
const DATE: &[&str] = &["date", "published", "pubdate", "date_published", "publication_date", "datetime"];
const SOURCE: &[&str] = &["source", "publisher", "site"];
const ADDRESS: &[&str] = &["url", "link", "source_url"];
const LANGUAGE: &[&str] = &["language", "lang"];

/// A dialogue between two rules has colons too, but no key that is known nor keys in small letters alone.
fn is_front_matter(fields: &[(&str, &str)]) -> bool {
    let known = [TITLE, DATE, SOURCE, ADDRESS, LANGUAGE].concat();
    let is_known = |key: &str| known.iter().any(|name| key.eq_ignore_ascii_case(name));
    let is_plain = |key: &str| !key.contains(|c: char| c.is_uppercase() || c == ' ');
    !fields.is_empty()
        && (fields.iter().any(|(key, _)| is_known(key)) || fields.iter().all(|(key, _)| is_plain(key)))
}

fn origin(fields: &[(&str, &str)]) -> Origin {
    let field = |names: &[&str]| {
        names.iter().find_map(|name| {
            let (_, value) = fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
            scalar(value)
        })
    };
    Origin {
        title: field(TITLE),
        source: field(SOURCE).or_else(|| field(ADDRESS)),
        date: field(DATE).and_then(|text| crate::read::publication_date(&text)),
        language: field(LANGUAGE),
    }
}

/// The text of a value; none for `null`, for nothing, and for values over several lines.
fn scalar(value: &str) -> Option<String> {
    if let Some(rest) = value.strip_prefix('"') {
        return double_quoted(rest);
    }
    if let Some(rest) = value.strip_prefix('\'') {
        return single_quoted(rest);
    }
    if let Some(list) = value.strip_prefix('[') {
        return inline_list(list.split_once(']')?.0);
    }
    let value = value.split(" #").next().unwrap_or(value).trim_end();
    let is_null = matches!(value, "" | "~" | "null" | "Null" | "NULL");
    let is_other = value.starts_with(['|', '>', '{', '&', '!', '#']);
    (!is_null && !is_other).then(|| value.to_owned())
}

fn double_quoted(rest: &str) -> Option<String> {
    let mut text = String::new();
    let mut chars = rest.chars();
    loop {
        match chars.next()? {
            '"' => return Some(text).filter(|text| !text.is_empty()),
            '\\' => match chars.next()? {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                'u' => {
                    let code: String = chars.by_ref().take(4).collect();
                    text.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
                }
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
}

fn single_quoted(rest: &str) -> Option<String> {
    let mut text = String::new();
    let mut chars = rest.chars().peekable();
    loop {
        match chars.next()? {
            '\'' if chars.peek() == Some(&'\'') => text.extend(chars.next()),
            '\'' => return Some(text).filter(|text| !text.is_empty()),
            other => text.push(other),
        }
    }
}

fn inline_list(list: &str) -> Option<String> {
    let items: Vec<String> = list.split(',').filter_map(|item| scalar(item.trim())).collect();
    (!items.is_empty()).then(|| items.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_keys_are_read_and_the_rest_ignored() {
        let text = "---\ntitle: \"The \\\"Lakeside\\\" accord\"\ndate: 2021-10-08 # a Friday\nkind: news\n\
                    tags:\n  - water\n- borders\nnote: |\n  two\n  lines\nsource: ['Ministry', Press Office]\n\
                    language: en\n---\n\nThe envoys met.\n";
        let (origin, body) = split(text).unwrap();
        assert_eq!(origin.title.unwrap(), "The \"Lakeside\" accord");
        assert_eq!(origin.date.unwrap().to_string(), "2021-10-08");
        assert_eq!(origin.source.unwrap(), "Ministry, Press Office");
        assert_eq!(origin.language.unwrap(), "en");
        assert_eq!(&text[body..], "\nThe envoys met.\n");
    }

    #[test]
    fn null_is_nothing() {
        let (origin, _) = split("---\ntitle: null\ndate: ~\nsource:\n---\nText").unwrap();
        assert_eq!(origin, Origin::default());
    }

    #[test]
    fn the_address_stands_in_for_the_source() {
        let (origin, _) = split("---\r\nurl: http://example.org/a?b=c\r\n---\r\nText").unwrap();
        assert_eq!(origin.source.unwrap(), "http://example.org/a?b=c");
    }

    #[test]
    fn a_text_between_rules_is_no_front_matter() {
        for text in [
            "---\nThe envoys met.\n---\nThey agreed.",
            "---\nOduya: We will sign.\nBrandt: So will we.\n---\nThey left.",
            "---\ntitle: open\nand no end",
            "---\n\n---\n",
            "--- a dash\ntitle: x\n---\n",
            "title: x\n---\n",
        ] {
            assert!(split(text).is_none(), "{text}");
        }
    }
}
