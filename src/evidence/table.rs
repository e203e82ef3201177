//! Claims and events as rows. Of many rows only those near the reader's place are drawn; spacers stand for the rest.

use std::{ops::Range, rc::Rc};

use yew::prelude::*;

use super::{columns::column_name, row::RowRenderer};
use crate::{
    view::{View, use_view},
    web::{page, print},
};
use crackdown_core::{
    dataset::RecordId,
    query::{Action, Column, Columns, Listing, Record, Sort},
};

/// Lines drawn or left out together.
const CHUNK: usize = 12;
/// Height of a line before any was measured, CSS pixels.
const LINE: f64 = 76.0;

/// A row to be: a record of some kind, or the heading of a group.
#[derive(Clone, PartialEq)]
pub enum Line {
    /// A claim's id.
    Claim(RecordId),
    /// An event's id.
    Event(RecordId),
    /// The heading of a group.
    Heading(Rc<Heading>),
}

/// What stands above the records of a group.
#[derive(Clone, Default, PartialEq)]
pub struct Heading {
    /// Name of the group.
    pub name: String,
    /// What there is to say of it.
    pub about: String,
    /// Address of a source; empty where there is none.
    pub url: String,
    /// How many records it has.
    pub count: usize,
}

impl Line {
    /// The row of a record.
    pub fn of(record: &Record<'_>) -> Self {
        let id = record.id().clone();
        if matches!(record, Record::Event(_)) { Self::Event(id) } else { Self::Claim(id) }
    }
}

/// A row. Where not all are drawn it says which one it is, the head being the first.
fn line(rowing: &RowRenderer, line: &Line, at: Option<usize>) -> Html {
    let number = at.map(|at| (at + 2).to_string());
    let (dataset, columns) = (&rowing.view.dataset, rowing.columns);
    match line {
        Line::Claim(id) => dataset.claim(id).map(|claim| rowing.claim(claim, number)).unwrap_or_default(),
        Line::Event(id) => dataset.event(id).map(|event| rowing.event(event, number)).unwrap_or_default(),
        Line::Heading(heading) => {
            let Heading { name, about, url, count } = &**heading;
            html! {
                <tr class="group-heading" aria-rowindex={number} key={format!("group {name} {url}")}>
                    <th colspan={columns.shown().count().to_string()} scope="rowgroup" data-literal="name">
                        if url.is_empty() {
                            { name }
                        } else {
                            <a href={url.clone()} target="_blank" rel="noopener noreferrer">{ name }{ " ↗" }</a>
                        }
                        { " " }<span class="meta" data-count="true">{ format!("{about} ({count})") }</span>
                    </th>
                </tr>
            }
        }
    }
}

/// A table of every line, for the page without scripts.
pub fn table(view: &View, lines: &[Line]) -> Html {
    let (words, columns) = (view.words(), Columns::default());
    let rowing = RowRenderer { view, search: "", columns };
    html! {
        <div class="table-frame" role="region" aria-labelledby="evidence-title" tabindex="0">
            <table>
                <thead><tr>{ for columns.shown().map(|column| html! { <th scope="col">{ column_name(words, column) }</th> }) }</tr></thead>
                <tbody>{ for lines.iter().map(|of| line(&rowing, of, None)) }</tbody>
            </table>
        </div>
    }
}

/// Lines to show in a frame that scrolls.
#[derive(Properties, Clone)]
pub struct RowsProps {
    /// All of them.
    pub lines: Rc<Vec<Line>>,
    /// How many of them from the start.
    pub shown: usize,
    /// How they are listed.
    pub listing: Listing,
}

impl PartialEq for RowsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.lines, &other.lines) && (self.shown, &self.listing) == (other.shown, &other.listing)
    }
}

/// The table of the evidence: headers that sort, and the lines near the reader's place.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    let view = use_view();
    let columns = props.listing.columns;
    let rowing = RowRenderer { view: &view, search: &props.listing.text, columns };
    let chunks = props.shown.div_ceil(CHUNK);
    let frame = use_node_ref();
    let first = use_state_eq(|| 0usize);
    let heights = use_mut_ref(Vec::<f64>::new);
    {
        let (heights, first, frame) = (Rc::clone(&heights), first.setter(), frame.clone());
        use_effect_with((props.lines.len(), props.listing.clone()), move |_| {
            heights.borrow_mut().clear();
            first.set(0);
            page::scroll_to_top(&frame);
        });
    }
    {
        // What was drawn is measured, so that the spacers of what is left out are as high.
        let (heights, frame) = (Rc::clone(&heights), frame.clone());
        use_effect(move || {
            let mut heights = heights.borrow_mut();
            heights.resize(chunks, CHUNK as f64 * LINE);
            for (chunk, height) in page::heights(&frame, "tbody[data-chunk]") {
                if let Some(own) = heights.get_mut(chunk) {
                    *own = height;
                }
            }
        });
    }
    let onscroll = {
        let (heights, first, frame) = (Rc::clone(&heights), first.setter(), frame.clone());
        Callback::from(move |_: Event| first.set(chunk_at(&heights.borrow(), page::scrolled(&frame))))
    };
    let printing = use_printing();
    // Overscan: the reader's chunk, one above and two below are higher than the frame, wherever in the chunk the reader is. The frame
    // does not scroll on paper, so that all are drawn there.
    let drawn = if printing {
        0..chunks
    } else {
        first.saturating_sub(1).min(chunks.saturating_sub(1))..(*first + 3).min(chunks)
    };
    let space = |range: Range<usize>| {
        let heights = heights.borrow();
        let height: f64 = range.map(|at| heights.get(at).copied().unwrap_or(CHUNK as f64 * LINE)).sum();
        html! { if height > 0.0 { <tbody class="rows-space" aria-hidden="true"><tr style={format!("height:{height:.0}px")} /></tbody> } }
    };
    html! {
        <div class="table-frame" role="region" aria-labelledby="evidence-title" tabindex="0" ref={frame} {onscroll}>
            <table aria-rowcount={(props.shown + 1).to_string()}>
                <thead><tr aria-rowindex="1">{ for columns.shown().map(|column| header(&view, props.listing.sort, column)) }</tr></thead>
                { space(0..drawn.start) }
                { for drawn.clone().map(|chunk| {
                    let lines = &props.lines[lines_of(chunk, props.shown)];
                    html! {
                        <tbody key={chunks - chunk} data-chunk={chunk.to_string()}>
                            { for lines_of(chunk, props.shown).zip(lines).map(|(at, of)| line(&rowing, of, Some(at))) }
                        </tbody>
                    }
                }) }
                { space(drawn.end..chunks) }
            </table>
        </div>
    }
}

/// Whether the page is being printed.
#[hook]
fn use_printing() -> bool {
    let printing = use_state_eq(|| false);
    {
        let printing = printing.setter();
        use_effect_with((), move |()| {
            let listeners = print::on_print(move |now| printing.set(now));
            move || drop(listeners)
        });
    }
    *printing
}

/// The lines of a chunk, of so many. Chunks are counted from the end, so that the newest rows, as they come and go with the map's
/// months, change the first chunk and leave those below as they stand.
fn lines_of(chunk: usize, shown: usize) -> Range<usize> {
    let below = shown.div_ceil(CHUNK).saturating_sub(chunk) * CHUNK;
    shown.saturating_sub(below)..(shown + CHUNK).saturating_sub(below).min(shown)
}

/// The chunk that a height from the top falls into.
fn chunk_at(heights: &[f64], scrolled: f64) -> usize {
    let mut top = 0.0;
    let above = heights.iter().take_while(|height| {
        top += **height;
        top <= scrolled
    });
    above.count().min(heights.len().saturating_sub(1))
}

fn header(view: &View, sort: Sort, column: Column) -> Html {
    let name = column_name(view.words(), column);
    let sorted = sort.column == column;
    let (order, arrow) = match (sorted, sort.descending) {
        (false, _) => ("none", ""),
        (true, true) => ("descending", " ↓"),
        (true, false) => ("ascending", " ↑"),
    };
    let onclick = view.asking::<MouseEvent>(Action::SortBy(column));
    html! {
        <th scope="col" aria-sort={order}>
            <button type="button" class="sort" {onclick}>{ name }<span aria-hidden="true">{ arrow }</span></button>
        </th>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_counted_from_the_end_and_leave_no_line_out() {
        for shown in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 5 * CHUNK + 7] {
            let lines: Vec<usize> = (0..shown.div_ceil(CHUNK)).flat_map(|chunk| lines_of(chunk, shown)).collect();
            assert_eq!(lines, (0..shown).collect::<Vec<_>>());
        }
        assert_eq!((lines_of(0, CHUNK + 3), lines_of(1, CHUNK + 3)), (0..3, 3..CHUNK + 3));
    }

    #[test]
    fn the_place_is_found_by_the_heights_above() {
        for (scrolled, chunk) in [(0.0, 0), (99.0, 0), (100.0, 1), (249.0, 1), (250.0, 2), (9_999.0, 2)] {
            assert_eq!(chunk_at(&[100.0, 150.0, 80.0], scrolled), chunk, "{scrolled}");
        }
        assert_eq!(chunk_at(&[], 5.0), 0);
    }
}
