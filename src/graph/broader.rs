//! The broader terms of the topics that the texts name, so that a question about security finds arms control.

use std::collections::BTreeMap;

use crate::graph::Node;
use crate::model::Attributes;
use crate::model::NodeKind;
use crate::schema::Schema;

/// Attribute of topic nodes: the id of the node of the next broader term.
pub const BROADER: &str = "broader";

/// The id of the node of a topic of the taxonomy.
#[must_use]
pub fn topic_node_id(topic: &str) -> String {
    format!("topic.{topic}")
}

/// Sets `broader` of every topic node to a node id, and adds the nodes that it leads to, marked as inferred.
pub(super) fn add_broader(nodes: &mut BTreeMap<String, Node>, schema: &Schema) {
    let topics = schema.topics();
    let mut wanted: Vec<String> = Vec::new();
    for node in nodes.values_mut().filter(|node| node.kind == NodeKind::TOPIC) {
        let known = node.id.strip_prefix("topic.").and_then(|id| topics.get(id));
        let above = known.and_then(|topic| topic.broader.clone()).or_else(|| {
            let named = node.attributes.get(BROADER)?;
            topics.get(named.strip_prefix("topic.").unwrap_or(named)).map(|topic| topic.id.clone())
        });
        node.attributes.remove(BROADER);
        if let Some(above) = above.filter(|above| topic_node_id(above) != node.id) {
            node.attributes.insert(BROADER.into(), topic_node_id(&above));
            wanted.push(above);
        }
    }
    while let Some(id) = wanted.pop() {
        let (node_id, Some(topic)) = (topic_node_id(&id), topics.get(&id)) else { continue };
        if nodes.contains_key(&node_id) {
            continue;
        }
        let mut attributes = Attributes::new();
        if let Some(above) = &topic.broader {
            attributes.insert(BROADER.into(), topic_node_id(above));
            wanted.push(above.clone());
        }
        let node = Node {
            id: node_id.clone(),
            kind: NodeKind::TOPIC,
            label: topic.label.clone(),
            aliases: Vec::new(),
            attributes,
            mentions: Vec::new(),
            first_seen: None,
            last_seen: None,
            inferred: true,
            joins: Vec::new(),
            statement: None,
        };
        nodes.insert(node_id, node);
    }
}
