//! `--since` and `--until`.

use clap::Args;

use crate::model::PartialDate;
use crate::query::Period;

/// A stretch of time.
#[derive(Debug, Args)]
pub(crate) struct PeriodArguments {
    /// Nothing that ended before this date (YYYY, YYYY-MM or YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    since: Option<PartialDate>,
    /// Nothing that began after this date
    #[arg(long, value_name = "DATE")]
    until: Option<PartialDate>,
}

impl PeriodArguments {
    pub(crate) fn period(&self) -> Period {
        Period { since: self.since, until: self.until }
    }
}
