//! When an event was, where the sentence of a claim does not say it: by what the document says of the event elsewhere.

use crate::claim::when;
use crate::lexicon::modality::ModalityLexicon;
use crate::model::Annotated;
use crate::model::BlockKind;
use crate::model::Chain;
use crate::model::Claim;
use crate::model::EdgeKind;
use crate::model::Mention;
use crate::model::MentionId;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::When;

/// The claims about events of which the document gives one certain day get that day where they have none.
///
/// A heading tells of what the paper under it is about, so it has the paper's date: *Memorandum of Conversation between ...*.
pub(super) fn dated(
    doc: &Annotated<'_>,
    mentions: &[Mention],
    chains: &[Chain],
    lexicon: &ModalityLexicon,
    mut claims: Vec<Claim>,
) -> Vec<Claim> {
    let events = chains.iter().filter(|chain| chain.kind == NodeKind::EVENT);
    let days: Vec<(&Chain, When)> =
        events.filter_map(|chain| Some((chain, day(doc, mentions, chain, lexicon)?))).collect();
    let published = doc.document.date.map(When::Date);
    for claim in &mut claims {
        if claim.when.is_some() || !matches!(claim.modality, Modality::Actual | Modality::Planned) {
            continue;
        }
        let known = |end: MentionId| {
            days.iter().find(|(chain, _)| chain.mentions.contains(&end)).map(|(_, day)| *day)
        };
        let is_one = |kinds: &[EdgeKind]| kinds.contains(&claim.kind);
        let occasion =
            if is_one(&[EdgeKind::ATTENDED, EdgeKind::MET_WITH]) && in_heading(doc, claim.source, mentions) {
                published
            } else if is_one(&[EdgeKind::ATTENDED, EdgeKind::HOSTS]) {
                known(claim.target)
            } else if is_one(&[EdgeKind::LOCATED_IN]) {
                known(claim.source)
            } else {
                None
            };
        let future =
            |when: &When| doc.document.date.is_some_and(|today| when.first_day() > Some(today.last_day()));
        claim.when = occasion.filter(|when| future(when) == (claim.modality == Modality::Planned));
    }
    claims
}

/// The one day that the mentions of an event give it.
fn day(doc: &Annotated<'_>, mentions: &[Mention], chain: &Chain, lexicon: &ModalityLexicon) -> Option<When> {
    let found = chain.mentions.iter().filter_map(|&id| {
        let mention = mentions.get(id.index())?;
        when::of(doc, mention.head as usize, mentions, lexicon)
    });
    let mut days = found.filter(|when| when.first_day().is_some() && when.first_day() == when.last_day());
    let first = days.next()?;
    days.all(|other| other == first).then_some(first)
}

fn in_heading(doc: &Annotated<'_>, id: MentionId, mentions: &[Mention]) -> bool {
    mentions.get(id.index()).is_some_and(|mention| {
        doc.sentences[doc.sentence_of(mention.head as usize)].kind == BlockKind::Heading
    })
}
