//! Claims of the record over and over, as many as a benchmark wants.

use crackdown_core::dataset::{Claim, Dataset};

/// A record of `count` claims, each with words of its own.
pub fn synthetic(dataset: &Dataset, count: usize) -> Dataset {
    let claims = dataset.claims.iter().cycle().take(count).enumerate().map(|(at, claim)| {
        let mut claim: Claim = claim.clone();
        claim.id = format!("{}-{at}", claim.id).into();
        let wording = format!("{} Number {}.", claim.text.get("en"), at * 7919 % count);
        claim.text = claim.text.with("en", &wording);
        claim
    });
    Dataset { claims: claims.collect(), ..dataset.clone() }
}
