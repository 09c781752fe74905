//! How many edges of each sort were right.

use std::collections::BTreeMap;

use diplograph::resource::Resources;
use diplograph::schema::Schema;

use crate::judged;
use crate::judged::Judged;

/// Rows with fewer judgements say nothing.
const LEAST: usize = 5;

#[derive(Default, Clone)]
struct Tally {
    judged: usize,
    right: usize,
    sure: f64,
    faults: BTreeMap<String, usize>,
}

impl Tally {
    fn add(&mut self, row: &Judged) {
        self.judged += 1;
        self.sure += row.confidence;
        if row.verdict == "right" {
            self.right += 1;
        } else {
            *self.faults.entry(row.verdict.clone()).or_default() += 1;
        }
    }

    fn print(&self, name: &str) {
        let of = self.judged.max(1) as f64;
        let faults: Vec<String> =
            self.faults.iter().map(|(fault, count)| format!("{fault} {count}")).collect();
        println!(
            "{name:34}{:6}{:8.2}{:8.2}  {}",
            self.judged,
            self.right as f64 / of,
            self.sure / of,
            faults.join(", ")
        );
    }
}

/// Prints the share of right verdicts by band of confidence, family, kind and wording.
pub(crate) fn table(files: &[String]) -> anyhow::Result<()> {
    let schema = Schema::load(&Resources::schema(&[]))?;
    let (rows, _) = judged::read(files)?;
    let group = |title: &str, least: usize, name: &dyn Fn(&Judged) -> String| {
        let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
        for row in &rows {
            tallies.entry(name(row)).or_default().add(row);
        }
        println!("{title:34}{:>6}{:>8}{:>8}", "judged", "right", "sure");
        for (name, tally) in tallies.iter().filter(|(_, tally)| tally.judged >= least) {
            tally.print(name);
        }
        println!();
    };
    group("confidence", 1, &|row| match (row.confidence * 10.0 + 1e-9) as usize {
        0..=4 => "below .5".to_owned(),
        band @ 5..=8 => format!(".{band} to .{}", band + 1),
        _ => ".9 and above".to_owned(),
    });
    group("at least", 1, &|row| {
        (if row.confidence + 1e-9 >= 0.8 { ".8 and above" } else { "below .8" }).to_owned()
    });
    group("set", 1, &|row| row.set.clone());
    group("family", 1, &|row| {
        let family = schema.edge_kind(&row.kind).and_then(|kind| schema.family(&kind));
        family.map_or_else(String::new, |family| format!("{family:?}").to_lowercase())
    });
    group("modality", 1, &|row| row.modality.clone());
    group("kind", LEAST, &|row| row.kind.clone());
    group("wording", LEAST, &|row| row.rule.clone());
    group("all", 1, &|_| "all".to_owned());
    Ok(())
}
