//! How time and memory of resolution grow with the corpus: `cargo bench --bench resolution [-- DOCUMENTS]`.
//!
//! Generated corpora, each twice as large as the one before, up to 100,000 documents with 500,000 mentions of 50,000 entities:
//! persons with and without country, title and given name, bodies with acronyms, agreements, events and places.

#![expect(clippy::print_stdout, reason = "it prints figures")]
#![expect(clippy::expect_used, reason = "what cannot be measured stops the measurement")]

use std::fs;
use std::time::Instant;

use diplograph::lexicon::PersonNames;
use diplograph::model::Attributes;
use diplograph::model::DocumentRecord;
use diplograph::model::Fragment;
use diplograph::model::MentionForm;
use diplograph::model::NamedChain;
use diplograph::model::NamedMention;
use diplograph::model::NodeKind;
use diplograph::model::OffsetBase;
use diplograph::model::Quote;
use diplograph::model::Sketch;
use diplograph::resolve::Background;
use diplograph::resolve::resolve;
use diplograph::resource::Resources;

/// Mentions in each document.
const MENTIONS: usize = 5;

const COUNTRIES: [&str; 8] = ["KEN", "UGA", "NOR", "CHL", "JPN", "FRA", "CAN", "IND"];

/// A generator of the kind `x -> x * a + c`; the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound.max(1)
    }

    /// Small numbers come more often than large ones, as with names and with what the news speaks of.
    fn skewed(&mut self, bound: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((share * share) * bound as f64) as usize
    }
}

/// A word of invented syllables for each number.
fn word(mut number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "zo", "gar", "hin", "fel"];
    let mut word = String::new();
    for _ in 0..3 {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    let extra = number;
    if extra > 0 {
        word.push_str(SYLLABLES[extra % SYLLABLES.len()]);
    }
    word[..1].to_uppercase() + &word[1..]
}

/// One of the things that the corpus speaks of.
fn mention(entity: usize, surnames: usize, random: &mut Random) -> NamedChain {
    // What a thing is called depends on its number alone, how it is called here on chance.
    let mut own = Random(entity as u64 + 1);
    let mut attributes = Attributes::new();
    let (kind, name) = match entity % 10 {
        0..=5 => {
            let (given, surname) = (word(own.below(900)), word(2000 + own.skewed(surnames)));
            if random.below(2) == 0 {
                attributes.insert("country".into(), COUNTRIES[own.below(COUNTRIES.len())].to_owned());
            }
            let name = match random.below(10) {
                0 => surname,
                1 => format!("{}. {surname}", &given[..1]),
                _ => format!("{given} {surname}"),
            };
            (NodeKind::OFFICIAL, name)
        }
        6 | 7 => (NodeKind::AGENCY, format!("{} {} Council", word(own.below(4000)), word(own.below(4000)))),
        8 => (NodeKind::AGREEMENT, format!("{} {} Accord", word(own.below(4000)), word(own.below(4000)))),
        _ => (NodeKind::PLACE, word(own.below(60_000))),
    };
    let quote = Quote { start: 0, end: name.chars().count() as u32, text: name.clone() };
    let mentions = vec![NamedMention { quote, form: MentionForm::Name, name: Some(name) }];
    NamedChain { kind, mentions, anonymous: false, entry: None, attributes }
}

fn corpus(documents: usize) -> Vec<Fragment> {
    let mut random = Random(7);
    let entities = documents / 2;
    let make = |number: usize| {
        let chains: Vec<_> = (0..MENTIONS)
            .map(|_| {
                let entity = random.skewed(entities);
                mention(entity, entities / 4, &mut random)
            })
            .collect();
        let id = format!("{number:016x}");
        let words: Vec<String> = (0..40).map(|_| word(random.below(60_000))).collect();
        let document = DocumentRecord {
            id: id.clone(),
            path: format!("{number}.txt"),
            title: None,
            source: None,
            date: Some(format!("20{:02}-{:02}-01", random.below(25), random.below(12) + 1)),
            sha256: id,
            language: "en".to_owned(),
            offset_base: OffsetBase::Source,
            text: None,
        };
        let sketch = Sketch::new(words.iter().map(String::as_str));
        Fragment { document, chains, claims: Vec::new(), statements: Vec::new(), sketch, opening: None }
    };
    (0..documents).map(make).collect()
}

/// The most memory that the process has had, in MiB; none where the system does not tell.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib / 1024)
}

fn main() {
    let names = PersonNames::load(&Resources::data(&[])).expect("the embedded data are sound");
    let background = Background {
        label_of: &|_| None,
        members_of: &|_, _| Vec::new(),
        sets_apart: &|_| false,
        names: &names,
    };
    // `cargo test` and `cargo bench` pass options of their own.
    let most = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let most: usize =
        if std::env::args().any(|argument| argument == "--test") { 500 } else { most.unwrap_or(100_000) };
    println!("documents  mentions  nodes     seconds  per mention  peak memory with the corpus");
    let mut documents = most / 8;
    while documents > 0 && documents <= most {
        let fragments = corpus(documents);
        let start = Instant::now();
        let resolved = resolve(&fragments, &[], background);
        let seconds = start.elapsed().as_secs_f64();
        let mentions = documents * MENTIONS;
        println!(
            "{documents:>9}  {mentions:>8}  {:>8}  {seconds:>7.2}  {:>8.1} µs  {}",
            resolved.resolution.entities.len(),
            seconds * 1e6 / mentions as f64,
            peak().map_or_else(String::new, |mib| format!("{mib} MiB"))
        );
        documents *= 2;
    }
}
