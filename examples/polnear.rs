//! Measures attribution on `PolNeAR`: token F1 of source, cue and content.
//!
//! ```sh
//! cargo run --release --example polnear -- ../shared/data/polnear/dev [--errors N] [--article NAME]
//! ```
//!
//! A token belongs to at most one attribution there; of nested statements the outermost counts here too. `PolNeAR` counts
//! quotation marks and *that* as content, diplograph does not: they are added before counting. `PolNeAR` also counts what
//! somebody wants, plans or doubts without a word; these attitudes are found apart from the statements, and counted here.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command: what it finds is for people")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use diplograph::annotate::Annotator;
use diplograph::claim::attribution;
use diplograph::coreference;
use diplograph::lexicon::Lexicon;
use diplograph::mention;
use diplograph::model::{Annotated, Span, Statement};
use diplograph::read::{ReadOptions, from_text};
use diplograph::resource::Resources;
use diplograph::schema::Schema;

const ROLES: [&str; 3] = ["Source", "Cue", "Content"];

/// One attribution as tokens of each role.
type Roles = [Vec<usize>; 3];

#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments.first().ok_or("usage: polnear FOLDER [--errors N] [--article NAME]")?;
    let option = |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1));
    let mut errors: usize = option("--errors").map_or(Ok(0), |n| n.parse())?;
    let data = Resources::data(&[]);
    let schema = Schema::load(&Resources::schema(&[]))?;
    let lexicon = Lexicon::load(&data, &schema)?;
    let annotator = Annotator::load(&data)?;
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut paths: Vec<_> =
        fs::read_dir(Path::new(folder).join("attributions"))?.collect::<Result<_, _>>()?;
    paths.sort_by_key(std::fs::DirEntry::path);
    for entry in paths {
        let path = entry.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if option("--article").is_some_and(|wanted| !stem.contains(wanted.as_str())) {
            continue;
        }
        // NAME_ANNOTATOR.ann
        let article = stem.rsplit_once('_').map_or(stem.as_str(), |(name, _)| name);
        let text = fs::read_to_string(Path::new(folder).join("text").join(format!("{article}.txt")))?;
        let document = from_text(article, &text, &ReadOptions::default())?;
        let annotated = annotator.annotate(&document);
        let mentions = mention::find(&annotated, &lexicon);
        let chains = coreference::chains(&annotated, &mentions, &lexicon);
        let statements = attribution::find(&annotated, &mentions, &chains, &lexicon.cues);
        let gold = gold(&annotated, &text, &fs::read_to_string(&path)?);
        let attitudes = attribution::attitudes(&annotated, &mentions, &chains, &lexicon.cues, &statements);
        let mut found = attributions(&annotated, &statements);
        found.extend(
            attitudes
                .iter()
                .map(|attitude| roles(&annotated, attitude.source, Some(attitude.cue), &attitude.content)),
        );
        count(&mut counts, annotated.tokens.len(), &gold, &found);
        show(&annotated, article, &gold, &found, &mut errors);
    }
    println!("{:12}{:>8}{:>8}{:>8}", "", "P", "R", "F1");
    for (label, count) in &counts {
        let (p, r) = (share(count.right, count.found), share(count.right, count.gold));
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        println!("{label:12}{p:8.3}{r:8.3}{f1:8.3}");
    }
    Ok(())
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// One attribution for each statement that stands in no other one; a quotation that goes on without a cue belongs to
/// the attribution before it, as it does in `PolNeAR`.
fn attributions(annotated: &Annotated<'_>, statements: &[Statement]) -> Vec<Roles> {
    let mut found: Vec<Roles> = Vec::new();
    for statement in statements.iter().filter(|statement| statement.within.is_none()) {
        let [source, cue, content] = roles(annotated, statement.source, statement.cue, &statement.content);
        match found.last_mut() {
            Some(last) if statement.cue.is_none() => last[2].extend(content),
            _ => found.push([source, cue, content]),
        }
    }
    found
}

fn tokens_of(annotated: &Annotated<'_>, spans: &[Span]) -> Vec<usize> {
    spans.iter().flat_map(|&span| annotated.tokens_in(span)).collect()
}

/// The tokens of each role, with quotation marks and *that* counted as content.
fn roles(annotated: &Annotated<'_>, source: Option<Span>, cue: Option<Span>, said: &[Span]) -> Roles {
    let mut content = Vec::new();
    for &span in said {
        let mut range = annotated.tokens_in(span);
        let form = |token: usize| annotated.form(token);
        while range.start > 0 && (is_mark(form(range.start - 1)) || form(range.start - 1) == "that") {
            range.start -= 1;
        }
        if range.end + 1 < annotated.tokens.len() && form(range.end) == "," && is_mark(form(range.end + 1)) {
            range.end += 1;
        }
        while range.end < annotated.tokens.len() && is_mark(form(range.end)) {
            range.end += 1;
        }
        content.extend(range);
    }
    let of = |span: Option<Span>| span.map_or_else(Vec::new, |span| tokens_of(annotated, &[span]));
    [source_words(annotated, of(source)), of(cue), content]
}

/// Of *the envoy, who* `PolNeAR` counts *who* alone; of *the envoy, a lawyer,* the last comma too.
fn source_words(annotated: &Annotated<'_>, mut tokens: Vec<usize>) -> Vec<usize> {
    let form = |token: usize| annotated.form(token);
    if let Some(&last) = tokens.last() {
        if tokens.len() > 1 && matches!(form(last), "who" | "which" | "that") {
            return vec![last];
        }
        let inner = tokens.iter().any(|&token| form(token) == ",");
        if inner && last + 1 < annotated.tokens.len() && form(last + 1) == "," {
            tokens.push(last + 1);
        }
    }
    tokens
}

fn is_mark(form: &str) -> bool {
    matches!(form, "\"" | "“" | "”" | "''" | "``" | "‘" | "’" | "'" | "`")
}

/// The attributions of a brat file.
fn gold(annotated: &Annotated<'_>, text: &str, brat: &str) -> Vec<Roles> {
    let mut bytes: Vec<u32> = text.char_indices().map(|(byte, _)| byte as u32).collect();
    bytes.push(text.len() as u32);
    let mut spans: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    let mut found = Vec::new();
    for line in brat.lines() {
        let mut fields = line.splitn(3, '\t');
        let (Some(id), Some(body)) = (fields.next(), fields.next()) else { continue };
        if id.starts_with('T') {
            let Some((_, offsets)) = body.split_once(' ') else { continue };
            let parts = offsets.split(';').filter_map(|part| {
                let (start, end) = part.split_once(' ')?;
                let at = |n: &str| n.parse().ok().and_then(|n: usize| bytes.get(n).copied());
                Some(Span::new(at(start)?, at(end)?))
            });
            spans.insert(id, parts.collect());
        } else if id.starts_with('E') {
            let mut roles = Roles::default();
            for part in body.split(' ') {
                let Some((role, id)) = part.split_once(':') else { continue };
                let role = ROLES.iter().position(|name| role.trim_end_matches(char::is_numeric) == *name);
                if let (Some(role), Some(spans)) = (role, spans.get(id)) {
                    roles[role].extend(tokens_of(annotated, spans));
                }
            }
            found.push(roles);
        }
    }
    found
}

/// One label for each token and role: first token of its span, further token, none.
fn labels(tokens: usize, attributions: &[Roles], role: usize) -> Vec<Option<bool>> {
    let mut labels = vec![None; tokens];
    for roles in attributions {
        for (number, &token) in roles[role].iter().enumerate() {
            if labels[token].is_none() {
                labels[token] = Some(number == 0);
            }
        }
    }
    labels
}

fn count(counts: &mut BTreeMap<String, Count>, tokens: usize, gold: &[Roles], found: &[Roles]) {
    for (role, name) in ROLES.iter().enumerate() {
        let pairs = labels(tokens, gold, role).into_iter().zip(labels(tokens, found, role));
        for (gold, found) in pairs {
            for (first, suffix) in [(true, "B"), (false, "I")] {
                let count = counts.entry(format!("{name} {suffix}")).or_default();
                count.gold += usize::from(gold == Some(first));
                count.found += usize::from(found == Some(first));
                count.right += usize::from(gold == Some(first) && found == Some(first));
            }
        }
    }
}

/// Prints attributions that only one side has, or that differ.
fn show(annotated: &Annotated<'_>, article: &str, gold: &[Roles], found: &[Roles], left: &mut usize) {
    let words =
        |tokens: &[usize]| tokens.iter().map(|&token| annotated.form(token)).collect::<Vec<_>>().join(" ");
    let print = |kind: &str, roles: &Roles| {
        println!("{kind} [{article}] {} | {} | {}", words(&roles[0]), words(&roles[1]), words(&roles[2]));
    };
    let meets = |one: &Roles, other: &Roles| one[2].iter().any(|token| other[2].contains(token));
    for wanted in gold {
        if *left == 0 {
            return;
        }
        let near = found.iter().find(|one| meets(wanted, one));
        match near {
            None => print("missed ", wanted),
            Some(near) if near != wanted => {
                print("gold   ", wanted);
                print("  found", near);
            }
            Some(_) => continue,
        }
        *left -= 1;
    }
    for extra in found.iter().filter(|extra| !gold.iter().any(|wanted| meets(wanted, extra))) {
        if *left == 0 {
            return;
        }
        print("extra  ", extra);
        *left -= 1;
    }
}
