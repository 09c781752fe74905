//! Short forms: *the Trilateral Contact Group (TCG)*, later *the TCG*.

use crate::coreference::cluster::Clusters;
use crate::model::MentionForm;

/// Joins a name of capitals to the name whose initials it is: in brackets behind it, else to the only one that fits.
pub(super) fn acronyms(clusters: &mut Clusters<'_, '_>) {
    let named: Vec<usize> =
        (0..clusters.mentions.len()).filter(|&m| clusters.mentions[m].form == MentionForm::Name).collect();
    for &short in &named {
        let Some(letters) = clusters.name(short).filter(|name| is_acronym(name)) else { continue };
        let bracketed = bracket_before(clusters, short);
        let mut full = Vec::new();
        for &other in &named {
            let Some(name) = clusters.name(other).filter(|name| name.contains(' ')) else { continue };
            if clusters.same(short, other) || !initials_fit(letters, name) {
                continue;
            }
            if bracketed
                && clusters.mentions[other].span.end + 3 >= clusters.mentions[short].span.start
                && other < short
            {
                full = vec![other];
                break;
            }
            full.push(other);
        }
        if let Some(&first) = full.first()
            && full.iter().all(|&other| clusters.same(first, other))
        {
            clusters.join(first, short);
        }
    }
}

fn is_acronym(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (2..=8).contains(&letters)
        && !name.contains(' ')
        && name.chars().filter(|c| c.is_uppercase()).count() * 3 >= letters * 2
}

fn bracket_before(clusters: &Clusters<'_, '_>, mention: usize) -> bool {
    let start = clusters.mentions[mention].tokens.start as usize;
    start > 0 && clusters.doc.form(start - 1) == "("
}

/// Whether the letters are the initials of the name's words; words in small letters may be passed over.
fn initials_fit(letters: &str, name: &str) -> bool {
    let letters: Vec<char> =
        letters.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let words: Vec<(char, bool)> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .map(|first| (first.to_lowercase().next().unwrap_or(first), first.is_uppercase()))
        .collect();
    let capitals: Vec<char> = words.iter().filter(|(_, capital)| *capital).map(|(first, _)| *first).collect();
    let all: Vec<char> = words.iter().map(|(first, _)| *first).collect();
    letters == capitals || letters == all
}

#[cfg(test)]
mod tests {
    use super::initials_fit;

    #[test]
    fn initials_may_pass_over_small_words_or_count_them() {
        assert!(initials_fit("TCG", "Trilateral Contact Group"));
        assert!(initials_fit("UNHCR", "United Nations High Commissioner for Refugees"));
        assert!(initials_fit("DoS", "Department of State"));
        assert!(!initials_fit("TCG", "Trilateral Group"));
    }
}
