//! Measures relations on re3d: `cargo run --release --example re3d -- ../shared/data/re3d [--errors N] [--relation NAME]`
//!
//! A claim is right where a mention of each of its ends overlaps the end of a relation in the evidence, and its kind is one that
//! `schema/re3d.toml` names for the relation (`said-to`: a statement and its addressees). Relations inside one name (*the Iraqi
//! army*) are not annotated there, and not counted. Relations of less than half a confidence are left out; mutual ones count once.

#![expect(clippy::print_stdout, reason = "it prints figures")]

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;

use diplograph::model::Chain;
use diplograph::model::Claim;
use diplograph::model::EdgeKind;
use diplograph::model::Extraction;
use diplograph::model::MentionId;
use diplograph::model::Modality;
use diplograph::model::Span;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;
use diplograph::read::ReadOptions;
use diplograph::read::from_text;
use diplograph::resource::Resources;
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
struct Mapping {
    relation: Vec<Relation>,
}

#[derive(Deserialize)]
struct Relation {
    name: String,
    mutual: bool,
    kinds: Vec<String>,
}

#[derive(Deserialize)]
struct Text {
    #[serde(rename = "_id")]
    id: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Gold {
    document_id: String,
    #[serde(rename = "type")]
    relation: String,
    source_begin: usize,
    source_end: usize,
    target_begin: usize,
    target_end: usize,
    confidence: f64,
}

/// The ends of a relation, in bytes.
type Ends = (Span, Span);

#[derive(Default, Clone, Copy)]
struct Tally {
    gold: usize,
    recalled: usize,
    found: usize,
    right: usize,
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments.first() else {
        anyhow::bail!("usage: re3d FOLDER [--errors N] [--relation NAME]")
    };
    let option =
        |name: &str| arguments.iter().position(|one| one == name).and_then(|at| arguments.get(at + 1));
    let mut errors: usize = option("--errors").map_or(Ok(0), |number| number.parse())?;
    let mut relations = Vec::new();
    for file in Resources::schema(&[]).read("re3d.toml")? {
        relations.extend(file.toml::<Mapping>()?.relation);
    }
    relations.retain(|relation| option("--relation").is_none_or(|name| *name == relation.name));
    let pipeline = Pipeline::load(PipelineOptions::default())?;
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut sources: Vec<_> = std::fs::read_dir(folder)?
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    sources.sort();
    for source in sources {
        let gold: Vec<Gold> = lines(&source.join("relations.json"))?;
        for text in lines::<Text>(&source.join("documents.json"))? {
            let document = from_text(&text.id, &text.text, &ReadOptions::default())?;
            let extraction = pipeline.extract(&document);
            let claims = claims(&extraction);
            let judge = Judge { extraction: &extraction, claims, text: &document.text };
            let wanted: Vec<&Gold> =
                gold.iter().filter(|one| one.document_id == text.id && one.confidence >= 0.5).collect();
            judge.count(&relations, &wanted, &mut tallies, &mut errors);
        }
    }
    println!("{:20}{:>6}{:>6}{:>8}{:>8}{:>8}", "", "gold", "found", "P", "R", "F1");
    let mut whole = Tally::default();
    for (name, tally) in &tallies {
        print(name, *tally);
        whole.gold += tally.gold;
        whole.recalled += tally.recalled;
        whole.found += tally.found;
        whole.right += tally.right;
    }
    print("all", whole);
    Ok(())
}

fn print(name: &str, tally: Tally) {
    let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    let (p, r) = (share(tally.right, tally.found), share(tally.recalled, tally.gold));
    let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
    println!("{name:20}{:6}{:6}{p:8.3}{r:8.3}{f1:8.3}", tally.gold, tally.found);
}

fn lines<T: DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<T>> {
    let text = std::fs::read_to_string(path)?;
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// The claims that join separate words, and one for each speaker and addressee.
fn claims(extraction: &Extraction) -> Vec<Claim> {
    let span = |id: MentionId| extraction.mentions[id.index()].span;
    let apart = |claim: &&Claim| {
        let (source, target) = (span(claim.source), span(claim.target));
        !source.is_within(target) && !target.is_within(source)
    };
    let mut claims: Vec<Claim> = extraction.claims.iter().filter(apart).cloned().collect();
    for statement in &extraction.statements {
        for &source in &statement.speakers {
            claims.extend(statement.addressees.iter().map(|&target| Claim {
                kind: EdgeKind::SAID_TO,
                source,
                target,
                modality: Modality::Actual,
                modality_cue: None,
                asserted_by: Vec::new(),
                when: None,
                evidence: statement.sentences,
                trigger: statement.cue.unwrap_or(statement.span),
                statement: None,
                rule: "said-to".into(),
                confidence: 1.0,
            }));
        }
    }
    claims
}

struct Judge<'e> {
    extraction: &'e Extraction,
    claims: Vec<Claim>,
    text: &'e str,
}

impl Judge<'_> {
    fn count(
        &self,
        relations: &[Relation],
        gold: &[&Gold],
        tallies: &mut BTreeMap<String, Tally>,
        errors: &mut usize,
    ) {
        let mut bytes: Vec<usize> = self.text.char_indices().map(|(byte, _)| byte).collect();
        bytes.push(self.text.len());
        let span = |start: usize, end: usize| {
            Some(Span::at(*bytes.get(start)?, *bytes.get(end.min(bytes.len() - 1))?))
        };
        let ends = |one: &Gold| {
            Some((span(one.source_begin, one.source_end)?, span(one.target_begin, one.target_end)?))
        };
        let mut used: BTreeSet<usize> = BTreeSet::new();
        for relation in relations {
            let mut wanted: BTreeSet<Ends> = BTreeSet::new();
            for (source, target) in
                gold.iter().filter(|one| one.relation == relation.name).filter_map(|one| ends(one))
            {
                if !(relation.mutual && wanted.contains(&(target, source))) {
                    wanted.insert((source, target));
                }
            }
            let tally = tallies.entry(relation.name.clone()).or_default();
            tally.gold += wanted.len();
            for (source, target) in &wanted {
                let hits: Vec<usize> = (0..self.claims.len())
                    .filter(|&number| self.states(&self.claims[number], relation, (*source, *target)))
                    .collect();
                tally.recalled += usize::from(!hits.is_empty());
                for hit in &hits {
                    let new = used.insert(*hit);
                    tally.found += usize::from(new);
                    tally.right += usize::from(new);
                }
                if hits.is_empty() && *errors > 0 {
                    *errors -= 1;
                    let around = self.around(source.start.min(target.start), source.end.max(target.end));
                    println!(
                        "missed {} [{}] [{}]: {around}",
                        relation.name,
                        source.of(self.text),
                        target.of(self.text)
                    );
                }
            }
        }
        for (number, claim) in self.claims.iter().enumerate() {
            let relation =
                relations.iter().find(|one| one.kinds.iter().any(|kind| kind == claim.kind.as_str()));
            let Some(relation) = relation.filter(|_| !used.contains(&number) && tells(claim)) else {
                continue;
            };
            tallies.entry(relation.name.clone()).or_default().found += 1;
            if *errors > 0 {
                *errors -= 1;
                let words = |id: MentionId| self.extraction.mentions[id.index()].span.of(self.text);
                println!(
                    "extra  {} [{}] {} [{}] by {}: {}",
                    relation.name,
                    words(claim.source),
                    claim.kind,
                    words(claim.target),
                    claim.rule,
                    claim.evidence.of(self.text).replace('\n', " ")
                );
            }
        }
    }

    fn states(&self, claim: &Claim, relation: &Relation, (source, target): Ends) -> bool {
        let names = |id: MentionId, end: Span| self.names(id, end, claim.evidence);
        relation.kinds.iter().any(|kind| kind == claim.kind.as_str())
            && tells(claim)
            && (names(claim.source, source) && names(claim.target, target)
                || relation.mutual && names(claim.source, target) && names(claim.target, source))
    }

    /// Whether the mention, or another of its thing inside the evidence, overlaps the end of a relation.
    fn names(&self, id: MentionId, end: Span, evidence: Span) -> bool {
        let chain = self.extraction.chains.iter().find(|chain: &&Chain| chain.mentions.contains(&id));
        let same = chain.map_or(std::slice::from_ref(&id), |chain| chain.mentions.as_slice());
        same.iter().chain([&id]).any(|one| {
            let span = self.extraction.mentions[one.index()].span;
            (*one == id || span.is_within(evidence)) && span.start < end.end && end.start < span.end
        })
    }

    fn around(&self, start: u32, end: u32) -> String {
        let floor = |at: usize| (0..=at).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or_default();
        let from = floor((start as usize).saturating_sub(60));
        let to = floor((end as usize + 60).min(self.text.len()));
        self.text[from..to].replace('\n', " ")
    }
}

/// What is not so, re3d does not tell.
fn tells(claim: &Claim) -> bool {
    !matches!(claim.modality, Modality::Negated | Modality::Denied)
}
