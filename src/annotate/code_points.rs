//! From bytes to Unicode code points, the unit that users count in.

/// Turns ascending byte offsets into code points; each part of the text is counted once.
#[derive(Debug)]
pub(crate) struct CodePoints<'t> {
    text: &'t str,
    byte: usize,
    count: usize,
}

impl<'t> CodePoints<'t> {
    /// Starts at the beginning of a text.
    pub(crate) const fn new(text: &'t str) -> Self {
        Self { text, byte: 0, count: 0 }
    }

    /// The number of code points before a byte.
    pub(crate) fn at(&mut self, byte: u32) -> usize {
        let byte = (byte as usize).min(self.text.len());
        if byte < self.byte {
            (self.byte, self.count) = (0, 0);
        }
        let passed = self.text.as_bytes().get(self.byte..byte).unwrap_or_default();
        self.count += passed.iter().filter(|&&b| b & 0xC0 != 0x80).count();
        self.byte = byte;
        self.count
    }
}
