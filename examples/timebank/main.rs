//! Measures dates and modality on TimeML files: `cargo run --release --example timebank -- FOLDER.. [--show-dates] [--show-events]`
//!
//! Of each TIMEX3 of type DATE in the text with a value of the calendar: is there a date mention that overlaps it and has
//! its value? References to the present, past or future without a value are left out on both sides. Of each event: is it
//! found to be fact, open or not so as the annotators say by polarity, modality, tense and SLINK?

#![expect(clippy::print_stdout, reason = "it prints figures")]

mod dates;
mod events;
mod timeml;

use std::fs;
use std::path::PathBuf;

use diplograph::annotate::Annotator;
use diplograph::lexicon::dates::DateLexicon;
use diplograph::lexicon::modality::ModalityLexicon;
use diplograph::resource::Resources;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let show = |option: &str| arguments.iter().any(|argument| argument == option);
    let resources = Resources::data(&[]);
    let annotator = Annotator::load(&resources)?;
    let (lexicon, modality) = (DateLexicon::load(&resources)?, ModalityLexicon::load(&resources)?);
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in arguments.iter().filter(|argument| !argument.starts_with("--")) {
        for entry in fs::read_dir(folder)? {
            files.push(entry?.path());
        }
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "tml"));
    files.sort();
    let (mut dates, mut events) = (dates::Dates::default(), events::Events::default());
    for text in files.iter().filter_map(|path| timeml::read(path)) {
        let annotated = annotator.annotate(&text.document);
        dates.add(&text, &annotated, &lexicon, show("--show-dates"));
        events.add(&text, &annotated, &modality, show("--show-events"));
    }
    dates.print();
    events.print();
    Ok(())
}
