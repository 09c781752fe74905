//! Words with tag, lemma and place in the tree, after Universal Dependencies.

use std::fmt;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::model::Span;

macro_rules! labels {
    ($(#[$outer:meta])* $type:ident: $first:ident = $first_text:literal, $($name:ident = $text:literal,)*) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[repr(u8)]
        #[expect(missing_docs, reason = "the names are those of the standard")]
        pub enum $type {
            #[default]
            #[serde(rename = $first_text)]
            $first,
            $(#[serde(rename = $text)] $name,)*
        }

        impl $type {
            /// Every label, in the order of declaration.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$name,)*];

            /// The label as the standard writes it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::$first => $first_text,
                    $(Self::$name => $text,)*
                }
            }

            /// The label that the standard writes so.
            #[must_use]
            pub fn named(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|label| label.as_str() == text)
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(self.as_str())
            }
        }
    };
}

labels! {
    /// Universal part of speech.
    Upos:
    X = "X", Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ", Noun = "NOUN",
    Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT", Sconj = "SCONJ", Sym = "SYM", Verb = "VERB",
}

labels! {
    /// Part of speech after the Penn Treebank: tells tense and number apart.
    Xpos:
    Fw = "FW", Add = "ADD", Afx = "AFX", Cc = "CC", Cd = "CD", Dt = "DT", Ex = "EX", Gw = "GW", Hyph = "HYPH", In = "IN",
    Jj = "JJ", Jjr = "JJR", Jjs = "JJS", Ls = "LS", Md = "MD", Nfp = "NFP", Nn = "NN", Nnp = "NNP", Nnps = "NNPS", Nns = "NNS",
    Pdt = "PDT", Pos = "POS", Prp = "PRP", PrpS = "PRP$", Rb = "RB", Rbr = "RBR", Rbs = "RBS", Rp = "RP", Sym = "SYM",
    To = "TO", Uh = "UH", Vb = "VB", Vbd = "VBD", Vbg = "VBG", Vbn = "VBN", Vbp = "VBP", Vbz = "VBZ", Wdt = "WDT", Wp = "WP",
    WpS = "WP$", Wrb = "WRB", Period = ".", Comma = ",", Colon = ":", Dollar = "$", OpenQuote = "``", CloseQuote = "''",
    OpenBracket = "-LRB-", CloseBracket = "-RRB-",
}

labels! {
    /// Relation of a word to its head, with the subtypes of the English treebanks.
    Deprel:
    Dep = "dep", Acl = "acl", AclRelcl = "acl:relcl", Advcl = "advcl", AdvclRelcl = "advcl:relcl", Advmod = "advmod",
    Amod = "amod", Appos = "appos", Aux = "aux", AuxPass = "aux:pass", Case = "case", Cc = "cc", CcPreconj = "cc:preconj",
    Ccomp = "ccomp", Compound = "compound", CompoundPrt = "compound:prt", Conj = "conj", Cop = "cop", Csubj = "csubj",
    CsubjOuter = "csubj:outer", CsubjPass = "csubj:pass", Det = "det", DetPredet = "det:predet", Discourse = "discourse",
    Dislocated = "dislocated", Expl = "expl", Fixed = "fixed", Flat = "flat", Goeswith = "goeswith", Iobj = "iobj",
    List = "list", Mark = "mark", Nmod = "nmod", NmodDesc = "nmod:desc", NmodPoss = "nmod:poss", NmodUnmarked = "nmod:unmarked",
    Nsubj = "nsubj", NsubjOuter = "nsubj:outer", NsubjPass = "nsubj:pass", Nummod = "nummod", Obj = "obj", Obl = "obl",
    OblAgent = "obl:agent", OblUnmarked = "obl:unmarked", Orphan = "orphan", Parataxis = "parataxis", Punct = "punct",
    Reparandum = "reparandum", Root = "root", Vocative = "vocative", Xcomp = "xcomp",
}

impl Deprel {
    /// Whether a word in this relation belongs to the noun phrase of its head wherever it stands before it: determiners,
    /// adjectives, numerals, possessors, parts of a name.
    #[must_use]
    pub fn qualifies(self) -> bool {
        matches!(
            self,
            Self::Det
                | Self::DetPredet
                | Self::Amod
                | Self::Compound
                | Self::Nummod
                | Self::NmodPoss
                | Self::NmodUnmarked
                | Self::NmodDesc
                | Self::Flat
        )
    }

    /// The universal relation without subtype: `nsubj:pass` gives `nsubj`.
    #[must_use]
    pub fn base(self) -> &'static str {
        let text = self.as_str();
        text.split(':').next().unwrap_or(text)
    }
}

/// A word, number or mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// Where it stands in the document.
    pub span: Span,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag.
    pub xpos: Xpos,
    /// Dictionary form.
    pub lemma: CompactString,
    /// The head, as index into the tokens of the document; none for the root of a sentence.
    pub head: Option<u32>,
    /// Relation to the head.
    pub deprel: Deprel,
}
