//! Visits that are still to come: an announcement calls them by a noun as if they had been.

use crate::claim::relation::occasion::chain_of;
use crate::model::Chain;
use crate::model::Claim;
use crate::model::EdgeKind;
use crate::model::Mention;
use crate::model::MentionId;
use crate::model::Modality;
use crate::model::NodeKind;

/// *Oduya will visit Kenya. Her visit to Kenya*: that visit is planned wherever it is named, unless the document tells of one that she
/// made.
pub(super) fn planned(mentions: &[Mention], chains: &[Chain], mut claims: Vec<Claim>) -> Vec<Claim> {
    let planned = |claim: &Claim| claim.kind == EdgeKind::VISITS && claim.modality == Modality::Planned;
    if !claims.iter().any(planned) {
        return claims;
    }
    let chain = |mention: MentionId| chain_of(chains, mention);
    // *Her visit* itself says nothing of whether she made it.
    let event_of = |claim: &Claim| {
        let names = |id: &&MentionId| {
            mentions.get(id.index()).is_some_and(|mention| claim.trigger.is_within(mention.span))
        };
        let events = chains.iter().enumerate().filter(|(_, chain)| chain.kind == NodeKind::EVENT);
        events.filter(|(_, chain)| chain.mentions.iter().any(|id| names(&id))).map(|(event, _)| event).next()
    };
    let visits: Vec<_> = claims
        .iter()
        .filter(|claim| claim.kind == EdgeKind::VISITS)
        .map(|claim| (chain(claim.source), chain(claim.target), claim.modality, event_of(claim)))
        .collect();
    let made = |who| {
        visits
            .iter()
            .any(|(visitor, _, told, noun)| *visitor == who && *told == Modality::Actual && noun.is_none())
    };
    let planned: Vec<_> = visits
        .iter()
        .filter(|(who, goal, told, _)| {
            who.is_some() && goal.is_some() && *told == Modality::Planned && !made(*who)
        })
        .map(|(who, goal, _, _)| (*who, *goal))
        .collect();
    let to_come: Vec<usize> = visits
        .iter()
        .filter(|(who, goal, _, _)| planned.contains(&(*who, *goal)))
        .filter_map(|(_, _, _, noun)| *noun)
        .collect();
    for claim in claims.iter_mut().filter(|claim| claim.modality == Modality::Actual) {
        let event = match &claim.kind {
            kind if *kind == EdgeKind::ATTENDED || *kind == EdgeKind::HOSTS => chain(claim.target),
            kind if *kind == EdgeKind::LOCATED_IN => chain(claim.source),
            kind if *kind == EdgeKind::VISITS => event_of(claim),
            _ => None,
        };
        if event.is_some_and(|event| to_come.contains(&event)) {
            claim.modality = Modality::Planned;
        }
    }
    claims
}
