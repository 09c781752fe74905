//! Names that are known beforehand: countries, bodies, organizations, places, office holders.

use std::collections::BTreeMap;

use compact_str::CompactString;
use serde::Deserialize;

use crate::error::Result;
use crate::lexicon::entry::Entry;
use crate::lexicon::entry::NameRole;
use crate::lexicon::entry::Office;
use crate::lexicon::fold::case_fits;
use crate::lexicon::phrase_index::PhraseIndex;
use crate::model::NodeKind;
use crate::resource::ResourceFile;
use crate::resource::Resources;
use crate::schema::Schema;

/// All entries, found by key, by country code or by the words of a text.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    keys: BTreeMap<CompactString, u32>,
    countries: BTreeMap<CompactString, u32>,
    names: Vec<Name>,
    index: PhraseIndex,
    offices: BTreeMap<u32, Vec<Office>>,
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

/// A row of `gazetteer/*.csv`. Lists are parted by `|`; a name that ends with `?` is ambiguous.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Row {
    key: CompactString,
    label: CompactString,
    names: String,
    acronyms: String,
    demonyms: String,
    people: String,
    country: CompactString,
    part_of: CompactString,
    stands_for: CompactString,
    class: CompactString,
}

/// A row of `gazetteer/offices/*.csv`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct OfficeRow {
    key: CompactString,
    title: CompactString,
    country: CompactString,
    from: CompactString,
    to: CompactString,
}

impl Gazetteer {
    /// Loads every `gazetteer/*.csv` and `gazetteer/offices/*.csv`; a row whose key another file has adds to its entry.
    ///
    /// # Errors
    /// With file and line: an unknown kind, column, country or key, a key twice in one file, an entry without label.
    pub fn load(resources: &Resources, schema: &Schema) -> Result<Self> {
        let mut gazetteer = Self { index: PhraseIndex::with_capacity(1 << 15), ..Self::default() };
        let files = resources.list("gazetteer", "csv")?;
        for file in &files {
            let mut seen = Vec::new();
            for row in file.csv::<Row>()? {
                seen.push(gazetteer.add(row, file, schema)?);
            }
            seen.sort_unstable();
            if let Some(twice) = seen.windows(2).find(|pair| pair[0] == pair[1]) {
                let key = &gazetteer.entries[twice[0] as usize].key;
                return Err(file.error(line_of(file, key), &format!("{key} stands twice in this file")));
            }
        }
        gazetteer.check(&files)?;
        for file in resources.list("gazetteer/offices", "csv")? {
            for row in file.csv::<OfficeRow>()? {
                gazetteer.add_office(row, &file)?;
            }
        }
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

    /// The readings of a whole name.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<Reading<'_>> {
        let words: Vec<_> = name.split_whitespace().collect();
        let mut readings = self.readings(&words, 0);
        readings.retain(|reading| reading.len == words.len());
        readings
    }

    /// The offices that an official of the gazetteer held, as far as known.
    #[must_use]
    pub fn offices(&self, entry: &Entry) -> &[Office] {
        self.keys.get(&entry.key).and_then(|at| self.offices.get(at)).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, row: Row, file: &ResourceFile, schema: &Schema) -> Result<u32> {
        let wrong = |message: String| file.error(line_of(file, &row.key), &message);
        let at = if let Some(at) = self.keys.get(&row.key) {
            *at
        } else {
            let kind = row.key.split_once('.').and_then(|(kind, _)| schema.node_kind(kind));
            let Some(kind) = kind else {
                return Err(wrong(format!("the key {:?} must be a node kind, a dot and a name", row.key)));
            };
            if row.key.contains(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-') {
                return Err(wrong(format!(
                    "the key {:?} may have letters, digits and hyphens only",
                    row.key
                )));
            }
            let at = self.entries.len() as u32;
            self.keys.insert(row.key.clone(), at);
            let key = row.key.clone();
            let label = CompactString::default();
            self.entries.push(Entry {
                key,
                kind,
                label,
                country: None,
                part_of: None,
                stands_for: None,
                class: None,
            });
            at
        };
        let entry = &mut self.entries[at as usize];
        let said = |text: CompactString| (!text.is_empty()).then_some(text);
        entry.country = said(row.country).or(entry.country.take());
        entry.part_of = said(row.part_of).or(entry.part_of.take());
        entry.stands_for = said(row.stands_for).or(entry.stands_for.take());
        entry.class = said(row.class).or(entry.class.take());
        if !row.label.is_empty() {
            entry.label.clone_from(&row.label);
            if entry.kind == NodeKind::COUNTRY
                && let Some(code) = &entry.country
            {
                self.countries.insert(code.clone(), at);
            }
            self.add_name(at, NameRole::Name, label_form(&row.label, &row.names));
        }
        let lists = [
            (NameRole::Name, &row.names),
            (NameRole::Acronym, &row.acronyms),
            (NameRole::Demonym, &row.demonyms),
            (NameRole::People, &row.people),
        ];
        for (role, list) in lists {
            for name in list.split('|').map(str::trim).filter(|name| !name.is_empty()) {
                self.add_name(at, role, name);
            }
        }
        Ok(at)
    }

    fn add_name(&mut self, entry: u32, role: NameRole, name: &str) {
        let text = name.trim_end_matches('?');
        let id = self.names.len() as u32;
        self.index.insert(text, id);
        self.names.push(Name { entry, role, ambiguous: text.len() < name.len(), text: text.into() });
    }

    fn add_office(&mut self, row: OfficeRow, file: &ResourceFile) -> Result<()> {
        let Some(at) = self.keys.get(&row.key).copied() else {
            let message = format!("there is no entry {}", row.key);
            return Err(file.error(line_of(file, &row.key), &message));
        };
        if !row.country.is_empty() && !self.countries.contains_key(&row.country) {
            let message = format!("there is no country {}", row.country);
            return Err(file.error(line_of(file, &row.key), &message));
        }
        let country = (!row.country.is_empty()).then_some(row.country);
        let office = Office { title: row.title, country, from: row.from, to: row.to };
        self.offices.entry(at).or_default().push(office);
        Ok(())
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

/// The label as a name; ambiguous where the list of names says so of the same words.
fn label_form<'r>(label: &'r str, names: &'r str) -> &'r str {
    let doubted = names.split('|').map(str::trim).find(|name| name.strip_suffix('?') == Some(label));
    doubted.unwrap_or(label)
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
            ("key,label\nplace.a,A\nplace.a,A\n", "own.csv:2: place.a stands twice"),
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
    fn an_office_without_holder_is_refused() {
        let error = with_user_file("gazetteer/offices/own.csv", "key,title\nofficial.nobody,King\n")
            .unwrap_err()
            .to_string();
        assert!(error.contains("own.csv:2: there is no entry official.nobody"), "{error}");
    }
}
