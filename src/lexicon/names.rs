//! Words of persons' names: given names, particles, suffixes, families named first.

use serde::Deserialize;

use crate::error::Result;
use crate::lexicon::fold::fold;
use crate::resource::Resources;

/// What is known of the words of persons' names. Words are compared without case and accents.
#[derive(Debug, Clone, Default)]
pub struct PersonNames {
    given: WordSet,
    particles: WordSet,
    suffixes: Vec<String>,
    families: WordSet,
    not_names: WordSet,
    common: WordSet,
    articles: Vec<String>,
    sounds: Vec<(String, String)>,
}

/// Folded words in order.
#[derive(Debug, Clone, Default)]
struct WordSet(Vec<String>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    #[serde(default)]
    given: Vec<String>,
    #[serde(default)]
    particles: Vec<String>,
    #[serde(default)]
    suffixes: Vec<String>,
    #[serde(default)]
    families_first: Vec<String>,
    #[serde(default)]
    not_names: Vec<String>,
    #[serde(default)]
    articles: Vec<String>,
    #[serde(default)]
    sounds: Vec<(String, String)>,
}

impl PersonNames {
    /// Loads `names.toml` and `given_names.txt`.
    ///
    /// # Errors
    /// Where a file is wrong, with file and line.
    pub fn load(resources: &Resources) -> Result<Self> {
        let mut names = Self::default();
        for file in resources.read("names.toml")? {
            let lists: NamesFile = file.toml()?;
            names.given.extend(&lists.given);
            names.particles.extend(&lists.particles);
            names.suffixes.extend(lists.suffixes);
            names.families.extend(&lists.families_first);
            names.not_names.extend(&lists.not_names);
            names.articles.extend(lists.articles.iter().map(|article| fold(article)));
            names.sounds.extend(lists.sounds);
        }
        for file in resources.read("given_names.txt")? {
            let lines = file.text.lines().map(str::trim);
            names.given.extend(lines.filter(|line| !line.is_empty() && !line.starts_with('#')));
        }
        for file in resources.read("en/common_words.txt")? {
            let lines = file.text.lines().map(str::trim);
            names.common.extend(lines.filter(|line| !line.is_empty() && !line.starts_with('#')));
        }
        Ok(names)
    }

    /// Whether it is known as a given name.
    #[must_use]
    pub fn is_given(&self, word: &str) -> bool {
        self.given.has(word)
    }

    /// Whether it joins the parts of a name: *de*, *van*, *al*, *bin*.
    #[must_use]
    pub fn is_particle(&self, word: &str) -> bool {
        self.particles.has(word)
    }

    /// Whether it follows a name: *Jr.*, *III*. Case counts.
    #[must_use]
    pub fn is_suffix(&self, word: &str) -> bool {
        self.suffixes.iter().any(|suffix| suffix == word)
    }

    /// Whether it is a family name that stands before the given name: *Xi*, *Nguyen*.
    #[must_use]
    pub fn is_family_first(&self, word: &str) -> bool {
        self.families.has(word)
    }

    /// Whether it is a word that is written in small letters but for its place: *research*, *joins*.
    #[must_use]
    pub fn is_common(&self, word: &str) -> bool {
        self.common.has(word)
    }

    /// Whether it is a capitalised word that is never part of a person's name: *Monday*, *Ministry*, *North*.
    #[must_use]
    pub fn is_never_name(&self, word: &str) -> bool {
        self.not_names.has(word)
    }

    /// Whether a word begins with an article that is a part of names even where it has a capital: *Al-Jabouri*.
    #[must_use]
    pub fn opens_with_article(&self, word: &str) -> bool {
        let folded = fold(word);
        self.articles.iter().any(|article| folded.starts_with(article.as_str()))
    }

    /// A word (folded) by its sound: equal for *zelensky*, *zelenskyy* and *zelenskiy*.
    #[must_use]
    pub fn sound(&self, word: &str) -> String {
        let mut sound = word.to_owned();
        for (from, to) in &self.sounds {
            if sound.contains(from.as_str()) {
                sound = sound.replace(from.as_str(), to);
            }
        }
        let mut letters: Vec<char> = sound.chars().collect();
        letters.dedup();
        letters.into_iter().collect()
    }

    /// Whether it is an initial: *J.*, *J*, *J.B.*
    #[must_use]
    pub fn is_initial(word: &str) -> bool {
        let letters: Vec<char> = word.chars().filter(|c| *c != '.').collect();
        !letters.is_empty()
            && letters.iter().all(|c| c.is_uppercase())
            && (letters.len() == 1 || (letters.len() <= 3 && word.matches('.').count() == letters.len()))
    }
}

impl WordSet {
    fn extend(&mut self, words: impl IntoIterator<Item = impl AsRef<str>>) {
        self.0.extend(words.into_iter().map(|word| fold(word.as_ref())));
        self.0.sort_unstable();
        self.0.dedup();
    }

    fn has(&self, word: &str) -> bool {
        let folded = fold(word);
        self.0.binary_search(&folded).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> PersonNames {
        PersonNames::load(&Resources::data(&[])).unwrap()
    }

    #[test]
    fn given_names_of_many_countries_are_known_without_regard_to_accents() {
        let names = names();
        for word in ["Maria", "María", "Mohammed", "Sergei", "Antony", "Hiroshi", "Kwame", "Olena"] {
            assert!(names.is_given(word), "{word}");
        }
        assert!(!names.is_given("Ministry"));
    }

    #[test]
    fn particles_suffixes_and_families_named_first_are_told_apart() {
        let names = names();
        assert!(names.is_particle("van") && names.is_particle("al") && !names.is_particle("and"));
        assert!(names.is_suffix("Jr.") && names.is_suffix("III") && !names.is_suffix("Xi"));
        assert!(names.is_family_first("Xi") && !names.is_family_first("Smith"));
    }

    #[test]
    fn initials_are_single_letters_or_dotted() {
        assert!(PersonNames::is_initial("J.") && PersonNames::is_initial("J.B."));
        assert!(
            !PersonNames::is_initial("US") && !PersonNames::is_initial("Jo") && !PersonNames::is_initial(".")
        );
    }
}
