//! Words of dates and periods, from `data/en/dates.toml`.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use compact_str::CompactString;
use serde::Deserialize;

use crate::error::Result;
use crate::lexicon::numbers::NumberLexicon;
use crate::resource::ResourceFile;
use crate::resource::Resources;

/// A stretch of time that the calendar counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateUnit {
    /// From midnight to midnight.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// Two weeks.
    Fortnight,
    /// Of the calendar.
    Month,
    /// Three months, from January, April, July or October.
    Quarter,
    /// Of the calendar.
    Year,
    /// Ten years, from one that ends in 0.
    Decade,
    /// A hundred years, from one that ends in 01.
    Century,
}

/// What a word that names no time by itself does in an expression of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is named after its English example; the data file lists the words")]
pub enum DateRole {
    Last,
    Past,
    Previous,
    Next,
    Coming,
    Following,
    This,
    Same,
    Ago,
    Earlier,
    Later,
    FromNow,
    Early,
    PartNoun,
    Half,
    Of,
    The,
    A,
    And,
    Or,
    To,
    Between,
    From,
    On,
    Since,
    Until,
    By,
    Before,
    After,
    For,
    Prefix,
    Fiscal,
    OrdinalSuffix,
    DecadeSuffix,
    Vague,
    Era,
    Daytime,
}

/// What a word can be in an expression of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateWord {
    /// A month, 1 to 12.
    Month(u8),
    /// A day of the week, Monday = 1.
    Weekday(u8),
    /// The same, of an abbreviation that is another word too.
    ShortWeekday(u8),
    /// A day, counted from the day of publication.
    Day(i8),
    /// A unit of the calendar.
    Unit(DateUnit),
    /// A season, by a month in its middle.
    Season(u8),
    /// A decade, by its first year inside the century.
    Decade(u8),
    /// Any other part.
    Role(DateRole),
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct File {
    months: BTreeMap<String, u8>,
    weekdays: BTreeMap<String, u8>,
    short_weekdays: BTreeMap<String, u8>,
    days: BTreeMap<String, i8>,
    units: BTreeMap<String, DateUnit>,
    decades: BTreeMap<String, u8>,
    seasons: BTreeMap<String, u8>,
    feasts: BTreeMap<String, String>,
    roles: BTreeMap<DateRole, Vec<String>>,
    numbered: BTreeSet<String>,
    named_days: BTreeSet<String>,
    tense: Tense,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Tense {
    ahead: BTreeSet<String>,
    setting: BTreeSet<String>,
    realised: BTreeSet<String>,
    perfect: BTreeSet<String>,
}

/// The words that the date finder knows.
#[derive(Debug, Clone, Default)]
pub struct DateLexicon {
    words: BTreeMap<CompactString, Vec<DateWord>>,
    feasts: Vec<(Vec<CompactString>, (u8, u8))>,
    numbered: BTreeSet<String>,
    named_days: BTreeSet<String>,
    tense: Tense,
    /// Number words.
    pub numbers: NumberLexicon,
}

impl DateLexicon {
    /// Reads the embedded list and those of the user.
    ///
    /// # Errors
    /// Where a file is no TOML of the expected form, or a month, weekday or feast is none.
    pub fn load(resources: &Resources) -> Result<Self> {
        let mut lexicon = Self { numbers: NumberLexicon::load(resources)?, ..Self::default() };
        for file in resources.read("en/dates.toml")? {
            lexicon.add(&file)?;
        }
        lexicon.feasts.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Ok(lexicon)
    }

    fn add(&mut self, file: &ResourceFile) -> Result<()> {
        let File {
            months,
            weekdays,
            short_weekdays,
            days,
            units,
            decades,
            seasons,
            feasts,
            roles,
            numbered,
            named_days,
            tense,
        } = file.toml()?;
        let bad = |word: &str, what: &str| Err(file.error(file.line_of(word), &format!("`{word}`: {what}")));
        let table = |words: BTreeMap<String, u8>, highest: u8, what: &str| {
            let wrong = words.iter().find(|(_, number)| !(1..=highest).contains(*number));
            wrong.map_or(Ok(()), |(word, _)| bad(word, what)).map(|()| words)
        };
        for (word, month) in table(months, 12, "a month is 1 to 12")? {
            self.word(&word, DateWord::Month(month));
        }
        for (word, day) in table(weekdays, 7, "a weekday is 1 (Monday) to 7")? {
            self.word(&word, DateWord::Weekday(day));
        }
        for (word, day) in table(short_weekdays, 7, "a weekday is 1 (Monday) to 7")? {
            self.word(&word, DateWord::ShortWeekday(day));
        }
        for (word, month) in table(seasons, 12, "give a month of the season, 1 to 12")? {
            self.word(&word, DateWord::Season(month));
        }
        for (word, shift) in days {
            self.word(&word, DateWord::Day(shift));
        }
        for (word, unit) in units {
            self.word(&word, DateWord::Unit(unit));
        }
        for (word, year) in decades {
            self.word(&word, DateWord::Decade(year));
        }
        for (role, word) in roles.iter().flat_map(|(&role, words)| words.iter().map(move |word| (role, word)))
        {
            self.word(word, DateWord::Role(role));
        }
        for (name, day) in &feasts {
            let Some((month, day)) = month_and_day(day) else {
                return bad(name, "write the day as MM-DD");
            };
            let name = name.replace('\'', " ' ");
            self.feasts.push((name.split_whitespace().map(CompactString::from).collect(), (month, day)));
        }
        self.numbered.extend(numbered);
        self.named_days.extend(named_days);
        self.tense.ahead.extend(tense.ahead);
        self.tense.setting.extend(tense.setting);
        self.tense.perfect.extend(tense.perfect);
        self.tense.realised.extend(tense.realised);
        Ok(())
    }

    fn word(&mut self, word: &str, is: DateWord) {
        self.words.entry(CompactString::from(word)).or_default().push(is);
    }

    /// What a word in lower case can be.
    #[must_use]
    pub fn get(&self, word: &str) -> &[DateWord] {
        self.words.get(word).map_or(&[], Vec::as_slice)
    }

    /// Feasts that fall on the same month and day each year, longest name first, cut into words and apostrophes.
    pub fn feasts(&self) -> impl Iterator<Item = (&[CompactString], (u8, u8))> {
        self.feasts.iter().map(|(words, day)| (words.as_slice(), *day))
    }

    /// Whether a number after this word counts something else than years: *resolution 1973*.
    #[must_use]
    pub fn is_numbered(&self, word: &str) -> bool {
        self.numbered.contains(word)
    }

    /// Whether a day of the week after this word is a name: *Good Friday*.
    #[must_use]
    pub fn is_named_day(&self, word: &str) -> bool {
        self.named_days.contains(word)
    }

    /// Whether an auxiliary looks ahead: *will*.
    #[must_use]
    pub fn looks_ahead(&self, lemma: &str) -> bool {
        self.tense.ahead.contains(lemma)
    }

    /// Whether the date beside the verb or adjective lies ahead of it: *scheduled for Friday*.
    #[must_use]
    pub fn is_setting(&self, lemma: &str) -> bool {
        self.tense.setting.contains(lemma)
    }

    /// Whether an auxiliary puts the verb in the past: *may have met*.
    #[must_use]
    pub fn is_perfect(&self, lemma: &str) -> bool {
        self.tense.perfect.contains(lemma)
    }

    /// Whether the infinitive after the verb happened when the verb did: *managed to meet on Friday*.
    #[must_use]
    pub fn is_realised(&self, lemma: &str) -> bool {
        self.tense.realised.contains(lemma)
    }
}

fn month_and_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    jiff::civil::Date::new(2000, month, day).ok()?;
    Some((month.unsigned_abs(), day.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_play_several_parts() {
        let lexicon = DateLexicon::load(&Resources::data(&[])).unwrap();
        assert!(lexicon.get("march").contains(&DateWord::Month(3)));
        assert!(lexicon.get("until").contains(&DateWord::Role(DateRole::To)));
        assert!(lexicon.get("until").contains(&DateWord::Role(DateRole::Until)));
        assert!(lexicon.get("treaty").is_empty());
    }

    #[test]
    fn a_users_feast_that_is_no_day_is_refused_with_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("en")).unwrap();
        std::fs::write(folder.path().join("en/dates.toml"), "[feasts]\n\"harvest day\" = \"13-01\"\n")
            .unwrap();
        let error = DateLexicon::load(&Resources::data(&[folder.path().to_owned()])).unwrap_err().to_string();
        assert!(error.contains("dates.toml:2:") && error.contains("MM-DD"), "{error}");
    }
}
