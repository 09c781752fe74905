//! The ontology: node kinds, edge kinds and topics, loaded from `schema/`.
