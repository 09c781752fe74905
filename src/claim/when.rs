//! The date that dates a predicate.

use crate::model::Annotated;
use crate::model::Mention;
use crate::model::When;

/// When the thing that `predicate` names happens, by the dates among `mentions` that stand beside it in its clause.
#[must_use]
pub fn of(_annotated: &Annotated<'_>, _predicate: usize, _mentions: &[Mention]) -> Option<When> {
    None
}
