//! Every claim and event: search, facets, table, comparison, and downloads.

mod columns;
mod compare;
mod download_menu;
mod facets;
mod row;
pub mod table;

use std::rc::Rc;

use columns::column_choice;
use compare::compare;
use download_menu::DownloadMenu;
use facets::{FacetSelect, group_select, search_box};
use table::{Heading, Line, Rows};
use yew::prelude::*;

use crate::{
    chips::{Restriction, chip, of_listing, of_query},
    controls::segments,
    hooks::deferred::use_deferred,
    view::{EVIDENCE_PAGE, View, use_view},
    web::page::focus_is_outside,
};
use crackdown_core::{
    dataset::{Month, Source},
    query::{self, Action, Columns, FIRST_ROWS, Facet, Group, Listing, Query, RecordRequest, Selection},
};

/// What the evidence reads of the selection.
#[derive(Properties, Clone, Default, PartialEq)]
pub struct EvidenceProps {
    /// Restrictions of every view.
    pub query: Query,
    /// The map's month.
    pub date: Option<Month>,
    /// How it is listed.
    pub listing: Listing,
}

impl EvidenceProps {
    fn request(&self) -> RecordRequest<'_> {
        RecordRequest { query: &self.query, date: self.date, listing: &self.listing }
    }

    /// A selection of these parts alone.
    fn selection(&self) -> Selection {
        let Self { query, date, listing } = self.clone();
        Selection { query, date, listing, ..Selection::default() }
    }

    fn choice(&self, facet: Facet) -> Option<String> {
        match facet {
            Facet::Metric => self.query.metric.as_deref().map(str::to_owned),
            Facet::Area => self.query.area.as_deref().map(str::to_owned),
            Facet::Campaign => self.query.campaign.as_deref().map(str::to_owned),
            _ => self.listing.choice(facet).map(str::to_owned),
        }
    }
}

/// The evidence that the selection asks for.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let view = use_view();
    let words = view.words();
    let deferred = use_deferred(props, focus_is_outside("evidence"));
    let lines = use_memo((deferred.clone(), view.clone()), |(props, view)| lines(view, props));
    let found = use_memo((deferred.clone(), view.clone()), |(props, view)| {
        let (dataset, index, request) = (&view.dataset, &view.index, props.request());
        (query::records(dataset, index, request).len(), query::counts(dataset, index, request))
    });
    let total = found.0;
    // While the map plays, a reader of screens hears its months, not the count of each.
    let quiet = focus_is_outside("evidence").then_some("off");
    let all = use_state_eq(|| false);
    let listing = &deferred.listing;
    let more = *all || deferred != EvidenceProps::default();
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
    let select = |facet| html! { <FacetSelect {facet} chosen={deferred.choice(facet)} found={Rc::clone(&found)} /> };
    html! {
        <section class="evidence" id="evidence" aria-labelledby="evidence-title">
            <h2 id="evidence-title">{ words.evidence.title }</h2>
            <p class="lede">{ words.evidence.lede }</p>
            { views(&view, listing.group) }
            <form class="facets" role="search" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                { search_box(&view, &listing.text) }
                { for [Facet::Metric, Facet::Area, Facet::Campaign].map(select) }
                <button type="button" class="quiet more-facets" aria-expanded={unfolded.to_string()} onclick={unfold}>
                    { words.evidence.more_filters }
                </button>
                // Drawn once asked for, since the publishers alone are some hundreds.
                if unfolded {
                    { group_select(&view, listing.group) }
                    { for Facet::OF_EVIDENCE.map(select) }
                    { column_choice(&view, listing.columns) }
                }
            </form>
            <div class="count-line">
                <p class="count" role="status" aria-live={quiet} data-count="true">{ total }{ " " }{ words.evidence.records }</p>
                { for up_to(&view, deferred.date).map(|restriction| chip(&view, restriction)) }
                <DownloadMenu selection={deferred.selection()} />
            </div>
            { compare(&view, &listing.compare) }
            if total == 0 && !view.dataset.wording {
                <p>{ words.common.loading }</p>
            } else if total == 0 {
                { loosen(&view, &deferred) }
            } else {
                <Rows lines={Rc::clone(&lines)} {shown} listing={listing.clone()} />
            }
            if shown < lines.len() {
                // Without scripts the link leads to the page that holds every row.
                <a class="button show-all" href={EVIDENCE_PAGE} data-count="true" onclick={show_all}>
                    { words.common.show_all }{ " " }{ total }
                </a>
            }
        </section>
    }
}

/// Records one by one, or by their sources.
fn views(view: &View, group: Option<Group>) -> Html {
    let words = view.words();
    let choices = [(None, words.evidence.one_by_one), (Some(Group::Source), words.evidence.by_source)];
    segments(words.common.view, group, &choices, &view.ask.reform(Action::Group))
}

/// Rows of the table, under headings where the reader asks for groups.
fn lines(view: &View, props: &EvidenceProps) -> Vec<Line> {
    let records = view.listed(props.request());
    let Some(group) = props.listing.group else { return records.iter().map(Line::of).collect() };
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
            Some(kind) => (words.event_kind(kind).to_owned(), words.common.event),
            None => (view.metric_name(&key.into()).to_owned(), ""),
        },
        Group::Area => (view.area_name(&key.into()).to_owned(), ""),
        Group::Year => (if key.is_empty() { words.common.undated } else { key }.to_owned(), ""),
        Group::Source => {
            return view.dataset.source(&key.into()).map(|source| source_heading(view, source)).unwrap_or_default();
        }
    };
    Heading { name, about: about.to_owned(), ..Heading::default() }
}

fn source_heading(view: &View, source: &Source) -> Heading {
    let words = view.words();
    let published = source.published.map_or_else(|| words.common.undated.to_owned(), |day| view.language.date(day));
    let reliability =
        view.language.labelled(words.reliability.label, words.reliability.meanings.of(source.reliability));
    let about = [&published, words.language_name(&source.language), &reliability].join(" · ");
    Heading { name: source.publisher.clone(), about, url: source.url.clone(), count: 0 }
}

/// The map's month. It is shown here and not among the chips above the page, which would move under the reader's pointer while the
/// map plays.
fn up_to(view: &View, date: Option<Month>) -> Option<Restriction> {
    let month = view.language.month(date?);
    Some((format!("{} {month}", view.words().map.as_of), Action::Date(None)))
}

/// What each restriction hides, where all of them together leave nothing.
fn loosen(view: &View, props: &EvidenceProps) -> Html {
    let words = view.words();
    let restrictions = of_query(view, &props.query).into_iter().chain(of_listing(view, &props.listing));
    let choices = restrictions.chain(up_to(view, props.date)).map(|(name, action)| {
        let without = props.selection().after(action.clone());
        (name, action, query::records(&view.dataset, &view.index, without.record_request()).len())
    });
    html! {
        <div data-empty="true">
            <p>{ words.evidence.none_found }</p>
            <p class="presets">
                { for choices.filter(|choice| choice.2 > 0).map(|(name, action, count)| html! {
                    <button type="button" data-count="true" data-literal="selection" onclick={view.asking::<MouseEvent>(action)}>
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
    use crackdown_core::{
        dataset::Dataset,
        query::{Index, Record},
    };

    #[test]
    fn the_first_rows_have_their_wording_in_the_light_dataset() {
        let dataset = Dataset::read(&crate::data::light()).unwrap();
        let index = Index::new(&dataset, []);
        let records = query::records(&dataset, &index, EvidenceProps::default().request());
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
