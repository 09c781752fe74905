//! How verbs and event nouns stand to the facts, over the embedded model. The predicate stands between asterisks.

use diplograph::annotate::Annotator;
use diplograph::claim::modality;
use diplograph::claim::modality::Judged;
use diplograph::lexicon::modality::ModalityLexicon;
use diplograph::model::{Block, BlockKind, Document, DocumentId, OffsetBase, Span};
use diplograph::resource::Resources;

pub(crate) fn document(text: &str, date: &str) -> Document {
    Document {
        id: DocumentId("0".into()),
        path: "-".into(),
        title: None,
        source: None,
        date: date.parse().ok(),
        language: "en".into(),
        sha256: String::new(),
        offset_base: OffsetBase::Source,
        text: text.to_owned(),
        blocks: vec![Block { kind: BlockKind::Paragraph, spans: vec![Span::at(0, text.len())] }],
    }
}

struct Judge {
    annotator: Annotator,
    lexicon: ModalityLexicon,
}

impl Judge {
    fn new() -> Self {
        let resources = Resources::data(&[]);
        let annotator = Annotator::load(&resources).unwrap();
        Self { annotator, lexicon: ModalityLexicon::load(&resources).unwrap() }
    }

    fn judge(&self, marked: &str) -> (Judged, String) {
        let at = marked.find('*').unwrap();
        let document = document(&marked.replace('*', ""), "");
        let annotated = self.annotator.annotate(&document);
        let judged = modality::of(&annotated, annotated.token_at(at as u32), &self.lexicon);
        (judged, judged.cue.map_or_else(String::new, |cue| cue.of(&document.text).to_owned()))
    }
}

#[track_caller]
fn check(expected: &str, sentences: &[&str]) {
    let judge = Judge::new();
    let wrong: Vec<String> = sentences
        .iter()
        .filter_map(|sentence| {
            let (judged, cue) = judge.judge(sentence);
            (judged.modality.as_str() != expected)
                .then(|| format!("{} by `{cue}`: {sentence}", judged.modality))
        })
        .collect();
    assert!(wrong.is_empty(), "not {expected}:\n{}", wrong.join("\n"));
}

#[test]
fn what_happened_is_actual() {
    check(
        "actual",
        &[
            "The two ministers *met* in Lisbon on Monday.",
            "Kenya and Norway have *signed* the accord.",
            "The envoys are *discussing* the border.",
            "She managed to *persuade* the council.",
            "The council forced them to *withdraw* from the port.",
            "The minister said the parties had *signed* the treaty.",
            "They regretted that the talks *ended* early.",
            "He did not fail to *meet* the delegation.",
            "The ambassador spoke after *meeting* the president.",
            "The pact *replaces* an older treaty.",
            "Ministers *met* to discuss the dam.",
            "Ministers met to *discuss* the dam.",
            "The ministers held *talks* in Doha.",
            "They spoke to reporters after their *talks*.",
            "Not only did they meet, they also *signed* a treaty.",
            "The two sides agreed to meet again and *signed* a protocol.",
            "Why did Ghana *reject* the offer?",
            "He left before the council *voted*.",
            "The king's *visit* would open a new chapter.",
            "Our *talks* will bear fruit for both countries.",
            "It is great to *be* in Doha.",
            "Its *aggression* will lead to losses.",
            "The pact will add to the strong *relations* between the two states.",
            "She was so worried that she *telephoned* the minister.",
            "The regime tried to suppress *protests* in the capital.",
            "Norway began to *withdraw* its troops in May.",
            "Oduya is the first president to *visit* Kenya since the war.",
            "The *riots* continue with no end in sight.",
            "They met the only envoy to *reach* the port.",
        ],
    );
}

#[test]
fn what_is_to_come_is_planned() {
    check(
        "planned",
        &[
            "They spoke in advance of the *meeting*.",
            "The new accord will *replace* the old pact.",
            "The accord will *update* or possibly replace the old pact.",
            "The envoy will lead the mission and *meet* the president.",
            "The two presidents are to *meet* in Doha.",
            "The parties agreed to *sign* the accord.",
            "Ghana plans to *send* troops.",
            "The minister is expected to *visit* Nairobi.",
            "The delegation is scheduled to *arrive* on Sunday.",
            "They are going to *sign* the pact.",
            "Norway has promised to *ratify* the treaty.",
            "The minister said that they would *meet* again.",
            "It was agreed that the envoys should *meet* again.",
            "It is intended that Ms Oduya be *appointed* a member of the commission.",
            "The minister voiced confidence that they would *meet* again.",
            "The deal would *replace* the pact, officials said on Monday.",
            "The envoy flew to Lisbon to *meet* the president.",
            "Three ministers were in Doha to *meet* with the emir and discuss the accord.",
            "Three ministers were in Doha to meet with the emir and *discuss* the accord.",
            "The ministers will hold *talks* in Doha.",
            "The two sides agreed on a *visit* in May.",
            "They prepared the upcoming *talks*.",
            "The *talks* will focus on water.",
            "The *talks* will take place in May.",
            "The *summit* was postponed to May.",
            "There are plans for a *meeting* in Oslo.",
            "The minister announced plans to *open* an embassy.",
            "The two sides are committed to *ending* the war.",
            "The talks are due to *begin* on Monday.",
            "The two leaders are set to *meet*.",
            "He is about to *travel* to Accra.",
            "They agreed to an exchange of envoys and to *deepen* the dialogue.",
            "Foreign ministers to *meet* in Doha",
            "The minister will *be* in Doha for three days.",
            "The minister said he would visit Doha. He would *hold* talks there.",
            "The minister announced his trip. After that he would *fly* to Accra.",
            "He was pleased to inform the council that he would *visit* Doha.",
            "They spoke of the *visit* to Doha later this year.",
            "He looked forward to meeting the minister and to *discussing* trade.",
            "The council welcomed agreement that the two states would *work* together.",
            "She extended an invitation to the minister to *visit* Accra, which was accepted.",
            "She stressed the chances of trade and their commitment to *work* with Kenya.",
        ],
    );
}

#[test]
fn what_may_be_is_possible() {
    check(
        "possible",
        &[
            "Ghana wavered whether to *maintain* the pact.",
            "The accord will update or possibly *replace* the old pact.",
            "Ghana may *sign* the pact.",
            "The minister could *visit* Nairobi.",
            "The parties hope to *meet* in May.",
            "Norway wants to *join* the pact.",
            "She urged the parties to *sign* the accord.",
            "He called on Ghana to *withdraw* its troops.",
            "The council asked Kenya to *send* troops.",
            "If Ghana *signs* the pact, the war will end.",
            "If Ghana signs the pact, the war would *end*.",
            "It is not clear whether they will *meet*.",
            "They proposed *talks* in Oslo.",
            "The minister called for *talks*.",
            "They discussed a possible *visit* by the king.",
            "They discussed a proposal to *replace* the pact.",
            "Will Ghana *sign* the pact?",
            "Ghana should *sign* the pact.",
            "The envoy invited the minister to *visit* Accra.",
            "The envoy extended an invitation to the minister to *visit* Accra.",
            "The minister said he would visit Doha. We would *welcome* that.",
            "The minister said he would visit Doha. Such a trip would *help* Ghana.",
            "The two sides are ready to *meet*.",
            "The council demanded that Kenya *withdraw* its troops.",
            "Norway would *consider* the offer.",
            "They stressed the importance of *concluding* the agreement.",
            "The minister did not rule out *meeting* the rebels.",
            "Perhaps they *met* in Oslo.",
            "The minister threatened to *withdraw* from the pact.",
        ],
    );
}

#[test]
fn what_did_not_happen_is_negated() {
    check(
        "negated",
        &[
            "Kenya rejected an invitation to *attend* the conference.",
            "Norway declined an offer to *host* the summit.",
            "It was not possible for the minister to *visit* Accra.",
            "The ministers did not *meet*.",
            "The ministers did not meet or *speak*.",
            "Ghana never *signed* the pact.",
            "The minister declined to *comment*.",
            "Ghana refused to *sign* the pact.",
            "The parties failed to *reach* an accord.",
            "Ghana has yet to *ratify* the treaty.",
            "The envoy left without *meeting* the president.",
            "No *agreement* was reached.",
            "They *reached* no agreement.",
            "Neither Ghana nor Kenya *signed* the pact.",
            "The *talks* did not take place.",
            "The minister ruled out *talks* with the rebels.",
            "The *visit* was cancelled.",
            "The king cancelled his *visit*.",
            "The government called off the *talks*.",
            "Ghana will not *sign* the pact.",
            "Ghana is no longer *party* to the pact.",
            "There were no *talks* between the two sides.",
            "Kenya prevented the envoy from *meeting* the rebels.",
            "The officials would not *address* the question.",
            "The parties did not agree to *meet*.",
            "Nobody *signed* the pact.",
            "There are no plans to *meet*.",
        ],
    );
}

#[test]
fn what_somebody_says_is_not_so_is_denied() {
    check(
        "denied",
        &[
            "Ghana denied that it *sent* troops.",
            "The minister denied *meeting* the rebels.",
            "The minister rejected the claim that Ghana *violated* the accord.",
            "The minister denied reports that the two had *met*.",
        ],
    );
}

#[test]
fn the_cue_is_the_word_that_decides() {
    let judge = Judge::new();
    let cue = |marked: &str| judge.judge(marked).1;
    assert_eq!(cue("The accord will update or possibly *replace* the pact."), "possibly");
    assert_eq!(cue("The accord will *update* or possibly replace the pact."), "will");
    assert_eq!(cue("Ghana declined to *sign* the pact."), "declined");
    assert_eq!(cue("Ghana *signed* the pact."), "");
}

#[test]
fn a_purpose_tells_what_holds_of_the_thing_that_has_it() {
    let judge = Judge::new();
    let purpose =
        |marked: &str| judge.judge(marked).0.of_purpose.map_or("", diplograph::model::Modality::as_str);
    assert_eq!(purpose("The 2008 pact is meant to *fight* smuggling."), "actual");
    assert_eq!(purpose("They signed a pact meant to *fight* smuggling."), "actual");
    assert_eq!(purpose("The accord will be designed to *end* the war."), "planned");
    assert_eq!(purpose("Talks aimed at *ending* the war began in Oslo."), "actual");
    assert_eq!(purpose("Ghana agreed to *sign*."), "");
}
