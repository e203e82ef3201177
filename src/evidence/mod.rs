//! Every claim and event: search, facets, table, comparison, and ways to take them away.

mod compare;
mod download_menu;
mod facets;
mod page;
mod row;
mod table;

use std::rc::Rc;

pub use download_menu::day_of;
pub use facets::{labels, value_name};
pub use page::EvidencePage;

use compare::compare;
use download_menu::DownloadMenu;
use facets::{FacetSelect, column_choice, group_select, search_box};
use table::{Heading, Line, Rows};
use yew::prelude::*;

use crate::web::page::focus_is_outside;
use crate::{
    header::{chip, restrictions},
    hooks::deferred::use_deferred,
    view::{EVIDENCE_PAGE, SelectionProps, View, use_view},
};
use crackdown_core::dataset::Source;
use crackdown_core::query::{self, Action, Columns, FIRST_ROWS, Facet, Group, Listing, Record, Selection};

/// Claims and events that a selection asks for, in its order.
pub fn listed<'a>(view: &'a View, selection: &Selection) -> Vec<Record<'a>> {
    let mut records = query::records(&view.dataset, &view.index, selection);
    let pick = |text: &crackdown_core::dataset::Text| view.language.pick(text).to_owned();
    query::sort_records(&view.dataset, &mut records, selection.listing.sort, pick);
    records
}

/// The evidence that the selection asks for.
#[component]
pub fn Evidence(props: &SelectionProps) -> Html {
    let view = use_view();
    let words = view.words();
    // A claim in focus or another theme changes nothing here.
    let asked = Selection { claim: None, theme: Default::default(), ..props.selection.clone() };
    let asked = use_deferred(&asked, focus_is_outside("evidence"));
    let lines = use_memo((asked.clone(), view.clone()), |(asked, view)| lines(view, asked));
    let found = use_memo((asked.clone(), view.clone()), |(asked, view)| {
        (query::records(&view.dataset, &view.index, asked).len(), query::counts(&view.dataset, &view.index, asked))
    });
    let total = found.0;
    // While the map plays, its months are said, not the count of each.
    let quiet = focus_is_outside("evidence").then_some("off");
    let all = use_state_eq(|| false);
    let listing = &asked.listing;
    let more = *all || asked != Selection::default();
    let shown = if more { lines.len() } else { lines.len().min(FIRST_ROWS) };
    let show_all = {
        let (all, want) = (all.clone(), view.want.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            want.emit(());
            all.set(true);
        })
    };
    let opened = use_state_eq(|| None::<bool>);
    let unfolded = opened.unwrap_or(!listing.chosen.is_empty() || listing.columns != Columns::default());
    let unfold = Callback::from(move |_: MouseEvent| opened.set(Some(!unfolded)));
    let select = |facet| html! { <FacetSelect {facet} selection={asked.clone()} found={Rc::clone(&found)} /> };
    html! {
        <section class="evidence" id="evidence" aria-labelledby="evidence-title">
            <h2 id="evidence-title">{ words.evidence.title }</h2>
            <p class="lede">{ words.evidence.lede }</p>
            { views(&view, listing) }
            <form class="facets" role="search" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                { search_box(&view, &asked.text) }
                { for [Facet::Metric, Facet::Area, Facet::Campaign].map(select) }
                <button type="button" class="quiet more-facets" aria-expanded={unfolded.to_string()} onclick={unfold}>
                    { words.evidence.more_filters }
                </button>
                // LevelOptions once asked for, since the publishers alone are some hundreds.
                if unfolded {
                    { group_select(&view, listing) }
                    { for Facet::OF_EVIDENCE.map(select) }
                    { column_choice(&view, listing) }
                }
            </form>
            <div class="count-line">
                <p class="count" role="status" aria-live={quiet} data-count="true">{ total }{ " " }{ words.evidence.records }</p>
                { for as_of(&view, &asked).map(|(name, action)| chip(&view, &name, action)) }
                <DownloadMenu selection={asked.clone()} />
            </div>
            { compare(&view, listing) }
            if total == 0 && !view.dataset.wording {
                <p class="empty">{ words.common.loading }</p>
            } else if total == 0 {
                { loosen(&view, &asked) }
            } else {
                <Rows lines={Rc::clone(&lines)} {shown} listing={listing.clone()} search={asked.text.clone()} />
            }
            if shown < lines.len() {
                // Without scripts the link leads to the page that holds every row.
                <a class="button more" href={EVIDENCE_PAGE} data-count="true" onclick={show_all}>
                    { words.common.show_all }{ " " }{ total }
                </a>
            }
        </section>
    }
}

/// Records one by one, or by their sources.
fn views(view: &View, listing: &Listing) -> Html {
    let words = view.words();
    html! {
        <div class="segments" role="group" aria-label={words.common.view}>
            { for [(false, words.evidence.one_by_one), (true, words.evidence.by_source)].map(|(sources, name)| {
                let group = sources.then_some(Group::Source);
                let pressed = listing.group == group;
                let listing = Listing { group, ..listing.clone() };
                let onclick = view.asking::<MouseEvent>(Action::List(Box::new(listing)));
                html! { <button type="button" aria-pressed={pressed.to_string()} {onclick}>{ name }</button> }
            }) }
        </div>
    }
}

/// Rows of the table, under headings where the reader asks for groups.
fn lines(view: &View, selection: &Selection) -> Vec<Line> {
    let records = listed(view, selection);
    let Some(group) = selection.listing.group else { return records.iter().map(Line::of).collect() };
    let mut lines = Vec::new();
    for (key, records) in query::groups(&records, group) {
        lines.push(Line::Heading(Rc::new(Heading { count: records.len(), ..heading(view, group, &key) })));
        lines.extend(records.iter().map(Line::of));
    }
    lines
}

/// What stands above a group: of a source its date, language, reliability and address.
fn heading(view: &View, group: Group, key: &str) -> Heading {
    let words = view.words();
    let (name, about) = match group {
        Group::Metric => match key.strip_prefix("event:") {
            Some(kind) => (words.event_kind(kind), words.common.event),
            None => (view.metric_name(key), ""),
        },
        Group::Area => (view.area_name(key), ""),
        Group::Year => (if key.is_empty() { words.common.undated } else { key }, ""),
        Group::Source => {
            return view.dataset.source(key).map(|source| source_heading(view, source)).unwrap_or_default();
        }
    };
    Heading { name: name.to_owned(), about: about.to_owned(), ..Heading::default() }
}

fn source_heading(view: &View, source: &Source) -> Heading {
    let words = view.words();
    let published = source.published.map_or_else(|| words.common.undated.to_owned(), |day| view.language.date(day));
    let reliability = view.language.labelled(words.reliability.label, words.reliability_of(source.reliability));
    let about = [&published, words.language_name(&source.language), &reliability].join(" · ");
    Heading { name: source.publisher.clone(), about, url: source.url.clone(), count: 0 }
}

/// The map's month in words, and how to take it back. It stands here and not among the chips above the page, which would move
/// under the reader's hand while the map plays.
fn as_of(view: &View, selection: &Selection) -> Option<(String, Action)> {
    let month = view.language.month(selection.date?);
    Some((format!("{} {month}", view.words().map.as_of), Action::Date(None)))
}

/// What each restriction hides, where all of them together leave nothing.
fn loosen(view: &View, selection: &Selection) -> Html {
    let words = view.words();
    let choices = restrictions(view, selection).into_iter().chain(as_of(view, selection)).map(|(name, action)| {
        let without = selection.after(action.clone());
        (name, action, query::records(&view.dataset, &view.index, &without).len())
    });
    html! {
        <div class="empty">
            <p>{ words.evidence.none_found }</p>
            <p class="presets">
                { for choices.filter(|choice| choice.2 > 0).map(|(name, action, count)| html! {
                    <button type="button" data-count="true" data-literal="true" onclick={view.asking::<MouseEvent>(action)}>
                        { words.evidence.remove_filter }{ " " }<bdi>{ name }</bdi>{ format!(" ({count})") }
                    </button>
                }) }
                <button type="button" onclick={view.asking::<MouseEvent>(Action::Clear)}>{ words.selection.clear }</button>
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crackdown_core::{dataset::Dataset, query::Index};

    #[test]
    fn the_first_rows_have_their_wording_in_the_light_record() {
        let dataset = Dataset::read(&crate::data::light()).unwrap();
        let index = Index::new(&dataset, []);
        let records = query::records(&dataset, &index, &Selection::default());
        for record in &records[..FIRST_ROWS] {
            let (text, source) = match record {
                Record::Claim(claim) => (&claim.text, &claim.source),
                Record::Event(event) => (&event.text, &event.source),
            };
            assert!(!text.get("en").is_empty() && !dataset.source(source).unwrap().url.is_empty(), "{}", record.id());
        }
        let after = records[FIRST_ROWS..]
            .iter()
            .find(|record| matches!(record, Record::Claim(claim) if !claim.text.get("en").is_empty()));
        assert_eq!(after, None, "no more than the first rows");
    }
}
