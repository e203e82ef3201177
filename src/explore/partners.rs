//! Where each partner country stands for a metric: a figure, a mention, or nothing.

use super::{Facet, Selection, claims, events};
use crate::{
    dataset::{AreaKind, Claim, Dataset},
    order::sort_by,
};

/// What is reported for one country.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// The largest figure reported at once: for a running total, the latest. Never a sum. What the country's own side reported
    /// stands only where no Chinese authority gave a figure.
    Figure {
        /// Claim that reports it.
        claim: String,
        /// The figure as printed.
        value: f64,
    },
    /// Named in claims or events, without a figure for this metric.
    Named,
}

/// A country named by the claims or events asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// Code of the area.
    pub code: String,
    /// See [`Standing`].
    pub standing: Standing,
    /// Claims that name it.
    pub claims: usize,
    /// Events that name it.
    pub events: usize,
}

/// Every country but China that the selection's claims and events name, whatever country is chosen, for one metric:
/// figures first, largest first, then the merely named, by code.
pub fn partners(dataset: &Dataset, selection: &Selection, metric: &str) -> Vec<Partner> {
    let but = [Facet::Area, Facet::Metric];
    let claims = claims(dataset, selection, &but);
    let events = events(dataset, selection, &but);
    let mut partners: Vec<Partner> = dataset
        .areas
        .iter()
        .filter(|area| area.kind == AreaKind::Country && area.code != "CHN")
        .map(|area| Partner {
            code: area.code.clone(),
            standing: standing(claims.iter().copied().filter(|c| c.area == area.code && c.metric == metric)),
            claims: claims.iter().filter(|claim| claim.area == area.code).count(),
            events: events.iter().filter(|event| event.areas.contains(&area.code)).count(),
        })
        .filter(|partner| partner.claims + partner.events > 0)
        .collect();
    sort_by(&mut partners, |a, b| rank(b).total_cmp(&rank(a)).then_with(|| a.code.cmp(&b.code)));
    partners
}

fn standing<'a>(claims: impl Iterator<Item = &'a Claim>) -> Standing {
    let figures = claims.filter_map(|claim| Some((claim, claim.figure?.value)));
    let chinese = |claim: &Claim| !claim.by_partner();
    let largest =
        figures.max_by(|(a, x), (b, y)| chinese(a).cmp(&chinese(b)).then(x.total_cmp(y)).then(a.end.cmp(&b.end)));
    largest.map_or(Standing::Named, |(claim, value)| Standing::Figure { claim: claim.id.clone(), value })
}

fn rank(partner: &Partner) -> f64 {
    match partner.standing {
        Standing::Figure { value, .. } => value,
        Standing::Named => -1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::tests::{claim, record};

    #[test]
    fn the_largest_figure_stands_and_is_never_a_sum() {
        let mut dataset = record();
        dataset.claims.push(claim("mmr-small", "suspects_handed_over", "MMR", 2023, 763.0));
        let partners = partners(&dataset, &Selection::default(), "suspects_handed_over");
        assert_eq!(partners.len(), 1);
        assert_eq!(partners[0].standing, Standing::Figure { claim: "mmr-2024".into(), value: 49_000.0 });
        assert_eq!(partners[0].claims, 2);
    }

    #[test]
    fn the_partners_own_figure_stands_only_alone() {
        let mut dataset = record();
        let mut own = claim("mmr-own", "suspects_handed_over", "MMR", 2024, 70_000.0);
        own.tags.push("partner".into());
        dataset.claims.push(own);
        let standing =
            |dataset: &Dataset| partners(dataset, &Selection::default(), "suspects_handed_over")[0].standing.clone();
        assert_eq!(standing(&dataset), Standing::Figure { claim: "mmr-2024".into(), value: 49_000.0 });
        dataset.claims.retain(Claim::by_partner);
        assert_eq!(standing(&dataset), Standing::Figure { claim: "mmr-own".into(), value: 70_000.0 });
    }

    #[test]
    fn a_country_without_the_metric_is_only_named() {
        let partners = partners(&record(), &Selection::default(), "cases_cracked");
        assert_eq!(partners[0].standing, Standing::Named);
    }
}
