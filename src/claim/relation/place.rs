//! Where nothing lies, though the words stand so.

use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Role;
use crate::lexicon::relations::Wording;
use crate::model::EdgeKind;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;

impl Reading<'_> {
    /// Whether the place is none in which the other could lie, or to which it could go.
    pub(super) fn is_no_place_of(&self, wording: &Wording, from: MentionId, to: MentionId) -> bool {
        let (source, target) = (self.mention(from), self.mention(to));
        let lies = wording.kind == EdgeKind::LOCATED_IN;
        if !lies && wording.kind != EdgeKind::VISITS {
            return false;
        }
        // *a journey to **a** peaceful Norway*: what Norway may become is no place.
        if target.form == MentionForm::Name && self.tree.is_indefinite(target.head as usize) {
            return true;
        }
        let is_place = |id: MentionId| self.kind(id).is_some_and(|kind| *kind == NodeKind::PLACE);
        if !lies || !is_place(from) {
            return false;
        }
        // *the University of **Bergen** in Oslo*
        let in_name = self.around(source.head as usize).iter().any(|&whole| {
            let outer = self.mention(whole);
            let body = self
                .kind(whole)
                .is_some_and(|kind| [NodeKind::AGENCY, NodeKind::ORGANIZATION].contains(kind));
            body && outer.form == MentionForm::Name && outer.span.len() > source.span.len()
        });
        if in_name {
            return true;
        }
        // *in Kenya, the Tana valley*: what explains a name stands behind it.
        let turned =
            wording.target.iter().any(|path| path.0 == [Role::Apposition]) && target.span < source.span;
        // *the **Lapland** region* is Lapland.
        let itself = is_place(to)
            && target.span.is_within(source.span)
            && !self.tree.is_genitive(target.head as usize);
        turned || itself || self.is_settlement(from) && self.is_settlement(to)
    }

    fn is_settlement(&self, id: MentionId) -> bool {
        self.attribute(id, "type").is_some_and(|sort| self.tree.grammar.settlements.contains(sort))
    }
}
