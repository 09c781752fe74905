//! JSON: one record with a text, or a list of such.

use serde_json::Value;

use crate::read::draft::Draft;
use crate::read::draft::Drafts;
use crate::read::draft::Origin;
use crate::read::draft::Refusal;
use crate::read::encoding;
use crate::read::extract::of_lines;
use crate::read::options::JsonFields;
use crate::read::options::ReadOptions;
use crate::read::reader::Reader;
use crate::read::reader::visible;

/// One file of JSON.
#[derive(Debug)]
pub(crate) struct Json;

impl Reader for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "a JSON record or list of records"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    /// Many a folder holds JSON that is no text.
    fn in_folders(&self) -> bool {
        false
    }

    fn sniff(&self, head: &[u8]) -> bool {
        let head = visible(head);
        let rest = head.get(1..).unwrap_or_default().trim_ascii_start();
        (head.starts_with(b"[") && rest.starts_with(b"{"))
            || (head.starts_with(b"{") && rest.starts_with(b"\""))
    }

    fn read(&self, bytes: Vec<u8>, options: &ReadOptions) -> Drafts {
        let value: Result<Value, String> = encoding::decode(bytes)
            .and_then(|text| serde_json::from_str(&text).map_err(|error| format!("it is no JSON: {error}")));
        match value {
            Ok(Value::Array(records)) if records.is_empty() => vec![Err(Refusal::new("the list is empty"))],
            Ok(Value::Array(records)) => {
                let numbered = records.iter().enumerate();
                numbered.map(|(i, record)| draft(record, i + 1, &options.fields)).collect()
            }
            Ok(record) => {
                let whole = draft(&record, 1, &options.fields).map(|draft| Draft { part: None, ..draft });
                vec![whole.map_err(|refusal| Refusal::new(refusal.reason))]
            }
            Err(reason) => vec![Err(Refusal::new(reason))],
        }
    }
}

/// The text of one record, called by its id or by `number`.
pub(crate) fn draft(record: &Value, number: usize, fields: &JsonFields) -> Result<Draft, Refusal> {
    let part = field(record, &fields.id).and_then(words).unwrap_or_else(|| number.to_string());
    if !record.is_object() {
        return Err(Refusal::of_part(part, "the record is no JSON object"));
    }
    if record.get("format").and_then(Value::as_str) == Some(env!("CARGO_PKG_NAME")) {
        return Err(Refusal::of_part(part, "it is a graph, not a text"));
    }
    let Some(text) = field(record, &fields.text).and_then(words) else {
        let keys = fields.text.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        return Err(Refusal::of_part(part, format!("the record has no text (in a field {keys})")));
    };
    let origin = Origin {
        title: field(record, &fields.title).and_then(words),
        source: field(record, &fields.source).and_then(words),
        date: field(record, &fields.date).and_then(date),
        language: None,
    };
    Ok(Draft { part: Some(part), ..of_lines(text, origin) })
}

/// The first of the named fields that is there; `a.b` looks inside `a`.
fn field<'r>(record: &'r Value, names: &[String]) -> Option<&'r Value> {
    names.iter().find_map(|name| {
        let inside = || name.split('.').try_fold(record, |value, key| value.get(key));
        record.get(name).or_else(inside).filter(|value| !value.is_null())
    })
}

/// Words as text; of a list, its members as paragraphs.
fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(members) => members.iter().filter_map(words).collect::<Vec<_>>().join("\n\n"),
        Value::Null | Value::Bool(_) | Value::Object(_) => return None,
    };
    Some(text).filter(|text| !text.trim().is_empty())
}

/// A date as text, as a year, or as seconds or milliseconds since 1970.
fn date(value: &Value) -> Option<crate::model::PartialDate> {
    let number = match value {
        Value::Number(number) => number.as_i64()?,
        other => return crate::read::publication_date(&words(other)?),
    };
    match number {
        1000..=9999 => Some(crate::model::PartialDate::year(number as i16)),
        10_000_000..=99_999_999 => crate::read::publication_date(&number.to_string()),
        _ => {
            let seconds = if number.abs() >= 100_000_000_000 { number / 1000 } else { number };
            let moment = jiff::Timestamp::from_second(seconds).ok()?;
            Some(crate::model::PartialDate::of(jiff::tz::Offset::UTC.to_datetime(moment).date()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Drafts {
        Json.read(text.as_bytes().to_vec(), &ReadOptions::default())
    }

    #[test]
    fn lists_and_single_records_are_read() {
        let drafts =
            read(r#"[{"text": "The envoys met."}, {"id": 7, "text": ["They agreed.", "They left."]}, 3]"#);
        assert_eq!(drafts[0].as_ref().unwrap().part.as_deref(), Some("1"));
        let second = drafts[1].as_ref().unwrap();
        assert_eq!((second.part.as_deref(), second.text.as_str()), (Some("7"), "They agreed.\n\nThey left."));
        assert_eq!(drafts[2].as_ref().unwrap_err().part.as_deref(), Some("3"));
        assert_eq!(read(r#"{"body": "They met."}"#)[0].as_ref().unwrap().part, None);
    }

    #[test]
    fn dates_may_be_text_or_numbers() {
        for date in ["\"8 October 2021\"", "20211008", "1633687200", "1633687200000"] {
            let drafts = read(&format!(r#"{{"text": "They met.", "date": {date}}}"#));
            assert_eq!(drafts[0].as_ref().unwrap().origin.date.unwrap().to_string(), "2021-10-08", "{date}");
        }
    }

    #[test]
    fn what_holds_no_text_is_refused_with_the_reason() {
        for (text, reason) in [
            ("{\"title\": \"x\"}", "no text (in a field `text`, `body`, `content`)"),
            ("{\"text\": \"  \"}", "no text"),
            ("[]", "the list is empty"),
            ("[1", "no JSON"),
            ("{\"format\": \"diplograph\", \"text\": \"x\"}", "a graph, not a text"),
        ] {
            let refusal = read(text).remove(0).unwrap_err();
            assert!(refusal.reason.contains(reason), "{text}: {}", refusal.reason);
        }
    }
}
