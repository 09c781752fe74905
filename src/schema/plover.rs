//! Which events of PLOVER edges are: `schema/plover.toml`.

use std::collections::BTreeMap;

use compact_str::CompactString;
use serde::Deserialize;

use crate::error::Result;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::resource::Resources;
use crate::schema::EdgeType;

const FILE: &str = "plover.toml";

/// What PLOVER calls what an edge tells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PloverType {
    /// The type of event, by its name of 2021.
    pub event: String,
    /// Its mode, where the edge tells it.
    pub mode: Option<String>,
}

/// What of an edge decides on its type of event.
#[derive(Debug, Clone, Copy)]
pub struct PloverQuestion<'e> {
    /// Its kind.
    pub kind: &'e EdgeKind,
    /// How it stands to the facts.
    pub modality: Modality,
    /// The wordings of its evidence.
    pub wordings: &'e [&'e str],
    /// What stands at its source.
    pub source: &'e NodeKind,
    /// What stands at its target.
    pub target: &'e NodeKind,
    /// Whether the source itself says so.
    pub own: bool,
}

/// The rules that make events of edges.
#[derive(Debug, Clone, Default)]
pub struct Plover {
    rules: Vec<Rule>,
    former: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    modality: Vec<Modality>,
    #[serde(default)]
    wordings: Vec<CompactString>,
    #[serde(default)]
    source: Vec<String>,
    #[serde(default)]
    target: Vec<String>,
    own: Option<bool>,
    event: Option<String>,
    mode: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    former: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    rule: Vec<Rule>,
}

impl Plover {
    /// Reads `plover.toml` and what users lay over it: their rules are asked first.
    pub(super) fn load(
        resources: &Resources,
        nodes: &dyn Fn(&str) -> bool,
        edges: &dyn Fn(&str) -> bool,
    ) -> Result<Self> {
        let mut whole = Self::default();
        for file in resources.read(FILE)? {
            let File { former, rule } = file.toml()?;
            for one in &rule {
                let unknown = |names: &[String], known: &dyn Fn(&str) -> bool| {
                    names.iter().find(|name| !known(name)).cloned()
                };
                let wrong = unknown(&one.kinds, edges)
                    .or_else(|| unknown(&one.source, nodes))
                    .or_else(|| unknown(&one.target, nodes));
                if let Some(name) = wrong {
                    let line = file.line_of(&format!("\"{name}\""));
                    return Err(file.error(line, &format!("the schema has no kind `{name}`")));
                }
            }
            whole.former.extend(former);
            whole.rules.splice(0..0, rule);
        }
        Ok(whole)
    }

    /// The event that an edge is; none where PLOVER has none.
    #[must_use]
    pub fn event(&self, edge: &PloverQuestion<'_>, kind: &EdgeType) -> Option<PloverType> {
        let any = |names: &[String], name: &str| names.is_empty() || names.iter().any(|one| one == name);
        let fits = |rule: &&Rule| {
            any(&rule.kinds, edge.kind.as_str())
                && (rule.modality.is_empty() || rule.modality.contains(&edge.modality))
                && (rule.wordings.is_empty()
                    || rule.wordings.iter().any(|wording| edge.wordings.contains(&wording.as_str())))
                && any(&rule.source, edge.source.as_str())
                && any(&rule.target, edge.target.as_str())
                && rule.own.is_none_or(|own| own == edge.own)
        };
        match self.rules.iter().find(fits) {
            Some(rule) => {
                let event = rule.event.clone()?;
                Some(PloverType { event, mode: rule.mode.clone() })
            }
            None => kind.plover.first().map(|event| PloverType { event: event.clone(), mode: None }),
        }
    }

    /// The name of 2021 of an event that may have a former one.
    #[must_use]
    pub fn present_name<'n>(&'n self, event: &'n str) -> &'n str {
        let named = |(_, former): &(&String, &Vec<String>)| former.iter().any(|name| name == event);
        self.former.iter().find(named).map_or(event, |(present, _)| present)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::model::EdgeKind;
    use crate::model::Modality;
    use crate::model::NodeKind;
    use crate::resource::Resources;
    use crate::schema::PloverQuestion;
    use crate::schema::Schema;

    fn event(kind: &str, modality: Modality, target: &NodeKind) -> Option<String> {
        event_told(kind, modality, target, false)
    }

    fn event_told(kind: &str, modality: Modality, target: &NodeKind, own: bool) -> Option<String> {
        let schema = Schema::load(&Resources::schema(&[])).unwrap();
        let kind = EdgeKind::named(kind);
        let question =
            PloverQuestion { kind: &kind, modality, wordings: &[], source: &NodeKind::COUNTRY, target, own };
        schema.plover().event(&question, schema.edge(&kind).unwrap()).map(|event| event.event)
    }

    #[test]
    fn who_says_what_it_may_do_offers_it() {
        let of = |own| event_told("concedes-to", Modality::Possible, &NodeKind::COUNTRY, own);
        assert_eq!(of(true).as_deref(), Some("AGREE"));
        assert_eq!(of(false), None);
    }

    #[test]
    fn a_plan_is_a_promise_or_a_threat_and_a_refusal_is_an_event_of_its_own() {
        let of = |kind, modality| event(kind, modality, &NodeKind::COUNTRY);
        assert_eq!(of("aids", Modality::Actual).as_deref(), Some("AID"));
        assert_eq!(of("aids", Modality::Planned).as_deref(), Some("AGREE"));
        assert_eq!(of("aids", Modality::Negated).as_deref(), Some("REJECT"));
        assert_eq!(of("sanctions", Modality::Planned).as_deref(), Some("THREATEN"));
        assert_eq!(of("attacks", Modality::Negated), None);
        assert_eq!(of("represents", Modality::Actual), None);
    }

    #[test]
    fn an_event_has_an_actor_at_each_end() {
        assert_eq!(event("rejects", Modality::Actual, &NodeKind::AGREEMENT), None);
    }

    #[test]
    fn a_former_name_leads_to_the_present_one() {
        let schema = Schema::load(&Resources::schema(&[])).unwrap();
        assert_eq!(schema.plover().present_name("DEMAND"), "REQUEST");
        assert_eq!(schema.plover().present_name("AID"), "AID");
    }

    #[test]
    fn a_rule_of_an_unknown_kind_is_reported_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("plover.toml"), "[[rule]]\nkinds = [\"aidds\"]\nevent = \"AID\"\n")
            .unwrap();
        let error = Schema::load(&Resources::schema(&[folder.path().to_owned()])).unwrap_err().to_string();
        assert!(error.contains("plover.toml:2: the schema has no kind `aidds`"), "{error}");
    }
}
