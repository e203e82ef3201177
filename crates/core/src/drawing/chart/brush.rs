//! Choosing a range of months: by dragging over an overview of the whole dataset, by steps, by zooming.

use super::{
    axis::{Tick, axis},
    scale::TimeScale,
};
use crate::drawing::finite::extent;
use crate::{dataset::Month, query::Range};

/// Fewest months that zooming leaves.
const FEWEST: i32 = 3;

/// An overview of the whole dataset with the range in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Brush {
    /// Months of the dataset to pixels.
    pub scale: TimeScale,
    /// Marked months.
    pub axis: Vec<Tick>,
    /// Left edge of the range.
    pub x: f64,
    /// Width of the range.
    pub width: f64,
}

/// What a drag moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// The first month of the range.
    First,
    /// The last month of the range.
    Last,
    /// The range as a whole.
    Whole,
    /// A new range that begins where the drag began.
    New,
}

impl Brush {
    /// The overview of the months of `span`, `width` pixels wide, with `range` chosen.
    pub fn new(span: Range, range: Range, width: f64) -> Self {
        let scale = TimeScale::new(span.first(), span.last(), 0.0, extent(width));
        let place = scale.stretch(range.first().first_day(), range.last().last_day());
        let (x, width) = place.map_or((0.0, 0.0), |place| (place.x, place.width));
        Self { axis: axis(&scale), scale, x, width }
    }

    /// What is at a place: an end of the range within `reach` pixels, the range, or nothing of it. Where the range is the whole
    /// dataset, dragging inside it begins a new one, since there is nowhere to move it to.
    pub fn grip(&self, x: f64, reach: f64) -> Grip {
        let (first, last) = ((x - self.x).abs(), (x - self.x - self.width).abs());
        let whole = self.width >= self.scale.width() - 1.0;
        if first.min(last) <= reach {
            if first < last { Grip::First } else { Grip::Last }
        } else if !whole && x > self.x && x < self.x + self.width {
            Grip::Whole
        } else {
            Grip::New
        }
    }
}

/// The range after dragging a grip from one month to another, within `span`.
pub fn dragged(span: Range, range: Range, grip: Grip, from: Month, to: Month) -> Range {
    let within = |month: Month| month.clamp(span.first(), span.last());
    match grip {
        Grip::First => Range::between(within(to).min(range.last()), range.last()),
        Grip::Last => Range::between(range.first(), within(to).max(range.first())),
        Grip::Whole => panned(span, range, to.since(from)),
        Grip::New => Range::between(within(from), within(to)),
    }
}

/// The range moved by some months, as far as `span` allows.
pub fn panned(span: Range, range: Range, months: i32) -> Range {
    let moved = |by: i32| Range::between(range.first().plus(by), range.last().plus(by));
    let before = span.first().since(moved(months).first()).max(0);
    let after = span.last().since(moved(months).last()).min(0);
    moved(months + before + after)
}

/// The range with half as many months, or twice as many, about its middle; never fewer than three, never beyond `span`.
pub fn zoomed(span: Range, range: Range, closer: bool) -> Range {
    let months = range.last().since(range.first()) + 1;
    let wanted = if closer { (months / 2).max(FEWEST) } else { months.saturating_mul(2) };
    let wanted = wanted.min(span.last().since(span.first()) + 1);
    let first = range.first().plus((months - wanted) / 2);
    panned(span, Range::between(first, first.plus(wanted - 1)), 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn month(at: i32) -> Month {
        Month::new(2012, 1).unwrap().plus(at)
    }

    prop_compose! {
        fn ranges()(a in 0i32..170, b in 0i32..170) -> Range { Range::between(month(a), month(b)) }
    }

    proptest! {
        #[test]
        fn whatever_is_dragged_the_range_stays_in_the_dataset(
            range in ranges(), from in -30i32..200, to in -30i32..200, by in -400i32..400, closer in any::<bool>(),
            grip in prop_oneof![Just(Grip::First), Just(Grip::Last), Just(Grip::Whole), Just(Grip::New)],
        ) {
            let span = Range::between(month(0), month(169));
            let length = |range: Range| range.last().since(range.first()) + 1;
            let all = [dragged(span, range, grip, month(from), month(to)), panned(span, range, by), zoomed(span, range, closer)];
            for range in all {
                prop_assert!(span.first() <= range.first() && range.last() <= span.last(), "{range:?}");
            }
            prop_assert_eq!(length(all[1]), length(range));
            let (before, after) = (length(range), length(all[2]));
            prop_assert!(if closer { after <= before.max(FEWEST) } else { after >= before }, "{before} {after}");
        }
    }

    #[test]
    fn ends_come_before_the_range_and_the_range_before_a_new_one() {
        let brush = Brush::new(Range::between(month(0), month(119)), Range::between(month(12), month(23)), 1200.0);
        let grips = [120.0, 125.0, 180.0, 239.0, 600.0].map(|x| brush.grip(x, 8.0));
        assert_eq!(grips, [Grip::First, Grip::First, Grip::Whole, Grip::Last, Grip::New]);
        let whole = Brush::new(Range::between(month(0), month(119)), Range::between(month(0), month(119)), 1200.0);
        assert_eq!([4.0, 600.0].map(|x| whole.grip(x, 8.0)), [Grip::First, Grip::New]);
    }
}
