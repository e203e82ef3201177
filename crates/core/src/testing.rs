//! What tests share: the fixture, and small made-up values.

use crate::dataset::{Dataset, Package};

/// The made-up dataset of `tests/fixture`; its README says which claim is for what.
pub(crate) fn fixture() -> Dataset {
    let resources = [
        include_str!("../../../tests/fixture/sources.csv"),
        include_str!("../../../tests/fixture/metrics.csv"),
        include_str!("../../../tests/fixture/areas.csv"),
        include_str!("../../../tests/fixture/campaigns.csv"),
        include_str!("../../../tests/fixture/claims.csv"),
        include_str!("../../../tests/fixture/events.csv"),
    ];
    let descriptor = include_str!("../../../tests/fixture/datapackage.json").into();
    Dataset::read(&Package { descriptor, resources: resources.map(Into::into), wording: true }).expect("no problems")
}
