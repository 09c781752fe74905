//! Dates as day numbers, near enough to say how far apart two texts are.

/// Days in a year, for distances.
pub(super) const YEAR: i32 = 365;

/// The day of `YYYY-MM-DD`; of a year or month its middle.
pub(super) fn day_number(date: &str) -> Option<i32> {
    const MONTH: i32 = 30;
    let mut parts = date.split('-').map(str::parse::<i32>);
    let year = parts.next()?.ok()?;
    let month = parts.next().and_then(Result::ok);
    let day = parts.next().and_then(Result::ok);
    Some(match (month, day) {
        (None, _) => year * YEAR + YEAR / 2,
        (Some(month), None) => year * YEAR + (month - 1) * MONTH + MONTH / 2,
        (Some(month), Some(day)) => year * YEAR + (month - 1) * MONTH + day,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_apart_are_counted_over_months_and_years() {
        assert_eq!(day_number("2021-10-08").zip(day_number("2021-10-07")).map(|(a, b)| a - b), Some(1));
        assert!(day_number("2021").zip(day_number("1961-05")).is_some_and(|(a, b)| a - b > 59 * YEAR));
        assert_eq!(day_number("soon"), None);
    }
}
