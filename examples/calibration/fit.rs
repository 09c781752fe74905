//! Confidence made of verdicts.

use std::collections::BTreeMap;

use diplograph::lexicon::Lexicon;
use diplograph::lexicon::relations::Certainty;
use diplograph::model::EdgeKind;
use diplograph::model::Modality;
use diplograph::model::NodeKind;
use diplograph::resource::Resources;
use diplograph::schema::Schema;

use crate::judged;

/// So many judgements of its kind's share are added to those of a wording, and so many of the whole's to those of a kind: a few
/// verdicts alone say little.
const OF_KIND: f64 = 8.0;
const OF_WHOLE: f64 = 5.0;

/// Wordings with fewer judgements go by their kind.
const LEAST: f64 = 3.0;

/// No claim is surer.
const MOST: f64 = 0.97;

/// The factors move a part of the way in each round, until they hold still.
const ROUNDS: usize = 30;

/// A judged edge: what its shares are looked up by, and what the way to its ends leaves of them.
struct Row {
    rule: String,
    kind: String,
    modality: Modality,
    target: NodeKind,
    way: f64,
    right: f64,
}

#[derive(Default)]
struct Shares {
    wordings: BTreeMap<String, f64>,
    kinds: BTreeMap<String, f64>,
    modality: BTreeMap<Modality, f64>,
    target: BTreeMap<NodeKind, f64>,
}

impl Shares {
    fn plain(&self, row: &Row) -> f64 {
        let of_kind = || self.kinds.get(&row.kind).copied().unwrap_or(MOST);
        self.wordings.get(&row.rule).copied().unwrap_or_else(of_kind)
    }

    fn left(&self, row: &Row) -> f64 {
        let modality = self.modality.get(&row.modality).copied().unwrap_or(1.0);
        row.way * modality * self.target.get(&row.target).copied().unwrap_or(1.0)
    }

    /// Shares of right edges, of those that way, modality and target leave, drawn towards `prior` as if `weight` more were judged.
    fn drawn<'r>(
        &self,
        rows: &'r [Row],
        key: impl Fn(&'r Row) -> &'r str,
        prior: impl Fn(&Row) -> f64,
        weight: f64,
    ) -> BTreeMap<String, f64> {
        let mut sums: BTreeMap<&str, (f64, f64, f64)> = BTreeMap::new();
        for row in rows {
            let sum = sums.entry(key(row)).or_default();
            *sum = (sum.0 + self.left(row), sum.1 + row.right, prior(row));
        }
        let share =
            |(left, right, prior): (f64, f64, f64)| ((right + weight * prior) / (left + weight)).min(MOST);
        sums.into_iter().map(|(key, sum)| (key.to_owned(), share(sum))).collect()
    }

    /// By how much the edges of one sort are righter or wronger than their shares say.
    fn ratio(&self, rows: &[Row], of_sort: impl Fn(&Row) -> bool) -> f64 {
        let of_sort = rows.iter().filter(|row| of_sort(row));
        let sums = of_sort.fold((LEAST, LEAST), |(right, said), row| {
            (right + row.right, said + self.plain(row) * self.left(row))
        });
        (sums.0 / sums.1).sqrt()
    }
}

/// Prints `certainty.toml` anew, from the verdicts on edges that the graphs still have.
pub(crate) fn fit(files: &[String]) -> anyhow::Result<()> {
    let (judged, Some(present)) = judged::read(files)? else { anyhow::bail!("fit needs --graph FILE") };
    let lexicon = Lexicon::load(&Resources::data(&[]), &Schema::load(&Resources::schema(&[]))?)?;
    let now = &lexicon.relations.certainty;
    let rows: Vec<Row> = judged
        .into_iter()
        .filter_map(|row| {
            let edge = present.get(&row.edge)?;
            let (modality, target) = (edge.modality, edge.target.clone());
            let said = now.of_wording(&edge.rule, &EdgeKind::named(row.kind.as_str()), 1.0)
                * now.left_by(modality, &target);
            Some(Row {
                way: (edge.confidence / f64::from(said)).min(1.0),
                rule: edge.rule.clone(),
                kind: row.kind,
                modality,
                target,
                right: f64::from(u8::from(row.verdict == "right")),
            })
        })
        .collect();
    print(now, &shares(&rows), &rows);
    Ok(())
}

fn shares(rows: &[Row]) -> Shares {
    let mut shares = Shares::default();
    for modality in [Modality::Planned, Modality::Possible] {
        shares.modality.insert(modality, 1.0);
    }
    for target in [NodeKind::ORGANIZATION, NodeKind::AGENCY, NodeKind::TOPIC, NodeKind::EVENT] {
        shares.target.insert(target, 1.0);
    }
    for _ in 0..ROUNDS {
        let left: f64 = rows.iter().map(|row| shares.left(row)).sum();
        let whole = rows.iter().map(|row| row.right).sum::<f64>() / left.max(1.0);
        shares.kinds = shares.drawn(rows, |row| &row.kind, |_| whole, OF_WHOLE);
        let kinds = shares.kinds.clone();
        let of_kind = |row: &Row| kinds.get(&row.kind).copied().unwrap_or(whole);
        shares.wordings = shares.drawn(rows, |row| &row.rule, of_kind, OF_KIND);
        for modality in shares.modality.clone().into_keys() {
            let ratio = shares.ratio(rows, |row| row.modality == modality);
            shares.modality.entry(modality).and_modify(|share| *share = (*share * ratio).min(1.0));
        }
        for target in shares.target.clone().into_keys() {
            let ratio = shares.ratio(rows, |row| row.target == target);
            shares.target.entry(target).and_modify(|share| *share = (*share * ratio).min(1.0));
        }
    }
    shares
}

fn print(now: &Certainty, shares: &Shares, rows: &[Row]) {
    println!(
        "# How sure claims are: what share of those judged by reading was right (`examples/calibration` makes this file of measurements/edges.csv).\n\
         # Drawn towards the share of the kind where few were judged. A wording that is not in [wordings] is no surer than its kind in [kinds].\n\n\
         # What each step of inference to a participant leaves of it, and a participant named by a pronoun.\n\
         step = {:.2}\npronoun = {:.2}\n\n[wordings]",
        now.left_by_way(1, false),
        now.left_by_way(0, true)
    );
    for (rule, share) in &shares.wordings {
        if rows.iter().filter(|row| row.rule == *rule).count() as f64 >= LEAST {
            println!("\"{rule}\" = {share:.2}");
        }
    }
    println!("\n[kinds]");
    for (kind, share) in &shares.kinds {
        println!("{kind} = {share:.2}");
    }
    println!(
        "\n# What is left of it where the claim is of such a modality, or ends at such a thing.\n[modality]"
    );
    for (modality, share) in &shares.modality {
        println!("{modality} = {share:.2}");
    }
    // Few negated and denied claims are drawn; they need as much inference as possible ones.
    let possible = shares.modality.get(&Modality::Possible).copied().unwrap_or(1.0);
    println!("negated = {possible:.2}\ndenied = {possible:.2}\n\n[target]");
    for (target, share) in shares.target.iter().filter(|(_, share)| **share < 0.995) {
        println!("{target} = {share:.2}");
    }
}
