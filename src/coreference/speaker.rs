//! The first person, once it is known who speaks: *I* is the speaker, *we* the state or body for which the speaker acts.

use crate::model::Chain;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Statement;
use crate::model::StatementForm;

/// Puts each *I* and *we* in what somebody says into the chain of the one meant. Joint speakers and speakers of
/// unknown country leave *we* alone. An *I* or *we* that says it (*we affirm*) is all whose statement it is.
pub fn join_speakers(mentions: &[Mention], chains: &mut [Chain], statements: &[Statement]) {
    for statement in statements {
        let Some(source) = statement.source else { continue };
        let first = mentions.partition_point(|mention| mention.span.start < source.start);
        let Some(pronoun) = mentions.get(first).filter(|mention| is_first_person(mention)) else { continue };
        let id = MentionId(first as u32);
        if pronoun.span.start != source.start || chains.iter().any(|chain| chain.mentions.contains(&id)) {
            continue;
        }
        for chain in chains.iter_mut() {
            if statement.speakers.iter().any(|speaker| chain.mentions.contains(speaker)) {
                let place = chain.mentions.partition_point(|&earlier| earlier < id);
                chain.mentions.insert(place, id);
            }
        }
    }
    join_homelands(mentions, chains, statements);
    for (number, mention) in mentions.iter().enumerate() {
        let id = MentionId(number as u32);
        if !is_first_person(mention) || chains.iter().any(|chain| chain.mentions.contains(&id)) {
            continue;
        }
        let Some(speaker) = speaker_of(mention, chains, statements) else { continue };
        let plural = mention.attributes.get("number").is_some_and(|number| number == "plural");
        let meant = if plural { side_of(&chains[speaker], chains).unwrap_or(speaker) } else { speaker };
        let acts_alone = [NodeKind::OFFICIAL, NodeKind::PERSON].contains(&chains[meant].kind);
        if plural == acts_alone {
            continue;
        }
        let place = chains[meant].mentions.partition_point(|&earlier| earlier < id);
        chains[meant].mentions.insert(place, id);
    }
}

/// The class of nouns for a state as such: *country*, not *ally*.
const STATE: &str = "state";

/// *our country* in what somebody says is the state for which the speaker acts.
fn join_homelands(mentions: &[Mention], chains: &mut [Chain], statements: &[Statement]) {
    for (number, mention) in mentions.iter().enumerate() {
        let id = MentionId(number as u32);
        // *our ally* is another's.
        let described = mention.form == MentionForm::Description
            && mention.kind.as_ref() == Some(&NodeKind::COUNTRY)
            && mention.attributes.get("type").is_some_and(|class| class == STATE);
        let own = mentions[number + 1..]
            .iter()
            .take_while(|inner| inner.span.start == mention.span.start)
            .any(is_first_person);
        if !described || !own || chains.iter().any(|chain| chain.mentions.contains(&id)) {
            continue;
        }
        let Some(speaker) = speaker_of(mention, chains, statements) else { continue };
        let Some(state) = side_of(&chains[speaker], chains) else { continue };
        let place = chains[state].mentions.partition_point(|&earlier| earlier < id);
        chains[state].mentions.insert(place, id);
    }
}

fn is_first_person(mention: &Mention) -> bool {
    mention.form == MentionForm::Pronoun
        && mention.attributes.get("person").is_some_and(|person| person == "1")
}

/// The chain of the only speaker of the innermost statement in which the mention stands; of reported speech it is none: *he
/// asked whether I had read it* tells of the author.
fn speaker_of(mention: &Mention, chains: &[Chain], statements: &[Statement]) -> Option<usize> {
    let innermost = statements
        .iter()
        .filter(|statement| statement.form != StatementForm::Indirect)
        .filter(|statement| statement.content.iter().any(|&span| mention.span.is_within(span)))
        .min_by_key(|statement| statement.content.iter().map(|span| span.len()).sum::<u32>())?;
    let [speaker] = innermost.speakers.as_slice() else { return None };
    chains.iter().position(|chain| chain.mentions.contains(speaker))
}

/// The state for which an official acts, where the document names it.
fn side_of(speaker: &Chain, chains: &[Chain]) -> Option<usize> {
    if speaker.kind != NodeKind::OFFICIAL {
        return None;
    }
    let country = speaker.attributes.get("country")?;
    chains
        .iter()
        .position(|chain| chain.kind == NodeKind::COUNTRY && chain.attributes.get("iso3") == Some(country))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Attributes;
    use crate::model::Span;
    use crate::model::SpeechAct;

    fn mention(start: u32, attributes: &[(&str, &str)]) -> Mention {
        Mention {
            span: Span::new(start, start + 2),
            tokens: start..start + 1,
            head: start,
            form: if attributes.is_empty() { MentionForm::Name } else { MentionForm::Pronoun },
            kind: None,
            name: None,
            entry: None,
            when: None,
            attributes: attributes.iter().map(|&(key, value)| (key.into(), value.to_owned())).collect(),
        }
    }

    fn chain(kind: NodeKind, mention: u32, attribute: (&str, &str)) -> Chain {
        let attributes: Attributes = [(attribute.0.into(), attribute.1.to_owned())].into();
        Chain { kind, mentions: vec![MentionId(mention)], anonymous: false, entry: None, attributes }
    }

    #[test]
    fn i_is_the_speaker_and_we_the_country_of_the_speaker() {
        let mentions = [
            mention(0, &[]),
            mention(10, &[]),
            mention(20, &[("person", "1")]),
            mention(30, &[("person", "1"), ("number", "plural")]),
            mention(90, &[("person", "1")]),
        ];
        let chains =
            [chain(NodeKind::OFFICIAL, 0, ("country", "KEN")), chain(NodeKind::COUNTRY, 1, ("iso3", "KEN"))];
        let direct = Statement {
            speakers: vec![MentionId(0)],
            source: None,
            cue: None,
            content: vec![Span::new(15, 40)],
            span: Span::new(0, 40),
            form: StatementForm::Direct,
            act: SpeechAct::Say,
            within: None,
            about: Vec::new(),
            when: None,
            setting: Vec::new(),
            addressees: Vec::new(),
            stances: Vec::new(),
            sentences: Span::new(0, 0),
        };
        let mut joined = chains.clone();
        join_speakers(&mentions, &mut joined, std::slice::from_ref(&direct));
        assert_eq!(joined[0].mentions, [MentionId(0), MentionId(2)]);
        assert_eq!(joined[1].mentions, [MentionId(1), MentionId(3)]);
        // *He asked whether I had read it*: in reported speech it is the author.
        let mut apart = chains;
        join_speakers(&mentions, &mut apart, &[Statement { form: StatementForm::Indirect, ..direct }]);
        assert_eq!(apart[0].mentions, [MentionId(0)]);
        assert_eq!(apart[1].mentions, [MentionId(1)]);
    }
}
