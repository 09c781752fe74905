//! States and bodies named inside longer mentions: *Mexican* in *the Mexican envoy*, *State Department* before its spokesman.

use crate::mention::draft::Draft;
use crate::mention::known::known_at;
use crate::mention::known::states_inside;
use crate::mention::text::Words;
use crate::model::NodeKind;

/// Entries of the gazetteer inside the drafts of titled persons, offices and descriptions.
pub(super) fn demonyms(words: &Words<'_, '_>, drafts: &[Draft]) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for draft in drafts {
        let mut token = draft.tokens.start;
        while token < draft.tokens.end {
            let named =
                draft.name.clone().is_some_and(|name| name.contains(&token) && draft.is(&NodeKind::OFFICIAL));
            let Some(known) = known_at(words, token).filter(|known| !named && known.end <= draft.tokens.end)
            else {
                token += 1;
                continue;
            };
            token = known.end;
            let whole = known.start..known.end;
            let twice = |other: &Draft| other.name.as_ref() == Some(&whole);
            if whole != draft.tokens && !drafts.iter().any(twice) && !found.iter().any(twice) {
                let body = [NodeKind::AGENCY, NodeKind::ORGANIZATION].contains(&known.kind);
                found.push(known.draft(words));
                let states = states_inside(words, whole).into_iter().filter(|_| body);
                found.extend(states.map(|state| state.inner_draft(words)));
            }
        }
    }
    found
}
