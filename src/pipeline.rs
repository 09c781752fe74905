//! From texts to graph: the only file that names every stage.

use std::path::PathBuf;

use rayon::prelude::*;

use crate::annotate::Annotator;
use crate::claim;
use crate::coreference;
use crate::error::Error;
use crate::error::Result;
use crate::graph;
use crate::graph::KnowledgeGraph;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::mention;
use crate::model::Annotated;
use crate::model::Document;
use crate::model::Extraction;
use crate::model::Fragment;
use crate::model::Judgement;
use crate::read::ReadOptions;
use crate::read::Source;
use crate::resolve;
use crate::resolve::Background;
use crate::resolve::Resolved;
use crate::resource::Resources;
use crate::schema::Schema;

/// What a pipeline is made of.
#[derive(Debug, Clone, Default)]
pub struct PipelineOptions {
    /// Folders laid over the embedded `schema/`.
    pub schema: Vec<PathBuf>,
    /// Folders laid over the embedded `data/`.
    pub lexicon: Vec<PathBuf>,
    /// How files are read.
    pub read: ReadOptions,
    /// Whether the graph leaves out the texts.
    pub without_text: bool,
    /// What the user decided on nodes and edges.
    pub judgements: Vec<Judgement>,
}

/// Is told how far the work has come; the calls come from several threads.
pub trait Observer: Sync {
    /// A document has been extracted.
    fn document_done(&self, _document: &Document) {}

    /// A source has been read and its documents extracted.
    fn source_done(&self, source: &Source);
}

/// Hears nothing.
impl Observer for () {
    fn source_done(&self, _: &Source) {}
}

/// A graph, and what could not be put into it.
#[derive(Debug)]
pub struct Build {
    /// The graph of all documents that could be read.
    pub graph: KnowledgeGraph,
    /// One error for each document that was skipped, in the order of the sources.
    pub skipped: Vec<Error>,
    /// Judgements that found nothing to decide on.
    pub idle: Vec<Judgement>,
}

/// All that the stages need, loaded once and shared by all threads.
#[derive(Debug)]
pub struct Pipeline {
    options: PipelineOptions,
    schema: Schema,
    lexicon: Lexicon,
    annotator: Annotator,
}

impl Pipeline {
    /// Loads schema, lexicon and model.
    ///
    /// # Errors
    /// Where a file of `schema/` or `data/`, or of the user's folders over them, is wrong.
    pub fn load(options: PipelineOptions) -> Result<Self> {
        let schema = Schema::load(&Resources::schema(&options.schema))?;
        let data = Resources::data(&options.lexicon);
        let lexicon = Lexicon::load(&data, &schema)?;
        let annotator = Annotator::load(&data)?;
        Ok(Self { options, schema, lexicon, annotator })
    }

    /// The ontology.
    #[must_use]
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// What is known of language and world.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Tagger, parser and tokenizer.
    #[must_use]
    pub fn annotator(&self) -> &Annotator {
        &self.annotator
    }

    /// Reads everything out of one document.
    #[must_use]
    pub fn extract(&self, document: &Document) -> Extraction {
        self.extract_annotated(&self.annotator.annotate(document))
    }

    /// Reads everything out of a document whose words and trees are known.
    #[must_use]
    pub fn extract_annotated(&self, doc: &Annotated<'_>) -> Extraction {
        let mentions = mention::find(doc, &self.lexicon);
        let mut chains = coreference::chains(doc, &mentions, &self.lexicon);
        let mut statements = claim::attribution::find(doc, &mentions, &chains, &self.lexicon.cues);
        coreference::join_speakers(&mentions, &mut chains, &statements);
        claim::stance::add(doc, &mentions, &chains, &self.lexicon.stance, &mut statements);
        let claims = claim::relation::find(doc, &mentions, &chains, &statements, &self.lexicon, &self.schema);
        Extraction { document: doc.document.id.clone(), mentions, chains, claims, statements }
    }

    /// The extraction of a document in a form that outlives its text.
    #[must_use]
    pub fn fragment(&self, document: &Document) -> Fragment {
        Fragment::new(document, &self.extract(document), !self.options.without_text)
    }

    /// Resolves the fragments of a corpus and builds their graph. Their order does not matter.
    #[must_use]
    pub fn graph(&self, fragments: &[Fragment]) -> KnowledgeGraph {
        self.judged_graph(fragments).0
    }

    /// The graph, and the judgements that found nothing to decide on.
    fn judged_graph(&self, fragments: &[Fragment]) -> (KnowledgeGraph, Vec<Judgement>) {
        let judgements = &self.options.judgements;
        let label_of = |entry: &str| self.label_of(entry);
        let members_of = |entry: &str, date: Option<&str>| {
            self.lexicon.gazetteer.entry(entry).map(|entry| entry.members(date)).unwrap_or_default()
        };
        let sets_apart = |word: &str| self.lexicon.mentions.has(WordSet::Distinguishing, word);
        let background = Background {
            label_of: &label_of,
            members_of: &members_of,
            sets_apart: &sets_apart,
            names: &self.lexicon.names,
        };
        let Resolved { resolution, mut idle } = resolve::resolve(fragments, judgements, background);
        let (graph, more) = graph::build(fragments, &resolution, judgements, &self.schema);
        idle.extend(more);
        (graph, idle)
    }

    /// Builds the graph of all sources. A document that cannot be read is skipped and reported, the rest is built.
    pub fn build(&self, sources: &[Source], observer: &dyn Observer) -> Build {
        let outcomes: Vec<Vec<Result<Fragment>>> = sources
            .par_iter()
            .map(|source| {
                let documents = crate::read::load(source, &self.options.read);
                // One file may hold a whole corpus (JSON Lines, a mailbox): its documents are shared out as files are.
                let fragment = |document: Result<Document>| {
                    let document = document?;
                    let fragment = self.fragment(&document);
                    observer.document_done(&document);
                    Ok(fragment)
                };
                let fragments = documents.into_par_iter().map(fragment).collect();
                observer.source_done(source);
                fragments
            })
            .collect();
        let (mut fragments, mut skipped) = (Vec::new(), Vec::new());
        for outcome in outcomes.into_iter().flatten() {
            match outcome {
                Ok(fragment) => fragments.push(fragment),
                Err(error) => skipped.push(error),
            }
        }
        resolve::tell_copies_apart(&mut fragments);
        let (graph, idle) = self.judged_graph(&fragments);
        Build { graph, skipped, idle }
    }

    /// The usual name of what an entry of the gazetteer or an issue area stands for.
    fn label_of(&self, entry: &str) -> Option<String> {
        let topic = entry.strip_prefix("topic.").and_then(|id| self.schema.topics().get(id));
        topic
            .map(|topic| topic.label.clone())
            .or_else(|| self.lexicon.gazetteer.entry(entry).map(|known| known.label.to_string()))
    }
}
