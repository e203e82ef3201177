//! Which of overlapping periods a course shows.

use std::cmp::{Ordering, Reverse};

use super::grade::Graded;

/// What makes a choice better, most important first: periods, months covered, claims named, ends at ends of calendar quarters.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Merit {
    periods: usize,
    months: usize,
    claims: Reverse<usize>,
    at_quarters: usize,
}

impl Merit {
    fn with(self, period: &Graded, ends_quarter: &dyn Fn(usize) -> bool) -> Self {
        let ends = [period.span.first, period.span.end];
        Self {
            periods: self.periods + 1,
            months: self.months + period.span.len(),
            claims: Reverse(self.claims.0 + period.claims.len()),
            at_quarters: self.at_quarters + ends.into_iter().filter(|at| ends_quarter(*at)).count(),
        }
    }
}

/// The choice of periods without overlap that has the most periods, then covers the most months, then names the fewest claims, then
/// begins and ends most often at ends of calendar quarters, then, period by period, begins first and ends first.
pub(super) fn best(cuts: &[usize], mut candidates: Vec<Graded>, ends_quarter: &dyn Fn(usize) -> bool) -> Vec<Graded> {
    candidates.sort_by_key(|period| (period.span.first, period.span.end));
    // From each cut on: the merit of the best choice, and the first candidate of it with the cut that it begins at.
    let mut merits: Vec<Merit> = vec![Merit::default(); cuts.len()];
    let mut firsts: Vec<Option<usize>> = vec![None; cuts.len()];
    for at in (0..cuts.len().saturating_sub(1)).rev() {
        (merits[at], firsts[at]) = (merits[at + 1], firsts[at + 1]);
        let mut taken = false;
        for (number, period) in candidates.iter().enumerate().filter(|(_, period)| period.span.first == cuts[at]) {
            let Ok(end) = cuts.binary_search(&period.span.end) else { continue };
            let merit = merits[end].with(period, ends_quarter);
            // Of equal choices the one that begins here, of those the one that ends first.
            let better = match merit.cmp(&merits[at]) {
                Ordering::Greater => true,
                Ordering::Equal => !taken,
                Ordering::Less => false,
            };
            if better {
                (merits[at], firsts[at], taken) = (merit, Some(number), true);
            }
        }
    }
    let next = |after: &usize| firsts.get(cuts.binary_search(&candidates[*after].span.end).ok()?).copied().flatten();
    let chosen = std::iter::successors(firsts.first().copied().flatten(), next);
    chosen.map(|at| candidates[at].clone()).collect()
}
