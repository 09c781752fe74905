//! Words of a title that belong to the name of a body or place: *Justice Department*, *Office of the President*.

use crate::lexicon::WordSet;
use crate::mention::known::known_at;
use crate::mention::text::Words;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// Letters behind a name, *MP*, *KC*, *QC*, have no more characters.
const LONGEST_LETTERS: usize = 3;

/// *Sri Lanka*, *Justice Department*: the words of a title at the start of a longer name are none.
pub(super) fn is_part_of_name(words: &Words<'_, '_>, token: usize, end: usize) -> bool {
    // *the Ministers' **Council***
    let several = words.has(end)
        && words.doc.tokens[end].xpos == Xpos::Pos
        && matches!(words.doc.tokens[end - 1].xpos, Xpos::Nns | Xpos::Nnps);
    let end = end + usize::from(several);
    let known = known_at(words, token).is_some_and(|known| known.end > end && !known.kind_is_human());
    let institution = words.is_capital(end)
        && words
            .noun(end)
            .is_some_and(|(_, noun)| [NodeKind::AGENCY, NodeKind::ORGANIZATION].contains(&noun.kind))
        && !words.lexicon.names.is_given(words.form(end));
    known || institution || names_an_office(words, token) || is_surname(words, token, end)
}

/// *Tom **King** said*: behind a given name, with no name and no office behind it, the word is a family name.
pub(super) fn is_surname(words: &Words<'_, '_>, token: usize, end: usize) -> bool {
    let alone = end == token + 1 && words.is_capital(token) && !words.is_capital(end);
    // *John Howard **MP*** has a family name; letters behind it tell what he is.
    let letters = words.has(token) && words.form(token).chars().count() <= LONGEST_LETTERS;
    let named = token
        .checked_sub(2)
        .is_some_and(|first| words.has(first) && words.lexicon.names.is_given(words.form(first)));
    alone
        && !letters
        && !named
        && token > words.range.start
        && words.is_capital(token - 1)
        && words.lexicon.names.is_given(words.form(token - 1))
        && !words.is_in(WordSet::NameConnector, end)
}

/// *Office of the **President***: the title says whose body it is.
fn names_an_office(words: &Words<'_, '_>, title: usize) -> bool {
    let Some(of) = title.checked_sub(2).filter(|&of| of > words.range.start) else { return false };
    words.upos(title - 1) == Upos::Det && opens_complement(words, of)
}

/// Whether a connector follows the capitalised noun of a body.
pub(super) fn opens_complement(words: &Words<'_, '_>, connector: usize) -> bool {
    words.is_in(WordSet::NameConnector, connector)
        && words.is_capital(connector - 1)
        && words.noun(connector - 1).is_some_and(|(_, noun)| noun.kind == NodeKind::AGENCY && noun.vague)
}
