//! Elements, attributes and text, escaped so that each reader gets back what was written.

use std::borrow::Cow;
use std::io;
use std::io::Write;

use quick_xml::Writer;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::name::QName;

/// Writes XML, one element on a line.
pub(super) struct Xml<W: Write>(Writer<W>);

/// Names and values.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl<W: Write> Xml<W> {
    /// Begins a document.
    pub(super) fn new(out: W) -> io::Result<Self> {
        let mut writer = Writer::new_with_indent(out, b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self(writer))
    }

    pub(super) fn start(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Start(element(name, attributes)))
    }

    pub(super) fn end(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Empty(element(name, attributes)))
    }

    pub(super) fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) -> io::Result<()> {
        self.start(name, attributes)?;
        self.0.write_event(Event::Text(BytesText::from_escaped(escape(text, false))))?;
        self.end(name)
    }

    /// Ends the document.
    pub(super) fn finish(self) -> io::Result<()> {
        let mut out = self.0.into_inner();
        out.write_all(b"\n")?;
        out.flush()
    }
}

fn element<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for (key, value) in attributes {
        element.push_attribute(Attribute { key: QName(key), value: escape(value, true) });
    }
    element
}

/// Line breaks and tabs inside attributes, and carriage returns anywhere, would be turned into blanks and line feeds
/// by the parser: they are written as references.
fn escape(text: &str, in_attribute: bool) -> Cow<'_, str> {
    let reference = |c: char| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '\r' => Some("&#13;"),
        '"' if in_attribute => Some("&quot;"),
        '\n' if in_attribute => Some("&#10;"),
        '\t' if in_attribute => Some("&#9;"),
        _ => None,
    };
    if !text.contains(|c| reference(c).is_some()) {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match reference(c) {
            Some(reference) => escaped.push_str(reference),
            None => escaped.push(c),
        }
    }
    escaped.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_survives_the_normalisation_of_attributes() {
        assert_eq!(escape("a\n\"b\"\t<&>\r", true), "a&#10;&quot;b&quot;&#9;&lt;&amp;&gt;&#13;");
        assert_eq!(escape("a\n\"b\"\t<&>\r", false), "a\n\"b\"\t&lt;&amp;&gt;&#13;");
    }
}
