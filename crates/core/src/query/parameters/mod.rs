//! The parameters of the address in one table: name, values, meaning, how each is read and how it is written.
//!
//! `www/crackdown.d.ts` and README.md list the same parameters; tests hold them to this table.

mod table;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::{Facet, Selection, Values};
use crate::dataset::{Dataset, Month};
pub use table::PARAMETERS;

/// What has been read of an address so far. The range is made of both its ends once all is read.
#[derive(Default)]
pub(super) struct Draft {
    pub selection: Selection,
    pub from: Option<Month>,
    pub to: Option<Month>,
}

/// A parameter of the address.
pub struct Parameter {
    /// Its name in the address and in the JavaScript API.
    pub name: &'static str,
    field: Field,
    #[cfg(test)]
    described: Description,
}

/// What a parameter can be, and what it means in one line. Only tests read it: the page should not load it.
#[cfg(test)]
struct Description {
    values: Values,
    about: &'static str,
}

/// Reads a value, and tells whether all of it could be used.
type Read = fn(&mut Draft, &Dataset, &str) -> bool;
/// Writes what is not as by default.
type Write = fn(&Selection) -> Option<String>;

enum Field {
    Own(Read, Write),
    Facet(Facet),
}

impl Parameter {
    const fn new(name: &'static str, values: Values, about: &'static str, read: Read, write: Write) -> Self {
        Self::of(name, values, about, Field::Own(read, write))
    }

    const fn facet(name: &'static str, facet: Facet, about: &'static str) -> Self {
        Self::of(name, facet.values(), about, Field::Facet(facet))
    }

    #[cfg_attr(not(test), expect(unused_variables, reason = "the description is for tests alone"))]
    const fn of(name: &'static str, values: Values, about: &'static str, field: Field) -> Self {
        Self {
            name,
            field,
            #[cfg(test)]
            described: Description { values, about },
        }
    }

    /// Reads a value into a draft, and tells whether all of it could be used.
    pub(in crate::query) fn read(&self, draft: &mut Draft, dataset: &Dataset, value: &str) -> bool {
        let value = current_value(self.name, value);
        match self.field {
            Field::Own(read, _) => read(draft, dataset, &value),
            Field::Facet(facet) => {
                let known = facet.has(dataset, &value);
                if known {
                    draft.selection.listing.choose(facet, Some(value.into_owned()));
                }
                known
            }
        }
    }

    /// Its value in a selection; `None` where that is the default.
    pub(super) fn write(&self, selection: &Selection) -> Option<String> {
        match self.field {
            Field::Own(_, write) => write(selection),
            Field::Facet(facet) => selection.listing.choice(facet).map(str::to_owned),
        }
    }
}

/// Names that parameters have in older addresses. They are read and never written.
pub(super) const OLD_NAMES: [(&str, &str); 3] =
    [("step", "max_monthly_change"), ("compare", "compare_areas"), ("claims", "compare_claims")];

/// Values that parameters have in older addresses, alone or in a list: parameter, old value, value.
pub(super) const OLD_VALUES: [(&str, &str, &str); 4] = [
    ("sort", "what", "metric"),
    ("sort", "says", "wording"),
    ("columns", "what", "metric"),
    ("columns", "says", "wording"),
];

/// The name that a parameter of an older address has now; any other name stays as it is.
pub fn current_name(name: &str) -> &str {
    OLD_NAMES.iter().find(|(old, _)| *old == name).map_or(name, |(_, current)| current)
}

fn current_value<'a>(parameter: &str, value: &'a str) -> Cow<'a, str> {
    if !OLD_VALUES.iter().any(|(of, ..)| *of == parameter) {
        return value.into();
    }
    let current = |item: &str| {
        let (sign, name) = item.strip_prefix('-').map_or(("", item), |name| ("-", name));
        let renamed = OLD_VALUES.iter().find(|(of, old, _)| *of == parameter && *old == name);
        format!("{sign}{}", renamed.map_or(name, |(.., current)| current))
    };
    value.split(',').map(current).collect::<Vec<_>>().join(",").into()
}
