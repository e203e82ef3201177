//! Packing of bars into rows, so that none covers another.

use crate::drawing::finite::finite;
use crate::sort::sort_by;

/// The row of each bar (`x`, `width`), and how many rows there are: the earliest bar first, each into the first row that
/// is free `gap` pixels before it.
pub fn pack(bars: &[(f64, f64)], gap: f64) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..bars.len()).collect();
    sort_by(&mut order, |&a, &b| bars[a].0.total_cmp(&bars[b].0).then(bars[b].1.total_cmp(&bars[a].1)).then(a.cmp(&b)));
    let mut ends: Vec<f64> = Vec::new();
    let mut rows = vec![0; bars.len()];
    for bar in order {
        let x = finite(bars[bar].0);
        let end = x + finite(bars[bar].1).max(0.0) + gap;
        if let Some(row) = ends.iter().position(|&free| free <= x) {
            (rows[bar], ends[row]) = (row, end);
        } else {
            rows[bar] = ends.len();
            ends.push(end);
        }
    }
    (rows, ends.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_two_bars_of_a_row_overlap(bars in prop::collection::vec((0f64..500.0, 0f64..80.0), 0..60), gap in 0f64..4.0) {
            let (rows, count) = pack(&bars, gap);
            for (i, a) in bars.iter().enumerate() {
                prop_assert!(rows[i] < count);
                for (j, b) in bars.iter().enumerate().skip(i + 1) {
                    prop_assert!(rows[i] != rows[j] || a.0 + a.1 + gap <= b.0 || b.0 + b.1 + gap <= a.0);
                }
            }
        }
    }

    #[test]
    fn uses_as_few_rows_as_overlaps_need() {
        assert_eq!(pack(&[(0.0, 10.0), (5.0, 10.0), (12.0, 5.0), (20.0, 1.0)], 1.0), (vec![0, 1, 0, 0], 2));
        assert_eq!(pack(&[], 1.0), (vec![], 0));
    }
}
