//! Bodies of the officers whose titles name what the bodies do: a *Homeland Security Secretary* where the text has a *Department of
//! Homeland Security*, *administration officials* where it has one administration.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Sort;
use crate::model::Claim;
use crate::model::EdgeKind;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::Upos;

/// What the claims name in place of a wording.
const RULE: &str = "member-of-body/portfolio";

/// How sure it is: the text does not say it in so many words.
const CONFIDENCE: f32 = 0.6;

/// How many sentences may lie between the officer and the body.
const FARTHEST: usize = 20;

/// A body with the words that tell what it does.
struct Body {
    id: MentionId,
    words: BTreeSet<String>,
}

impl Reading<'_> {
    /// The bodies to which officers belong by their titles, each officer once, where no claim tells it already.
    pub(super) fn portfolios<'c>(&self, told: impl Iterator<Item = &'c Claim>) -> Vec<Claim> {
        let told: BTreeSet<_> = told
            .filter(|claim| claim.kind == EdgeKind::MEMBER_OF_BODY)
            .map(|claim| (self.identity(claim.source), self.identity(claim.target)))
            .collect();
        let bodies = self.bodies();
        let employers = self.employers();
        let mut known: BTreeSet<(bool, u32)> = BTreeSet::new();
        let mut claims = Vec::new();
        for number in 0..self.mentions.len() {
            let officer = MentionId(number as u32);
            let nobody = bodies.is_empty() && employers.is_empty();
            if nobody || !self.is_officer(officer) || known.contains(&self.identity(officer)) {
                continue;
            }
            let body = self.body_of(officer, &bodies).or_else(|| self.employer_of(officer, &employers));
            let Some(body) = body.and_then(|body| self.nearest(body, officer)) else {
                continue;
            };
            known.insert(self.identity(officer));
            if !told.contains(&(self.identity(officer), self.identity(body))) {
                claims.push(self.belongs(officer, body));
            }
        }
        claims
    }

    fn is_officer(&self, id: MentionId) -> bool {
        let attributes = &self.mention(id).attributes;
        self.kind(id) == Some(&NodeKind::OFFICIAL)
            && !attributes.contains_key("status")
            && matches!(self.mention(id).form, MentionForm::Name | MentionForm::Description)
    }

    fn bodies(&self) -> Vec<Body> {
        let mut found: Vec<Body> = Vec::new();
        for number in 0..self.mentions.len() {
            let id = MentionId(number as u32);
            let mention = self.mention(id);
            let body = self.kind(id) == Some(&NodeKind::AGENCY) && mention.form == MentionForm::Name;
            let head = self.tree.doc.lemma(mention.head as usize).to_lowercase();
            let known = found.iter().any(|known| self.same(known.id, id));
            if !body || known || !self.tree.grammar.departments.contains(head.as_str()) {
                continue;
            }
            let mut words = self.words_of(id);
            words.remove(&head);
            found.push(Body { id, words });
        }
        found
    }

    /// The bodies for which unnamed sources may work, by the last word of their names: ***administration***.
    fn employers(&self) -> BTreeMap<String, Vec<MentionId>> {
        let mut found: BTreeMap<String, Vec<MentionId>> = BTreeMap::new();
        for number in 0..self.mentions.len() {
            let id = MentionId(number as u32);
            let mention = self.mention(id);
            if self.kind(id) != Some(&NodeKind::AGENCY) || mention.form != MentionForm::Name {
                continue;
            }
            let last = mention.name.and_then(|name| name.of(&self.tree.doc.document.text).rsplit(' ').next());
            let alike = found.entry(last.unwrap_or_default().to_lowercase()).or_default();
            if !alike.iter().any(|&known| self.same(known, id)) {
                alike.push(id);
            }
        }
        found
    }

    /// *a senior administration official* where the text has one administration, or tells of the officials of one.
    fn employer_of(
        &self,
        officer: MentionId,
        employers: &BTreeMap<String, Vec<MentionId>>,
    ) -> Option<MentionId> {
        let alike = employers.get(self.mention(officer).attributes.get("body")?.as_str())?;
        let staffed = |body: MentionId| {
            let all = std::iter::once(body).chain(self.companions(body));
            all.map(|id| self.mention(id))
                .any(|mention| mention.name.is_some_and(|name| name.end < mention.span.end))
        };
        match alike.as_slice() {
            &[only] => Some(only),
            several => {
                let mut staffed = several.iter().copied().filter(|&body| staffed(body));
                staffed.next().filter(|_| staffed.next().is_none())
            }
        }
    }

    /// The words that tell what a thing does: nouns and adjectives, without states and without the name of a person.
    fn words_of(&self, id: MentionId) -> BTreeSet<String> {
        let doc = self.tree.doc;
        let mention = self.mention(id);
        let state = |token: usize| {
            self.around(token).iter().any(|&inner| {
                inner != id
                    && self.kind(inner) == Some(&NodeKind::COUNTRY)
                    && self.mention(inner).span.is_within(mention.span)
            })
        };
        let name = mention.name.filter(|_| self.kind(id) == Some(&NodeKind::OFFICIAL));
        let tokens = mention.tokens.start as usize..mention.tokens.end as usize;
        tokens
            .filter(|&token| matches!(self.tree.upos(token), Upos::Noun | Upos::Propn | Upos::Adj))
            .filter(|&token| !name.is_some_and(|name| doc.tokens[token].span.is_within(name)))
            .filter(|&token| !state(token) && !self.tree.grammar.portfolio_fillers.contains(doc.lemma(token)))
            .map(|token| doc.lemma(token).to_lowercase())
            .collect()
    }

    fn body_of(&self, officer: MentionId, bodies: &[Body]) -> Option<MentionId> {
        let title = self.words_of(officer);
        let country = |id: MentionId| self.chain(id).and_then(|chain| chain.attributes.get("country"));
        let of_one = |body: &&Body| match (country(officer), country(body.id)) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let plural = self.mention(officer).attributes.contains_key("number");
        let mut by_field = bodies
            .iter()
            .filter(of_one)
            .filter(|body| !plural && !body.words.is_empty() && body.words.is_subset(&title));
        let body = by_field.next()?;
        by_field.next().is_none().then_some(body.id)
    }

    /// The mention of a body next to that of its officer.
    fn nearest(&self, body: MentionId, officer: MentionId) -> Option<MentionId> {
        let doc = self.tree.doc;
        let sentence = |id: MentionId| doc.sentence_of(self.mention(id).head as usize);
        let here = sentence(officer);
        let all = std::iter::once(body).chain(self.companions(body));
        all.filter(|&id| self.mention(id).form == MentionForm::Name)
            .min_by_key(|&id| (sentence(id).abs_diff(here), id))
            .filter(|&id| sentence(id).abs_diff(here) <= FARTHEST)
    }

    fn belongs(&self, officer: MentionId, body: MentionId) -> Claim {
        let mention = self.mention(officer);
        let head = mention.head as usize;
        let predicate =
            Predicate { head, words: vec![head], sort: Sort::Mention, mention: Some(officer), carrier: None };
        let (statement, asserted_by) = self.asserted_in_own_words(mention.span);
        Claim {
            kind: EdgeKind::MEMBER_OF_BODY,
            source: officer,
            target: body,
            modality: Modality::Actual,
            modality_cue: None,
            asserted_by,
            when: None,
            evidence: self.evidence(&predicate, [officer, body], None),
            trigger: mention.span,
            statement,
            rule: RULE.into(),
            confidence: CONFIDENCE,
        }
    }
}
