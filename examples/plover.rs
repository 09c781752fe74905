//! Measures events on the records of PLOVER: type of event, source country and target country right together.
//!
//! ```sh
//! cargo run --release --example plover -- ../shared/data/plover/dev.json [--errors] [--record ID]
//! ```
//!
//! A record names one event of its sentence; whatever else is found there counts as wrong. Former names of events are those of
//! 2021 here. Organizations of no country are all one (`IGO`). Parties of one event without a target are each other's target.
//! Records of one actor alone cannot be found by a graph of edges: they are counted apart.

#![expect(clippy::print_stdout, reason = "it prints figures")]

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use diplograph::model::EdgeKind;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;
use diplograph::query::EdgeFilter;
use diplograph::query::PloverRow;
use diplograph::query::plover_events;
use diplograph::read::ReadOptions;
use diplograph::read::from_text;
use serde::Deserialize;

/// Organizations of no country, states or not.
const NO_COUNTRY: &str = "IGO";

/// Codes that the records misspell or have for organizations.
const CODES: [(&str, &str); 6] = [
    ("JAP", "JPN"),
    ("VTN", "VNM"),
    ("ITL", "ITA"),
    ("NGO", NO_COUNTRY),
    ("IMG", NO_COUNTRY),
    ("ISM", NO_COUNTRY),
];

#[derive(Deserialize)]
struct Actor {
    #[serde(default)]
    code: String,
}

/// The records have a list, or a word, or nothing.
#[derive(Deserialize, Default)]
#[serde(untagged)]
enum Actors {
    Named(Vec<Actor>),
    #[default]
    None,
    Other(serde::de::IgnoredAny),
}

#[derive(Deserialize)]
struct Record {
    id: String,
    event: String,
    #[serde(default)]
    source: Actors,
    #[serde(default)]
    target: Actors,
    text: String,
}

/// Type, country of the source, country of the target.
type Event = (String, String, String);

#[derive(Default, Clone, Copy)]
struct Tally {
    right: usize,
    found: usize,
    gold: usize,
}

/// What is found, with whether its parties may be exchanged, and the edge.
type Given = BTreeMap<Event, (bool, String)>;

impl Tally {
    fn add(&mut self, wanted: &BTreeSet<Event>, given: &Given, right: usize) {
        self.gold += wanted.len();
        self.found += given.len();
        self.right += right;
    }

    fn print(self, label: &str) {
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        let (p, r) = (share(self.right, self.found), share(self.right, self.gold));
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        println!("{label:20}{:6}{:6}{:6}{p:8.3}{r:8.3}{f1:8.3}", self.gold, self.found, self.right);
    }
}

fn codes(actors: &Actors) -> Vec<String> {
    let Actors::Named(actors) = actors else { return Vec::new() };
    let present =
        |code: &str| CODES.iter().find(|(old, _)| *old == code).map_or(code, |(_, new)| new).to_owned();
    actors.iter().filter(|actor| !actor.code.is_empty()).map(|actor| present(&actor.code)).collect()
}

/// The events of a record, none where it names one actor alone.
fn gold(record: &Record, type_name: &str) -> BTreeSet<Event> {
    let (sources, targets) = (codes(&record.source), codes(&record.target));
    let event = |source: &String, target: &String| (type_name.to_owned(), source.clone(), target.clone());
    if targets.is_empty() {
        let mut pairs = BTreeSet::new();
        for (number, source) in sources.iter().enumerate() {
            pairs.extend(sources[number + 1..].iter().map(|target| event(source, target)));
        }
        return pairs;
    }
    sources.iter().flat_map(|source| targets.iter().map(|target| event(source, target))).collect()
}

fn found(row: &PloverRow<'_>) -> Vec<Event> {
    let codes = |countries: &BTreeSet<String>| -> Vec<String> {
        if countries.is_empty() {
            return vec![NO_COUNTRY.to_owned()];
        }
        countries.iter().cloned().collect()
    };
    let targets = codes(&row.target_countries);
    codes(&row.source_countries)
        .into_iter()
        .flat_map(|source| {
            targets.iter().map(move |target| (row.event.clone(), source.clone(), target.clone()))
        })
        .collect()
}

/// Whether one is the other; which of two parties is named first says nothing.
fn same(one: &Event, other: &Event, mutual: bool) -> bool {
    one == other || (mutual && one.0 == other.0 && one.1 == other.2 && one.2 == other.1)
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(path) = arguments.first() else {
        anyhow::bail!("usage: plover RECORDS.json [--errors] [--record ID]")
    };
    let errors = arguments.iter().any(|argument| argument == "--errors");
    let only =
        arguments.iter().position(|argument| argument == "--record").and_then(|at| arguments.get(at + 1));
    let records: Vec<Record> = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let pipeline = Pipeline::load(PipelineOptions::default())?;
    let schema = pipeline.schema();
    let mut by_type: BTreeMap<String, Tally> = BTreeMap::new();
    let (mut whole, mut types, mut ends, mut alone) =
        (Tally::default(), Tally::default(), Tally::default(), 0usize);
    let mut by_text: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in &records {
        by_text.entry(record.text.trim()).or_default().push(record);
    }
    for (text, records) in by_text {
        if only.is_some_and(|only| !records.iter().any(|record| record.id.contains(only.as_str()))) {
            continue;
        }
        let mut wanted: BTreeSet<Event> = BTreeSet::new();
        for record in &records {
            let events = gold(record, schema.plover().present_name(&record.event));
            alone += usize::from(events.is_empty());
            wanted.extend(events);
        }
        let document = from_text(&records[0].id, text, &ReadOptions::default())?;
        let graph = pipeline.graph(&[pipeline.fragment(&document)]);
        let rows = plover_events(&graph, schema, &pipeline.lexicon().gazetteer, &EdgeFilter::any_modality());
        let mut given = Given::new();
        for row in &rows {
            let mutual = schema.is_symmetric(row.edge.kind) || *row.edge.kind == EdgeKind::named("signed");
            let what = format!(
                "{} {} {} ({}) by {}",
                row.edge.source.label,
                row.edge.kind,
                row.edge.target.label,
                row.edge.modality,
                row.edge.evidence.first().map_or("", |evidence| evidence.rule)
            );
            for event in found(row) {
                if !given.keys().any(|known| same(known, &event, mutual)) {
                    given.insert(event, (mutual, what.clone()));
                }
            }
        }
        let hit = |one: &Event, fits: &dyn Fn(&Event, &Event, bool) -> bool| {
            given.iter().any(|(event, (mutual, _))| fits(one, event, *mutual || codes_pair(&records)))
        };
        let right: Vec<&Event> = wanted.iter().filter(|one| hit(one, &same)).collect();
        whole.add(&wanted, &given, right.len());
        types.add(&wanted, &given, wanted.iter().filter(|one| hit(one, &|a, b, _| a.0 == b.0)).count());
        let placed = |one: &Event, event: &Event, mutual: bool| {
            same(&(event.0.clone(), one.1.clone(), one.2.clone()), event, mutual)
        };
        ends.add(&wanted, &given, wanted.iter().filter(|one| hit(one, &placed)).count());
        for one in &wanted {
            by_type.entry(one.0.clone()).or_default().gold += 1;
        }
        for event in given.keys() {
            by_type.entry(event.0.clone()).or_default().found += 1;
        }
        for one in &right {
            by_type.entry(one.0.clone()).or_default().right += 1;
        }
        if errors && (right.len() < wanted.len() || given.len() > right.len()) {
            let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
            println!("{}\n  {text}", ids.join(" "));
            for (one, mark) in
                wanted.iter().map(|one| (one, if right.contains(&one) { "right " } else { "missed" }))
            {
                println!("  {mark} {} {} -> {}", one.0, one.1, one.2);
            }
            for (event, (mutual, what)) in &given {
                if !wanted.iter().any(|one| same(one, event, *mutual || codes_pair(&records))) {
                    println!("  extra  {} {} -> {}: {what}", event.0, event.1, event.2);
                }
            }
            for view in graph.edges().filter(|_| only.is_some()) {
                println!(
                    "    edge {} {} {} ({})",
                    view.source.id, view.edge.kind, view.target.id, view.edge.modality
                );
            }
        }
    }
    println!("{:20}{:>6}{:>6}{:>6}{:>8}{:>8}{:>8}", "", "gold", "found", "right", "P", "R", "F1");
    for (name, tally) in by_type {
        tally.print(&name);
    }
    types.print("type alone");
    ends.print("countries alone");
    whole.print("all together");
    println!("{alone} records name one actor alone and are left out");
    Ok(())
}

/// Whether the records name parties of one event without a target: neither is first.
fn codes_pair(records: &[&Record]) -> bool {
    records.iter().all(|record| codes(&record.target).is_empty())
}
