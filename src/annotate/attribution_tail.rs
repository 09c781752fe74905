//! *They will meet, Oduya and Brandt said on Friday*: what is said and who says it are parsed apart, for a parser easily takes the
//! speaker for a part of what is said.

use std::collections::BTreeSet;

use crate::model::Upos;
use crate::model::Xpos;

/// The longest name of a speaker, in words.
const LONGEST: usize = 14;

/// Where the clause of speaking begins, at the comma before it: behind a finite clause, a noun phrase right before a verb of speech.
pub(crate) fn tail_start(forms: &[&str], tags: &[(Upos, Xpos)], says: &BTreeSet<String>) -> Option<usize> {
    let finite = |tag: &(Upos, Xpos)| matches!(tag.1, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
    let nominal = |tag: &(Upos, Xpos)| {
        matches!(
            tag.0,
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Det | Upos::Cconj | Upos::Pron
        ) || tag.1 == Xpos::Pos
    };
    // "the President of the Republic", "the Minister for Trade".
    let joins = |word: usize| {
        tags[word].0 == Upos::Adp && word.checked_sub(1).is_some_and(|before| nominal(&tags[before]))
    };
    (2..forms.len().saturating_sub(2)).rev().find(|&comma| {
        let end = (comma + 1..forms.len().min(comma + 1 + LONGEST))
            .find(|&word| !nominal(&tags[word]) && (word == comma + 1 || !joins(word)));
        let relative =
            matches!(tags[comma + 1].1, Xpos::Wdt | Xpos::Wp | Xpos::WpS) || tags[comma + 1].0 == Upos::Cconj;
        forms[comma] == ","
            && !relative
            && end.is_some_and(|verb| {
                verb > comma + 1
                    && matches!(tags[verb].1, Xpos::Vbd | Xpos::Vbz)
                    && says.contains(&forms[verb].to_lowercase())
                    && tags.get(verb + 1).is_none_or(|next| next.0 != Upos::Sconj && next.1 != Xpos::Comma)
                    && matches!(tags[verb - 1].0, Upos::Noun | Upos::Propn | Upos::Pron)
            })
            && tags[..comma].iter().any(finite)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tail(words: &[(&str, Upos, Xpos)]) -> Option<usize> {
        let forms: Vec<&str> = words.iter().map(|word| word.0).collect();
        let tags: Vec<_> = words.iter().map(|word| (word.1, word.2)).collect();
        tail_start(&forms, &tags, &BTreeSet::from(["said".to_owned()]))
    }

    #[test]
    fn the_clause_of_speaking_begins_at_the_comma_before_the_speaker() {
        use Upos::{Noun, Pron, Propn, Punct, Verb};
        let left = [("They", Pron, Xpos::Prp), ("left", Verb, Xpos::Vbd), (",", Punct, Xpos::Comma)];
        let said = [("Oduya", Propn, Xpos::Nnp), ("said", Verb, Xpos::Vbd), (".", Punct, Xpos::Period)];
        assert_eq!(tail(&[&left[..], &said[..]].concat()), Some(2));
        let of_state =
            [("President", Propn, Xpos::Nnp), ("of", Upos::Adp, Xpos::In), ("Latvia", Propn, Xpos::Nnp)];
        assert_eq!(tail(&[&left[..], &of_state[..], &said[..]].concat()), Some(2));
        let on_day = [("in", Upos::Adp, Xpos::In), ("Riga", Propn, Xpos::Nnp)];
        assert_eq!(tail(&[&left[..], &on_day[..], &said[..]].concat()), None);
        let no_clause = [("Then", Noun, Xpos::Nn), (",", Punct, Xpos::Comma)];
        assert_eq!(tail(&[&no_clause[..], &said[..]].concat()), None);
        let works = [("Oduya", Propn, Xpos::Nnp), ("worked", Verb, Xpos::Vbd), (".", Punct, Xpos::Period)];
        assert_eq!(tail(&[&left[..], &works[..]].concat()), None);
    }
}
