//! Who stands where a role is filled: mentions, through coordination, apposition, lists and nouns that stand for others.

use compact_str::CompactString;

use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::claim::relation::tree::Argument;
use crate::lexicon::relations::Path;
use crate::lexicon::relations::Role;
use crate::lexicon::relations::Sort;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Xpos;

/// A plural that stands for things named before costs as much as so many steps of inference.
pub(super) const PLURAL_STEPS: u8 = 3;

/// A mention that fills a role, and by how many steps of inference it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Participant {
    pub(super) mention: MentionId,
    pub(super) steps: u8,
    /// Whether the words name nobody and the speaker stands for them.
    pub(super) spoken: bool,
}

/// Which kinds may stand in a role.
pub(super) type Fits<'f> = &'f dyn Fn(&NodeKind) -> bool;

impl Reading<'_> {
    /// The participants at the first of the paths that has any.
    pub(super) fn participants(
        &self,
        predicate: &Predicate,
        paths: &[Path],
        fits: Fits<'_>,
    ) -> Vec<Participant> {
        for path in paths {
            let mut found = self.at(predicate, path, fits);
            if let Some(itself) = predicate.mention {
                let own = path.0 == [Role::Itself];
                // What qualifies a thing from the left does not stand behind it, wherever a list goes on.
                let left = matches!(path.0.as_slice(), [Role::Modifier | Role::Possessor]);
                let end = self.mention(itself).span.end;
                // A person's titles belong to the mention: *in **Kenya** President Oduya* tells where.
                let titled = path.0 == [Role::Modifier]
                    && self.kind(itself).is_some_and(|kind| *kind == NodeKind::OFFICIAL)
                    && self.mention(itself).form == MentionForm::Name;
                let misplaced = |one: MentionId| {
                    let span = self.mention(one).span;
                    self.overlap_outside(one, itself)
                        || self.are_coordinated(one, itself)
                        || left && span.start >= end
                        || titled && !span.is_within(self.mention(itself).span)
                };
                found.retain(|one| if one.mention == itself { own } else { !misplaced(one.mention) });
            }
            found.dedup_by_key(|one| one.mention);
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// A part of a thing's own name is a participant; what contains the thing is not.
    fn overlap_outside(&self, one: MentionId, itself: MentionId) -> bool {
        let (one, itself) = (self.mention(one).span, self.mention(itself).span);
        itself.is_within(one)
    }

    fn at(&self, predicate: &Predicate, path: &Path, fits: Fits<'_>) -> Vec<Participant> {
        if let (Some(itself), [Role::Itself]) = (predicate.mention, path.0.as_slice()) {
            let right = self.kind(itself).is_some_and(fits);
            return if right {
                vec![Participant { mention: itself, steps: 0, spoken: false }]
            } else {
                Vec::new()
            };
        }
        if let (Some(itself), Some(role)) = (predicate.mention, path.0.first())
            && self.is_bare_person(itself)
            && matches!(role, Role::Modifier | Role::Possessor | Role::Owner)
        {
            return Vec::new();
        }
        // *was received by Chancellor Brandt **at** the ministry*: where, not for whom.
        let outside = |case: &CompactString| {
            predicate.mention.is_some_and(|itself| self.is_named_person(itself))
                && !self.tree.grammar.holding.contains(case)
        };
        if let Some(Role::After(case)) = path.0.first()
            && outside(case)
        {
            return predicate.mention.map(|itself| self.inside(itself, &path.0[0], fits)).unwrap_or_default();
        }
        // *in Lapland and **the coast** of Norway*: a place is not the one beside it.
        let place = || fits(&NodeKind::PLACE) && !fits(&NodeKind::AGENCY);
        if predicate.sort == Sort::Noun && path.0 == [Role::Itself] && place() {
            let own = self.named_by(predicate.head, fits, 0).into_iter();
            return own.map(|mention| Participant { mention, steps: 0, spoken: false }).collect();
        }
        let mut found = Vec::new();
        if let (Some(itself), [Role::Fellow]) = (predicate.mention, path.0.as_slice()) {
            return self.of_fellows(itself, fits);
        }
        match path.0.as_slice() {
            [Role::Side] => return self.side(predicate.head, fits),
            [Role::Gathering] => return self.gathering(predicate, fits).into_iter().collect(),
            [Role::Teller] => return self.tellers(predicate.head, fits),
            _ => {}
        }
        if path.0 == [Role::Speaker] {
            // A noun that nothing carries says nothing of who does it.
            let carried = predicate.sort != Sort::Noun
                || predicate.carrier.is_some()
                || self.tree.doc.deprel(predicate.head).base() == "nsubj";
            let speakers = if carried { self.speakers(predicate.head, fits) } else { Vec::new() };
            return speakers.into_iter().map(|speaker| Participant { spoken: false, ..speaker }).collect();
        }
        if let (Some(itself), Some(role), true) = (predicate.mention, path.0.first(), path.0.len() == 1) {
            found.extend(self.inside(itself, role, fits));
        }
        for argument in self.tokens_at(predicate, path) {
            let argument = self.within_words(predicate, argument);
            let argument = if path.0 == [Role::Subject] { self.past_explained(argument) } else { argument };
            for participant in self.members(argument, fits) {
                if !found.iter().any(|known| known.mention == participant.mention) {
                    found.push(participant);
                }
            }
        }
        if found.is_empty() && path.0 == [Role::Subject] {
            found.extend(self.named_behind(predicate, fits));
        }
        // *Ana Oduya of Kenya*; but a *Guest of Honour* is no officer of Honour.
        if let (Some(itself), Some(Role::After(case))) = (predicate.mention, path.0.first())
            && self.is_bare_person(itself)
            && self.tree.grammar.owning.contains(case)
        {
            found.retain(|one| self.kind(one.mention) == Some(&NodeKind::COUNTRY));
        }
        found
    }

    /// *The pact will hold, Oduya said, by **fighting** smuggling*: what is said is not done by who says it, though the
    /// tree hangs it there, but by the subject of the rest that is said.
    fn within_words(&self, predicate: &Predicate, argument: Argument) -> Argument {
        let tree = self.tree;
        let doc = tree.doc;
        let word = doc.tokens[predicate.head].span;
        let speaker = doc.tokens[argument.token].span;
        let torn = argument.steps > 0
            && self.statements.iter().any(|statement| {
                statement.source.is_some_and(|source| speaker.is_within(source))
                    && statement.content.iter().any(|content| word.is_within(*content))
                    && !statement.content.iter().any(|content| speaker.is_within(*content))
            });
        let Some(cue) = doc.head(argument.token).filter(|_| torn) else { return argument };
        let said = doc
            .children_by(cue, Deprel::Ccomp)
            .chain(doc.head(cue).filter(|_| matches!(doc.deprel(cue), Deprel::Parataxis | Deprel::Conj)))
            .find(|&said| said < cue);
        said.and_then(|said| tree.surface_subject(said)).map_or(argument, Argument::further)
    }

    /// The tokens at the end of a path.
    pub(super) fn tokens_at(&self, predicate: &Predicate, path: &Path) -> Vec<Argument> {
        let Some((first, rest)) = path.0.split_first() else { return Vec::new() };
        let mut found = self.tree.fill(predicate, first);
        if matches!(first, Role::After(_)) {
            self.keep_nearest(predicate, &mut found);
        }
        if matches!(first, Role::Subject | Role::Object) {
            // *Kenya last **month** imposed ...*: a date does nothing.
            found.retain(|one| !self.is_dated(one.token) || !self.headed(one.token).is_empty());
        }
        if found.is_empty() {
            found.extend(self.adjacent(predicate, first));
        }
        if found.is_empty() && *first == Role::Subject {
            found.extend(self.lead_ins.subject(self.tree, predicate));
        }
        for role in rest {
            found = found
                .into_iter()
                .flat_map(|argument| {
                    let step = Predicate::step(self.tree, argument.token);
                    self.tree
                        .fill(&step, role)
                        .into_iter()
                        .map(move |next| Argument { token: next.token, steps: next.steps + argument.steps })
                })
                .collect();
        }
        found
    }

    /// The mentions that a token and all coordinated with it stand for.
    pub(super) fn members(&self, argument: Argument, fits: Fits<'_>) -> Vec<Participant> {
        let mut tokens = Vec::new();
        for token in self.tree.conjuncts(self.whole(argument.token)) {
            tokens.push(token);
            self.also_named(token, fits, &mut tokens);
            tokens.extend(self.companions_of(token));
        }
        let mut found: Vec<Participant> = Vec::new();
        for token in tokens {
            if self.is_speaking_plural(token) {
                found.extend(self.speakers(token, fits));
                continue;
            }
            let (named, steps) = match self.several_before(token, fits) {
                Some(several) => (several, argument.steps + PLURAL_STEPS),
                None => (self.named_by(token, fits, 0), argument.steps),
            };
            for mention in named.into_iter().filter(|&one| !self.is_bound_amiss(one)) {
                for id in [mention].iter().chain(self.list_of(mention)) {
                    let known = found.iter().any(|known| known.mention == *id);
                    if !known && self.kind(*id).is_some_and(fits) {
                        found.push(Participant { mention: *id, steps, spoken: false });
                    }
                }
            }
        }
        found.sort_by_key(|participant| self.mention(participant.mention).span);
        self.without_groups_of(&found)
    }

    /// *Kenyan and Norwegian officials agreed*: each state did, and nobody agreed with the officials.
    fn without_groups_of(&self, found: &[Participant]) -> Vec<Participant> {
        let owns = |group: MentionId, other: MentionId| {
            let (group, other) = (self.mention(group).head as usize, self.mention(other).head as usize);
            other < group && self.tree.doc.is_under(other, group)
        };
        let is_group = |id: MentionId| {
            let mention = self.mention(id);
            mention.form == MentionForm::Description
                && matches!(self.tree.xpos(mention.head as usize), Xpos::Nns | Xpos::Nnps)
                && found.iter().filter(|other| other.mention != id && owns(id, other.mention)).count() > 1
        };
        found.iter().copied().filter(|one| !is_group(one.mention)).collect()
    }

    /// The head of the mention that a token means, where the tree gives the role to another word of it.
    fn whole(&self, token: usize) -> usize {
        let meant = |id: &&MentionId| {
            self.mention(**id).tokens.end as usize > token + 1 && self.is_own_word(token, **id)
        };
        if !self.headed(token).is_empty() {
            return token;
        }
        let around = self.around(token);
        around.iter().find(meant).map_or(token, |&id| self.mention(id).head as usize)
    }

    /// The things that a single plural stands for: *US and Kenyan officials met*.
    pub(super) fn several(
        &self,
        participants: Vec<Participant>,
        tokens: &[Argument],
        fits: Fits<'_>,
    ) -> Vec<Participant> {
        if participants.len() > 1 {
            return participants;
        }
        for argument in tokens {
            if !matches!(self.tree.xpos(argument.token), Xpos::Nns | Xpos::Nnps) {
                continue;
            }
            let stood = self.stood_for(argument.token, fits, 0);
            if stood.len() > 1 {
                return stood
                    .into_iter()
                    .map(|mention| Participant { mention, steps: argument.steps, spoken: false })
                    .collect();
            }
        }
        participants
    }
}
