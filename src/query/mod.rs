//! Questions that the graph answers, each with typed rows that carry document, date, words and place.

mod affiliation;
mod citation;
mod edge_filter;
mod edge_row;
mod excerpt;
mod explain;
mod explain_statement;
mod find;
mod fold;
mod likeness;
mod meetings;
mod moment;
mod neighbours;
mod node_ref;
mod path;
mod said;
#[cfg(test)]
mod sample;
mod search;
mod show;
mod statement_row;
mod stats;
mod successions;
mod timeline;
mod topics;

pub use affiliation::acts_for;
pub use citation::Citation;
pub use edge_filter::EdgeFilter;
pub use edge_row::{EdgeRow, EvidenceRow};
pub use explain::{Explanation, Passage, Variant, explain, find_edge};
pub use explain_statement::{StatementExplanation, explain_statement};
pub use find::{Candidate, NameError, candidates, find};
pub use likeness::Likeness;
pub use meetings::{MeetingQuery, meetings};
pub use moment::{Basis, Moment, Period};
pub use neighbours::{NeighbourRow, neighbours};
pub use node_ref::NodeRef;
pub use path::{PathStep, path};
pub use said::{SaidQuery, said};
pub use search::{SearchRow, SearchTerms, search};
pub use show::{NodeCard, show};
pub use statement_row::StatementRow;
pub use stats::{Count, stats};
pub use successions::successions;
pub use timeline::{Happening, TimelineQuery, TimelineRow, timeline};
pub use topics::narrower;
