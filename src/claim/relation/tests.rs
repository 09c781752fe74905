//! What English does to predicates, each on a tree made by hand.

use crate::claim::relation::fixture::claims;

fn has(found: &[String], claim: &str) {
    assert!(found.iter().any(|one| one == claim), "{claim} is not among {found:?}");
}

fn lacks(found: &[String], claim: &str) {
    assert!(!found.iter().any(|one| one == claim), "{claim} is among {found:?}");
}

#[test]
fn an_active_verb_joins_subject_and_object_with_all_coordinated() {
    let found = claims(
        "Oduya PROPN NNP Oduya 4 nsubj
         and CCONJ CC and 3 cc
         Lindqvist PROPN NNP Lindqvist 1 conj
         criticized VERB VBD criticize 0 root
         Brandt PROPN NNP Brandt 4 obj",
        &["official: Oduya", "official: Lindqvist", "official: Brandt"],
    );
    assert_eq!(found, ["criticizes: Oduya -> Brandt", "criticizes: Lindqvist -> Brandt"]);
}

#[test]
fn a_passive_turns_the_ends_round() {
    let found = claims(
        "Brandt PROPN NNP Brandt 3 nsubj:pass
         was AUX VBD be 3 aux:pass
         criticized VERB VBN criticize 0 root
         by ADP IN by 5 case
         Oduya PROPN NNP Oduya 3 obl:agent",
        &["official: Oduya", "official: Brandt"],
    );
    assert_eq!(found, ["criticizes: Oduya -> Brandt"]);
}

#[test]
fn a_raised_infinitive_takes_the_subject_of_its_governor() {
    let found = claims(
        "Oduya PROPN NNP Oduya 3 nsubj:pass
         is AUX VBZ be 3 aux:pass
         expected VERB VBN expect 0 root
         to PART TO to 5 mark
         sign VERB VB sign 3 xcomp
         the DET DT the 7 det
         treaty NOUN NN treaty 5 obj",
        &["official: Oduya", "agreement: treaty"],
    );
    has(&found, "signed: Oduya -> treaty");
}

#[test]
fn the_object_of_a_verb_of_asking_does_what_the_infinitive_says() {
    let found = claims(
        "Oduya PROPN NNP Oduya 2 nsubj
         urged VERB VBD urge 0 root
         Brandt PROPN NNP Brandt 2 obj
         to PART TO to 5 mark
         sign VERB VB sign 2 xcomp
         the DET DT the 7 det
         treaty NOUN NN treaty 5 obj",
        &["official: Oduya", "official: Brandt", "agreement: treaty"],
    );
    has(&found, "requests: Oduya -> Brandt");
    has(&found, "signed: Brandt -> treaty");
    lacks(&found, "signed: Oduya -> treaty");
}

#[test]
fn who_is_called_on_does_what_the_infinitive_says() {
    let found = claims(
        "Oduya PROPN NNP Oduya 2 nsubj
         called VERB VBD call 0 root
         on ADP IN on 4 case
         Brandt PROPN NNP Brandt 2 obl
         to PART TO to 6 mark
         sign VERB VB sign 2 advcl
         the DET DT the 8 det
         treaty NOUN NN treaty 6 obj",
        &["official: Oduya", "official: Brandt", "agreement: treaty"],
    );
    has(&found, "requests: Oduya -> Brandt");
    has(&found, "signed: Brandt -> treaty");
    lacks(&found, "signed: Oduya -> treaty");
}

#[test]
fn a_relative_pronoun_stands_for_its_antecedent() {
    let found = claims(
        "Oduya PROPN NNP Oduya 0 root
         , PUNCT , , 4 punct
         who PRON WP who 4 nsubj
         criticized VERB VBD criticize 1 acl:relcl
         Brandt PROPN NNP Brandt 4 obj",
        &["official: Oduya", "official: Brandt"],
    );
    assert_eq!(found, ["criticizes: Oduya -> Brandt"]);
}

#[test]
fn a_relative_clause_without_pronoun_has_its_antecedent_as_object() {
    let found = claims(
        "the DET DT the 2 det
         treaty NOUN NN treaty 0 root
         Kenya PROPN NNP Kenya 4 nsubj
         signed VERB VBD sign 2 acl:relcl",
        &["agreement: treaty", "country: Kenya"],
    );
    has(&found, "signed: Kenya -> treaty");
}

#[test]
fn a_participle_takes_the_noun_that_it_modifies() {
    let found = claims(
        "the DET DT the 2 det
         treaty NOUN NN treaty 0 root
         signed VERB VBN sign 2 acl
         by ADP IN by 5 case
         Kenya PROPN NNP Kenya 3 obl:agent",
        &["agreement: treaty", "country: Kenya"],
    );
    has(&found, "signed: Kenya -> treaty");
}

#[test]
fn coordinated_verbs_share_subject_and_object() {
    let found = claims(
        "Kenya PROPN NNP Kenya 2 nsubj
         signed VERB VBD sign 0 root
         and CCONJ CC and 4 cc
         violated VERB VBD violate 2 conj
         the DET DT the 6 det
         treaty NOUN NN treaty 2 obj",
        &["agreement: treaty", "country: Kenya"],
    );
    has(&found, "signed: Kenya -> treaty");
    has(&found, "violates: Kenya -> treaty");
}

#[test]
fn a_light_verb_lends_its_subject_to_the_noun() {
    let found = claims(
        "Oduya PROPN NNP Oduya 2 nsubj
         held VERB VBD hold 0 root
         talks NOUN NNS talk 2 obj
         with ADP IN with 5 case
         Brandt PROPN NNP Brandt 2 obl",
        &["official: Oduya", "official: Brandt"],
    );
    assert_eq!(found, ["met-with: Oduya -> Brandt"]);
}

#[test]
fn a_noun_joins_each_two_between_whom_it_is() {
    let found = claims(
        "Talks NOUN NNS talk 7 nsubj
         between ADP IN between 3 case
         Kenya PROPN NNP Kenya 1 nmod
         , PUNCT , , 5 punct
         Ghana PROPN NNP Ghana 3 conj
         Norway PROPN NNP Norway 3 conj
         failed VERB VBD fail 0 root",
        &["country: Kenya", "country: Ghana", "country: Norway"],
    );
    for pair in ["Kenya -> Ghana", "Kenya -> Norway", "Ghana -> Norway"] {
        has(&found, &format!("met-with: {pair}"));
    }
}

#[test]
fn a_collective_subject_meets_among_itself() {
    let found = claims(
        "Oduya PROPN NNP Oduya 4 nsubj
         and CCONJ CC and 3 cc
         Brandt PROPN NNP Brandt 1 conj
         met VERB VBD meet 0 root
         in ADP IN in 6 case
         Oslo PROPN NNP Oslo 4 obl",
        &["official: Oduya", "official: Brandt", "place: Oslo"],
    );
    assert_eq!(found, ["met-with: Oduya -> Brandt"]);
}

#[test]
fn officials_of_two_countries_stand_for_them() {
    let found = claims(
        "Kenyan ADJ JJ Kenyan 4 amod
         and CCONJ CC and 3 cc
         Norwegian ADJ JJ Norwegian 1 conj
         officials NOUN NNS official 5 nsubj
         met VERB VBD meet 0 root",
        &["country: Kenyan", "country: Norwegian"],
    );
    assert_eq!(found, ["met-with: Kenyan -> Norwegian"]);
}

#[test]
fn an_office_is_read_off_the_words_before_it() {
    let found = claims(
        "Kenyan ADJ JJ Kenyan 3 amod
         Foreign PROPN NNP Foreign 3 compound
         Minister PROPN NNP Minister 4 compound
         Oduya PROPN NNP Oduya 5 nsubj
         left VERB VBD leave 0 root",
        &["country: Kenyan", "official: Kenyan Foreign Minister Oduya"],
    );
    has(&found, "represents: Kenyan Foreign Minister Oduya -> Kenyan");
}

#[test]
fn the_owner_of_what_is_condemned_is_criticized() {
    let found = claims(
        "Kenya PROPN NNP Kenya 2 nsubj
         condemned VERB VBD condemn 0 root
         Norway PROPN NNP Norway 5 nmod:poss
         's PART POS 's 3 case
         decision NOUN NN decision 2 obj",
        &["country: Kenya", "country: Norway"],
    );
    assert_eq!(found, ["criticizes: Kenya -> Norway"]);
}

#[test]
fn those_who_criticize_each_other_do_so_both_ways() {
    let found = claims(
        "Kenya PROPN NNP Kenya 4 nsubj
         and CCONJ CC and 3 cc
         Norway PROPN NNP Norway 1 conj
         criticized VERB VBD criticize 0 root
         each DET DT each 6 det
         other ADJ JJ other 4 obj",
        &["country: Kenya", "country: Norway"],
    );
    assert_eq!(found, ["criticizes: Kenya -> Norway", "criticizes: Norway -> Kenya"]);
}

#[test]
fn a_plural_with_a_number_stands_for_as_many_named_before() {
    let found = claims(
        "Kenya PROPN NNP Kenya 4 nsubj
         and CCONJ CC and 3 cc
         Norway PROPN NNP Norway 1 conj
         said VERB VBD say 0 root
         both DET DT both 6 det
         countries NOUN NNS country 8 nsubj
         would AUX MD would 8 aux
         sign VERB VB sign 4 ccomp
         the DET DT the 10 det
         treaty NOUN NN treaty 8 obj",
        &["country: Kenya", "country: Norway", "agreement: treaty"],
    );
    has(&found, "signed: Kenya -> treaty");
    has(&found, "signed: Norway -> treaty");
}

#[test]
fn a_tree_that_coordinates_backwards_states_nothing_and_fails_nowhere() {
    let found = claims(
        "signed VERB VBD sign 3 conj
         Kenya PROPN NNP Kenya 3 nsubj
         praised VERB VBD praise 0 root",
        &["country: Kenya"],
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn who_is_thanked_or_blamed_does_what_the_gerund_says() {
    let found = claims(
        "Oduya PROPN NNP Oduya 2 nsubj
         accused VERB VBD accuse 0 root
         Kenya PROPN NNP Kenya 2 obj
         of SCONJ IN of 5 mark
         violating VERB VBG violate 2 advcl
         the DET DT the 7 det
         treaty NOUN NN treaty 5 obj",
        &["official: Oduya", "country: Kenya", "agreement: treaty"],
    );
    has(&found, "violates: Kenya -> treaty");
    lacks(&found, "violates: Oduya -> treaty");
}
