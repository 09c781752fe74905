//! Example sentences of a wording, which are tests.

/// A claim that an example expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedClaim {
    /// Words of the source.
    pub source: String,
    /// Words of the target.
    pub target: String,
    /// Name of the modality; `actual` where none is written.
    pub modality: String,
}

/// A sentence with the claims of the wording's kind that it states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The text.
    pub text: String,
    /// What it states; nothing for a sentence that must not match.
    pub claims: Vec<ExpectedClaim>,
    /// Line in the file, from 1.
    pub line: usize,
}

impl Example {
    /// Reads `Oduya met Brandt. => Oduya -> Brandt; ...` with an optional `(planned)` after a claim.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str, line: usize) -> Result<Self, String> {
        let Some((sentence, claims)) = text.split_once("=>") else {
            return Ok(Self { text: text.trim().to_owned(), claims: Vec::new(), line });
        };
        let claims = claims.split(';').map(expected).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { text: sentence.trim().to_owned(), claims, line })
    }
}

fn expected(text: &str) -> Result<ExpectedClaim, String> {
    let (ends, modality) = match text.rsplit_once('(') {
        Some((ends, modality)) => (ends, modality.trim().trim_end_matches(')')),
        None => (text, "actual"),
    };
    let (source, target) = ends.split_once("->").ok_or_else(|| format!("`{}` has no `->`", text.trim()))?;
    Ok(ExpectedClaim {
        source: source.trim().to_owned(),
        target: target.trim().to_owned(),
        modality: modality.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_names_its_claims_and_their_modality() {
        let example = Example::parse("Ada will meet Bo. => Ada -> Bo (planned); Bo -> Cy", 3).unwrap();
        assert_eq!(example.text, "Ada will meet Bo.");
        assert_eq!(example.claims[0].modality, "planned");
        assert_eq!(example.claims[1].modality, "actual");
        assert_eq!((example.claims[1].source.as_str(), example.claims[1].target.as_str()), ("Bo", "Cy"));
    }

    #[test]
    fn a_claim_without_arrow_is_refused() {
        assert!(Example::parse("Ada met Bo. => Ada Bo", 1).is_err());
    }
}
