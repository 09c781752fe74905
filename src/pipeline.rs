//! From texts to graph: the only file that names every stage.
