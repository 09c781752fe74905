//! Names that are known beforehand: countries, bodies, organizations, places, office holders.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::error::Result;
use crate::lexicon::entry::Entry;
use crate::lexicon::entry::NameRole;
use crate::lexicon::entry::Office;
use crate::lexicon::fold::case_fits;
use crate::lexicon::phrase_index::PhraseIndex;
use crate::lexicon::surnames::Surnames;
use crate::model::NodeKind;
use crate::resource::ResourceFile;
use crate::resource::Resources;
use crate::resource::Row;
use crate::schema::Schema;

/// All entries, found by key, by country code or by the words of a text.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    keys: BTreeMap<CompactString, u32>,
    countries: BTreeMap<CompactString, u32>,
    names: Vec<Name>,
    index: PhraseIndex,
    surnames: Surnames,
}

/// Words that may name an entry.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'g> {
    /// How many words the name takes.
    pub len: usize,
    /// What it may name.
    pub entry: &'g Entry,
    /// How.
    pub role: NameRole,
    /// Whether the words often mean something else: *Jordan*, *March*. Then the context must speak for it.
    pub ambiguous: bool,
}

#[derive(Debug, Clone)]
struct Name {
    entry: u32,
    role: NameRole,
    ambiguous: bool,
    text: CompactString,
}

/// The columns of `gazetteer/*.csv`. Lists are parted by `|`; a name that ends with `?` is ambiguous.
pub(crate) const COLUMNS: &[&str] = &[
    "key",
    "label",
    "names",
    "acronyms",
    "demonyms",
    "people",
    "country",
    "part_of",
    "stands_for",
    "class",
    "offices",
    "wikidata",
    "members",
    "origin",
];
const KEY: usize = 0;
const LABEL: usize = 1;
/// The lists of names, with what they are.
const NAMES: [(usize, NameRole); 4] =
    [(2, NameRole::Name), (3, NameRole::Acronym), (4, NameRole::Demonym), (5, NameRole::People)];
const COUNTRY: usize = 6;
const PART_OF: usize = 7;
const STANDS_FOR: usize = 8;
const CLASS: usize = 9;
const OFFICES: usize = 10;
const WIKIDATA: usize = 11;
const MEMBERS: usize = 12;

impl Gazetteer {
    /// Loads every `gazetteer/*.csv`; a row whose key another file has adds to its entry.
    ///
    /// # Errors
    /// With file and line: an unknown kind, column, country or key, a key twice in one file, an entry without label.
    pub fn load(resources: &Resources, schema: &Schema) -> Result<Self> {
        let files = resources.list("gazetteer", "csv")?;
        // About so many bytes a row, so many a name: room at once is faster than room by and by.
        let bytes: usize = files.iter().map(|file| file.text.len()).sum();
        let mut gazetteer = Self {
            entries: Vec::with_capacity(bytes / 70),
            names: Vec::with_capacity(bytes / 30),
            index: PhraseIndex::with_capacity(bytes / 30),
            ..Self::default()
        };
        let mut spoken: Vec<u32> = Vec::new();
        for (number, file) in files.iter().enumerate() {
            file.rows(COLUMNS, |line, row| {
                let at = gazetteer.add(row, schema).map_err(|message| file.error(line, &message))?;
                spoken.resize(gazetteer.entries.len(), 0);
                let last = &mut spoken[at as usize];
                if *last == number as u32 + 1 {
                    return Err(file.error(line, &format!("{} stands twice in this file", row.cell(KEY))));
                }
                *last = number as u32 + 1;
                Ok(())
            })?;
        }
        gazetteer.check(&files)?;
        Ok(gazetteer)
    }

    /// The entry of that key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.keys.get(key).map(|at| &self.entries[*at as usize])
    }

    /// The country of that code (ISO 3166-1 alpha-3, or that of a former state).
    #[must_use]
    pub fn country(&self, code: &str) -> Option<&Entry> {
        self.countries.get(code).map(|at| &self.entries[*at as usize])
    }

    /// The officials whose name ends in that word, normalised as by [`normal_name`](crate::model::normal_name), in the order of the files.
    pub fn officials_named(&self, surname: &str) -> impl Iterator<Item = &Entry> {
        self.surnames.of(&self.entries, surname).iter().map(|at| &self.entries[*at as usize])
    }

    /// All entries.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// Every name that begins at word `at` of a sentence, the longest first. Empty where none does.
    ///
    /// Accents, dots and hyphens do not count. A capital in the stored name asks for a capital in the text, initials (*US*) must
    /// match as they are; words in capitals throughout fit any name but one of small letters.
    #[must_use]
    pub fn readings(&self, words: &[&str], at: usize) -> Vec<Reading<'_>> {
        let starts_name = words.get(at).is_some_and(|word| word.chars().any(char::is_uppercase));
        let hits = self.index.find(&[words], at);
        let mut readings: Vec<Reading<'_>> = Vec::with_capacity(hits.len());
        for hit in hits {
            let name = &self.names[hit.id as usize];
            let span = &words[at..at + hit.len];
            if (hit.len == 1 && !starts_name) || !case_fits(&name.text, span) {
                continue;
            }
            let entry = &self.entries[name.entry as usize];
            let same = |reading: &&mut Reading<'_>| reading.len == hit.len && reading.entry.key == entry.key;
            // *U.S.* and *US* are one reading; a doubt about a name may stand in another file than the name.
            if let Some(known) = readings.iter_mut().find(same) {
                known.ambiguous |= name.ambiguous;
            } else {
                readings.push(Reading { len: hit.len, entry, role: name.role, ambiguous: name.ambiguous });
            }
        }
        readings
    }

    /// The readings of the longest name that begins at word `at`: all of one length, those that are not ambiguous first.
    #[must_use]
    pub fn longest(&self, words: &[&str], at: usize) -> Vec<Reading<'_>> {
        let mut readings = self.readings(words, at);
        let longest = readings.first().map_or(0, |reading| reading.len);
        readings.retain(|reading| reading.len == longest);
        readings.sort_by_key(|reading| (reading.ambiguous, reading.entry.kind != NodeKind::COUNTRY));
        readings
    }

    /// The state whose name or adjective alone begins at word `at` and ends before `end`, whatever longer names begin there.
    #[must_use]
    pub fn state(&self, words: &[&str], at: usize, end: usize) -> Option<Reading<'_>> {
        let readings = self.readings(words.get(..end)?, at);
        let states = readings.into_iter().filter(|reading| reading.entry.kind == NodeKind::COUNTRY);
        states.filter(|reading| !reading.ambiguous).max_by_key(|reading| reading.len)
    }

    /// The readings of a whole name.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<Reading<'_>> {
        let words: Vec<_> = name.split_whitespace().collect();
        let mut readings = self.readings(&words, 0);
        readings.retain(|reading| reading.len == words.len());
        readings
    }

    fn add(&mut self, row: &Row<'_>, schema: &Schema) -> std::result::Result<u32, String> {
        let key = row.cell(KEY);
        let at = match self.keys.get(key) {
            Some(at) => *at,
            None => self.new_entry(key, schema)?,
        };
        let entry = &mut self.entries[at as usize];
        let fields = [
            (&mut entry.country, COUNTRY),
            (&mut entry.part_of, PART_OF),
            (&mut entry.stands_for, STANDS_FOR),
            (&mut entry.class, CLASS),
            (&mut entry.terms, OFFICES),
            (&mut entry.wikidata, WIKIDATA),
            (&mut entry.membership, MEMBERS),
        ];
        for (field, column) in fields {
            if !row.cell(column).is_empty() {
                *field = Some(row.cell(column).into());
            }
        }
        if let Some(term) =
            entry.terms.iter().flat_map(|terms| terms.split('|')).find(|term| !Office::fits(term))
        {
            return Err(format!(
                "the office {term:?} must be a title, a colon, the first day, a slash, the last day"
            ));
        }
        let members = entry.membership.iter().flat_map(|members| members.split('|'));
        if let Some(member) = members.into_iter().find(|member| !Office::fits(member)) {
            return Err(format!(
                "the member {member:?} must be a country's code, a colon, the first day, a slash, the last day"
            ));
        }
        let label = row.cell(LABEL);
        if !label.is_empty() {
            entry.label = label.into();
            if entry.kind == NodeKind::COUNTRY
                && let Some(code) = &entry.country
            {
                self.countries.entry(code.clone()).or_insert(at);
            }
            self.add_name(at, NameRole::Name, label);
        }
        for (column, role) in NAMES {
            for name in row.cell(column).split('|').map(str::trim).filter(|name| !name.is_empty()) {
                self.add_name(at, role, name);
            }
        }
        Ok(at)
    }

    fn new_entry(&mut self, key: &str, schema: &Schema) -> std::result::Result<u32, String> {
        let kind = key.split_once('.').and_then(|(kind, _)| schema.node_kind(kind));
        let kind = kind.ok_or_else(|| format!("the key {key:?} must be a node kind, a dot and a name"))?;
        if key.contains(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-') {
            return Err(format!("the key {key:?} may have letters, digits and hyphens only"));
        }
        let at = self.entries.len() as u32;
        self.keys.insert(key.into(), at);
        self.entries.push(Entry::new(key, kind));
        Ok(at)
    }

    fn add_name(&mut self, entry: u32, role: NameRole, name: &str) {
        let text = name.trim_end_matches('?');
        let id = self.names.len() as u32;
        self.index.insert(text, id);
        self.names.push(Name { entry, role, ambiguous: text.len() < name.len(), text: text.into() });
    }

    /// Whether all that entries point to is there.
    fn check(&self, files: &[ResourceFile]) -> Result<()> {
        for entry in &self.entries {
            let linked = [&entry.part_of, &entry.stands_for].into_iter().flatten();
            let missing =
                linked.filter(|key| !self.keys.contains_key(*key)).map(|key| format!("entry {key}"));
            let nowhere = entry.country.iter().filter(|code| !self.countries.contains_key(*code));
            let message = if entry.label.is_empty() {
                Some(format!("{} has no label", entry.key))
            } else {
                let missing = missing.chain(nowhere.map(|code| format!("country {code}"))).next();
                missing.map(|what| format!("{}: there is no {what}", entry.key))
            };
            if let Some(message) = message {
                let spoken = files.iter().rev().find(|file| line_of(file, &entry.key) > 0);
                return Err(spoken.map_or_else(
                    || crate::error::Error::Data {
                        file: entry.key.to_string(),
                        line: 0,
                        message: message.clone(),
                    },
                    |file| file.error(line_of(file, &entry.key), &message),
                ));
            }
        }
        Ok(())
    }
}

/// The line of a file where the row of a key begins; 0 where there is none.
fn line_of(file: &ResourceFile, key: &str) -> usize {
    let begins = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(','));
    file.text.lines().position(begins).map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;

    fn gazetteer() -> Gazetteer {
        let schema = Schema::load(&Resources::schema(&[])).unwrap();
        Gazetteer::load(&Resources::data(&[]), &schema).unwrap()
    }

    fn with_user_file(path: &str, text: &str) -> Result<Gazetteer> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        let schema = Schema::load(&Resources::schema(&[])).unwrap();
        Gazetteer::load(&Resources::data(&[folder.path().to_owned()]), &schema)
    }

    fn keys(gazetteer: &Gazetteer, name: &str) -> Vec<String> {
        gazetteer.named(name).iter().map(|reading| reading.entry.key.to_string()).collect()
    }

    #[test]
    fn names_acronyms_adjectives_and_peoples_lead_to_the_country() {
        let gazetteer = gazetteer();
        for (name, role) in [
            ("Mexico", NameRole::Name),
            ("Republic of Kenya", NameRole::Name),
            ("DRC", NameRole::Acronym),
            ("Ukrainian", NameRole::Demonym),
            ("Finns", NameRole::People),
        ] {
            let readings = gazetteer.named(name);
            assert!(readings.iter().any(|r| r.role == role && r.entry.kind == NodeKind::COUNTRY), "{name}");
        }
    }

    #[test]
    fn initials_match_with_their_case_only() {
        let gazetteer = gazetteer();
        assert_eq!(keys(&gazetteer, "US"), ["country.united-states"]);
        assert_eq!(keys(&gazetteer, "U.S."), ["country.united-states"]);
        assert!(keys(&gazetteer, "us").is_empty());
        assert!(keys(&gazetteer, "Us").is_empty());
        assert!(keys(&gazetteer, "who").is_empty());
    }

    #[test]
    fn names_need_their_capitals_but_may_stand_in_capitals_throughout() {
        let gazetteer = gazetteer();
        assert!(keys(&gazetteer, "turkey").is_empty());
        assert_eq!(keys(&gazetteer, "TURKEY"), ["country.turkiye"]);
        assert_eq!(keys(&gazetteer, "BOSNIA AND HERZEGOVINA"), ["country.bosnia-and-herzegovina"]);
        assert!(keys(&gazetteer, "white house").is_empty());
    }

    #[test]
    fn accents_do_not_count() {
        let gazetteer = gazetteer();
        for name in ["Türkiye", "Turkiye", "Côte d’Ivoire", "Cote d'Ivoire"] {
            assert!(!keys(&gazetteer, name).is_empty(), "{name}");
        }
    }

    #[test]
    fn the_longest_name_wins_and_stops_at_punctuation() {
        let gazetteer = gazetteer();
        let words = ["North", "Korea", ",", "South", "Korea"];
        let readings = gazetteer.longest(&words, 0);
        assert_eq!((readings[0].len, readings[0].entry.key.as_str()), (2, "country.north-korea"));
        assert!(gazetteer.longest(&words, 2).is_empty());
    }

    #[test]
    fn capitals_stand_for_governments_and_doubtful_names_are_marked() {
        let gazetteer = gazetteer();
        let readings = gazetteer.named("Warsaw");
        assert_eq!(readings[0].entry.stands_for.as_deref(), Some("country.poland"));
        assert!(gazetteer.named("Jordan")[0].ambiguous);
        assert!(!gazetteer.named("Norway")[0].ambiguous);
    }

    #[test]
    fn every_sovereign_state_has_a_code_and_an_adjective_or_people() {
        let gazetteer = gazetteer();
        let states: Vec<_> = gazetteer.entries().filter(|e| e.class.as_deref() == Some("state")).collect();
        assert!(states.len() >= 193, "{}", states.len());
        let spoken: BTreeSet<u32> = gazetteer
            .names
            .iter()
            .filter(|name| matches!(name.role, NameRole::Demonym | NameRole::People))
            .map(|name| name.entry)
            .collect();
        for state in states {
            assert!(spoken.contains(&gazetteer.keys[&state.key]), "{}", state.key);
            assert_eq!(gazetteer.country(state.country.as_deref().unwrap()), Some(state));
        }
    }

    #[test]
    fn a_users_file_adds_entries_and_names() {
        let gazetteer = with_user_file(
            "gazetteer/own.csv",
            "key,label,names,country\norganization.harbour-guild,Harbour Guild,HG?,KEN\ncountry.kenya,,Land of Lions,\n",
        )
        .unwrap();
        assert_eq!(keys(&gazetteer, "Harbour Guild"), ["organization.harbour-guild"]);
        assert_eq!(keys(&gazetteer, "Land of Lions"), ["country.kenya"]);
        assert!(gazetteer.named("HG")[0].ambiguous);
    }

    #[test]
    fn wrong_rows_are_reported_with_file_and_line() {
        for (text, said) in [
            ("key,label\nplanet.mars,Mars\n", "own.csv:2: the key \"planet.mars\" must be a node kind"),
            ("key,label\nplace.a,A\nplace.a,A\n", "own.csv:3: place.a stands twice"),
            (
                "key,label,part_of\nplace.a,A,place.nowhere\n",
                "own.csv:2: place.a: there is no entry place.nowhere",
            ),
            ("key,label,country\nplace.a,A,QQQ\n", "own.csv:2: place.a: there is no country QQQ"),
            ("key,names\nplace.a,B\n", "own.csv:2: place.a has no label"),
            ("key,colour\nplace.a,red\n", "own.csv:"),
        ] {
            let error = with_user_file("gazetteer/own.csv", text).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }

    #[test]
    fn terms_of_office_are_read_and_checked() {
        let gazetteer = with_user_file(
            "gazetteer/own.csv",
            "key,label,country,offices\nofficial.ana-oduya,Ana Oduya,KEN,Governor:2010/2014-05-01|Senator:2015/\n",
        )
        .unwrap();
        let offices = gazetteer.entry("official.ana-oduya").unwrap().offices();
        assert_eq!((offices[0].title.as_str(), offices[1].from.as_str()), ("Governor", "2015"));
        assert!(offices[0].includes("2012-03") && !offices[0].includes("2016"));
        let wrong = with_user_file("gazetteer/own.csv", "key,label,offices\nofficial.a,A,King since 1900\n");
        assert!(wrong.unwrap_err().to_string().contains("own.csv:2: the office"));
    }
}
