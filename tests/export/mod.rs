//! The graph as files: written, read back, and opened by the programs that they are meant for.

mod arbitrary;
mod clients;
mod formats;
mod json;
mod tricky;
mod verify;
