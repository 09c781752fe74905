//! Tells cargo to embed `schema/` and `data/` again when a file is added or changed there.

fn main() {
    println!("cargo:rerun-if-changed=schema");
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=src/build.rs");
}
