//! Trains and measures the tagger of names.
//!
//! ```sh
//! cargo run --release --example names -- train data/en/names.bin FILE.bio=TIMES...
//! cargo run --release --example names -- score ../shared/data/crossner/politics/dev.txt [--errors N]
//! ```
//!
//! The score counts whole names of persons, organizations and places: of the tagger, and of the mentions that the whole program
//! finds. `CrossNER`'s parties are organizations, its politicians persons, its countries places; elections, other events and the
//! rest are not counted.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command: what it finds is for people")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use diplograph::annotate::Annotator;
use diplograph::annotate::train::{TaggedSentence, read_tagged, train_names};
use diplograph::lexicon::Lexicon;
use diplograph::mention;
use diplograph::model::{MentionForm, NodeKind, Span};
use diplograph::read::{ReadOptions, from_text};
use diplograph::resource::Resources;
use diplograph::schema::Schema;

/// A name: its first word, the word behind its last, person, organization or place.
type Name = (usize, usize, &'static str);

#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn add(&mut self, found: &BTreeSet<Name>, gold: &BTreeSet<Name>) {
        self.right += found.intersection(gold).count();
        self.found += found.len();
        self.gold += gold.len();
    }

    fn line(&self) -> String {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let f1 = share(2 * self.right, self.found + self.gold);
        let (precision, recall) = (share(self.right, self.found), share(self.right, self.gold));
        format!("precision {precision:.1} recall {recall:.1} F1 {f1:.1} ({} names)", self.gold)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.first().map(String::as_str) {
        Some("train") if arguments.len() > 2 => train(&arguments[1], &arguments[2..]),
        Some("score") if arguments.len() > 1 => score(&arguments[1], &arguments[2..]),
        _ => Err("usage: names train OUT FILE=TIMES... | names score FILE [--errors N]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn train(out: &str, files: &[String]) -> Result<(), Box<dyn std::error::Error>> {
    let data = Resources::data(&[]);
    let lexicon = Lexicon::load(&data, &Schema::load(&Resources::schema(&[]))?)?;
    let mut counted = Vec::new();
    for file in files {
        let (path, times) = file.rsplit_once('=').ok_or("FILE=TIMES is wanted")?;
        counted.push((PathBuf::from(path), times.parse()?));
    }
    let bytes = train_names(&Annotator::load(&data)?, &data, &lexicon, &counted, 6)?;
    println!("{} bytes", bytes.len());
    fs::write(out, bytes)?;
    Ok(())
}

fn score(file: &str, rest: &[String]) -> Result<(), Box<dyn std::error::Error>> {
    let mut errors: usize = match rest {
        [flag, number, ..] if flag == "--errors" => number.parse()?,
        _ => 0,
    };
    let data = Resources::data(&[]);
    let lexicon = Lexicon::load(&data, &Schema::load(&Resources::schema(&[]))?)?;
    let annotator = Annotator::load(&data)?;
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    for sentence in read_tagged(Path::new(file))? {
        let gold = gold(&sentence);
        let forms: Vec<&str> = sentence.iter().map(|(word, _)| word.as_str()).collect();
        let tagged = annotator.names(&forms);
        let tagged: BTreeSet<Name> =
            tagged.iter().filter_map(|(name, kind)| Some((name.start, name.end, sort(kind)?))).collect();
        let mentions = mentions(&annotator, &lexicon, &forms);
        counts.entry("tagger").or_default().add(&tagged, &gold);
        counts.entry("mentions").or_default().add(&mentions, &gold);
        for kind in ["person", "organization", "place"] {
            let only = |names: &BTreeSet<Name>| names.iter().copied().filter(|name| name.2 == kind).collect();
            counts.entry(kind).or_default().add(&only(&tagged), &only(&gold));
        }
        if errors > 0 && (tagged != gold || mentions != gold) {
            errors -= 1;
            println!("{}", forms.join(" "));
            let list = |names: &BTreeSet<Name>, but: &BTreeSet<Name>| {
                let show = |name: &Name| format!("{} ({})", forms[name.0..name.1].join(" "), name.2);
                names.difference(but).map(show).collect::<Vec<_>>().join("; ")
            };
            println!("  missed by the tagger: {}", list(&gold, &tagged));
            println!("  wrong of the tagger: {}", list(&tagged, &gold));
            println!("  missed by mentions: {}", list(&gold, &mentions));
            println!("  wrong of mentions: {}\n", list(&mentions, &gold));
        }
    }
    for (what, count) in counts {
        println!("{what}: {}", count.line());
    }
    Ok(())
}

fn gold(sentence: &TaggedSentence) -> BTreeSet<Name> {
    let mut names = BTreeSet::new();
    let mut at = 0;
    while at < sentence.len() {
        let Some(kind) = sentence[at].1.strip_prefix("B-") else {
            at += 1;
            continue;
        };
        let start = at;
        at += 1;
        while sentence.get(at).is_some_and(|(_, tag)| tag.starts_with("I-")) {
            at += 1;
        }
        let kind = match kind {
            "politician" | "person" => "person",
            "politicalparty" | "organisation" | "organization" => "organization",
            "country" | "location" | "place" => "place",
            _ => continue,
        };
        names.insert((start, at, kind));
    }
    names
}

fn sort(kind: &NodeKind) -> Option<&'static str> {
    let is = |kinds: &[NodeKind]| kinds.contains(kind);
    if is(&[NodeKind::OFFICIAL, NodeKind::PERSON]) {
        Some("person")
    } else if is(&[NodeKind::ORGANIZATION, NodeKind::AGENCY]) {
        Some("organization")
    } else {
        is(&[NodeKind::COUNTRY, NodeKind::PLACE]).then_some("place")
    }
}

/// The names among the mentions of a sentence. A capital that stands for its government is a place here.
fn mentions(annotator: &Annotator, lexicon: &Lexicon, forms: &[&str]) -> BTreeSet<Name> {
    let Ok(document) = from_text("-", &forms.join(" "), &ReadOptions::default()) else {
        // Words of another language make a short sentence look foreign.
        return BTreeSet::new();
    };
    let mut at = 0;
    let mut spans = Vec::new();
    for form in forms {
        let start = document.text[at..].find(form).map_or(at, |found| at + found);
        at = start + form.len();
        spans.push(Span::new(start as u32, at as u32));
    }
    let annotated = annotator.annotate_words(&document, &[spans.clone()]);
    let found = mention::find(&annotated, lexicon);
    let names = found.iter().filter(|mention| mention.form == MentionForm::Name).filter_map(|mention| {
        let (name, kind) = (mention.name?, mention.kind.as_ref()?);
        let start = spans.partition_point(|span| span.end <= name.start);
        let end = spans.partition_point(|span| span.start < name.end);
        Some((start, end, sort(kind)?))
    });
    names.collect()
}
