//! What a title tells of its holder.

use std::ops::Range;

use compact_str::CompactString;
use serde::Deserialize;

/// For whom the holder of a title acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActsFor {
    /// For a country: president, minister, ambassador.
    Country,
    /// For an organization: secretary-general, commissioner.
    Organization,
    /// For the body named with it: spokesman, director, judge.
    Body,
    /// Not told by the title: Mr., Dr., Professor.
    Unknown,
}

/// What a modifier says of a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitleModifier {
    /// *former*, *ex-*, *late*: no longer in office.
    Former,
    /// *incoming*, *designate*, *-elect*: not yet in office.
    Future,
    /// *acting*, *interim*.
    Acting,
    /// *deputy*, *vice*, *assistant*: not the head.
    Deputy,
    /// *senior*, *chief*, *special*, *first*: rank without change of the office.
    Rank,
}

/// A class of titles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleClass {
    /// `head-of-state`, `minister`, `envoy` ...
    pub name: CompactString,
    /// For whom its holders act.
    pub acts_for: ActsFor,
    /// Whether holders of it are officials; *Mr.* and *Dr.* tell nothing.
    pub official: bool,
}

/// A title found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleMatch<'t> {
    /// How many words it takes, modifiers and portfolio included.
    pub len: usize,
    /// Its class.
    pub class: &'t TitleClass,
    /// What its modifiers say, in the order of the text.
    pub modifiers: Vec<TitleModifier>,
    /// The words of the portfolio before the head, counted from the start: *Trade and Industry* in *Trade and Industry Minister*.
    pub portfolio: Range<usize>,
    /// The head word, counted from the start: *secretary* in *deputy secretary of state*.
    pub head: usize,
    /// Whether it names several: *foreign ministers*.
    pub plural: bool,
}
