//! Requests that a speaker makes by saying what another must do: *Kenya must withdraw, Brandt said*.

use std::collections::BTreeSet;

use crate::claim::relation::certainty::STEP;
use crate::claim::relation::finder::LEAST;
use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Sort;
use crate::model::Claim;
use crate::model::Deprel;
use crate::model::EdgeKind;
use crate::model::MentionId;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::Span;
use crate::model::StatementId;

/// What the claims name in place of a wording.
const RULE: &str = "requests/obligation";

/// How sure it is in its plainest form.
const CONFIDENCE: f32 = 0.75;

/// Whom each official acts for: who says what one's own country must do asks nobody else.
pub(super) struct OwnBodies(BTreeSet<((bool, u32), (bool, u32))>);

impl OwnBodies {
    pub(super) fn of<'c>(reading: &Reading<'_>, claims: impl Iterator<Item = &'c Claim>) -> Self {
        let acting = [EdgeKind::REPRESENTS, EdgeKind::MEMBER_OF_BODY, EdgeKind::PART_OF];
        let mut pairs: BTreeSet<_> = claims
            .filter(|claim| acting.contains(&claim.kind))
            .map(|claim| (reading.identity(claim.source), reading.identity(claim.target)))
            .collect();
        // An officer of a ministry acts for the country of the ministry, and so for each other body of it.
        for _ in 0..2 {
            let further: Vec<_> = pairs
                .iter()
                .flat_map(|&(one, other)| {
                    pairs.iter().filter(move |&&(from, _)| from == other).map(move |&(_, to)| (one, to))
                })
                .collect();
            pairs.extend(further);
        }
        Self(pairs)
    }

    /// Whether the target is the speaker, or a body or state for which the speaker acts.
    pub(super) fn has(&self, reading: &Reading<'_>, speaker: MentionId, target: MentionId) -> bool {
        let (one, other) = (reading.identity(speaker), reading.identity(target));
        let common = || self.0.iter().any(|&(from, to)| from == other && self.0.contains(&(one, to)));
        let inside = |outer: MentionId| reading.nested(outer).iter().any(|&part| reading.same(part, target));
        reading.same(speaker, target)
            || self.0.contains(&(one, other))
            || common()
            || inside(speaker)
            || reading.companions(speaker).any(inside)
    }
}

impl Reading<'_> {
    /// The request that a predicate makes, for each speaker and each of those who must act.
    pub(super) fn obligations(&self, token: usize, own: &OwnBodies) -> Vec<Claim> {
        let (tree, doc) = (self.tree, self.tree.doc);
        let obliged = doc.children(token).any(|child| {
            doc.deprel(child) == Deprel::Aux && tree.grammar.obligations.contains(doc.lemma(child))
        });
        let stative = tree.grammar.stative.contains(doc.lemma(token))
            || (doc.children_by(token, Deprel::Cop).next().is_some() && !self.is_ready_to_act(token));
        if !obliged || stative || tree.is_passive(token) {
            return Vec::new();
        }
        let here = doc.sentence_of(token);
        let beside = |cue: &Span| doc.sentence_of(doc.token_at(cue.start)) == here;
        let Some((number, statement)) =
            self.statement_around(token).filter(|(_, statement)| statement.cue.as_ref().is_some_and(beside))
        else {
            return Vec::new();
        };
        let Some(subject) = tree.surface_subject(token) else { return Vec::new() };
        let actor =
            |kind: &NodeKind| self.schema.target_fits(&EdgeKind::REQUESTS, kind) && *kind != NodeKind::PLACE;
        let mut claims = Vec::new();
        for target in self.members(subject, &actor) {
            for &speaker in &statement.speakers {
                let ends = (self.kind(speaker), self.kind(target.mention));
                let fits = matches!(ends, (Some(one), Some(other))
                    if self.schema.signature_fits(&EdgeKind::REQUESTS, one, other));
                let confidence = CONFIDENCE * STEP.powi(i32::from(target.steps));
                if !fits || target.spoken || confidence < LEAST || own.has(self, speaker, target.mention) {
                    continue;
                }
                claims.push(self.request(token, number, speaker, target.mention, confidence));
            }
        }
        claims
    }

    /// *must be ready **to mediate***
    fn is_ready_to_act(&self, adjective: usize) -> bool {
        self.tree.doc.children_by(adjective, Deprel::Xcomp).any(|clause| self.tree.is_verb(clause))
    }

    fn request(
        &self,
        token: usize,
        statement: StatementId,
        source: MentionId,
        target: MentionId,
        confidence: f32,
    ) -> Claim {
        let doc = self.tree.doc;
        let predicate =
            Predicate { head: token, words: vec![token], sort: Sort::Verb, mention: None, carrier: None };
        // The request is told by whoever tells that it was said.
        let (within, asserted_by) = self.told_of(statement);
        let trigger = doc
            .children_by(token, Deprel::Aux)
            .map(|aux| doc.tokens[aux].span)
            .fold(doc.tokens[token].span, Span::cover);
        Claim {
            kind: EdgeKind::REQUESTS,
            source,
            target,
            modality: Modality::Actual,
            modality_cue: None,
            asserted_by,
            when: None,
            evidence: self.evidence(&predicate, [source, target], None),
            trigger,
            statement: within,
            rule: RULE.into(),
            confidence,
        }
    }
}
