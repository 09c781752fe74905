//! A sentence as the mention finders look at it: its words, and which of them are written like names.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::NounSense;
use crate::lexicon::PersonNames;
use crate::lexicon::Reading;
use crate::lexicon::TitleMatch;
use crate::lexicon::TopicMatch;
use crate::lexicon::WordRole;
use crate::lexicon::WordSet;
use crate::lexicon::dates::DateWord;
use crate::model::Annotated;
use crate::model::BlockKind;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// Share of capital letters from which a sentence counts as written in capitals throughout, in per cent.
const SHOUTING: usize = 70;

/// A view of one sentence. Positions are indices into the tokens of the document.
pub(super) struct Words<'a, 'd> {
    pub(super) doc: &'a Annotated<'d>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) range: Range<usize>,
    /// The forms of the sentence's tokens; `forms[0]` is token `range.start`.
    forms: Vec<&'d str>,
    lemmas: Vec<&'a str>,
    /// Whether a token is written like a part of a name.
    capital: Vec<bool>,
    /// Whether the whole sentence is in capitals, so that case tells nothing.
    pub(super) shouting: bool,
    /// Words that stand as names elsewhere in the document, where their capital is not due to their place.
    seen: &'a SeenNames<'d>,
}

/// The words of a document that stand in names.
#[derive(Debug, Default)]
pub(super) struct SeenNames<'d> {
    /// Tagged as names inside sentences, or of persons.
    pub(super) all: BTreeSet<&'d str>,
    /// Of persons whose title stands before their name.
    pub(super) persons: BTreeSet<&'d str>,
}

/// The words of a document that are tagged as names inside sentences.
pub(super) fn seen_names<'d>(doc: &Annotated<'d>) -> SeenNames<'d> {
    let mut seen = SeenNames::default();
    for sentence in doc.sentences.iter().filter(|sentence| sentence.kind != BlockKind::Heading) {
        for token in sentence.tokens.clone().skip(1) {
            let inside = doc.tokens[token - 1].upos != Upos::Punct;
            if inside
                && doc.tokens[token].upos == Upos::Propn
                && doc.form(token).starts_with(char::is_uppercase)
            {
                seen.all.insert(doc.form(token));
            }
        }
    }
    seen
}

impl<'a, 'd> Words<'a, 'd> {
    pub(super) fn new(
        doc: &'a Annotated<'d>,
        lexicon: &'a Lexicon,
        seen: &'a SeenNames<'d>,
        range: Range<usize>,
    ) -> Self {
        let forms: Vec<&str> = range.clone().map(|token| doc.form(token)).collect();
        let letters = || forms.iter().flat_map(|form| form.chars()).filter(|c| c.is_alphabetic());
        let (upper, all) = (letters().filter(|c| c.is_uppercase()).count(), letters().count());
        let shouting = all > 12 && upper * 100 >= all * SHOUTING;
        let lemmas = range.clone().map(|token| doc.lemma(token)).collect();
        let mut words = Self { doc, lexicon, range, forms, lemmas, capital: Vec::new(), shouting, seen };
        words.capital = words.range.clone().map(|token| words.looks_capital(token)).collect();
        words
    }

    /// The form at a position; empty outside the sentence.
    pub(super) fn form(&self, token: usize) -> &'d str {
        token.checked_sub(self.range.start).and_then(|at| self.forms.get(at)).copied().unwrap_or_default()
    }

    fn at(&self, token: usize) -> usize {
        token - self.range.start
    }

    /// The longest title that begins at the token.
    pub(super) fn title(&self, token: usize) -> Option<TitleMatch<'a>> {
        self.has(token).then(|| self.lexicon.titles.find(&self.forms, self.at(token))).flatten()
    }

    /// What the noun that ends with the token may name, and how many words the noun takes.
    pub(super) fn noun(&self, token: usize) -> Option<(usize, &'a NounSense)> {
        if !self.has(token) {
            return None;
        }
        let (length, senses) = self.lexicon.nouns.ending_at(&self.forms, &self.lemmas, self.at(token));
        senses.into_iter().min_by_key(|sense| sense.vague).map(|sense| (length, sense))
    }

    /// Whether the word at the token, by form or lemma, plays a role in descriptions.
    pub(super) fn has_role(&self, token: usize, role: WordRole) -> bool {
        let nouns = &self.lexicon.nouns;
        self.has(token)
            && (nouns.has_role(self.doc.lemma(token), role)
                || nouns.has_role(&self.form(token).to_lowercase(), role))
    }

    /// Whether the form at the token, in lower case, is in a set.
    pub(super) fn is_in(&self, set: WordSet, token: usize) -> bool {
        self.has(token) && self.lexicon.mentions.has(set, &self.form(token).to_lowercase())
    }

    /// The longest phrase of an issue area that begins at the token.
    pub(super) fn issue(&self, token: usize) -> Option<TopicMatch<'a>> {
        self.has(token)
            .then(|| self.lexicon.topics.longest(&self.forms, &self.lemmas, self.at(token)))
            .flatten()
    }

    /// The issue area under which a phrase falls.
    pub(super) fn issue_above(&self, tokens: Range<usize>) -> Option<&'a str> {
        let range = self.at(tokens.start)..self.at(tokens.end);
        self.lexicon.topics.above(&self.forms[range.clone()], &self.lemmas[range])
    }

    /// What the gazetteer knows by the longest name that begins at the token. An article belongs to a name only where no name behind
    /// it reaches further: *the Commonwealth*, but the *Commonwealth of Australia*.
    pub(super) fn readings(&self, token: usize) -> Vec<Reading<'a>> {
        let longest = |token: usize| -> Vec<Reading<'a>> {
            if self.has(token) {
                self.lexicon.gazetteer.longest(&self.forms, self.at(token))
            } else {
                Vec::new()
            }
        };
        let found = longest(token);
        let end = found.iter().map(|reading| token + reading.len).max().unwrap_or_default();
        let reaches = |reading: &Reading<'_>| token + 1 + reading.len > end;
        if end > token + 1 && self.is_in(WordSet::Definite, token) && longest(token + 1).iter().any(reaches) {
            return Vec::new();
        }
        found
    }

    /// Whether the word is a preposition that says whose a thing is: *of*.
    pub(super) fn is_owning(&self, token: usize) -> bool {
        self.has(token)
            && self.lexicon.relations.grammar.owning.iter().any(|owning| owning == self.form(token))
    }

    /// The state that is named at the token by words before `end`, whatever longer names begin there.
    pub(super) fn state(&self, token: usize, end: usize) -> Option<Reading<'a>> {
        self.lexicon.gazetteer.state(&self.forms, self.at(token), self.at(end))
    }

    pub(super) fn upos(&self, token: usize) -> Upos {
        self.doc.tokens[token].upos
    }

    pub(super) fn has(&self, token: usize) -> bool {
        self.range.contains(&token)
    }

    /// Whether the token is written like a part of a name.
    pub(super) fn is_capital(&self, token: usize) -> bool {
        self.has(token) && self.capital[self.at(token)]
    }

    /// Whether the word stands as a name elsewhere in the document.
    pub(super) fn is_seen(&self, token: usize) -> bool {
        self.seen.all.contains(self.form(token))
    }

    /// Whether the word stands elsewhere in the document in the name of a person with a title.
    pub(super) fn is_of_person(&self, token: usize) -> bool {
        self.seen.persons.contains(self.form(token))
    }

    /// Whether two tokens stand side by side without a blank between them.
    pub(super) fn touches(&self, token: usize, next: usize) -> bool {
        self.has(token)
            && self.has(next)
            && self.doc.tokens[token].span.end == self.doc.tokens[next].span.start
    }

    /// Months and days of the week have capitals without being names.
    fn is_calendar_word(&self, form: &str) -> bool {
        let meanings = self.lexicon.dates.get(&form.to_lowercase());
        meanings.iter().any(|word| matches!(word, DateWord::Month(_) | DateWord::Weekday(_)))
    }

    /// In a line of capitals, what stands behind a title and initials is a name: *PRIME MINISTER ODUYA:*, *THE HON P J VALE*.
    fn follows_title(&self, token: usize) -> bool {
        let first = token.saturating_sub(6).max(self.range.start);
        let initials = |mut between: Range<usize>| between.all(|at| PersonNames::is_initial(self.form(at)));
        let behind = |start: usize| {
            self.title(start)
                .is_some_and(|title| start + title.len <= token && initials(start + title.len..token))
        };
        (first..token).any(behind) && self.title(token).is_none()
    }

    /// *Prime Minister **May***, later ***May** said*: a month that is a name, for no day or year follows and no preposition stands
    /// before it.
    fn is_called_so(&self, token: usize) -> bool {
        let next = token + 1;
        let dates = self.has(next) && self.upos(next) == Upos::Num;
        let behind_preposition = || {
            let before = token.wrapping_sub(1);
            self.has(before) && matches!(self.upos(before), Upos::Adp | Upos::Num)
        };
        !dates && (self.follows_title(token) || self.is_of_person(token) && !behind_preposition())
    }

    fn looks_capital(&self, token: usize) -> bool {
        let form = self.form(token);
        let starts_upper = form.chars().next().is_some_and(char::is_uppercase);
        let upos = self.upos(token);
        if !starts_upper || self.is_calendar_word(form) && !self.is_called_so(token) {
            return false;
        }
        if self.shouting {
            return upos == Upos::Propn || form.chars().all(char::is_alphabetic) && self.follows_title(token);
        }
        if matches!(
            upos,
            Upos::Pron | Upos::Det | Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Part | Upos::Intj
        ) {
            // Function words are capitals only for their place: `The`, `In`, `I`. An acronym may look like one: `US`.
            return form.chars().count() > 1
                && form.chars().all(char::is_uppercase)
                && upos != Upos::Det
                && !self.opens(token);
        }
        if self.opens(token) {
            let next = token + 1;
            let followed = self.has(next) && self.form(next).chars().next().is_some_and(char::is_uppercase);
            let argument = matches!(
                self.doc.deprel(token),
                Deprel::Nsubj | Deprel::NsubjPass | Deprel::NmodPoss | Deprel::Compound | Deprel::Root
            );
            return self.seen.all.contains(form)
                || upos == Upos::Propn && (followed || argument && self.has_finite_head(token))
                || followed && matches!(upos, Upos::Noun | Upos::Adj);
        }
        true
    }

    /// Whether the token hangs on a finite verb or a noun: *Broadly speaking* has neither.
    fn has_finite_head(&self, token: usize) -> bool {
        self.doc.head(token).is_none_or(|head| {
            !matches!(self.doc.tokens[head].xpos, Xpos::Vbg | Xpos::Vb | Xpos::Vbn)
                || self.doc.children(head).any(|child| self.upos(child) == Upos::Aux)
        })
    }

    /// Whether the token is the first word of the sentence or of a quotation in it.
    pub(super) fn opens(&self, token: usize) -> bool {
        (self.range.start..token)
            .rev()
            .map(|before| self.upos(before))
            .take(1)
            .all(|upos| upos == Upos::Punct)
    }

    /// The token of a range on which the others depend: the last noun among those whose head is outside.
    pub(super) fn head_of(&self, range: Range<usize>) -> usize {
        let outside = |&token: &usize| self.doc.head(token).is_none_or(|head| !range.contains(&head));
        let roots = || range.clone().filter(outside);
        let nominal =
            |&token: &usize| matches!(self.upos(token), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num);
        roots().rfind(nominal).or_else(|| roots().next_back()).unwrap_or(range.end.saturating_sub(1))
    }
}
