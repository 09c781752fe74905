//! The mentions joined so far, and what each group of them tells.

use crate::model::Annotated;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::NodeKind;

/// Groups of mentions, by index; the root of a group is its earliest mention.
pub(super) struct Clusters<'a, 'd> {
    pub(super) doc: &'a Annotated<'d>,
    pub(super) mentions: &'a [Mention],
    root: Vec<usize>,
    /// The members of each root in order; empty for all others.
    members: Vec<Vec<usize>>,
}

impl<'a, 'd> Clusters<'a, 'd> {
    pub(super) fn new(doc: &'a Annotated<'d>, mentions: &'a [Mention]) -> Self {
        let all = 0..mentions.len();
        Self {
            doc,
            mentions,
            root: all.clone().collect(),
            members: all.map(|mention| vec![mention]).collect(),
        }
    }

    pub(super) fn root(&self, mention: usize) -> usize {
        self.root[mention]
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b || self.are_two_states(a, b) || self.are_of_two_states(a, b) {
            return;
        }
        let (first, second) = (a.min(b), a.max(b));
        let moved = std::mem::take(&mut self.members[second]);
        for &mention in &moved {
            self.root[mention] = first;
        }
        self.members[first].extend(moved);
        self.members[first].sort_unstable();
    }

    /// Whether the groups are bodies of two states: their governments are not one for being called the Government.
    fn are_of_two_states(&self, a: usize, b: usize) -> bool {
        let body = |mention: usize| self.kind(mention) == Some(&NodeKind::AGENCY);
        body(a) && body(b) && !self.countries_agree(a, b)
    }

    /// Whether the groups are known as two states, which nothing makes one.
    fn are_two_states(&self, a: usize, b: usize) -> bool {
        let state = |mention: usize| {
            let mut states =
                self.members(mention).filter(|&m| self.mentions[m].kind == Some(NodeKind::COUNTRY));
            states.find_map(|m| self.mentions[m].entry.as_ref())
        };
        matches!((state(a), state(b)), (Some(a), Some(b)) if a != b)
    }

    /// Whether a mention names an office without its holder: *the Foreign Minister*.
    pub(super) fn is_office(&self, mention: usize) -> bool {
        let m = &self.mentions[mention];
        m.form == MentionForm::Description && m.attributes.contains_key("title")
    }

    pub(super) fn same(&self, a: usize, b: usize) -> bool {
        self.root(a) == self.root(b)
    }

    pub(super) fn members(&self, mention: usize) -> impl Iterator<Item = usize> + '_ {
        self.members[self.root(mention)].iter().copied()
    }

    /// The value of an attribute in the group of a mention, from the first that has it.
    pub(super) fn attribute(&self, mention: usize, name: &str) -> Option<&str> {
        self.members(mention).find_map(|m| self.mentions[m].attributes.get(name)).map(String::as_str)
    }

    /// The kind of a group: that of its surest member. What the gazetteer or a title tells is surer than a head noun, that surer
    /// than a guess by place.
    pub(super) fn kind(&self, mention: usize) -> Option<&NodeKind> {
        let sureness = |m: usize| {
            let m = &self.mentions[m];
            let named = matches!(m.form, MentionForm::Name | MentionForm::Demonym);
            let guess = m.attributes.contains_key("guess");
            let told = m.entry.is_some() || m.attributes.contains_key("class");
            (
                m.kind.is_some(),
                named && told,
                named && !guess,
                m.form != MentionForm::Pronoun && !guess,
                guess,
            )
        };
        let first_of_equals = |m: &usize| (sureness(*m), std::cmp::Reverse(*m));
        let surest = self.members(mention).max_by_key(first_of_equals)?;
        self.mentions[surest].kind.as_ref()
    }

    /// Whether the group has a proper name.
    pub(super) fn is_named(&self, mention: usize) -> bool {
        self.members(mention)
            .any(|m| matches!(self.mentions[m].form, MentionForm::Name | MentionForm::Demonym))
    }

    /// Whether both groups may be of one country: unknown fits all.
    pub(super) fn countries_agree(&self, a: usize, b: usize) -> bool {
        match (self.attribute(a, "country"), self.attribute(b, "country")) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        }
    }

    /// The proper name inside a mention.
    pub(super) fn name(&self, mention: usize) -> Option<&'d str> {
        self.mentions[mention].name.map(|name| name.of(&self.doc.document.text))
    }

    /// The years that the words of a mention tell: *the 2008 Doha Accord* is not that of 2020.
    pub(super) fn years(&self, mention: usize) -> Vec<&str> {
        let m = &self.mentions[mention];
        let forms = (m.tokens.start..m.tokens.end).map(|token| self.doc.form(token as usize));
        forms.filter(|form| form.len() == 4 && form.bytes().all(|byte| byte.is_ascii_digit())).collect()
    }

    /// Whether no words of the two groups tell of different years.
    pub(super) fn years_agree(&self, a: usize, b: usize) -> bool {
        let all =
            |mention: usize| -> Vec<&str> { self.members(mention).flat_map(|m| self.years(m)).collect() };
        let (a, b) = (all(a), all(b));
        a.is_empty() || b.is_empty() || a.iter().any(|year| b.contains(year))
    }

    /// The lemma of the head of a mention.
    pub(super) fn lemma(&self, mention: usize) -> &str {
        self.doc.lemma(self.mentions[mention].head as usize)
    }

    pub(super) fn sentence(&self, mention: usize) -> usize {
        self.doc.sentence_of(self.mentions[mention].head as usize)
    }

    pub(super) fn is_plural(&self, mention: usize) -> bool {
        self.mentions[mention].attributes.get("number").is_some_and(|number| number == "plural")
    }
}

/// Whether mentions of the kind are persons.
pub(super) fn is_human(kind: Option<&NodeKind>) -> bool {
    kind.is_some_and(|kind| *kind == NodeKind::OFFICIAL || *kind == NodeKind::PERSON)
}
