//! Figures and changes of claims.

use crate::{
    dataset::{Change, Comparator, Direction, Figure, Percent, Qualifier, Tag, csv::Row},
    named::Named,
};

/// Names of [`Qualifier`].
const QUALIFIERS: &str = "exact, rounded, about, more_than, over, at_least, nearly";

/// The figure of a claim, if it has one.
pub(super) fn figure(row: &mut Row) -> Option<Figure> {
    let value = row.number("value");
    let qualifier = row.choice("qualifier", QUALIFIERS);
    let rounding = row.number("rounding");
    row.demand(row.has("qualifier") || !row.has("value"), "qualifier", "a qualifier where there is a value");
    for column in ["qualifier", "rounding"] {
        if row.has(column) && !row.has("value") {
            row.wrong("value", format!("a value where there is a {column}"));
        }
    }
    row.demand(value.is_none_or(|value| value >= 0.0), "value", "a value of at least 0");
    let inexact = qualifier.is_some_and(|qualifier| qualifier != Qualifier::Exact);
    row.demand(!inexact || row.has("rounding"), "rounding", "a rounding unit greater than 0");
    row.demand(rounding.is_none_or(|unit| unit > 0.0), "rounding", "a rounding unit greater than 0");
    let (value, qualifier, rounding) = (value?, qualifier?, rounding.unwrap_or(1.0));
    let last_digit = Figure::last_digit(value);
    let stated = qualifier != Qualifier::MoreThan || row.list("tags").iter().any(|tag| tag == Tag::Unit.name());
    let expected = format!("{last_digit}, the place of the last digit that is not 0, or the tag unit");
    row.demand(stated || rounding == last_digit, "rounding", &expected);
    Some(Figure { value, qualifier, rounding })
}

/// The change that a claim reports, if it does.
pub(super) fn change(row: &mut Row) -> Option<Change> {
    let direction = row.choice::<Direction>("direction", "down, up, flat");
    let comparator = row.choice::<Comparator>("comparator", "mom, yoy, unspecified");
    let streak: Option<u32> = row.parse("streak", "a whole number of months");
    row.demand(streak != Some(0), "streak", "at least one month");
    let percent = percent(row);
    for column in ["comparator", "streak", "change_pct"] {
        if row.has(column) && !row.has("direction") {
            row.wrong("direction", format!("a direction where there is a {column}"));
        }
    }
    let direction = direction?;
    row.demand(comparator.is_some(), "comparator", "a comparator where there is a direction");
    let agrees = percent.is_none_or(|percent| match direction {
        Direction::Down => percent.value < 0.0,
        Direction::Up => percent.value > 0.0,
        Direction::Flat => true,
    });
    row.demand(agrees, "change_pct", "the sign of the direction");
    let possible = percent.is_none_or(|percent| percent.value >= -100.0);
    row.demand(possible, "change_pct", "a fall of at most 100 percent");
    Some(Change { direction, comparator: comparator?, streak, percent })
}

/// A percentage, and the words around it: rounded to its last decimal where nothing else is said.
fn percent(row: &mut Row) -> Option<Percent> {
    let qualifier = row.choice("change_qualifier", QUALIFIERS);
    let rounding = row.number("change_rounding");
    row.demand(rounding.is_none_or(|unit| unit > 0.0), "change_rounding", "a rounding unit greater than 0");
    for column in ["change_qualifier", "change_rounding"] {
        if row.has(column) && !row.has("change_pct") {
            row.wrong("change_pct", format!("a percentage where there is a {column}"));
        }
    }
    let text = row.maybe("change_pct")?;
    let percent = Percent::parse(&text);
    row.demand(percent.is_some(), "change_pct", "a number of percent");
    let Percent { value, decimals, qualifier: rounded, rounding: last_decimal } = percent?;
    let (qualifier, rounding) = (qualifier.unwrap_or(rounded), rounding.unwrap_or(last_decimal));
    Some(Percent { value, decimals, qualifier, rounding })
}
