//! What says that a file is a graph of ours, and which version of the form it has.

/// The value of the key `format`.
pub const FORMAT: &str = "diplograph";

/// The version of the form that this library writes, and the latest that it reads.
pub const VERSION: u64 = 1;

/// What wrote the file.
pub(super) const GENERATOR: &str = concat!("diplograph ", env!("CARGO_PKG_VERSION"));

/// What is wrong with the value of `format`, if anything.
pub(super) fn check_format(found: &str) -> Result<(), String> {
    if found == FORMAT {
        return Ok(());
    }
    Err(format!("`format` is `{found}`, not `{FORMAT}`: this graph was not written by diplograph"))
}

/// What is wrong with the value of `version`, if anything.
pub(super) fn check_version(found: u64) -> Result<(), String> {
    if (1..=VERSION).contains(&found) {
        return Ok(());
    }
    Err(format!(
        "the file has version {found} of the graph form, and this diplograph reads up to version {VERSION}: \
         take a newer diplograph, or build the graph again with this one"
    ))
}
