//! Dates of publication as metadata write them.

use jiff::fmt::strtime::BrokenDownTime;

use crate::model::PartialDate;

/// The day, month or year that a metadata field names; none where it names none, or where day and month
/// cannot be told apart (`08/10/2021`).
///
/// ```
/// use diplograph::read::publication_date;
/// let day = "2021-10-08".parse().ok();
/// assert_eq!(publication_date("2021-10-08T16:20:00Z"), day);
/// assert_eq!(publication_date("Friday, October 8, 2021"), day);
/// assert_eq!(publication_date("8 Oct. 2021, 10:00"), day);
/// assert_eq!(publication_date("08/10/2021"), None);
/// ```
pub fn publication_date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    iso(text).or_else(|| numbers(text)).or_else(|| named_month(text))
}

/// `2021-10-08`, `2021-10`, `2021`, each with or without a time; also `20211008`.
fn iso(text: &str) -> Option<PartialDate> {
    let head = text.split(|c: char| c == 'T' || c.is_whitespace()).next().unwrap_or(text);
    if head.len() == 8 && head.bytes().all(|b| b.is_ascii_digit()) {
        return format!("{}-{}-{}", &head[..4], &head[4..6], &head[6..]).parse().ok();
    }
    let only_year = head.len() == 4 && head.len() < text.len();
    head.parse().ok().filter(|_| !only_year)
}

/// `2021/10/08`, `8.10.2021`, `13/10/2021`: accepted where only one reading gives a date.
fn numbers(text: &str) -> Option<PartialDate> {
    let head = text.split_whitespace().next()?;
    let dotted = head.contains('.');
    let parts: Vec<&str> = head.split(['/', '.', '-']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<u8>().ok();
    if first.len() == 4 {
        return PartialDate::day(first.parse().ok()?, number(second)?, number(third)?);
    }
    if third.len() != 4 {
        return None;
    }
    let year = third.parse().ok()?;
    let day_first = PartialDate::day(year, number(second)?, number(first)?);
    let month_first = PartialDate::day(year, number(first)?, number(second)?);
    match (day_first, month_first) {
        // No country writes the month first with full stops.
        (Some(date), _) if dotted => Some(date),
        (Some(one), Some(other)) => (one == other).then_some(one),
        (one, other) => one.or(other),
    }
}

/// `8 October 2021`, `Oct. 8, 2021`, `October 2021`, the dates of e-mail, with or without a weekday and a time.
fn named_month(text: &str) -> Option<PartialDate> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (place, month) = words.iter().enumerate().find_map(|(i, word)| Some((i, month(word)?)))?;
    let is_year = |word: &&&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let year = words[place + 1..].iter().find(is_year).or_else(|| words[..place].iter().find(is_year))?;
    let year = year.parse().ok()?;
    let before = place.checked_sub(1).and_then(|i| day(words[i]));
    let after = words.get(place + 1).and_then(|word| day(word));
    match before.or(after) {
        Some(day) => PartialDate::day(year, month, day),
        None => PartialDate::month(year, month),
    }
}

/// The number of a month by its name or the first three or four letters of it.
fn month(word: &str) -> Option<u8> {
    if !word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let whole = BrokenDownTime::parse("%B", word).ok();
    let short = || BrokenDownTime::parse("%b", word.get(..3)?).ok().filter(|_| word.len() <= 4);
    whole.or_else(short)?.month()?.try_into().ok()
}

/// `8`, `08`, `8th`.
fn day(word: &str) -> Option<u8> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let ordinal = word.len() - digits;
    let fits = (1..=2).contains(&digits) && (ordinal == 0 || ordinal == 2);
    word[..digits].parse().ok().filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        publication_date(text).map_or_else(|| "-".to_owned(), |date| date.to_string())
    }

    #[test]
    fn every_common_form_is_read() {
        for text in [
            "2021-10-08",
            "2021-10-08T16:20:00+02:00",
            "2021-10-08 16:20",
            "20211008",
            "2021/10/08",
            "8.10.2021",
            "8 October 2021",
            "8th Oct 2021",
            "October 8, 2021",
            "Oct. 8, 2021 4:20 p.m.",
            "Fri, 08 Oct 2021 16:20:00 +0200",
            "FRIDAY 8 OCTOBER 2021",
        ] {
            assert_eq!(read(text), "2021-10-08", "{text}");
        }
        assert_eq!(read("October 2021"), "2021-10");
        assert_eq!(read("2021-10"), "2021-10");
        assert_eq!(read("2021"), "2021");
        assert_eq!(read("13/10/2021"), "2021-10-13");
        assert_eq!(read("9 Sept 2021"), "2021-09-09");
    }

    #[test]
    fn what_is_no_date_or_could_be_two_is_unknown() {
        for text in [
            "",
            "null",
            "yesterday",
            "08/10/2021",
            "31 February 2021",
            "2021-13-01",
            "Mayor 2021",
            "8 é 2021",
        ] {
            assert_eq!(read(text), "-", "{text}");
        }
    }
}
