//! A colour for each kind of node, apart also for the colour-blind (after Okabe and Ito).

use crate::model::NodeKind;

/// Red, green, blue, 0 to 255.
pub(super) type Colour = (u8, u8, u8);

const OTHER: Colour = (153, 153, 153);

const COLOURS: [(NodeKind, Colour); 11] = [
    (NodeKind::OFFICIAL, (0, 114, 178)),
    (NodeKind::PERSON, (86, 180, 233)),
    (NodeKind::AGENCY, (204, 121, 167)),
    (NodeKind::ORGANIZATION, (230, 159, 0)),
    (NodeKind::COUNTRY, (213, 94, 0)),
    (NodeKind::PLACE, (176, 141, 105)),
    (NodeKind::AGREEMENT, (0, 158, 115)),
    (NodeKind::EVENT, (240, 228, 66)),
    (NodeKind::TOPIC, (118, 96, 168)),
    (NodeKind::STATEMENT, (190, 190, 190)),
    (NodeKind::DOCUMENT, (110, 110, 110)),
];

/// The colour of a kind; grey for kinds of a schema of the user's own.
pub(super) fn of(kind: &NodeKind) -> Colour {
    COLOURS.iter().find(|(named, _)| named == kind).map_or(OTHER, |&(_, colour)| colour)
}
