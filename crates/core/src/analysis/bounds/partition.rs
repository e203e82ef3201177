//! The horizon cut into the fewest parts that statements can tell apart.
//!
//! Every statement speaks of whole parts only, so that one unknown a part, the sum of its months, says as much as one a month.

use super::statement::{Span, Statement, Sum};

/// Parts of a horizon, by the months at which they begin, with the horizon's end as the last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Partition {
    starts: Vec<usize>,
}

impl Partition {
    /// The coarsest parts of `months` months that all statements respect.
    pub fn of<'a>(statements: impl Iterator<Item = &'a Statement>, months: usize) -> Self {
        let mut starts = vec![0, months];
        for Statement { sums, balances } in statements {
            let spans = sums.iter().map(|Sum { span, .. }| span).chain(balances.iter().flatten().map(|(span, _)| span));
            starts.extend(spans.flat_map(|span| [span.first, span.end]));
        }
        starts.sort_unstable();
        starts.dedup();
        Self { starts }
    }

    /// How many parts there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The months of a part.
    pub fn span(&self, at: usize) -> Span {
        Span { first: self.starts[at], end: self.starts[at + 1] }
    }

    /// The parts of a span that the statements know: from the first through before the end.
    pub fn within(&self, span: Span) -> Span {
        let at = |month: usize| self.starts.partition_point(|start| *start < month);
        Span { first: at(span.first), end: at(span.end) }
    }

    /// The parts that lie wholly inside a span, and those that it touches.
    pub fn inner_and_outer(&self, span: Span) -> (Span, Span) {
        let inner = Span {
            first: self.starts.partition_point(|start| *start < span.first),
            end: self.starts.partition_point(|start| *start <= span.end) - 1,
        };
        let outer = Span {
            first: self.starts.partition_point(|start| *start <= span.first) - 1,
            end: self.starts.partition_point(|start| *start < span.end),
        };
        (Span { end: inner.end.max(inner.first), ..inner }, outer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::bounds::statement::Limit;

    #[test]
    fn a_span_has_parts_inside_and_parts_touched() {
        let sum = |first, end| Sum { span: Span { first, end }, limit: Limit::AtLeast(0.0) };
        let statement = Statement { sums: vec![sum(0, 5), sum(2, 8)], balances: vec![] };
        let partition = Partition::of([&statement].into_iter(), 10);
        assert_eq!(partition.starts, [0, 2, 5, 8, 10]);
        assert_eq!(partition.within(Span { first: 2, end: 8 }), Span { first: 1, end: 3 });
        let parts = |first, end| partition.inner_and_outer(Span { first, end });
        assert_eq!(parts(1, 9), (Span { first: 1, end: 3 }, Span { first: 0, end: 4 }));
        assert_eq!(parts(3, 4), (Span { first: 2, end: 2 }, Span { first: 1, end: 2 }));
        assert_eq!(parts(2, 5), (Span { first: 1, end: 2 }, Span { first: 1, end: 2 }));
    }
}
