//! Titles of officials: *President*, *acting deputy foreign minister*, *special envoy*.

use std::ops::Range;

use compact_str::CompactString;
use serde::Deserialize;

use crate::error::Result;
use crate::lexicon::fold::is_joint;
use crate::lexicon::phrase_index::PhraseIndex;
use crate::lexicon::title_match::ActsFor;
use crate::lexicon::title_match::TitleClass;
use crate::lexicon::title_match::TitleMatch;
use crate::lexicon::title_match::TitleModifier;
use crate::resource::ResourceFile;
use crate::resource::Resources;

/// All titles.
#[derive(Debug, Clone, Default)]
pub struct Titles {
    classes: Vec<TitleClass>,
    known: Vec<Title>,
    index: PhraseIndex,
    modifiers: PhraseIndex,
    modifier_kinds: Vec<TitleModifier>,
    portfolios: PhraseIndex,
    portfolio_joints: PhraseIndex,
}

#[derive(Debug, Clone)]
struct Title {
    class: u32,
    head: usize,
    plural: bool,
    takes_portfolio: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TitlesFile {
    /// Words after which the head word of a title cannot stand: *secretary of state*.
    #[serde(default)]
    links: Vec<String>,
    /// Endings of nouns with their plural, the first that fits counts.
    #[serde(default)]
    plurals: Vec<(String, String)>,
    #[serde(default)]
    portfolios: Vec<String>,
    /// What may stand between two portfolios.
    #[serde(default)]
    portfolio_joints: Vec<String>,
    #[serde(default)]
    modifier: Vec<ModifierEntry>,
    #[serde(default)]
    class: Vec<ClassEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModifierEntry {
    says: TitleModifier,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassEntry {
    name: CompactString,
    acts_for: ActsFor,
    #[serde(default = "yes")]
    official: bool,
    /// Whether a portfolio may stand before each: *minister*, *secretary*.
    #[serde(default)]
    takes_portfolio: bool,
    titles: Vec<String>,
}

fn yes() -> bool {
    true
}

/// How many portfolio words may stand before a head: *Trade, Industry and Energy Minister*.
const LONGEST_PORTFOLIO: usize = 7;

impl Titles {
    /// Loads `en/titles.toml`.
    ///
    /// # Errors
    /// Where a file is wrong, with file and line.
    pub fn load(resources: &Resources) -> Result<Self> {
        let mut titles = Self::default();
        let mut links = Vec::new();
        let mut plurals = Vec::new();
        for file in resources.read("en/titles.toml")? {
            let read: TitlesFile = file.toml()?;
            links.extend(read.links);
            plurals.extend(read.plurals);
            for portfolio in &read.portfolios {
                titles.portfolios.insert(portfolio, 0);
            }
            for joint in &read.portfolio_joints {
                titles.portfolio_joints.insert(joint, 0);
            }
            for modifier in &read.modifier {
                for word in &modifier.words {
                    titles.modifiers.insert(word, titles.modifier_kinds.len() as u32);
                    titles.modifier_kinds.push(modifier.says);
                }
            }
            for class in read.class {
                titles.add_class(class, &links, &plurals, &file)?;
            }
        }
        Ok(titles)
    }

    /// The longest title that begins at word `at` of a sentence, with its modifiers and portfolio. Case does not count:
    /// whether *president* is a title there is for the context to say.
    #[must_use]
    pub fn find(&self, words: &[&str], at: usize) -> Option<TitleMatch<'_>> {
        let mut best: Option<TitleMatch<'_>> = None;
        let mut modifiers = Vec::new();
        let mut start = at;
        loop {
            // Of *vice president* as one title and as a modified one the former comes first and wins; of *deputy* and
            // *deputy foreign minister* the longer wins.
            if let Some(found) = self.at(words, at, start, &modifiers)
                && best.as_ref().is_none_or(|best| best.len < found.len)
            {
                best = Some(found);
            }
            let Some(hit) = self.modifiers.find(&[words], start).into_iter().next() else { return best };
            modifiers.push(self.modifier_kinds[hit.id as usize]);
            start += hit.len;
            while words.get(start).is_some_and(|word| is_joint(word)) {
                start += 1;
            }
        }
    }

    /// What a word says as a modifier of a title, if it is one.
    #[must_use]
    pub fn modifier(&self, word: &str) -> Option<TitleModifier> {
        let hit = self.modifiers.find(&[&[word]], 0).into_iter().next()?;
        Some(self.modifier_kinds[hit.id as usize])
    }

    /// Whether the words that begin at `at` name a field of government that may stand before *minister*; how many they are.
    #[must_use]
    pub fn portfolio(&self, words: &[&str], at: usize) -> Option<usize> {
        self.portfolios.find(&[words], at).first().map(|hit| hit.len)
    }

    /// All classes.
    pub fn classes(&self) -> impl Iterator<Item = &TitleClass> {
        self.classes.iter()
    }

    fn at(
        &self,
        words: &[&str],
        at: usize,
        start: usize,
        modifiers: &[TitleModifier],
    ) -> Option<TitleMatch<'_>> {
        let bare = self.index.find(&[words], start).into_iter().next();
        let (portfolio, hit) = match bare {
            Some(hit) => (start..start, hit),
            None => self.after_portfolio(words, start)?,
        };
        let title = &self.known[hit.id as usize];
        let mut modifiers = modifiers.to_vec();
        let mut end = portfolio.end + hit.len;
        let joint = usize::from(words.get(end).is_some_and(|word| is_joint(word)));
        if let Some(word) = words.get(end + joint)
            && self.modifier(word) == Some(TitleModifier::Future)
        {
            modifiers.push(TitleModifier::Future);
            end += joint + 1;
        }
        let head = portfolio.end + title.head.min(hit.len - 1);
        // *foreign minister* is stored as a whole; its field of government is told all the same.
        let known = self.portfolio(words, portfolio.end).is_some_and(|len| portfolio.end + len == head);
        let portfolio = if known { portfolio.start..head } else { portfolio };
        Some(TitleMatch {
            len: end - at,
            class: &self.classes[title.class as usize],
            modifiers,
            portfolio: portfolio.start - at..portfolio.end - at,
            head: head - at,
            plural: title.plural,
        })
    }

    /// A title that takes a portfolio, after one.
    fn after_portfolio(&self, words: &[&str], start: usize) -> Option<(Range<usize>, crate::lexicon::Hit)> {
        let mut end = start;
        while end - start < LONGEST_PORTFOLIO {
            end += self.portfolio(words, end)?;
            let before_joint = end;
            while let Some(hit) = self.portfolio_joints.find(&[words], end).first() {
                end += hit.len;
            }
            if end > before_joint {
                continue;
            }
            let hit = self.index.find(&[words], end).into_iter().next();
            if let Some(hit) = hit.filter(|hit| self.known[hit.id as usize].takes_portfolio) {
                return Some((start..end, hit));
            }
        }
        None
    }

    fn add_class(
        &mut self,
        entry: ClassEntry,
        links: &[String],
        plurals: &[(String, String)],
        file: &ResourceFile,
    ) -> Result<()> {
        let found = self.classes.iter().position(|class| class.name == entry.name);
        let class = found.unwrap_or(self.classes.len()) as u32;
        for text in &entry.titles {
            let words: Vec<_> = text.split_whitespace().collect();
            let Some(last) = words.len().checked_sub(1) else {
                return Err(file.error(file.line_of(&format!("\"{}\"", entry.name)), "a title without words"));
            };
            let head = words.iter().position(|word| links.iter().any(|link| link == word));
            let head = head.map_or(last, |link| link.saturating_sub(1));
            self.add_title(text, class, head, false, entry.takes_portfolio);
            if let Some(plural) = plural_of(words[head], plurals) {
                let mut words: Vec<_> = words.clone();
                words[head] = &plural;
                self.add_title(&words.join(" "), class, head, true, entry.takes_portfolio);
            }
        }
        if found.is_none() {
            let ClassEntry { name, acts_for, official, .. } = entry;
            self.classes.push(TitleClass { name, acts_for, official });
        }
        Ok(())
    }

    fn add_title(&mut self, text: &str, class: u32, head: usize, plural: bool, takes_portfolio: bool) {
        self.index.insert(text, self.known.len() as u32);
        self.known.push(Title { class, head, plural, takes_portfolio });
    }
}

/// The plural of a noun by the first ending that fits.
fn plural_of(noun: &str, endings: &[(String, String)]) -> Option<String> {
    endings.iter().find_map(|(one, many)| noun.strip_suffix(one.as_str()).map(|stem| format!("{stem}{many}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles() -> Titles {
        Titles::load(&Resources::data(&[])).unwrap()
    }

    fn find<'t>(titles: &'t Titles, text: &str) -> Option<TitleMatch<'t>> {
        let words: Vec<_> = text.split(' ').collect();
        titles.find(&words, 0)
    }

    #[test]
    fn a_title_is_found_with_its_class_and_head() {
        let titles = titles();
        let found = find(&titles, "Secretary of State Jane Roe").unwrap();
        assert_eq!((found.len, found.head, found.class.name.as_str()), (3, 0, "minister"));
        assert_eq!(find(&titles, "President Roe").unwrap().class.name, "head-of-state");
        assert_eq!(find(&titles, "spokeswoman").unwrap().class.acts_for, ActsFor::Body);
        assert!(find(&titles, "umbrella").is_none());
    }

    #[test]
    fn modifiers_are_told_apart_from_titles_of_several_words() {
        let titles = titles();
        let found = find(&titles, "former deputy foreign minister").unwrap();
        assert_eq!(found.modifiers, [TitleModifier::Former, TitleModifier::Deputy]);
        assert_eq!((found.len, found.head, found.portfolio), (4, 3, 2..3));
        let found = find(&titles, "vice president").unwrap();
        assert!(found.modifiers.is_empty());
        assert_eq!(find(&titles, "president - elect").unwrap().modifiers, [TitleModifier::Future]);
        assert_eq!(find(&titles, "then - Prime Minister").unwrap().modifiers, [TitleModifier::Former]);
    }

    #[test]
    fn portfolios_of_several_words_belong_to_the_title() {
        let titles = titles();
        let found = find(&titles, "Trade and Industry Minister").unwrap();
        assert_eq!((found.len, found.head, found.portfolio), (4, 3, 0..3));
        assert!(find(&titles, "Trade and Industry").is_none());
    }

    #[test]
    fn plurals_are_known_and_marked() {
        let titles = titles();
        assert!(find(&titles, "foreign ministers").unwrap().plural);
        assert!(find(&titles, "spokesmen").unwrap().plural);
        let found = find(&titles, "secretaries of state").unwrap();
        assert!(found.plural && found.head == 0);
        assert!(!find(&titles, "foreign minister").unwrap().plural);
    }
}
