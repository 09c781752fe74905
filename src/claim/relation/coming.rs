//! Visits that are still to come: an announcement calls them by a noun as if they had been.

use crate::model::Chain;
use crate::model::Claim;
use crate::model::EdgeKind;
use crate::model::MentionId;
use crate::model::Modality;

/// *Oduya will visit Kenya. Her visit to Kenya*: that visit is planned wherever it is named, unless the document tells of one that she made.
pub(super) fn planned(chains: &[Chain], mut claims: Vec<Claim>) -> Vec<Claim> {
    let chain = |mention: MentionId| chains.iter().position(|chain| chain.mentions.contains(&mention));
    let ends = |kind: &EdgeKind| -> Vec<(Option<usize>, Option<usize>, Modality)> {
        let of_kind = claims.iter().filter(|claim| claim.kind == *kind);
        of_kind.map(|claim| (chain(claim.source), chain(claim.target), claim.modality)).collect()
    };
    let (visits, places) = (ends(&EdgeKind::VISITS), ends(&EdgeKind::LOCATED_IN));
    let made = |who: usize| {
        visits.iter().any(|(visitor, _, told)| *visitor == Some(who) && *told == Modality::Actual)
    };
    let goes = |who: usize, event: usize| {
        let planned =
            visits.iter().filter(|(visitor, _, told)| *visitor == Some(who) && *told == Modality::Planned);
        let mut goals = planned.filter_map(|(_, place, _)| *place);
        goals.any(|goal| {
            places.iter().any(|(place_of, place, _)| *place_of == Some(event) && *place == Some(goal))
        })
    };
    let to_come: Vec<usize> = ends(&EdgeKind::ATTENDED)
        .into_iter()
        .filter_map(|(who, event, _)| Some((who?, event?)))
        .filter(|&(who, event)| !made(who) && goes(who, event))
        .map(|(_, event)| event)
        .collect();
    for claim in claims.iter_mut().filter(|claim| claim.modality == Modality::Actual) {
        let event = match &claim.kind {
            kind if *kind == EdgeKind::ATTENDED || *kind == EdgeKind::HOSTS => chain(claim.target),
            kind if *kind == EdgeKind::LOCATED_IN => chain(claim.source),
            _ => None,
        };
        if event.is_some_and(|event| to_come.contains(&event)) {
            claim.modality = Modality::Planned;
        }
    }
    claims
}
