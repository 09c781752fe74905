//! Pronouns and possessive determiners that may stand for a thing of the graph.

use crate::lexicon::WordSet;
use crate::mention::draft::Draft;
use crate::mention::text::Words;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;

/// All pronouns that may refer to a person, body, country, agreement or event.
pub(super) fn pronouns(words: &Words<'_, '_>, free: &dyn Fn(usize) -> bool) -> Vec<Draft> {
    let mut found = Vec::new();
    for token in words.range.clone().filter(|&token| free(token)) {
        found.extend(one_of_two(words, token));
        let Some(pronoun) = words.lexicon.mentions.pronoun(&words.form(token).to_lowercase()) else {
            continue;
        };
        let mut draft = Draft::new(token..token + 1, MentionForm::Pronoun, NodeKind::OFFICIAL);
        if pronoun.thing || pronoun.plural {
            draft.kind = None;
        }
        draft = draft.with("person", pronoun.person.to_string());
        if pronoun.plural {
            draft = draft.with("number", "plural");
        }
        if let Some(gender) = &pronoun.gender {
            draft = draft.with("gender", gender.as_str());
        }
        if pronoun.thing {
            draft = draft.with("thing", "true");
        }
        found.push(draft);
    }
    found
}

/// *the former*, *the latter*: with an article and no noun of its own.
fn one_of_two(words: &Words<'_, '_>, token: usize) -> Option<Draft> {
    let place = if words.is_in(WordSet::FirstOfTwo, token) {
        "first"
    } else if words.is_in(WordSet::LastOfTwo, token) {
        "last"
    } else {
        return None;
    };
    let article = token > words.range.start && words.is_in(WordSet::Definite, token - 1);
    let modifies =
        words.has(token + 1) && matches!(words.upos(token + 1), Upos::Noun | Upos::Propn | Upos::Adj);
    let mut draft =
        Draft::new(token - usize::from(article)..token + 1, MentionForm::Pronoun, NodeKind::OFFICIAL);
    draft.kind = None;
    (article && !modifies).then(|| draft.with("of-two", place))
}
