//! Statements as they are kept once the text of the document has been let go.

use serde::{Deserialize, Serialize};

use crate::model::ChainId;
use crate::model::MentionId;
use crate::model::Position;
use crate::model::Quote;
use crate::model::Span;
use crate::model::SpeechAct;
use crate::model::Statement;
use crate::model::StatementForm;
use crate::model::StatementId;
use crate::model::When;

/// Where a speaker stands on chains of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainStance {
    /// For or against.
    pub position: Position,
    /// The words that show it.
    pub words: Quote,
    /// What it is about.
    pub towards: Vec<ChainId>,
}

/// A statement whose speakers and matters are chains of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainStatement {
    /// Who says it; none where it cannot be told.
    pub speakers: Vec<ChainId>,
    /// The words that name the speaker.
    pub source: Option<Quote>,
    /// The words that say that it is said.
    pub cue: Option<Quote>,
    /// The words said.
    pub content: Vec<Quote>,
    /// Cue and content together.
    pub evidence: Quote,
    /// Whose words they are.
    pub form: StatementForm,
    /// What is done by saying it.
    pub act: SpeechAct,
    /// The statement in whose content it stands.
    pub within: Option<StatementId>,
    /// What it is about.
    pub about: Vec<ChainId>,
    /// When it was said.
    pub when: Option<When>,
    /// Where or at which event.
    pub setting: Vec<ChainId>,
    /// To whom.
    pub addressees: Vec<ChainId>,
    /// Where the speaker stands.
    pub stances: Vec<ChainStance>,
    /// The words that tell where, at which event and to whom.
    pub setting_evidence: Option<Quote>,
    /// The whole sentences around it: first character and one past the last.
    pub sentences: (u32, u32),
}

/// What turns places in a document into what is kept of them.
pub(super) struct Places<'e> {
    pub(super) quote: &'e dyn Fn(Span) -> Quote,
    pub(super) place: &'e dyn Fn(Span) -> (u32, u32),
    pub(super) all: &'e dyn Fn(&[MentionId]) -> Vec<ChainId>,
    pub(super) mention: &'e dyn Fn(MentionId) -> Option<Span>,
}

impl ChainStatement {
    pub(super) fn new(statement: &Statement, places: &Places<'_>) -> Self {
        let Places { quote, place, all, mention } = places;
        let about = statement.about.iter().filter_map(|&id| mention(id));
        let told = statement.setting.iter().chain(&statement.addressees).filter_map(|&id| mention(id));
        let stances = statement.stances.iter().map(|stance| ChainStance {
            position: stance.position,
            words: quote(stance.words),
            towards: all(&stance.towards),
        });
        Self {
            speakers: all(&statement.speakers),
            source: statement.source.map(quote),
            cue: statement.cue.map(quote),
            content: statement.content.iter().copied().map(quote).collect(),
            evidence: quote(about.fold(statement.span, reaching)),
            form: statement.form,
            act: statement.act,
            within: statement.within,
            about: all(&statement.about),
            when: statement.when,
            setting: all(&statement.setting),
            addressees: all(&statement.addressees),
            stances: stances.collect(),
            setting_evidence: told.reduce(Span::cover).map(|told| quote(told.cover(statement.span))),
            sentences: place(statement.sentences),
        }
    }
}

/// The span of a statement, widened to the question before it where that names what it is about: *Asked about visas, he said ...*
fn reaching(span: Span, about: Span) -> Span {
    const ASIDE: u32 = 400;
    if about.end <= span.start && span.start - about.end < ASIDE { span.cover(about) } else { span }
}
