//! What is known of the language and the world, loaded from `data/`.

pub mod amounts;
pub mod attitudes;
pub mod cues;
pub mod dates;
pub mod modality;
pub mod numbers;
pub mod relations;
pub mod stance;
pub mod subject_matter;

mod antecedents;
mod cue;
mod entry;
mod fold;
mod gazetteer;
mod mention_words;
mod modality_effect;
mod modality_file;
mod modality_grammar;
mod names;
mod nouns;
mod phrase_index;
mod surnames;
mod title_match;
mod titles;
mod topics;

pub use antecedents::AntecedentWeights;
pub use entry::{Entry, NameRole, Office};
pub use fold::fold;
pub(crate) use gazetteer::COLUMNS;
pub use gazetteer::{Gazetteer, Reading};
pub use mention_words::{MentionWords, Pronoun, WordSet};
pub use names::PersonNames;
pub use nouns::{NounSense, Nouns, WordRole};
pub use phrase_index::{Hit, PhraseIndex};
pub use title_match::{ActsFor, TitleClass, TitleMatch, TitleModifier};
pub use titles::Titles;
pub use topics::{TopicMatch, TopicPhrases};

use crate::error::Result;
use crate::lexicon::amounts::AmountLexicon;
use crate::lexicon::cues::CueLexicon;
use crate::lexicon::dates::DateLexicon;
use crate::lexicon::modality::ModalityLexicon;
use crate::lexicon::relations::RelationLexicon;
use crate::lexicon::stance::StanceLexicon;
use crate::lexicon::subject_matter::SubjectMatterLexicon;
use crate::resource::Resources;
use crate::schema::Schema;

/// Everything that is loaded from `data/`, one field for each part.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// Names of countries, bodies, organizations, places and office holders.
    pub gazetteer: Gazetteer,
    /// Words of persons' names.
    pub names: PersonNames,
    /// Titles of officials.
    pub titles: Titles,
    /// Head nouns by the kind of thing that they name.
    pub nouns: Nouns,
    /// The words for the issue areas of the schema.
    pub topics: TopicPhrases,
    /// Words behind which an issue stands.
    pub subject_matter: SubjectMatterLexicon,
    /// Small closed sets of words by which mentions are delimited and joined.
    pub mentions: MentionWords,
    /// Words of dates and periods.
    pub dates: DateLexicon,
    /// Words of sums and quantities.
    pub amounts: AmountLexicon,
    /// Words by which a text says that somebody says something.
    pub cues: CueLexicon,
    /// Words that make a claim planned, possible, negated or denied.
    pub modality: ModalityLexicon,
    /// Words that show where a speaker stands.
    pub stance: StanceLexicon,
    /// How relations are worded.
    pub relations: RelationLexicon,
}

impl Lexicon {
    /// Loads `data/` with the user's folders over it.
    ///
    /// # Errors
    /// Where a file is wrong, with file and line.
    pub fn load(resources: &Resources, schema: &Schema) -> Result<Self> {
        Ok(Self {
            gazetteer: Gazetteer::load(resources, schema)?,
            names: PersonNames::load(resources)?,
            titles: Titles::load(resources)?,
            nouns: Nouns::load(resources, schema)?,
            topics: TopicPhrases::new(schema.topics()),
            subject_matter: SubjectMatterLexicon::load(resources)?,
            mentions: MentionWords::load(resources)?,
            dates: DateLexicon::load(resources)?,
            amounts: AmountLexicon::load(resources)?,
            cues: CueLexicon::load(resources)?,
            modality: ModalityLexicon::load(resources)?,
            relations: RelationLexicon::load(resources, schema)?,
            stance: StanceLexicon::load(resources)?,
        })
    }
}
