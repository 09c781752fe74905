//! The speaker, who stands for those whom the words do not name.

use crate::claim::relation::participant::Fits;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Wording;
use crate::model::Deprel;
use crate::model::EdgeKind;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Sentence;
use crate::model::Span;
use crate::model::Upos;

/// The speaker in a role costs as much as so many steps of inference.
const STEPS: u8 = 3;

/// How many sentences before the words a state may be named for which they are said.
const NEAR: usize = 2;

/// How many sentences from the words their speaker must be named.
const EARSHOT: usize = 4;

impl Reading<'_> {
    /// *we*, which the speaker says of himself and others.
    pub(super) fn is_speaking_plural(&self, token: usize) -> bool {
        let pronoun = self.lexicon.mentions.pronoun(&self.tree.form(token));
        // *the US* is no *us*.
        self.tree.upos(token) == Upos::Pron
            && self.tree.doc.deprel(token) == Deprel::Nsubj
            && pronoun.is_some_and(|pronoun| pronoun.person == 1 && pronoun.plural)
    }

    /// Those in whose words a token stands.
    pub(super) fn speakers(&self, token: usize, fits: Fits<'_>) -> Vec<Participant> {
        let speakers = self.statement_around(token).map(|(_, statement)| &statement.speakers);
        speakers
            .into_iter()
            .flatten()
            .filter(|&&id| self.kind(id).is_some_and(fits))
            .map(|&mention| Participant { mention, steps: STEPS, spoken: true })
            .collect()
    }

    /// Those in whose words a token stands, where they are named nearby; unnamed sources report and blame nobody.
    pub(super) fn tellers(&self, token: usize, fits: Fits<'_>) -> Vec<Participant> {
        let near = |speaker: Participant| {
            let mention = self.voice(token, speaker.mention)?;
            Some(Participant { mention, spoken: false, ..speaker })
        };
        let known = |speaker: &Participant| self.chain(speaker.mention).is_some_and(|chain| !chain.anonymous);
        self.speakers(token, fits).into_iter().filter(known).filter_map(near).collect()
    }

    /// The nearest mention of who speaks the words around a token; nothing where it is so far that no reader would quote from there.
    pub(super) fn voice(&self, token: usize, speaker: MentionId) -> Option<MentionId> {
        let doc = self.tree.doc;
        let here = doc.sentence_of(token);
        let away = |id: MentionId| doc.sentence_of(self.mention(id).head as usize).abs_diff(here);
        let named = std::iter::once(speaker).chain(self.companions(speaker));
        named.filter(|&id| away(id) <= EARSHOT).min_by_key(|&id| (away(id), id))
    }

    /// *We condemn Norway*: who speaks for a state does what the words say, even where the text names no state; else
    /// nobody knows who *we* are. What a speaker says *we* work on, the speaker works on.
    pub(super) fn spoken_for(
        &self,
        wording: &Wording,
        token: usize,
        source: Participant,
        target: Participant,
    ) -> Option<Participant> {
        if !(source.spoken || target.spoken) || wording.kind == EdgeKind::ADDRESSES {
            return Some(source);
        }
        let voice =
            if wording.by_speaker && !target.spoken { self.voice(token, source.mention) } else { None };
        voice.map(|mention| Participant { mention, ..source })
    }

    /// The state for which the only speaker of the words around a token acts, where the text names it nearby.
    pub(super) fn side(&self, token: usize, fits: Fits<'_>) -> Vec<Participant> {
        let doc = self.tree.doc;
        let around = self.statement_around(token).map(|(_, statement)| statement.speakers.as_slice());
        let Some(&[speaker]) = around.or_else(|| self.last_speakers(token)) else { return Vec::new() };
        let Some(country) = self.state_of(speaker) else { return Vec::new() };
        if self.is_done_by_others(token, speaker) {
            return Vec::new();
        }
        let sentence = doc.sentence_of(token);
        let is_near = |id: MentionId| {
            let at = doc.sentence_of(self.mention(id).head as usize);
            at <= sentence && sentence - at <= NEAR
        };
        let named = (0..self.mentions.len()).map(|number| MentionId(number as u32)).filter(|&id| {
            self.kind(id).is_some_and(|kind| *kind == NodeKind::COUNTRY && fits(kind))
                && self.mention(id).form != MentionForm::Description
                && self.attribute(id, "iso3") == Some(country)
                && is_near(id)
        });
        let nearest = named.min_by_key(|&id| {
            let at = doc.sentence_of(self.mention(id).head as usize);
            (at.abs_diff(sentence), id)
        });
        nearest.map(|mention| Participant { mention, steps: STEPS, spoken: false }).into_iter().collect()
    }

    /// *Oduya spoke of trade. There is a potential for cooperation with Norway*: a sentence in which nobody speaks goes on
    /// with what the one before tells of its speaker.
    fn last_speakers(&self, token: usize) -> Option<&[MentionId]> {
        let doc = self.tree.doc;
        let here = doc.sentence_of(token);
        let (sentence, before) = (&doc.sentences[here], &doc.sentences[here.checked_sub(1)?]);
        let start = |at: &Sentence| doc.tokens[at.tokens.start].span.start;
        let inside = |at: &Sentence, span: Span| {
            span.start >= start(at) && span.end <= doc.tokens[at.tokens.end - 1].span.end
        };
        if before.block != sentence.block
            || self.statements.iter().any(|statement| inside(sentence, statement.span))
        {
            return None;
        }
        let last = self.statements.iter().rfind(|statement| inside(before, statement.span))?;
        Some(last.speakers.as_slice())
    }

    /// Who tells what nobody is said to say, where those for whom the last speaker speaks were taken to do it.
    pub(super) fn goes_on(&self, token: usize, source: MentionId) -> Vec<MentionId> {
        let last = self.last_speakers(token).filter(|_| self.statement_around(token).is_none());
        let side = || self.side(token, &|kind| *kind == NodeKind::COUNTRY);
        match last {
            Some(speakers) if side().iter().any(|side| side.mention == source) => speakers.to_vec(),
            _ => Vec::new(),
        }
    }

    /// *Oduya stressed the importance of expanding cooperation with Norway*: it is her state that would work with a state.
    pub(super) fn acting_side(&self, token: usize, source: Participant, target: Participant) -> Participant {
        let is = |id: MentionId, kind: NodeKind| self.kind(id).is_some_and(|own| *own == kind);
        let around = self.statement_around(token);
        let speaks = around
            .is_some_and(|(_, it)| it.speakers.iter().any(|&speaker| self.same(speaker, source.mention)));
        let other = is(target.mention, NodeKind::COUNTRY)
            || source.spoken
                && [NodeKind::AGENCY, NodeKind::ORGANIZATION, NodeKind::AGREEMENT]
                    .into_iter()
                    .any(|kind| is(target.mention, kind));
        if !speaks || !is(source.mention, NodeKind::OFFICIAL) || !other {
            return source;
        }
        let side = self.side(token, &|kind| *kind == NodeKind::COUNTRY);
        side.first().copied().unwrap_or(source)
    }

    /// *Ghana values cooperation with Norway, Brandt said*: whose it is stands in the words themselves.
    fn is_done_by_others(&self, token: usize, speaker: MentionId) -> bool {
        let doc = self.tree.doc;
        let subjects = std::iter::once(token).chain(doc.ancestors(token)).flat_map(|at| {
            doc.children(at).filter(|&child| matches!(doc.deprel(child), Deprel::Nsubj | Deprel::NsubjPass))
        });
        let subjects = subjects.filter(|&subject| !self.is_speaking_plural(subject));
        // *urged **Ghana** to expand cooperation with Norway*
        let objects = doc.ancestors(token).flat_map(|at| {
            doc.children_by(at, Deprel::Obj)
                .filter(move |&object| object < token && !doc.is_under(token, object))
        });
        // *Ghana's pursuit of cooperation with Norway*
        let nouns =
            std::iter::once(token).chain(doc.ancestors(token).take_while(|&at| self.tree.is_nominal(at)));
        let owners = nouns.flat_map(|noun| self.tree.owners(noun)).map(|owner| owner.token);
        let actors = &[NodeKind::COUNTRY, NodeKind::AGENCY, NodeKind::ORGANIZATION, NodeKind::OFFICIAL];
        subjects.chain(objects).chain(owners).any(|other| {
            let named = self.named_by(other, &|kind| actors.contains(kind), 0);
            named.iter().any(|&id| {
                !self.same(id, speaker) && !self.mention(id).span.overlaps(self.mention(speaker).span)
            })
        })
    }

    /// The code of the state for which an official acts: as the text tells, else as the gazetteer knows.
    pub(super) fn state_of(&self, official: MentionId) -> Option<&str> {
        let known = || {
            let entry = self.chain(official)?.entry.as_deref()?;
            self.lexicon.gazetteer.entry(entry)?.country.as_deref()
        };
        self.attribute(official, "country").or_else(known)
    }

    pub(super) fn attribute(&self, id: MentionId, name: &str) -> Option<&str> {
        self.chain(id).and_then(|chain| chain.attributes.get(name)).map(String::as_str)
    }
}
