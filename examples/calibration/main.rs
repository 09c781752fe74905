//! Draws edges to be judged by reading, and tells how far their confidence holds.
//!
//! ```sh
//! cargo run --release --example calibration -- sample GRAPH.json --seed WORD --count 100 [--table TABLE.csv]
//! cargo run --release --example calibration -- table measurements/edges.csv [--graph GRAPH.json]...
//! cargo run --release --example calibration -- fit measurements/edges.csv --graph GRAPH.json... > data/en/certainty.toml
//! ```
//!
//! `sample` takes the claims (no statements, no mentions of documents) in the order of a hash of seed and edge, so that the same seed
//! draws the same edges, and prints each with its evidence; `--table` writes a table for the verdicts, without any text. `table` reads
//! such tables: precision by band of confidence, family, kind and wording. Verdicts are `right`, `wrong-ends`, `not-stated`, `wrong-modality`,
//! `wrong-kind` and `wrong-asserter`; an edge without a verdict does not count.
//! `--graph` leaves out edges that none of these graphs has any more, and takes the confidence from them. `fit` prints the shares that
//! confidence is made of, from the judged edges that the graphs still have. With `--set SET` both take only the verdicts of such sets: edges
//! drawn before a mend of the errors among them look righter than others.

#![expect(clippy::print_stdout, reason = "a command: what it finds is for people")]

mod fit;
mod judged;
mod sample;
mod table;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [command, graph, rest @ ..] if command == "sample" => sample::sample(graph, rest),
        [command, tables @ ..] if command == "table" && !tables.is_empty() => table::table(tables),
        [command, tables @ ..] if command == "fit" && !tables.is_empty() => fit::fit(tables),
        _ => anyhow::bail!(
            "usage: calibration sample GRAPH.json [--seed WORD] [--count N] [--table FILE] | table FILE... [--graph FILE]... [--set SET]... | \
             fit FILE... --graph FILE... [--set SET]..."
        ),
    }
}
