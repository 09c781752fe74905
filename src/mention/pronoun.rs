//! Pronouns and possessive determiners that may stand for a thing of the graph.

use crate::mention::draft::Draft;
use crate::mention::text::Words;
use crate::model::MentionForm;
use crate::model::NodeKind;

/// All pronouns that may refer to a person, body, country, agreement or event.
pub(super) fn pronouns(words: &Words<'_, '_>, free: &dyn Fn(usize) -> bool) -> Vec<Draft> {
    let mut found = Vec::new();
    for token in words.range.clone().filter(|&token| free(token)) {
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
