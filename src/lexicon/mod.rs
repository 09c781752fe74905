//! What is known of the language and the world, loaded from `data/`.
