//! Marks: everything that is drawn on the time axis, with its meaning in words and the claims behind it.

use std::fmt;

use chrono::NaiveDate as Date;

use crate::dataset::RecordId;
use crate::locale::Words;

/// What a mark stands for. Each lane defines its kinds as constants; the legend has one entry a kind.
#[derive(Clone, Copy)]
pub struct MarkKind {
    /// CSS classes, also of its swatch in the legend. No two kinds have the same.
    pub class: &'static str,
    /// Width and height of its swatch in the legend.
    pub swatch: (f64, f64),
    /// Whether its figure follows from claims and no source states it.
    pub derived: bool,
    /// What the legend says.
    pub legend: fn(&Words) -> &'static str,
    /// Whether the tooltip of a month shows marks of the kind.
    pub tooltip: Tooltip,
}

impl MarkKind {
    /// The swatch of an area: as large as swatches are, with a stroke around it.
    pub const AREA: (f64, f64) = (15.0, 12.0);
}

impl PartialEq for MarkKind {
    fn eq(&self, other: &Self) -> bool {
        self.class == other.class
    }
}

impl fmt::Debug for MarkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.class)
    }
}

/// Whether and where the tooltip of a month shows a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tooltip {
    /// Not at all.
    Hidden,
    /// At the top: it speaks of this very month.
    Lead,
    /// In the list of claims and events, of which only the first few are shown.
    Listed,
}

/// A rectangle, in pixels from the top left of the lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Radius of the corners.
    pub round: f64,
}

impl Rect {
    /// With sharp corners.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height, round: 0.0 }
    }

    /// From one height to another, at least `least` high.
    pub fn between(x: f64, width: f64, (top, bottom): (f64, f64), least: f64) -> Self {
        Self::new(x, top, width, (bottom - top).max(least))
    }

    /// With round corners.
    pub fn rounded(self, round: f64) -> Self {
        Self { round, ..self }
    }
}

/// A part of how a mark is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// What the reader points at, with the classes of the mark.
    Target(Rect),
    /// An area behind all marks, with the classes of the mark and its sentence as a title.
    Region(Rect),
    /// One of many: all merged rectangles of a kind are drawn as a single path, since there may be hundreds. Each remains a mark
    /// for table and tooltip.
    Merged(Rect),
    /// A further rectangle.
    Rect {
        /// CSS class.
        class: &'static str,
        /// Its place.
        rect: Rect,
    },
    /// A vertical line.
    Line {
        /// CSS class.
        class: &'static str,
        /// Distance from the left.
        x: f64,
        /// Top.
        y1: f64,
        /// Bottom.
        y2: f64,
    },
    /// A path.
    Path {
        /// CSS class.
        class: &'static str,
        /// Path data.
        d: String,
    },
    /// A sign inside the target, centred.
    Sign {
        /// Centre.
        x: f64,
        /// Baseline.
        y: f64,
        /// The sign.
        text: &'static str,
    },
    /// A name beside or inside the target.
    Label {
        /// Left edge.
        x: f64,
        /// Baseline.
        y: f64,
        /// The name.
        text: String,
    },
}

/// A mark as a row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// When.
    pub period: String,
    /// What: a metric, an event, or how the figure is known.
    pub subject: String,
    /// How many or how much; empty for events.
    pub figure: String,
}

/// Something drawn on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it stands for.
    pub kind: MarkKind,
    /// CSS classes that modify those of its kind.
    pub modifiers: Vec<String>,
    /// How it is drawn, from back to front; nothing where it is too narrow.
    pub shapes: Vec<Shape>,
    /// First and last day, also where these are out of the range shown.
    pub period: (Date, Date),
    /// Least and greatest value in the unit of the metric, for marks of values; no greatest where nothing limits it.
    pub interval: Option<(f64, Option<f64>)>,
    /// Ids of the claims and events that it follows from.
    pub records: Vec<RecordId>,
    /// All of it in one line, for screen readers and the readout.
    pub sentence: String,
    /// The same for the tooltip, which names the month itself.
    pub tooltip: String,
    /// The same as a row of the table.
    pub row: Row,
}

impl Mark {
    /// The classes of its target: those of the kind and those that modify it.
    pub fn class(&self) -> String {
        let modifiers = self.modifiers.iter().flat_map(|modifier| [" ", modifier]);
        [self.kind.class].into_iter().chain(modifiers).collect()
    }

    /// The class that all kinds of its family share, which its label has too.
    pub fn family(&self) -> &'static str {
        self.kind.class.split(' ').next().unwrap_or_default()
    }

    /// The rectangle that the reader points at.
    pub fn target(&self) -> Option<&Rect> {
        self.shapes.iter().find_map(|shape| match shape {
            Shape::Target(rect) => Some(rect),
            _ => None,
        })
    }

    /// Whether any day of a period is in its own.
    pub fn touches(&self, first: Date, last: Date) -> bool {
        self.period.0 <= last && self.period.1 >= first
    }

    /// With a class that modifies its look, where a condition holds.
    pub(super) fn modified(mut self, condition: bool, modifier: &str) -> Self {
        if condition {
            self.modifiers.push(modifier.to_owned());
        }
        self
    }

    pub(super) fn shapes(mut self, shapes: impl IntoIterator<Item = Shape>) -> Self {
        self.shapes.extend(shapes);
        self
    }

    pub(super) fn interval(mut self, low: f64, high: Option<f64>) -> Self {
        self.interval = Some((low, high));
        self
    }

    pub(super) fn records(mut self, records: Vec<RecordId>) -> Self {
        self.records = records;
        self
    }
}
