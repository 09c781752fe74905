//! The whole ontology, checked.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::model::EdgeKind;
use crate::model::NodeKind;
use crate::resource::ResourceFile;
use crate::resource::Resources;
use crate::schema::EdgeType;
use crate::schema::Family;
use crate::schema::NodeType;
use crate::schema::Plover;
use crate::schema::Signature;
use crate::schema::Topics;
use crate::schema::edge_type::EdgeFile;
use crate::schema::edge_type::SignatureFile;

/// What the graph can say: kinds of nodes and edges, and issue areas.
#[derive(Debug, Clone)]
pub struct Schema {
    nodes: BTreeMap<NodeKind, NodeType>,
    edges: BTreeMap<EdgeKind, EdgeType>,
    topics: Topics,
    plover: Plover,
}

impl Schema {
    /// Loads and checks `schema/` with the user's folders over it.
    ///
    /// ```
    /// # fn main() -> diplograph::error::Result<()> {
    /// use diplograph::model::{EdgeKind, NodeKind};
    /// use diplograph::{resource::Resources, schema::Schema};
    ///
    /// let schema = Schema::load(&Resources::schema(&[]))?;
    /// assert!(schema.is_symmetric(&EdgeKind::MET_WITH));
    /// assert!(!schema.signature_fits(&EdgeKind::VISITS, &NodeKind::OFFICIAL, &NodeKind::TOPIC));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// With file and line: a key that lacks or is unknown, a kind that does not exist, a topic defined twice or broader than itself.
    pub fn load(resources: &Resources) -> Result<Self> {
        let mut nodes = BTreeMap::new();
        let files = resources.list("nodes", "toml")?;
        for file in &files {
            nodes.insert(NodeKind::named(&file.stem), file.toml::<NodeType>()?);
        }
        for file in &files {
            if let Some(like) = nodes.get(&NodeKind::named(&file.stem)).and_then(|node| node.like.as_deref())
            {
                known(file, &nodes, like)?;
            }
        }
        let mut edges = BTreeMap::new();
        for file in resources.list("edges", "toml")? {
            edges.insert(EdgeKind::named(&file.stem), edge_type(&file, &nodes)?);
        }
        let topics = Topics::load(&resources.list("topics", "toml")?)?;
        let plover = Plover::load(resources, &|name| nodes.contains_key(&NodeKind::named(name)), &|name| {
            edges.contains_key(&EdgeKind::named(name))
        })?;
        Ok(Self { nodes, edges, topics, plover })
    }

    /// The node kind of that name, if there is one.
    #[must_use]
    pub fn node_kind(&self, name: &str) -> Option<NodeKind> {
        let kind = NodeKind::named(name);
        self.nodes.contains_key(&kind).then_some(kind)
    }

    /// The edge kind of that name, if there is one.
    #[must_use]
    pub fn edge_kind(&self, name: &str) -> Option<EdgeKind> {
        let kind = EdgeKind::named(name);
        self.edges.contains_key(&kind).then_some(kind)
    }

    /// What is said of a node kind.
    #[must_use]
    pub fn node(&self, kind: &NodeKind) -> Option<&NodeType> {
        self.nodes.get(kind)
    }

    /// What is said of an edge kind.
    #[must_use]
    pub fn edge(&self, kind: &EdgeKind) -> Option<&EdgeType> {
        self.edges.get(kind)
    }

    /// All node kinds, by name.
    pub fn nodes(&self) -> impl Iterator<Item = (&NodeKind, &NodeType)> {
        self.nodes.iter()
    }

    /// All edge kinds, by name.
    pub fn edges(&self) -> impl Iterator<Item = (&EdgeKind, &EdgeType)> {
        self.edges.iter()
    }

    /// The issue areas.
    #[must_use]
    pub fn topics(&self) -> &Topics {
        &self.topics
    }

    /// What PLOVER calls the edges.
    #[must_use]
    pub fn plover(&self) -> &Plover {
        &self.plover
    }

    /// Whether the kind says the same in both directions.
    #[must_use]
    pub fn is_symmetric(&self, kind: &EdgeKind) -> bool {
        self.edge(kind).is_some_and(|edge| edge.symmetric)
    }

    /// What edges of the kind tell.
    #[must_use]
    pub fn family(&self, kind: &EdgeKind) -> Option<Family> {
        self.edge(kind).map(|edge| edge.family)
    }

    /// Whether an edge of the kind may join two such nodes.
    #[must_use]
    pub fn signature_fits(&self, kind: &EdgeKind, source: &NodeKind, target: &NodeKind) -> bool {
        self.edge(kind)
            .is_some_and(|edge| edge.signatures.iter().any(|signature| signature.fits(source, target)))
    }

    /// Whether a node of the kind may be the source of such an edge.
    #[must_use]
    pub fn source_fits(&self, kind: &EdgeKind, source: &NodeKind) -> bool {
        self.edge(kind).is_some_and(|edge| edge.signatures.iter().any(|pair| pair.source.contains(source)))
    }

    /// Whether a node of the kind may be the target of such an edge.
    #[must_use]
    pub fn target_fits(&self, kind: &EdgeKind, target: &NodeKind) -> bool {
        self.edge(kind).is_some_and(|edge| edge.signatures.iter().any(|pair| pair.target.contains(target)))
    }
}

fn edge_type(file: &ResourceFile, nodes: &BTreeMap<NodeKind, NodeType>) -> Result<EdgeType> {
    let edge: EdgeFile = file.toml()?;
    let mut signatures = Vec::new();
    for SignatureFile { source, target } in &edge.signature {
        signatures.push(Signature { source: ends(file, nodes, source)?, target: ends(file, nodes, target)? });
    }
    if edge.symmetric && signatures.iter().any(|pair| pair.source != pair.target) {
        let line = file.line_of("symmetric");
        return Err(file.error(line, "a symmetric kind must allow the same kinds at both ends"));
    }
    Ok(EdgeType {
        label: edge.label,
        inverse: edge.inverse,
        family: edge.family,
        symmetric: edge.symmetric,
        definition: edge.definition,
        plover: edge.plover,
        cameo: edge.cameo,
        iri: edge.iri,
        inverse_iri: edge.inverse_iri,
        follow_the_money: edge.follow_the_money,
        signatures,
    })
}

/// The kinds of one end, with those that may stand in their place.
fn ends(
    file: &ResourceFile,
    nodes: &BTreeMap<NodeKind, NodeType>,
    names: &[String],
) -> Result<Vec<NodeKind>> {
    let mut kinds = Vec::new();
    for name in names {
        kinds.push(known(file, nodes, name)?);
    }
    for (kind, node) in nodes {
        if node.like.as_ref().is_some_and(|like| names.contains(like)) && !kinds.contains(kind) {
            kinds.push(kind.clone());
        }
    }
    Ok(kinds)
}

fn known(file: &ResourceFile, nodes: &BTreeMap<NodeKind, NodeType>, name: &str) -> Result<NodeKind> {
    let kind = NodeKind::named(name);
    if nodes.contains_key(&kind) {
        return Ok(kind);
    }
    let line = file.line_of(&format!("\"{name}\""));
    let names: Vec<_> = nodes.keys().map(NodeKind::as_str).collect();
    Err(file.error(line, &format!("there is no node kind {name}; known are {}", names.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn schema() -> Schema {
        Schema::load(&Resources::schema(&[])).unwrap()
    }

    fn with_user_file(path: &str, text: &str) -> Result<Schema> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        Schema::load(&Resources::schema(&[folder.path().to_owned()]))
    }

    #[test]
    fn every_kind_that_the_code_names_is_in_the_schema() {
        let schema = schema();
        for kind in [
            EdgeKind::SAID,
            EdgeKind::ABOUT,
            EdgeKind::MENTIONS,
            EdgeKind::SAID_AT,
            EdgeKind::SAID_TO,
            EdgeKind::SPEAKS_FOR,
            EdgeKind::SPEAKS_AGAINST,
            EdgeKind::SPEAKS_OF,
            EdgeKind::CONGRUENT_WITH,
            EdgeKind::CONFLICTS_WITH,
            EdgeKind::REPRESENTS,
            EdgeKind::MEMBER_OF_BODY,
            EdgeKind::PART_OF,
            EdgeKind::LOCATED_IN,
            EdgeKind::PARTY_TO,
            EdgeKind::MET_WITH,
            EdgeKind::REPLACES,
            EdgeKind::ADDRESSES,
            EdgeKind::ATTENDED,
            EdgeKind::HOSTS,
            EdgeKind::VISITS,
            EdgeKind::REVISES,
        ] {
            assert!(schema.edge(&kind).is_some(), "{kind}");
        }
        for name in ["official", "person", "agency", "organization", "country", "place", "agreement", "event"]
        {
            assert!(schema.node_kind(name).is_some(), "{name}");
        }
    }

    #[test]
    fn replacing_joins_two_agreements_or_two_officials_but_not_one_of_each() {
        let schema = schema();
        let fits = |a: &NodeKind, b: &NodeKind| schema.signature_fits(&EdgeKind::REPLACES, a, b);
        assert!(fits(&NodeKind::AGREEMENT, &NodeKind::AGREEMENT));
        assert!(fits(&NodeKind::OFFICIAL, &NodeKind::OFFICIAL));
        assert!(!fits(&NodeKind::OFFICIAL, &NodeKind::AGREEMENT));
    }

    #[test]
    fn a_person_may_stand_wherever_an_official_may() {
        let schema = schema();
        for (kind, edge) in schema.edges() {
            for pair in &edge.signatures {
                let both = |kinds: &[NodeKind]| {
                    !kinds.contains(&NodeKind::OFFICIAL) || kinds.contains(&NodeKind::PERSON)
                };
                assert!(both(&pair.source) && both(&pair.target), "{kind}");
            }
        }
    }

    #[test]
    fn exactly_the_mutual_relations_are_symmetric() {
        let schema = schema();
        let symmetric: Vec<_> =
            schema.edges().filter(|(_, e)| e.symmetric).map(|(k, _)| k.as_str()).collect();
        assert_eq!(
            symmetric,
            [
                "agrees-with",
                "conflicts-with",
                "congruent-with",
                "cooperates-with",
                "met-with",
                "negotiates-with"
            ]
        );
        for (kind, edge) in schema.edges() {
            assert_eq!(edge.symmetric, edge.label == edge.inverse, "{kind}");
        }
    }

    #[test]
    fn there_are_over_sixty_topics_under_few_roots() {
        let schema = schema();
        assert!(schema.topics().len() > 60);
        let chain: Vec<_> =
            schema.topics().broader("nuclear-non-proliferation").map(|t| t.id.as_str()).collect();
        assert_eq!(chain, ["arms-control", "security"]);
    }

    #[test]
    fn an_unknown_node_kind_is_reported_with_file_and_line() {
        let error = with_user_file(
            "edges/funds.toml",
            "label = \"funds\"\ninverse = \"funded by\"\nfamily = \"action\"\ndefinition = \"gives money\"\n\n\
             [[signature]]\nsource = [\"country\"]\ntarget = [\"companie\"]\n",
        )
        .unwrap_err()
        .to_string();
        assert!(error.contains("funds.toml:8: there is no node kind companie"), "{error}");
    }

    #[test]
    fn a_missing_label_and_a_misspelt_key_are_reported_with_the_file() {
        let missing = with_user_file("nodes/vessel.toml", "plural = 'vessels'\ndefinition = 'a ship'\n");
        assert!(missing.unwrap_err().to_string().contains("missing field `label`"));
        let text = "label = 'vessel'\nplural = 'vessels'\ndefinition = 'a ship'\ncolor = 'red'\n";
        let unknown = with_user_file("nodes/vessel.toml", text).unwrap_err().to_string();
        assert!(unknown.contains("vessel.toml:4") && unknown.contains("color"), "{unknown}");
    }

    #[test]
    fn a_users_folder_adds_kinds_and_topics() {
        let topics = "[[topic]]\nid = \"whaling\"\nlabel = \"whaling\"\nbroader = \"environment\"\n";
        let schema = with_user_file("topics/own.toml", topics).unwrap();
        assert_eq!(schema.topics().broader("whaling").count(), 1);
        let vessel = "label = 'vessel'\nplural = 'vessels'\ndefinition = 'a ship'\nlike = \"place\"\n";
        let schema = with_user_file("nodes/vessel.toml", vessel).unwrap();
        assert!(schema.signature_fits(&EdgeKind::VISITS, &NodeKind::OFFICIAL, &NodeKind::named("vessel")));
    }
}
