//! What the gazetteer knows, read in its context.

use compact_str::CompactString;

use crate::lexicon::NameRole;
use crate::lexicon::Reading;
use crate::lexicon::WordSet;
use crate::mention::draft::Draft;
use crate::mention::text::Words;
use crate::model::Attributes;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;

/// A gazetteer's entry as it stands in the sentence.
pub(super) struct Known {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) key: CompactString,
    pub(super) kind: NodeKind,
    /// ISO 3166-1 alpha-3 of the country that it is or belongs to.
    pub(super) country: Option<CompactString>,
    /// Whether it is an adjective of nationality or a word for a people.
    pub(super) demonym: bool,
    /// Key of what the name often stands for: a capital for its government.
    stands_for: Option<CompactString>,
    attributes: Attributes,
}

/// The gazetteer's entry that begins at the token, by its longest name.
pub(super) fn known_at(words: &Words<'_, '_>, token: usize) -> Option<Known> {
    let readings = words.readings(token);
    let before = token.checked_sub(1).filter(|&before| words.has(before));
    let direction = |before: usize| words.lexicon.mentions.has(WordSet::Direction, words.form(before));
    let of_descent = before.is_some_and(|before| words.is_in(WordSet::Descent, before) || direction(before));
    if is_pact(words, token) && follows_pair(words, token) {
        return None;
    }
    // *the Mosquito **Indians***: a name before a people names another.
    let other = |before: usize| {
        let form = words.form(before);
        before > words.range.start
            && words.upos(before) == Upos::Propn
            && words.doc.deprel(before) == Deprel::Compound
            && words.doc.head(before) == Some(token)
            && !words.lexicon.names.is_common(&form.to_lowercase())
    };
    let of_descent = of_descent || before.is_some_and(other);
    let reading = readings.iter().find(|reading| {
        !(of_descent && matches!(reading.role, NameRole::Demonym | NameRole::People))
            && (!reading.ambiguous || is_supported(words, token, reading.len))
    })?;
    Some(Known::of(token, reading))
}

/// Whether the word may stand for an agreement: *EPA* is one, besides an agency.
fn is_pact(words: &Words<'_, '_>, token: usize) -> bool {
    words.noun(token).is_some_and(|(length, noun)| length == 1 && noun.kind == NodeKind::AGREEMENT)
}

/// *the Kenya-**Norway** EPA*: no body belongs to two states.
fn follows_pair(words: &Words<'_, '_>, token: usize) -> bool {
    let Some(start) = token.checked_sub(3).filter(|&start| words.has(start)) else { return false };
    let state = |at: usize| words.state(at, at + 1).is_some();
    state(start) && state(start + 2) && words.upos(start + 1) == Upos::Punct
}

/// The states named inside the name of a body, which no longer name hides: ***US** Drug Enforcement Agency*.
pub(super) fn states_inside(words: &Words<'_, '_>, range: std::ops::Range<usize>) -> Vec<Known> {
    let mut states = Vec::new();
    let mut token = range.start;
    while token < range.end {
        let state = words.state(token, range.end).filter(|state| state.len < range.len());
        token += state.as_ref().map_or(1, |state| state.len);
        states.extend(state.map(|state| Known::of(token - state.len, &state)));
    }
    states
}

/// An ambiguous name (*Jordan*, *March*) counts as a noun that stands alone, not beside other parts of a name.
fn is_supported(words: &Words<'_, '_>, token: usize, length: usize) -> bool {
    let before = token.checked_sub(1).filter(|&before| words.has(before));
    let given = before.is_some_and(|before| {
        words.lexicon.names.is_given(words.form(before))
            || words.form(before).ends_with('.') && words.is_capital(before)
    });
    let family = words.is_capital(token + length) && words.noun(token + length).is_none();
    let noun = words.upos(token) == Upos::Propn && words.is_capital(token);
    noun && !given && !family && !is_instrument(words, token, length)
}

/// Initials behind a pair of states or before talks, where they are short for a kind of instrument: *the Kenya-Norway **EPA***.
fn is_instrument(words: &Words<'_, '_>, token: usize, length: usize) -> bool {
    let kind = |at: usize, whole: usize| {
        words.noun(at).filter(|(long, _)| *long == whole).map(|(_, noun)| &noun.kind)
    };
    let pair = token >= words.range.start + 3
        && matches!(words.form(token - 2), "-" | "\u{2013}" | "/")
        && words.is_capital(token - 1)
        && words.is_capital(token - 3);
    let talks = kind(token + length, 1) == Some(&NodeKind::EVENT);
    kind(token + length - 1, length) == Some(&NodeKind::AGREEMENT) && (pair || talks)
}

/// The entry whose last token is `last`, not to the left of `from`.
pub(super) fn known_ending(words: &Words<'_, '_>, last: usize, from: usize) -> Option<Known> {
    let first = last.saturating_sub(5).max(from).max(words.range.start);
    (first..=last).find_map(|start| known_at(words, start).filter(|known| known.end == last + 1))
}

/// Entries inside a range that do not fill it, the longest first at each place.
pub(super) fn known_inside(words: &Words<'_, '_>, range: std::ops::Range<usize>) -> Vec<Known> {
    let mut hits = Vec::new();
    let mut token = range.start;
    while token < range.end {
        match known_at(words, token)
            .filter(|known| known.end <= range.end && known.end - known.start < range.len())
        {
            Some(known) => {
                token = known.end;
                hits.push(known);
            }
            None => token += 1,
        }
    }
    hits
}

impl Known {
    fn of(start: usize, reading: &Reading<'_>) -> Self {
        let entry = reading.entry;
        Self {
            start,
            end: start + reading.len,
            key: entry.key.clone(),
            kind: entry.kind.clone(),
            country: entry.country.clone(),
            demonym: matches!(reading.role, NameRole::Demonym | NameRole::People),
            stands_for: entry.stands_for.clone(),
            attributes: entry.attributes(),
        }
    }

    pub(super) fn kind_is_human(&self) -> bool {
        self.kind == NodeKind::OFFICIAL || self.kind == NodeKind::PERSON
    }

    /// The draft of a mention inside a longer name, whose article is not its own.
    pub(super) fn inner_draft(self, words: &Words<'_, '_>) -> Draft {
        let tokens = self.start..self.end;
        Draft { tokens, ..self.draft(words) }
    }

    /// The draft of a mention of the entry.
    pub(super) fn draft(self, words: &Words<'_, '_>) -> Draft {
        let name = self.start..self.end;
        if let Some(government) = self.stands_for.as_ref().filter(|_| acts(words, name.clone()))
            && let Some(entry) = words.lexicon.gazetteer.entry(government)
        {
            // *Moscow rejected the offer*: the capital acts, so its government is meant.
            let mut draft = Draft::named(name.clone(), name, entry.kind.clone());
            draft.entry = Some(entry.key.clone());
            draft.attributes = entry.attributes();
            return draft;
        }
        let mut tokens = name.clone();
        let before = name.start.wrapping_sub(1);
        if !self.demonym && words.has(before) && words.doc.deprel(before) == Deprel::Det {
            tokens.start = before;
        }
        let mut draft = Draft::named(tokens, name, self.kind);
        if self.demonym {
            draft.form = MentionForm::Demonym;
        }
        draft.attributes = self.attributes;
        draft.entry = Some(self.key);
        draft
    }
}

/// Whether a government does it, or it is done with one, and not with a town.
fn acts(words: &Words<'_, '_>, name: std::ops::Range<usize>) -> bool {
    let mut head = words.head_of(name);
    while words.doc.deprel(head) == Deprel::Conj {
        match words.doc.head(head) {
            Some(above) => head = above,
            None => break,
        }
    }
    let Some(above) = words.doc.head(head) else { return false };
    let subject = matches!(words.doc.deprel(head), Deprel::Nsubj | Deprel::OblAgent);
    subject && words.upos(above) == Upos::Verb || is_dealt_with(words, head, above)
}

/// *urged Moscow*, *ties with Beijing*: what is done with a government, not where.
fn is_dealt_with(words: &Words<'_, '_>, head: usize, above: usize) -> bool {
    let set = |set: WordSet, word: &str| words.lexicon.mentions.has(set, word);
    let place = words.doc.children_by(head, Deprel::Case).any(|case| {
        let case = words.doc.lemma(case).to_lowercase();
        set(WordSet::Locative, &case) || set(WordSet::Accredited, &case)
    });
    let related = matches!(
        words.doc.deprel(head),
        Deprel::Obj | Deprel::Iobj | Deprel::NsubjPass | Deprel::Obl | Deprel::Nmod
    );
    related && !place && set(WordSet::Dealing, &words.doc.lemma(above).to_lowercase())
}
