//! Where speakers stand on what they speak of, as far as their words show it.

mod holder;
mod target;
mod word;

use std::collections::BTreeSet;

use crate::claim::stance::holder::Holder;
use crate::claim::stance::target::Target;
use crate::lexicon::stance::StanceLexicon;
use crate::model::Annotated;
use crate::model::Chain;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Position;
use crate::model::Span;
use crate::model::Stance;
use crate::model::Statement;
use crate::model::StatementId;

/// Adds to each statement where its speaker stands.
pub fn add(
    text: &Annotated<'_>,
    mentions: &[Mention],
    chains: &[Chain],
    lexicon: &StanceLexicon,
    statements: &mut [Statement],
) {
    let mut chain_of = vec![None; mentions.len()];
    for (number, chain) in chains.iter().enumerate() {
        for id in &chain.mentions {
            if let Some(place) = chain_of.get_mut(id.index()) {
                *place = Some(number);
            }
        }
    }
    let mut headed_by = vec![Vec::new(); text.tokens.len()];
    for (number, mention) in mentions.iter().enumerate() {
        if let Some(ids) = headed_by.get_mut(mention.head as usize) {
            ids.push(MentionId(number as u32));
        }
    }
    let principals = principals(text, mentions, chains, &chain_of);
    let scene = Scene { text, lexicon, chain_of, headed_by, principals };
    let found: Vec<Vec<Stance>> =
        (0..statements.len()).map(|number| of_statement(&scene, statements, number)).collect();
    for (statement, stances) in statements.iter_mut().zip(found) {
        statement.stances = stances;
    }
}

/// The countries and bodies that stand inside the names of each chain or depend on them: *Norland's minister*,
/// *the minister of Norland*.
fn principals(
    text: &Annotated<'_>,
    mentions: &[Mention],
    chains: &[Chain],
    chain_of: &[Option<usize>],
) -> Vec<BTreeSet<usize>> {
    let mut heads = vec![Vec::new(); text.tokens.len()];
    for (number, mention) in mentions.iter().enumerate().filter(|(_, one)| one.form != MentionForm::Pronoun) {
        if let (Some(chain), Some(place)) = (chain_of[number], heads.get_mut(mention.head as usize)) {
            place.push((chain, mention.span));
        }
    }
    let mut found = vec![BTreeSet::new(); chains.len()];
    for (number, mention) in mentions.iter().enumerate() {
        let principal = |chain: usize| {
            [NodeKind::COUNTRY, NodeKind::AGENCY, NodeKind::ORGANIZATION].contains(&chains[chain].kind)
        };
        let Some(chain) = chain_of[number].filter(|&chain| principal(chain)) else { continue };
        let head = mention.head as usize;
        for above in text.ancestors(head).take(3) {
            let beside = text.head(head) == Some(above);
            for &(other, span) in &heads[above] {
                if other != chain && (beside || mention.span.is_within(span)) {
                    found[other].insert(chain);
                }
            }
        }
    }
    found
}

/// A document as this stage sees it.
struct Scene<'a> {
    text: &'a Annotated<'a>,
    lexicon: &'a StanceLexicon,
    chain_of: Vec<Option<usize>>,
    headed_by: Vec<Vec<MentionId>>,
    /// By chain: the chains for which it speaks.
    principals: Vec<BTreeSet<usize>>,
}

impl Scene<'_> {
    fn lower(&self, token: usize) -> String {
        self.text.form(token).to_lowercase()
    }

    fn is(&self, token: usize, words: &BTreeSet<String>) -> bool {
        words.contains(&self.lower(token))
    }

    fn is_lemma(&self, token: usize, words: &BTreeSet<String>) -> bool {
        words.contains(self.text.lemma(token))
    }
}

/// A stand that the words at a token show.
struct Shown {
    position: Position,
    /// The words that show it, as tokens.
    words: Vec<usize>,
    /// The heads of what it is about.
    towards: Vec<usize>,
}

fn of_statement(scene: &Scene<'_>, statements: &[Statement], number: usize) -> Vec<Stance> {
    let statement = &statements[number];
    if statement.about.is_empty() {
        return Vec::new();
    }
    let holder = Holder::new(scene, statement);
    let target = Target::new(scene, statement);
    let inner: Vec<Span> = statements
        .iter()
        .filter(|other| other.within == Some(StatementId(number as u32)))
        .flat_map(|other| other.cue.into_iter().chain(other.content.iter().copied()))
        .collect();
    let words = statement.cue.iter().chain(&statement.content).flat_map(|&span| scene.text.tokens_in(span));
    let mut stances: Vec<Stance> = Vec::new();
    for token in
        words.filter(|&token| !inner.iter().any(|span| scene.text.tokens[token].span.is_within(*span)))
    {
        for shown in word::at(scene, &holder, token) {
            for &head in &shown.towards {
                let (position, towards) = target.of(head, shown.position);
                if !towards.is_empty() {
                    put(&mut stances, position, words_of(scene, &shown.words), towards);
                }
            }
        }
    }
    stances.sort_by_key(|stance| (stance.words.start, stance.words.end, stance.position));
    stances
}

fn words_of(scene: &Scene<'_>, tokens: &[usize]) -> Span {
    let spans = tokens.iter().map(|&token| scene.text.tokens[token].span);
    spans.reduce(Span::cover).unwrap_or(Span::new(0, 0))
}

fn put(stances: &mut Vec<Stance>, position: Position, words: Span, towards: Vec<MentionId>) {
    if let Some(known) = stances.iter_mut().find(|known| known.position == position && known.words == words) {
        for id in towards {
            if !known.towards.contains(&id) {
                known.towards.push(id);
            }
        }
        return;
    }
    stances.push(Stance { position, words, towards });
}
