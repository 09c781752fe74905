//! Names brought to a form in which spellings of one name are equal.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, marks and possessive endings; words parted by single spaces.
///
/// ```
/// use diplograph::model::normal_name;
/// assert_eq!(normal_name("José  Á. Núñez"), "jose a nunez");
/// assert_eq!(normal_name("U.S."), "us");
/// assert_eq!(normal_name("A[da] M[ercer]"), "ada mercer");
/// ```
#[must_use]
pub fn normal_name(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.nfkd().filter(|&c| !is_combining_mark(c)) {
        if c.is_alphanumeric() {
            if gap && !normal.is_empty() {
                normal.push(' ');
            }
            gap = false;
            normal.extend(c.to_lowercase());
        } else if !matches!(c, '.' | '\'' | '\u{2019}' | '\u{ad}' | '[' | ']') {
            gap = true;
        }
    }
    normal
}

/// A name as part of an id: a valid NMTOKEN of lower-case letters, digits and hyphens, at most 60 of them.
///
/// ```
/// use diplograph::model::slug;
/// assert_eq!(slug("The Côte d'Azur Pact (2019)"), "the-cote-dazur-pact-2019");
/// ```
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for word in normal_name(name).split(' ') {
        let ascii: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if ascii.is_empty() {
            continue;
        }
        if slug.len() + ascii.len() > 60 && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&ascii);
    }
    slug.truncate(61);
    if slug.is_empty() { "unnamed".to_owned() } else { slug }
}
