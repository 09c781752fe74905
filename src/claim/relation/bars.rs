//! Where a predicate of a wording states nothing after all.

use crate::claim::relation::participant::PLURAL_STEPS;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Path;
use crate::lexicon::relations::Role;
use crate::lexicon::relations::Sort;
use crate::lexicon::relations::Wording;
use crate::model::Deprel;
use crate::model::EdgeKind;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Xpos;

impl Reading<'_> {
    /// A noun inside a proper name states nothing: *the **Peace** Corps*.
    pub(super) fn is_in_name(&self, token: usize) -> bool {
        let doc = self.tree.doc;
        doc.form(token).starts_with(char::is_uppercase)
            && self.around(token).iter().any(|&id| {
                let mention = self.mention(id);
                let topic = mention.kind.as_ref().is_some_and(|kind| *kind == NodeKind::TOPIC);
                mention.form == MentionForm::Name
                    && !topic
                    && mention.name.is_some_and(|name| doc.tokens[token].span.is_within(name))
            })
    }

    /// *met with Brandt and discussed trade*: those who met discussed it with him, not among themselves.
    pub(super) fn meets_above(&self, wording: &Wording, predicate: &Predicate) -> bool {
        let doc = self.tree.doc;
        if doc.deprel(predicate.head) != Deprel::Conj {
            return false;
        }
        let Some(above) = doc.head(predicate.head).filter(|&above| self.tree.is_predicate(above)) else {
            return false;
        };
        // *were in Kenya to meet Brandt and discuss trade*: the tree may coordinate it with the verb above the purpose.
        let purposes = doc.children(above).filter(|&child| {
            child < predicate.head && matches!(doc.deprel(child), Deprel::Advcl | Deprel::Xcomp)
        });
        std::iter::once(above).chain(purposes).any(|verb| {
            let step = Predicate::step(self.tree, verb);
            let named = wording.target.iter().any(|path| !self.tokens_at(&step, path).is_empty());
            // *to meet reporters and discuss trade*: a verb of the same relation has an object of its own.
            let of_kind = || {
                let wordings = self.lexicon.relations.of_lemma(Sort::Verb, doc.lemma(verb));
                wordings.into_iter().any(|(other, _)| other.kind == wording.kind)
            };
            named || doc.child_by(verb, Deprel::Obj).is_some() && of_kind()
        })
    }

    /// Whether words, of whomever, stand where the target is the object: *they met **reporters***, not each other.
    pub(super) fn has_object(&self, wording: &Wording, predicate: &Predicate) -> bool {
        let mut objects = wording.target.iter().filter(|path| path.0 == [Role::Object]);
        objects.any(|path| !self.tokens_at(predicate, path).is_empty())
    }

    /// Whether those who do it need not do it with each other: *thanked Oduya and Brandt for **agreeing** to serve*.
    pub(super) fn bars_pair(&self, predicate: &Predicate, path: &Path) -> bool {
        let head = predicate.head;
        let gerund = self.tree.xpos(head) == Xpos::Vbg
            && !self.tree.has(head, Deprel::Aux)
            && (self.tree.has(head, Deprel::Mark) || self.tree.has(head, Deprel::Case))
            && !self.tree.has(head, Deprel::Nsubj);
        gerund && predicate.sort == Sort::Verb && path.0 == [Role::Subject]
    }

    /// *Both leaders welcomed the programmes of Kenya and Norway*: neither of them thereby backs his own state, nor does
    /// a government that welcomes what is done in its land.
    fn praises_itself(&self, wording: &Wording, source: Participant, target: MentionId) -> bool {
        let organ = self.kind(source.mention) == Some(&NodeKind::AGENCY);
        wording.kind == EdgeKind::SUPPORTS
            && (organ || source.steps >= PLURAL_STEPS)
            && self.kind(target) == Some(&NodeKind::COUNTRY)
            && self.state_of(source.mention).is_some_and(|own| self.attribute(target, "iso3") == Some(own))
    }

    /// *In meetings with President Tanaka and Prime Minister Brandt, **the Prime Minister** spoke of trade*: who is named among
    /// the others is not the one who meets them, whatever the nearest name of that office.
    pub(super) fn is_misread(&self, source: Participant, targets: &[Participant]) -> bool {
        self.mention(source.mention).form != MentionForm::Name
            && targets.iter().any(|target| {
                self.mention(target.mention).form == MentionForm::Name
                    && self.is_named_person(target.mention)
                    && self.same(source.mention, target.mention)
            })
    }

    /// Whether both stand in one list of examples: *its neighbours, including **Ghana** and **Togo***.
    pub(super) fn are_examples(&self, one: MentionId, other: MentionId) -> bool {
        let (tree, doc) = (self.tree, self.tree.doc);
        let list = |id: MentionId| {
            let up = |token: &usize| doc.head(*token).filter(|_| doc.deprel(*token) == Deprel::Conj);
            std::iter::successors(Some(self.mention(id).head as usize), up).last()
        };
        let first = list(one);
        first == list(other)
            && first.is_some_and(|first| {
                doc.deprel(first) == Deprel::Nmod
                    && tree.cases(first).iter().any(|case| tree.grammar.inclusive.contains(case))
            })
    }

    /// Whether the wording says nothing of these two, whatever the words.
    pub(super) fn says_nothing(
        &self,
        wording: &Wording,
        predicate: &Predicate,
        source: Participant,
        to: MentionId,
    ) -> bool {
        let from = source.mention;
        let own_words = predicate.mention.is_some();
        self.same(from, to)
            || self.praises_itself(wording, source, to)
            || self.is_no_place_of(wording, from, to)
            || self.is_own_occasion(wording, from)
            || self.is_correspondent(wording, to)
            || own_words && self.is_beside(wording, from, to)
            || if own_words { self.are_coordinated(from, to) } else { self.is_part(from, to) }
    }

    /// *on the **Norwegian**-Kenyan and Peruvian-Kenyan borders*: the second border is none of Norway's. *The **Kenyan** Eastern
    /// Railway*: a name does not say where the thing lies.
    fn is_beside(&self, wording: &Wording, from: MentionId, to: MentionId) -> bool {
        let (from, to) = (self.mention(from), self.mention(to));
        wording.kind == EdgeKind::LOCATED_IN
            && wording.target.iter().all(|path| path.0 == [Role::Modifier])
            && from.kind.as_ref() == Some(&NodeKind::PLACE)
            && (to.span.end <= from.span.start
                || self.tree.doc.form(from.head as usize).starts_with(char::is_uppercase))
    }

    /// *Ana Oduya from the Lisbon Herald* asks a question; she is no official of it.
    fn is_correspondent(&self, wording: &Wording, of: MentionId) -> bool {
        wording.kind == EdgeKind::REPRESENTS
            && self.attribute(of, "type").is_some_and(|sort| self.tree.grammar.unrepresented.contains(sort))
    }

    /// *our meeting was constructive*, said for a state: those who speak so met, not their states.
    fn is_own_occasion(&self, wording: &Wording, source: MentionId) -> bool {
        let pronoun = self.lexicon.mentions.pronoun(&self.tree.form(self.mention(source).head as usize));
        wording.kind == EdgeKind::ATTENDED
            && self.mention(source).form == MentionForm::Pronoun
            && pronoun.is_some_and(|pronoun| pronoun.person == 1)
            && self.kind(source).is_some_and(|kind| *kind == NodeKind::COUNTRY)
    }

    /// *Brandt spoke of the poor states, to help **them***: the plural is not he.
    fn is_misnumbered(&self, id: MentionId) -> bool {
        let mention = self.mention(id);
        let pronoun = self.lexicon.mentions.pronoun(&self.tree.form(mention.head as usize));
        mention.form == MentionForm::Pronoun
            && pronoun.is_some_and(|pronoun| pronoun.plural && pronoun.person == 3)
            && self.companions(id).any(|other| self.is_named_person(other))
    }

    /// *He greeted the Chancellor and invited **him***: an object that is the subject would say *himself*.
    pub(super) fn is_bound_amiss(&self, id: MentionId) -> bool {
        if self.is_misnumbered(id) {
            return true;
        }
        let doc = self.tree.doc;
        let token = self.mention(id).head as usize;
        let object = self.tree.xpos(token) == Xpos::Prp
            && matches!(doc.deprel(token), Deprel::Obj | Deprel::Iobj)
            && self.tree.grammar.objective.contains(self.tree.form(token).as_str());
        let subject = doc.head(token).filter(|_| object).and_then(|verb| self.tree.surface_subject(verb));
        subject.is_some_and(|subject| self.headed(subject.token).iter().any(|&one| self.same(one, id)))
    }
}
