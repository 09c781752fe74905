//! Members of an issue that the sentence lists: *sets priorities, including with respect to smuggling, to piracy and to fraud*.

use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::Annotated;
use crate::model::Claim;
use crate::model::EdgeKind;
use crate::model::Mention;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Upos;

/// What one step from an issue to its listed members leaves of the confidence.
const STEP: f32 = 0.85;

/// Adds to each claim about an issue the same claim about the members that a list behind it names.
pub(super) fn with_members(
    doc: &Annotated<'_>,
    mentions: &[Mention],
    lexicon: &Lexicon,
    claims: Vec<Claim>,
) -> Vec<Claim> {
    let mut all: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        let mut added = Vec::new();
        if claim.kind == EdgeKind::ADDRESSES {
            for member in listed(doc, mentions, lexicon, claim.target) {
                added.push(Claim { target: member, confidence: claim.confidence * STEP, ..claim.clone() });
            }
        }
        all.push(claim);
        all.extend(added);
    }
    let mut kept: Vec<Claim> = Vec::with_capacity(all.len());
    for claim in all {
        let twice = |other: &Claim| {
            (&other.kind, other.source, other.target, other.modality)
                == (&claim.kind, claim.source, claim.target, claim.modality)
        };
        if !kept.iter().rev().take_while(|other| other.evidence.overlaps(claim.evidence)).any(twice) {
            kept.push(claim);
        }
    }
    kept
}

fn listed(doc: &Annotated<'_>, mentions: &[Mention], lexicon: &Lexicon, issue: MentionId) -> Vec<MentionId> {
    let Some(mention) = mentions.get(issue.index()) else { return Vec::new() };
    let sentence = &doc.sentences[doc.sentence_of(mention.head as usize)];
    let behind = mention.tokens.end as usize..sentence.tokens.end;
    let includes = |&token: &usize| lexicon.mentions.has(WordSet::Including, &doc.form(token).to_lowercase());
    let Some(cue) = behind.clone().find(includes) else { return Vec::new() };
    // The list ends where the sentence goes on with another clause.
    let end = (cue + 1..sentence.tokens.end)
        .find(|&token| matches!(doc.tokens[token].upos, Upos::Aux | Upos::Pron) || doc.form(token) == ";")
        .unwrap_or(sentence.tokens.end);
    let inside =
        |mention: &Mention| (mention.tokens.start as usize) > cue && (mention.tokens.end as usize) <= end;
    (0..mentions.len())
        .filter(|&number| mentions[number].kind == Some(NodeKind::TOPIC) && inside(&mentions[number]))
        .map(|number| MentionId(number as u32))
        .collect()
}
