//! Months and years of dated records, from which ranges are offered by name.

use chrono::{Datelike, NaiveDate as Date};

use crate::{dataset::Month, query::Range, sort::sort_by};

/// First and last day as far as they are known.
type Dates = (Option<Date>, Option<Date>);

/// From the first to the last month that some periods touch; `None` where none has a date.
pub fn months_of(periods: impl Iterator<Item = Dates>) -> Option<Range> {
    let months = periods.flat_map(|(start, end)| [start, end]).flatten().map(|day| (Month::of(day), Month::of(day)));
    months.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).map(|(first, last)| Range::between(first, last))
}

/// The years that some periods touch, each once and in order.
pub fn years_of(periods: impl Iterator<Item = Dates>) -> Vec<i32> {
    let touched = |(start, end): Dates| Some(start.or(end)?.year()..=end.or(start)?.year());
    let mut years = Vec::new();
    for year in periods.filter_map(touched).flatten() {
        if !years.contains(&year) {
            years.push(year);
        }
    }
    sort_by(&mut years, i32::cmp);
    years
}
