//! What limits of sums alone imply: all shortest paths between the running totals at the ends of parts.
//!
//! With S(k) the sum of all parts before the k-th, a limit of a sum reads S(b) − S(a) ≤ w. Such systems of differences are
//! solved by shortest paths (Cormen, Leiserson, Rivest and Stein, "Introduction to Algorithms", section on difference
//! constraints): the greatest S(b) − S(a) is the distance from a to b, and the system is feasible where no cycle is negative.

use std::collections::VecDeque;

use super::{
    partition::Partition,
    statement::{Limit, Span, Sum},
};

/// What the arithmetic of sums may be off by, as a share.
const ROUNDING: f64 = 1e-12;

/// An arc of the graph: S(to) − S(from) ≤ weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Arc {
    from: usize,
    to: usize,
    weight: f64,
}

/// All distances, kept complete while arcs are added.
#[derive(Clone, Debug)]
pub(super) struct Distances {
    nodes: usize,
    distance: Vec<f64>,
}

impl Distances {
    /// Those of parts that are at least 0.
    pub fn of(partition: &Partition) -> Self {
        let nodes = partition.len() + 1;
        let distance = |at: usize| if at % nodes <= at / nodes { 0.0 } else { f64::INFINITY };
        Self { nodes, distance: (0..nodes * nodes).map(distance).collect() }
    }

    fn get(&self, from: usize, to: usize) -> f64 {
        self.distance[from * self.nodes + to]
    }

    fn arc(&self, sum: &Sum, partition: &Partition) -> Arc {
        let Span { first, end } = partition.within(sum.span);
        match sum.limit {
            Limit::AtMost(weight) => Arc { from: first, to: end, weight },
            Limit::AtLeast(low) => Arc { from: end, to: first, weight: -low },
        }
    }

    /// Whether the limit agrees with those added so far.
    pub fn allows(&self, sum: &Sum, partition: &Partition) -> bool {
        let Arc { from, to, weight } = self.arc(sum, partition);
        let back = self.get(to, from);
        back + weight >= -ROUNDING * weight.abs().max(back.abs())
    }

    /// Adds a limit, and returns it as added: one that contradicts those added before gives way by as much as it must.
    pub fn add(&mut self, sum: &Sum, partition: &Partition) -> Arc {
        let Arc { from, to, weight } = self.arc(sum, partition);
        let weight = weight.max(-self.get(to, from));
        let added = Arc { from, to, weight };
        if weight >= self.get(from, to) {
            return added;
        }
        let onward: Vec<f64> = (0..self.nodes).map(|end| weight + self.get(to, end)).collect();
        for start in 0..self.nodes {
            let before = self.get(start, from);
            if before.is_finite() {
                let constraint = &mut self.distance[start * self.nodes..(start + 1) * self.nodes];
                for (distance, onward) in constraint.iter_mut().zip(&onward) {
                    *distance = distance.min(before + onward);
                }
            }
        }
        added
    }

    /// The least sum of these parts.
    pub fn least(&self, parts: Span) -> f64 {
        // Without the zero a sum of nothing would be -0.
        (0.0 - self.get(parts.end, parts.first)).max(0.0)
    }

    /// The greatest sum of these parts; infinite where nothing limits it.
    pub fn greatest(&self, parts: Span) -> f64 {
        self.get(parts.first, parts.end)
    }

    /// The statements that [`Self::least`] follows from: see [`Self::path`].
    pub fn least_from(&self, parts: Span, added: &[(Arc, usize)]) -> Vec<usize> {
        self.path(parts.end, parts.first, added)
    }

    /// The statements that [`Self::greatest`] follows from, where it is finite: see [`Self::path`].
    pub fn greatest_from(&self, parts: Span, added: &[(Arc, usize)]) -> Vec<usize> {
        self.path(parts.first, parts.end, added)
    }

    /// The statements whose limits make up a shortest path, of all such paths one with the fewest limits (a breadth-first
    /// search). `added` has every limit as added, with the number of its statement.
    fn path(&self, from: usize, to: usize, added: &[(Arc, usize)]) -> Vec<usize> {
        let on_shortest = |node: usize, arc: &Arc| {
            let (through, direct) = (arc.weight + self.get(arc.to, to), self.get(node, to));
            arc.from <= node && (through - direct).abs() <= ROUNDING * arc.weight.abs().max(direct.abs())
        };
        let useful: Vec<&(Arc, usize)> = added.iter().filter(|(arc, _)| on_shortest(arc.from, arc)).collect();
        let mut reached: Vec<Option<Step>> = vec![None; self.nodes];
        let mut queue = VecDeque::from([(from, 0.0)]);
        while let Some((node, size)) = queue.pop_front() {
            if to <= node && self.get(node, to) >= -ROUNDING * size {
                let back = std::iter::successors(reached[node], |step| reached[step.before]);
                return back.map(|step| step.statement).collect();
            }
            for (arc, statement) in useful.iter().filter(|(arc, _)| on_shortest(node, arc)) {
                if arc.to != from && reached[arc.to].is_none() {
                    reached[arc.to] = Some(Step { before: node, statement: *statement });
                    queue.push_back((arc.to, arc.weight.abs()));
                }
            }
        }
        // Rounding hides the path: all statements are enough.
        added.iter().map(|(_, statement)| *statement).collect()
    }
}

/// How a node was reached.
#[derive(Clone, Copy)]
struct Step {
    before: usize,
    statement: usize,
}
