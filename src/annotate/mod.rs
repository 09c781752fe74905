//! Sentences, tokens, tags, lemmas and dependency trees.
