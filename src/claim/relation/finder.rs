//! From predicates to claims.

use std::collections::BTreeMap;

use crate::claim::relation::coming;
use crate::claim::relation::members::with_members;
use crate::claim::relation::obligation::OwnBodies;
use crate::claim::relation::occasion;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::claim::relation::settled::drop_open;
use crate::claim::when;
use crate::lexicon::Lexicon;
use crate::lexicon::relations::Ends;
use crate::lexicon::relations::Role;
use crate::lexicon::relations::Sort;
use crate::lexicon::relations::Wording;
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
use crate::model::Statement;
use crate::schema::Schema;

/// Guesses below this are not worth a claim.
pub(super) const LEAST: f32 = 0.4;

/// Reads the relations that a document states, in order of their evidence.
///
/// Every claim fits its kind's signature, joins two different chains and stands in one sentence. Headings state only what wordings read in them.
#[must_use]
pub fn find(
    doc: &Annotated<'_>,
    mentions: &[Mention],
    chains: &[Chain],
    statements: &[Statement],
    lexicon: &Lexicon,
    schema: &Schema,
) -> Vec<Claim> {
    let mut reading = Reading::new(doc, mentions, chains, statements, lexicon, schema);
    let mut claims = read(&reading);
    if reading.has_plurals() {
        // *They met. The two leaders signed ...*: who met is known only after a first reading.
        reading.group(&claims);
        claims = read(&reading);
    }
    let dated = occasion::dated(doc, mentions, chains, &lexicon.modality, claims);
    let claims = coming::planned(mentions, chains, dated);
    with_members(doc, mentions, lexicon, claims)
}

fn read(reading: &Reading<'_>) -> Vec<Claim> {
    let doc = reading.tree.doc;
    let mut finder = Finder { reading, found: BTreeMap::new() };
    for sentence in &doc.sentences {
        let heading = sentence.kind == BlockKind::Heading;
        for token in sentence.tokens.clone() {
            finder.read_word(token, heading);
        }
    }
    for number in 0..reading.mentions.len() {
        finder.read_mention(MentionId(number as u32));
    }
    let own = OwnBodies::of(reading, finder.found.values());
    for token in 0..doc.tokens.len() {
        for claim in reading.obligations(token, &own) {
            finder.keep(claim);
        }
    }
    drop_open(&mut finder.found);
    let portfolios = reading.portfolios(finder.found.values());
    let mut claims: Vec<Claim> =
        finder.found.into_values().chain(portfolios).map(|claim| reading.undertaken(claim, &own)).collect();
    claims.sort_by(|a, b| {
        (a.evidence, a.trigger, &a.kind, a.source, a.target)
            .cmp(&(b.evidence, b.trigger, &b.kind, b.source, b.target))
    });
    claims
}

/// One claim for each kind, pair of things, modality and sentence.
pub(super) type Key = (usize, EdgeKind, (bool, u32), (bool, u32), Modality);

struct Finder<'r, 'a> {
    reading: &'r Reading<'a>,
    found: BTreeMap<Key, Claim>,
}

impl Finder<'_, '_> {
    fn read_word(&mut self, token: usize, heading: bool) {
        let reading = self.reading;
        let Some(sort) = reading.sort_of(token) else { return };
        let doc = reading.tree.doc;
        let opens = doc.sentences[doc.sentence_of(token)].tokens.start == token;
        if (sort != Sort::Verb || !opens) && reading.is_in_name(token) {
            return;
        }
        for (wording, phrase) in reading.lexicon.relations.of_lemma(sort, reading.tree.doc.lemma(token)) {
            if heading && !wording.heading {
                continue;
            }
            if let Some(predicate) = reading.tree.predicate(token, sort, phrase, wording) {
                self.read(wording, &predicate);
            }
        }
    }

    fn read_mention(&mut self, id: MentionId) {
        let reading = self.reading;
        let mention = reading.mention(id);
        let head = mention.head as usize;
        let doc = reading.tree.doc;
        let heading = doc.sentences[doc.sentence_of(head)].kind == BlockKind::Heading;
        let Some(kind) = reading.kind(id) else { return };
        // *It cannot be expected of Kenya*: a pronoun does not tell whose a body is.
        if *kind == NodeKind::AGENCY && mention.form == MentionForm::Pronoun {
            return;
        }
        for wording in reading.lexicon.relations.of_kind(kind) {
            let barred = wording.unless.iter().any(|lemma| lemma.eq_ignore_ascii_case(doc.lemma(head)));
            if barred || heading && !wording.heading {
                continue;
            }
            let predicate = Predicate {
                head,
                words: vec![head],
                sort: Sort::Mention,
                mention: Some(id),
                carrier: reading
                    .tree
                    .carrier(head, &wording.under)
                    .filter(|carrier| wording.circumstance || !carrier.is_circumstance()),
            };
            self.read(wording, &predicate);
        }
    }

    fn read(&mut self, wording: &Wording, predicate: &Predicate) {
        let reading = self.reading;
        let schema = reading.schema;
        let allowed = |list: &[NodeKind], kind: &NodeKind| list.is_empty() || list.contains(kind);
        let as_source =
            |kind: &NodeKind| allowed(&wording.source_kinds, kind) && schema.source_fits(&wording.kind, kind);
        let as_target =
            |kind: &NodeKind| allowed(&wording.target_kinds, kind) && schema.target_fits(&wording.kind, kind);
        let mut any = false;
        if !wording.source.is_empty() {
            let sources = reading.participants(predicate, &wording.source, &as_source);
            let targets = if sources.is_empty() {
                Vec::new()
            } else {
                reading.targets(wording, predicate, &sources, &as_target)
            };
            match wording.ends {
                Ends::SeveralSources if sources.len() < 2 => return,
                Ends::OneTarget if targets.len() > 1 => return,
                Ends::Any | Ends::SeveralSources | Ends::OneTarget => {}
            }
            for source in sources.iter().filter(|source| !reading.is_misread(**source, &targets)) {
                for target in &targets {
                    any |= self.claim(wording, predicate, *source, *target);
                }
            }
            if targets.is_empty() && sources.len() > 1 && reading.is_reciprocal(predicate, &wording.target) {
                any |= self.claim_each(wording, predicate, &sources, false);
            }
        }
        if any || reading.has_object(wording, predicate) || reading.meets_above(wording, predicate) {
            return;
        }
        for path in wording.pair.iter().filter(|path| !reading.bars_pair(predicate, path)) {
            let paths = std::slice::from_ref(path);
            let together = reading.participants(predicate, paths, &as_source);
            let tokens = reading.tokens_at(predicate, path);
            let together = reading.several(together, &tokens, &as_source);
            if together.len() > 1 {
                let ends = !matches!(path.0.as_slice(), [Role::Subject]);
                self.claim_each(wording, predicate, &together, ends);
                return;
            }
        }
    }

    /// Joins each to each. Of *ties **between** Kenya and its neighbours, such as Ghana and Togo* the examples are one `end`.
    fn claim_each(
        &mut self,
        wording: &Wording,
        predicate: &Predicate,
        together: &[Participant],
        ends: bool,
    ) -> bool {
        let symmetric = self.reading.schema.is_symmetric(&wording.kind);
        let mut any = false;
        for (number, one) in together.iter().enumerate() {
            for other in &together[number + 1..] {
                if ends && self.reading.are_examples(one.mention, other.mention) {
                    continue;
                }
                any |= self.claim(wording, predicate, *one, *other);
                if !symmetric {
                    any |= self.claim(wording, predicate, *other, *one);
                }
            }
        }
        any
    }

    fn claim(
        &mut self,
        wording: &Wording,
        predicate: &Predicate,
        source: Participant,
        target: Participant,
    ) -> bool {
        let reading = self.reading;
        let source =
            if wording.of_state { reading.acting_side(predicate.head, source, target) } else { source };
        let Some(source) = reading.spoken_for(wording, predicate.head, source, target) else { return false };
        let (from, to) = (source.mention, target.mention);
        let fits = match (reading.kind(from), reading.kind(to)) {
            (Some(from), Some(to)) => reading.schema.signature_fits(&wording.kind, from, to),
            _ => false,
        };
        if !fits || reading.says_nothing(wording, predicate, source, to) {
            return false;
        }
        let doc = reading.tree.doc;
        let governor = reading.governor(wording, predicate);
        // The date of *were in Kenya on Friday* hangs at Kenya.
        let bearer = if predicate.is_copular() { predicate.head } else { governor };
        let when = when::of(doc, bearer, reading.mentions, &reading.lexicon.modality);
        let standing = predicate.is_standing(reading.tree, wording);
        let (modality, modality_cue) = reading.modality(wording, predicate, standing, when);
        if reading.is_unsaid(wording, predicate, modality) {
            return false;
        }
        let trigger = reading.trigger(predicate);
        // The author gives people their titles, but where a thing lies or who is party to it the speaker tells.
        let told = [EdgeKind::LOCATED_IN, EdgeKind::PARTY_TO].contains(&wording.kind);
        let (mut statement, mut asserted_by) = if predicate.mention.is_some() && !told {
            reading.asserted_in_own_words(doc.tokens[predicate.head].span)
        } else {
            reading.asserted(doc.tokens[predicate.head].span)
        };
        // *Norway is to blame, Oduya said*: that she blames Norway is the author's word.
        let speaks = wording.kind != EdgeKind::ADDRESSES
            && (wording.is_told() || wording.source.iter().any(|path| path.0 == [Role::Speaker]));
        // *Oduya voiced concern*: that she has it is the author's word too, for it is the verb of speech that tells.
        let tells = reading.tree.grammar.light_verbs.contains(doc.lemma(governor))
            && statement.is_some_and(|id| reading.is_outside(id, governor));
        if let Some(own) = statement.filter(|_| speaks || tells) {
            (statement, asserted_by) = reading.told_of(own);
        }
        if asserted_by.is_empty() && wording.source.iter().any(|path| path.0 == [Role::Side]) {
            asserted_by = reading.goes_on(predicate.head, from);
        }
        let way = reading.certainty(source) * reading.certainty(target);
        if wording.confidence * way < LEAST {
            return false;
        }
        let claim = Claim {
            kind: wording.kind.clone(),
            source: from,
            target: to,
            modality,
            modality_cue,
            asserted_by,
            when: when.filter(|_| !standing),
            evidence: reading.evidence(predicate, [from, to], modality_cue),
            trigger,
            statement,
            rule: wording.rule.clone(),
            confidence: reading.measured(wording, modality, [source, target]),
        };
        self.keep(claim);
        true
    }

    /// Keeps the surest claim of each kind, pair, modality and sentence.
    fn keep(&mut self, claim: Claim) {
        let reading = self.reading;
        let doc = reading.tree.doc;
        let sentence = doc.sentence_of(doc.token_at(claim.trigger.start));
        let (mut one, mut other) = (reading.identity(claim.source), reading.identity(claim.target));
        if reading.schema.is_symmetric(&claim.kind) && other < one {
            (one, other) = (other, one);
        }
        let key = (sentence, claim.kind.clone(), one, other, claim.modality);
        if self.found.get(&key).is_none_or(|known| known.confidence < claim.confidence) {
            self.found.insert(key, claim);
        }
    }
}
