//! When an event was, where the sentence of a claim does not say it: by what the document says of the event elsewhere.

use crate::claim::when;
use crate::lexicon::modality::ModalityLexicon;
use crate::model::Annotated;
use crate::model::BlockKind;
use crate::model::Chain;
use crate::model::Claim;
use crate::model::EdgeKind;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::When;

/// How many days before publication an occasion may be that the news is about.
const RECENT: i32 = 7;

/// The claims about events of which the document gives one certain day get that day where they have none.
///
/// What else officials are told to have done on such occasions was on the one day that the document gives for them.
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
        let ahead = occasion.is_some_and(|when| is_future(doc, &when));
        // *the talks*, which the document has on a day to come
        if ahead && claim.modality == Modality::Actual {
            claim.modality = Modality::Planned;
        }
        claim.when = occasion.filter(|_| ahead == (claim.modality == Modality::Planned));
    }
    let own: Vec<(EdgeKind, [Option<usize>; 2], Modality, When)> = claims
        .iter()
        .filter(|claim| is_encounter(&claim.kind) && !in_heading(doc, claim.source, mentions))
        .filter_map(|claim| {
            let when = claim.when?;
            let ends = [claim.source, claim.target].map(|end| chain_of(chains, end));
            Some((claim.kind.clone(), ends, claim.modality, when))
        })
        .collect();
    let ahead: Vec<When> = days.iter().map(|(_, day)| *day).filter(|day| is_future(doc, day)).collect();
    for claim in &mut claims {
        let named =
            || mentions.get(claim.target.index()).is_some_and(|target| target.form == MentionForm::Name);
        let closed =
            claim.when.is_some() || !is_encounter(&claim.kind) || claim.kind == EdgeKind::ATTENDED && named();
        if closed {
            continue;
        }
        let ends = [claim.source, claim.target].map(|end| chain_of(chains, end));
        let shares = |other: &[Option<usize>; 2]| {
            ends.iter().flatten().any(|end| other.contains(&Some(*end)) && is_actor(&chains[*end]))
        };
        let told: Vec<When> = own
            .iter()
            .filter(|(kind, others, modality, _)| {
                // The way to a meeting is not on its day, as far as is known before.
                let alike = claim.modality == Modality::Actual
                    || claim.kind != EdgeKind::VISITS
                    || *kind == EdgeKind::VISITS;
                *modality == claim.modality && alike && shares(others)
            })
            .map(|(_, _, _, when)| *when)
            .collect();
        claim.when = match claim.modality {
            Modality::Actual => one(&told).filter(|when| is_recent(doc, when)),
            Modality::Planned => {
                let meets = claim.kind != EdgeKind::VISITS && told.is_empty();
                one(&told).or_else(|| one(&ahead).filter(|_| meets))
            }
            Modality::Possible | Modality::Negated | Modality::Denied => None,
        };
    }
    claims
}

/// Meetings, visits and being there: what officials do on the occasion that a text is about.
fn is_encounter(kind: &EdgeKind) -> bool {
    [EdgeKind::MET_WITH, EdgeKind::VISITS, EdgeKind::ATTENDED, EdgeKind::HOSTS].contains(kind)
}

fn is_actor(chain: &Chain) -> bool {
    [NodeKind::OFFICIAL, NodeKind::PERSON].contains(&chain.kind)
}

/// The chain of a mention, by its place.
pub(super) fn chain_of(chains: &[Chain], mention: MentionId) -> Option<usize> {
    chains.iter().position(|chain| chain.mentions.contains(&mention))
}

fn is_future(doc: &Annotated<'_>, when: &When) -> bool {
    doc.document.date.is_some_and(|today| when.first_day() > Some(today.last_day()))
}

/// Whether a day is that of the news: what a text tells of officials without a date was then.
fn is_recent(doc: &Annotated<'_>, when: &When) -> bool {
    let (Some(today), Some(day)) = (doc.document.date, when.first_day()) else { return false };
    day.until(today.last_day()).is_ok_and(|span| (0..=RECENT).contains(&span.get_days()))
}

/// The only date that there is, where it is a day.
fn one(days: &[When]) -> Option<When> {
    let first = days.first().copied().filter(|day| day.is_day())?;
    days.iter().all(|day| *day == first).then_some(first)
}

/// The one day that the mentions of an event give it.
fn day(doc: &Annotated<'_>, mentions: &[Mention], chain: &Chain, lexicon: &ModalityLexicon) -> Option<When> {
    let found = chain.mentions.iter().filter_map(|&id| {
        let mention = mentions.get(id.index())?;
        when::of(doc, mention.head as usize, mentions, lexicon)
    });
    let mut days = found.filter(|when| when.is_day());
    let first = days.next()?;
    days.all(|other| other == first).then_some(first)
}

fn in_heading(doc: &Annotated<'_>, id: MentionId, mentions: &[Mention]) -> bool {
    mentions.get(id.index()).is_some_and(|mention| {
        doc.sentences[doc.sentence_of(mention.head as usize)].kind == BlockKind::Heading
    })
}
