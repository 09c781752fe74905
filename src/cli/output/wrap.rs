//! Words on lines that fit.

/// Lines of at most so many characters, broken between words; a longer word has a line of its own.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if used + 1 + length <= width => {
                line.push(' ');
                line.push_str(word);
                used += 1 + length;
            }
            _ => {
                lines.push(word.to_owned());
                used = length;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrap("the envoy  met\nMs Oduya", 9), ["the envoy", "met Ms", "Oduya"]);
        assert_eq!(wrap("a extraordinarily", 5), ["a", "extraordinarily"]);
        assert!(wrap(" ", 5).is_empty());
    }
}
