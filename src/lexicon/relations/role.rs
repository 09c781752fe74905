//! Grammatical roles around a predicate, and paths of them.

use compact_str::CompactString;

/// One step from a predicate to what fills a role of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Who does it: the subject of the active, the agent of the passive, whoever carries a noun through a light verb.
    Subject,
    /// To whom it is done: the object of the active, the subject of the passive.
    Object,
    /// The receiver without a preposition: *gave **Brandt** a note*.
    Indirect,
    /// What is said of the subject: *is **the host***.
    Complement,
    /// The predicate of the clause inside: *threatened to **attack***, *demanded that he **resign***.
    Clause,
    /// The predicate that says what is demanded by it: *marched to **demand** talks*, *rallied, **calling** for talks*.
    Purpose,
    /// The one in the genitive: ***Kenya's** visit*.
    Possessor,
    /// What stands before a noun: ***US** sanctions*.
    Modifier,
    /// Whose it is, however that is said: genitive, *by*, *of*, adjective of nationality.
    Owner,
    /// The thing that the predicate itself names.
    Itself,
    /// What the noun is an apposition to, or has beside it, or is said of.
    Apposition,
    /// What the noun is said of: ***Norway** is a partner*.
    Bearer,
    /// What a neighbour in the list is of: *President Tanaka and other **Kenyan** officials*.
    Fellow,
    /// Who says it, where it stands in somebody's words: *attention will be paid to trade, Brandt said*.
    Speaker,
    /// Who says it, on whatever the words hang: *Norway's aggression is intolerable, Brandt said*.
    Teller,
    /// For whom the speaker speaks, where it stands in somebody's words: *the need for cooperation with Norway, Brandt said*.
    Side,
    /// The gathering of which the text tells what was talked about there: *trade was discussed*.
    Gathering,
    /// After a preposition, which is checked against those that the language has.
    After(CompactString),
}

impl Role {
    /// The role of that name; a word that is none of the fixed names must be a preposition.
    #[must_use]
    pub fn named(name: &str, prepositions: &[CompactString]) -> Option<Self> {
        Some(match name {
            "subject" => Self::Subject,
            "object" => Self::Object,
            "indirect" => Self::Indirect,
            "complement" => Self::Complement,
            "clause" => Self::Clause,
            "purpose" => Self::Purpose,
            "possessor" => Self::Possessor,
            "modifier" => Self::Modifier,
            "owner" => Self::Owner,
            "itself" => Self::Itself,
            "apposition" => Self::Apposition,
            "bearer" => Self::Bearer,
            "fellow" => Self::Fellow,
            "speaker" => Self::Speaker,
            "teller" => Self::Teller,
            "side" => Self::Side,
            "gathering" => Self::Gathering,
            preposition if prepositions.iter().any(|known| known == preposition) => {
                Self::After(CompactString::new(preposition))
            }
            _ => return None,
        })
    }
}

/// Roles one after the other: `object.owner` is whose the object is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path(pub Vec<Role>);

impl Path {
    /// Reads `object.owner`.
    ///
    /// # Errors
    /// The first step that is neither a role nor a preposition.
    pub fn parse(text: &str, prepositions: &[CompactString]) -> Result<Self, String> {
        text.split('.')
            .map(|step| Role::named(step.trim(), prepositions).ok_or_else(|| step.trim().to_owned()))
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_split_at_its_dots() {
        let path = Path::parse("object.on behalf of", &["on behalf of".into()]).unwrap();
        assert_eq!(path, Path(vec![Role::Object, Role::After("on behalf of".into())]));
    }

    #[test]
    fn a_step_that_is_no_role_is_told() {
        assert_eq!(Path::parse("object.wiht", &["with".into()]), Err("wiht".to_owned()));
    }
}
