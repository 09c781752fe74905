//! How fast the stages are, in words per second, on the texts of `examples/texts`: `cargo bench`.
//!
//! The figures of the stages are those of one thread; `end_to_end` goes from the bytes of a file to its fragment of the graph.

#![expect(clippy::expect_used, reason = "what cannot be measured stops the measurement")]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use diplograph::annotate::conllu;
use diplograph::claim::attribution;
use diplograph::claim::relation;
use diplograph::coreference;
use diplograph::mention;
use diplograph::model::Annotated;
use diplograph::model::Chain;
use diplograph::model::Document;
use diplograph::model::Fragment;
use diplograph::model::Mention;
use diplograph::model::Statement;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;
use diplograph::read;
use diplograph::read::ReadOptions;
use divan::Bencher;
use divan::black_box;
use divan::counter::ItemsCount;

/// A file of the examples.
struct File {
    path: String,
    bytes: Vec<u8>,
}

static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/texts");
    let sources = read::discover(&[folder]);
    let paths = sources.into_iter().map(|source| source.expect("the examples are there").path());
    paths.map(|path| File { bytes: fs::read(&path).expect("the examples can be read"), path }).collect()
});

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::load(PipelineOptions::default()).expect("the embedded data are sound"));

static DOCUMENTS: LazyLock<Vec<Document>> = LazyLock::new(|| FILES.iter().map(read_file).collect());

/// The documents after each stage.
struct Found {
    annotated: Annotated<'static>,
    mentions: Vec<Mention>,
    chains: Vec<Chain>,
    statements: Vec<Statement>,
}

static STAGES: LazyLock<Vec<Found>> = LazyLock::new(|| {
    let lexicon = PIPELINE.lexicon();
    let documents = DOCUMENTS.iter();
    documents
        .map(|document| {
            let annotated = PIPELINE.annotator().annotate(document);
            let mentions = mention::find(&annotated, lexicon);
            let chains = coreference::chains(&annotated, &mentions, lexicon);
            let statements = attribution::find(&annotated, &mentions, &chains, &lexicon.cues);
            Found { annotated, mentions, chains, statements }
        })
        .collect()
});

fn read_file(file: &File) -> Document {
    let mut documents = read::load_bytes(&file.path, file.bytes.clone(), &ReadOptions::default());
    documents.pop().expect("each example is one text").expect("the examples are sound")
}

fn words() -> ItemsCount {
    let prose = DOCUMENTS.iter().flat_map(|document| {
        document.blocks.iter().flat_map(|block| &block.spans).map(|span| span.of(&document.text))
    });
    ItemsCount::new(prose.map(|prose| prose.split_whitespace().count()).sum::<usize>())
}

fn main() {
    LazyLock::force(&STAGES);
    divan::main();
}

/// From nothing to a pipeline that is ready.
#[divan::bench]
fn start() -> Pipeline {
    Pipeline::load(PipelineOptions::default()).expect("the embedded data are sound")
}

#[divan::bench]
fn read(bencher: Bencher) {
    bencher.counter(words()).bench(|| FILES.iter().map(read_file).map(black_box).for_each(drop));
}

#[divan::bench]
fn annotate(bencher: Bencher) {
    let annotator = PIPELINE.annotator();
    bencher
        .counter(words())
        .bench(|| DOCUMENTS.iter().map(|d| annotator.annotate(d)).map(black_box).for_each(drop));
}

/// Words to tags, trees and lemmas, without dividing text and without names; counted in the words of treebanks.
#[divan::bench]
fn trees(bencher: Bencher) {
    let mut rows = Vec::new();
    for stage in STAGES.iter() {
        conllu::write(&stage.annotated, &mut rows).expect("memory takes all");
    }
    let rows = String::from_utf8(rows).expect("texts are Unicode");
    let sentences = conllu::read("texts", &rows).expect("what is written can be read");
    let annotator = PIPELINE.annotator();
    bencher
        .counter(ItemsCount::new(sentences.iter().map(|sentence| sentence.words.len()).sum::<usize>()))
        .bench(|| annotator.evaluate(black_box(&sentences)));
}

#[divan::bench]
fn mentions(bencher: Bencher) {
    let lexicon = PIPELINE.lexicon();
    bencher
        .counter(words())
        .bench(|| STAGES.iter().map(|s| mention::find(&s.annotated, lexicon)).map(black_box).for_each(drop));
}

#[divan::bench]
fn chains(bencher: Bencher) {
    let lexicon = PIPELINE.lexicon();
    bencher.counter(words()).bench(|| {
        STAGES
            .iter()
            .map(|s| coreference::chains(&s.annotated, &s.mentions, lexicon))
            .map(black_box)
            .for_each(drop);
    });
}

#[divan::bench]
fn statements(bencher: Bencher) {
    let cues = &PIPELINE.lexicon().cues;
    bencher.counter(words()).bench(|| {
        let found = STAGES.iter().map(|s| attribution::find(&s.annotated, &s.mentions, &s.chains, cues));
        found.map(black_box).for_each(drop);
    });
}

#[divan::bench]
fn claims(bencher: Bencher) {
    let (lexicon, schema) = (PIPELINE.lexicon(), PIPELINE.schema());
    bencher.counter(words()).bench(|| {
        let found = STAGES
            .iter()
            .map(|s| relation::find(&s.annotated, &s.mentions, &s.chains, &s.statements, lexicon, schema));
        found.map(black_box).for_each(drop);
    });
}

#[divan::bench]
fn resolve_and_build(bencher: Bencher) {
    let fragments: Vec<Fragment> = DOCUMENTS.iter().map(|document| PIPELINE.fragment(document)).collect();
    bencher.counter(words()).bench(|| PIPELINE.graph(&fragments));
}

#[divan::bench]
fn end_to_end(bencher: Bencher) {
    bencher.counter(words()).bench(|| {
        FILES.iter().map(|file| PIPELINE.fragment(&read_file(file))).map(black_box).for_each(drop);
    });
}
