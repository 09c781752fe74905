//! Cells that no spreadsheet takes for a formula.

use std::borrow::Cow;
use std::io;
use std::io::Write;

use crate::export::column::Value;
use crate::export::text::clean;

/// Writes rows.
pub(super) struct Rows<W: Write>(csv::Writer<W>);

impl<W: Write> Rows<W> {
    pub(super) fn new<'n>(out: W, header: impl IntoIterator<Item = &'n str>) -> io::Result<Self> {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(header)?;
        Ok(Self(writer))
    }

    pub(super) fn row(&mut self, values: &[Value<'_>]) -> io::Result<()> {
        for value in values {
            match value {
                Value::Text(text) => self.0.write_field(guarded(&clean(text.as_ref().into())).as_bytes())?,
                other => self.0.write_field(other.to_string())?,
            }
        }
        self.0.write_record(None::<&[u8]>)?;
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Words of a text may begin like a formula, which a spreadsheet would compute: an apostrophe keeps them words.
fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_like_a_formula_are_kept_words() {
        assert_eq!(guarded("=SUM(1)"), "'=SUM(1)");
        assert_eq!(guarded("@office"), "'@office");
        assert_eq!(guarded("a=b"), "a=b");
        assert_eq!(guarded(""), "");
    }

    #[test]
    fn quotes_commas_and_line_breaks_stay_in_their_cell() {
        let mut out = Vec::new();
        let mut rows = Rows::new(&mut out, ["a", "b", "c"]).unwrap();
        rows.row(&["x, \"y\"\nz\u{b}".into(), Value::Double(1.0), Value::Boolean(true)]).unwrap();
        rows.finish().unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "a,b,c\n\"x, \"\"y\"\"\nz\",1.0,true\n");
    }
}
