//! Smallest sets of statements that cannot all be true, and smallest sets without which the others can.

use microlp::Error;

use super::{
    feasibility::FeasibilityProgram,
    partition::Partition,
    statement::{Limit, Statement},
    sums::Distances,
};

/// How many conflicts are looked for before their number counts as too large to list every way out.
const MOST_CONFLICTS: usize = 48;

/// Whether statements can all be true, exactly.
///
/// # Errors
/// [`Error::Infeasible`] where they cannot, others where the solver failed.
pub(super) fn consistent(statements: &[&Statement], months: usize) -> Result<(), Error> {
    let all = || statements.iter().copied();
    ConsistentSet::new(all(), months).with(all()).map(|_| ())
}

/// Statements that agree, ready for more.
#[derive(Clone)]
pub(super) struct ConsistentSet<'a> {
    partition: Partition,
    sums: Distances,
    statements: Vec<&'a Statement>,
    /// Set up once months are compared; sums alone do not need it.
    feasibility: Option<FeasibilityProgram>,
    unit: f64,
}

impl<'a> ConsistentSet<'a> {
    /// An empty set that any of `all` can be added to.
    pub fn new(all: impl Iterator<Item = &'a Statement> + Clone, months: usize) -> Self {
        let partition = Partition::of(all.clone(), months);
        let sums = Distances::of(&partition);
        Self { partition, sums, statements: Vec::new(), feasibility: None, unit: largest_figure(all) }
    }

    /// The set with more statements.
    ///
    /// # Errors
    /// [`Error::Infeasible`] where they do not agree with it, others where the solver failed.
    pub fn with(&self, more: impl Iterator<Item = &'a Statement>) -> Result<Self, Error> {
        let more: Vec<&Statement> = more.collect();
        let mut sums = self.sums.clone();
        for sum in more.iter().flat_map(|statement| &statement.sums) {
            if !sums.allows(sum, &self.partition) {
                return Err(Error::Infeasible);
            }
            sums.add(sum, &self.partition);
        }
        let statements: Vec<&Statement> = self.statements.iter().chain(&more).copied().collect();
        let anew = || FeasibilityProgram::of(statements.iter().copied(), &self.partition, self.unit);
        let compared = || statements.iter().any(|statement| !statement.balances.is_empty());
        let feasibility = match &self.feasibility {
            Some(feasibility) => match feasibility.with(&more, &self.partition) {
                Err(error) if error != Error::Infeasible => Some(anew()?),
                outcome => Some(outcome?),
            },
            None => compared().then(anew).transpose()?,
        };
        Ok(Self { partition: self.partition.clone(), sums, statements, feasibility, unit: self.unit })
    }

    /// Whether more statements are known to agree with it: what the solver cannot judge is not.
    pub fn allows(&self, more: impl Iterator<Item = &'a Statement>) -> bool {
        self.with(more).is_ok()
    }
}

/// The largest figure of some statements, or 1.
pub(super) fn largest_figure<'a>(statements: impl Iterator<Item = &'a Statement>) -> f64 {
    let sums = statements.flat_map(|statement| &statement.sums);
    let largest = sums.map(|sum| match sum.limit {
        Limit::AtLeast(value) | Limit::AtMost(value) => value,
    });
    Some(largest.fold(0.0, f64::max)).filter(|unit| *unit > 0.0).unwrap_or(1.0)
}

/// A condition on some of several items, named by number, that holds of more items where it holds of fewer.
pub(super) type Condition<'a> = dyn Fn(&[usize]) -> bool + 'a;

/// A smallest part of `among` that satisfies a condition, of which nothing can be spared; empty where nothing is needed
/// (Junker, "QuickXplain", AAAI 2004).
pub(super) fn smallest(condition: &Condition<'_>, among: &[usize]) -> Vec<usize> {
    let mut found = if condition(&[]) { Vec::new() } else { explain(condition, &[], false, among) };
    found.sort_unstable();
    found
}

/// A smallest part of `among` that, with `known`, satisfies the condition; `grown` says that `known` has just got members, so that
/// they may do alone.
fn explain(condition: &Condition<'_>, known: &[usize], grown: bool, among: &[usize]) -> Vec<usize> {
    if grown && condition(known) {
        return Vec::new();
    }
    if among.len() <= 1 {
        return among.to_vec();
    }
    let (first, second) = among.split_at(among.len() / 2);
    let needed = explain(condition, &[known, first].concat(), true, second);
    let rest = explain(condition, &[known, &needed].concat(), !needed.is_empty(), first);
    [rest, needed].concat()
}

/// The ways in which items that contradict each other can be made to agree.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct WaysOut {
    /// Smallest sets of items without which the others agree. One empty set where all agree.
    pub sets: Vec<Vec<usize>>,
    /// Whether these are all of them.
    pub complete: bool,
    /// Smallest conflicts, all that the ways out follow from.
    pub conflicts: Vec<Vec<usize>>,
    /// Every item that some conflict needs; where there are too many ways out, enough of them that the others agree.
    pub disputed: Vec<usize>,
}

/// All smallest ways out, at most `limit` of them. Smallest conflicts and smallest ways out are each other's smallest hitting sets
/// (Reiter, "A theory of diagnosis from first principles", Artificial Intelligence 32, 1987): a set that hits every conflict found so
/// far is a way out, or shows another conflict.
/// `contradict` says whether items contradict each other.
pub(super) fn ways_out(items: usize, limit: usize, contradict: &Condition<'_>) -> WaysOut {
    let (mut conflicts, mut sets) = (Vec::<Vec<usize>>::new(), Vec::new());
    let complete = loop {
        let Some(removed) = next_hitting_set(&conflicts, &sets, &mut Vec::new()) else { break true };
        let rest: Vec<usize> = (0..items).filter(|item| !removed.contains(item)).collect();
        if contradict(&rest) {
            conflicts.push(smallest(contradict, &rest));
        } else if sets.len() == limit {
            break false;
        } else {
            sets.push(removed);
        }
        if conflicts.len() > MOST_CONFLICTS {
            break false;
        }
    };
    sets.sort_unstable();
    let mut disputed = conflicts.concat();
    if !complete {
        loop {
            let rest: Vec<usize> = (0..items).filter(|item| !disputed.contains(item)).collect();
            if !contradict(&rest) {
                break;
            }
            disputed.extend(smallest(contradict, &rest));
        }
    }
    disputed.sort_unstable();
    disputed.dedup();
    WaysOut { sets, complete, conflicts, disputed }
}

/// A smallest set that has an item of each conflict, begins with `chosen`, and is none of `known`.
fn next_hitting_set(conflicts: &[Vec<usize>], known: &[Vec<usize>], chosen: &mut Vec<usize>) -> Option<Vec<usize>> {
    let needed = |item: &usize| conflicts.iter().any(|conflict| hits(conflict, chosen) == [*item]);
    if !chosen.iter().all(needed) {
        return None;
    }
    let Some(missed) = conflicts.iter().find(|conflict| hits(conflict, chosen).is_empty()) else {
        let mut set = chosen.clone();
        set.sort_unstable();
        return Some(set).filter(|set| !known.contains(set));
    };
    missed.iter().find_map(|item| {
        chosen.push(*item);
        let found = next_hitting_set(conflicts, known, chosen);
        chosen.pop();
        found
    })
}

fn hits(conflict: &[usize], chosen: &[usize]) -> Vec<usize> {
    chosen.iter().filter(|item| conflict.contains(item)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_smallest_way_out_is_found() {
        let conflicts = [vec![0, 1], vec![1, 2, 3], vec![4, 5]];
        let contradict =
            |chosen: &[usize]| conflicts.iter().any(|conflict| conflict.iter().all(|item| chosen.contains(item)));
        let found = ways_out(7, 16, &contradict);
        let expected = [[0, 2, 4].to_vec(), vec![0, 2, 5], vec![0, 3, 4], vec![0, 3, 5], vec![1, 4], vec![1, 5]];
        assert_eq!((found.sets, found.complete, found.disputed), (expected.into(), true, vec![0, 1, 2, 3, 4, 5]));
        let few = ways_out(7, 5, &contradict);
        assert_eq!((few.sets.len(), few.complete), (5, false));
        let none = ways_out(3, 16, &|_| false);
        assert_eq!(none, WaysOut { sets: vec![vec![]], complete: true, conflicts: vec![], disputed: vec![] });
    }
}
