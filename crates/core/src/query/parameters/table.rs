//! The table itself, and what its rows read and write alike.

use std::str::FromStr;

use strum::VariantNames;

use super::Parameter;
use crate::{
    Named,
    dataset::RecordId,
    query::{
        COMPARE_LIMIT, Columns, Count, Embed, Facet, Group, MONTHLY_CHANGE_LIMIT, MapView, Per, REVISIONS, ScaleKind,
        Scope, Sort, TEXT_LIMIT, Theme, Values,
    },
    sort::sort_by,
};

const MONTH: Values = Values::Text("YYYY-MM");
const CLAIMS: Values = Values::Text("ids, separated by commas");

/// All parameters, in the order in which they are written.
pub static PARAMETERS: [Parameter; 31] = [
    Parameter::new(
        "scope",
        Values::Names(Scope::VARIANTS),
        "Every claim and event, or the founding article's claims alone.",
        |draft, _, value| set(&mut draft.selection.query.scope, value),
        |selection| changed(selection.query.scope),
    ),
    Parameter::new(
        "metric",
        Values::Text("id"),
        "Metric, as in data/metrics.csv.",
        |draft, dataset, value| choose(&mut draft.selection.query.metric, value, |id| dataset.metric(id).is_some()),
        |selection| selection.query.metric.as_deref().map(str::to_owned),
    ),
    Parameter::new(
        "area",
        Values::Text("code"),
        "Area, as in data/areas.csv.",
        |draft, dataset, value| choose(&mut draft.selection.query.area, value, |code| dataset.area(code).is_some()),
        |selection| selection.query.area.as_deref().map(str::to_owned),
    ),
    Parameter::new(
        "from",
        MONTH,
        "First month that a claim's period must touch.",
        |draft, _, value| set_some(&mut draft.from, value),
        |selection| selection.query.range.map(|range| range.first().to_string()),
    ),
    Parameter::new(
        "to",
        MONTH,
        "Last month that a claim's period must touch.",
        |draft, _, value| set_some(&mut draft.to, value),
        |selection| selection.query.range.map(|range| range.last().to_string()),
    ),
    Parameter::new(
        "campaign",
        Values::Text("id"),
        "Campaign, as in data/campaigns.csv.",
        |draft, dataset, value| choose(&mut draft.selection.query.campaign, value, |id| dataset.campaign(id).is_some()),
        |selection| selection.query.campaign.as_deref().map(str::to_owned),
    ),
    Parameter::new(
        "q",
        Values::Text("text"),
        "Search text of the evidence.",
        |draft, _, value| {
            let fits = value.chars().count() <= TEXT_LIMIT;
            if fits {
                value.clone_into(&mut draft.selection.listing.text);
            }
            fits
        },
        |selection| Some(selection.listing.text.clone()),
    ),
    Parameter::new(
        "max_monthly_change",
        Values::Text("percent"),
        "Assumption of the bounds: by how many percent a month may differ from the one before.",
        |draft, _, value| {
            let percent = value.parse().ok().filter(|percent| *percent <= MONTHLY_CHANGE_LIMIT);
            draft.selection.chart.max_monthly_change = percent.or(draft.selection.chart.max_monthly_change);
            percent.is_some()
        },
        |selection| selection.chart.max_monthly_change.map(|percent| percent.to_string()),
    ),
    Parameter::new(
        "revision",
        Values::Text("percent"),
        "Allowance of the bounds: by how many percent a total may have grown since it was published: 0, 1, 2 or 5.",
        |draft, _, value| {
            let percent = value.parse().ok().filter(|percent| REVISIONS.contains(percent));
            draft.selection.chart.revision = percent.unwrap_or(draft.selection.chart.revision);
            percent.is_some()
        },
        |selection| Some(selection.chart.revision).filter(|percent| *percent != 0).map(|percent| percent.to_string()),
    ),
    Parameter::new(
        "without",
        CLAIMS,
        "Claims kept out of the bounds.",
        |draft, dataset, value| {
            let without = &mut draft.selection.chart.without;
            let all = list(without, value, usize::MAX, |id| dataset.claim(id).is_some());
            sort_by(without, |a, b| a.cmp(b));
            all
        },
        |selection| Some(selection.chart.without.join(",")),
    ),
    Parameter::new(
        "scale",
        Values::Names(ScaleKind::VARIANTS),
        "Scale of the chart's levels.",
        |draft, _, value| set(&mut draft.selection.chart.scale, value),
        |selection| changed(selection.chart.scale),
    ),
    Parameter::new(
        "per",
        Values::Names(Per::VARIANTS),
        "Time that the chart's averages are over.",
        |draft, _, value| set(&mut draft.selection.chart.per, value),
        |selection| changed(selection.chart.per),
    ),
    Parameter::new(
        "claim",
        Values::Text("id"),
        "Claim or event whose dialog is open.",
        |draft, dataset, value| {
            let known = |id: &RecordId| dataset.claim(id).is_some() || dataset.event(id).is_some();
            choose(&mut draft.selection.focus, value, known)
        },
        |selection| selection.focus.as_deref().map(str::to_owned),
    ),
    Parameter::new(
        "date",
        MONTH,
        "Month that the map shows and by whose end the evidence is counted.",
        |draft, _, value| set_some(&mut draft.selection.date, value),
        |selection| selection.date.map(|month| month.to_string()),
    ),
    Parameter::new(
        "compare_areas",
        Values::Text("codes, separated by commas"),
        "Areas compared below the map.",
        |draft, dataset, value| {
            list(&mut draft.selection.map.compare, value, usize::MAX, |code| dataset.area(code).is_some())
        },
        |selection| Some(selection.map.compare.join(",")),
    ),
    Parameter::new(
        "map",
        Values::Names(MapView::VARIANTS),
        "How much of the earth the map shows.",
        |draft, _, value| set(&mut draft.selection.map.view, value),
        |selection| changed(selection.map.view),
    ),
    Parameter::new(
        "count",
        Values::Names(Count::VARIANTS),
        "What the map counts in place of a metric.",
        |draft, _, value| set_some(&mut draft.selection.map.count, value),
        |selection| selection.map.count.map(|count| count.name().to_owned()),
    ),
    Parameter::new(
        "theme",
        Values::Names(Theme::VARIANTS),
        "Light or dark for this visit, whatever the reader chose before.",
        |draft, _, value| set_some(&mut draft.selection.theme, value),
        |selection| selection.theme.map(|theme| theme.name().to_owned()),
    ),
    Parameter::new(
        "embed",
        Values::Names(Embed::VARIANTS),
        "One view alone, for a frame of another page.",
        |draft, _, value| set_some(&mut draft.selection.embed, value),
        |selection| selection.embed.map(|embed| embed.name().to_owned()),
    ),
    Parameter::new(
        "sort",
        Values::Text("column, with a minus before it from its upper end"),
        "Column that the evidence is sorted by.",
        |draft, _, value| {
            let (name, descending) = value.strip_prefix('-').map_or((value, false), |name| (name, true));
            let sort = name.parse().ok().map(|column| Sort { column, descending });
            draft.selection.listing.sort = sort.unwrap_or_default();
            sort.is_some()
        },
        |selection| {
            let sort = Some(selection.listing.sort).filter(|sort| *sort != Sort::default())?;
            Some(format!("{}{}", if sort.descending { "-" } else { "" }, sort.column.name()))
        },
    ),
    Parameter::new(
        "group",
        Values::Names(Group::VARIANTS),
        "What the rows of the evidence are grouped by.",
        |draft, _, value| set_some(&mut draft.selection.listing.group, value),
        |selection| selection.listing.group.map(|group| group.name().to_owned()),
    ),
    Parameter::facet("year", Facet::Year, "Calendar year that a period touches."),
    Parameter::facet("publisher", Facet::Publisher, "Publisher of the source."),
    Parameter::facet("language", Facet::Language, "Language of the source."),
    Parameter::facet("reliability", Facet::Reliability, "Reliability of the source."),
    Parameter::facet("qualifier", Facet::Qualifier, "How exact the source says its figure is."),
    Parameter::facet("direction", Facet::Direction, "Direction of a change."),
    Parameter::facet("article", Facet::Article, "Claims of the founding article, or all others."),
    Parameter::facet("conflict", Facet::Conflict, "Whether a contradiction names the claim."),
    Parameter::new(
        "columns",
        Values::Text(
            "period, area, metric, figure, wording, source, campaign, published, reliability: any of these, separated by commas",
        ),
        "Columns of the evidence. The figure is always one of them.",
        |draft, _, value| {
            let columns = Columns::read(value);
            draft.selection.listing.columns = columns.unwrap_or_default();
            columns.is_some()
        },
        |selection| Some(selection.listing.columns).filter(|it| *it != Columns::default()).map(Columns::write),
    ),
    Parameter::new(
        "compare_claims",
        CLAIMS,
        "Claims compared above the evidence.",
        |draft, dataset, value| {
            list(&mut draft.selection.listing.compare, value, COMPARE_LIMIT, |id| dataset.claim(id).is_some())
        },
        |selection| Some(selection.listing.compare.join(",")),
    ),
];

fn set<T: FromStr>(slot: &mut T, value: &str) -> bool {
    let read = value.parse();
    let known = read.is_ok();
    if let Ok(value) = read {
        *slot = value;
    }
    known
}

fn set_some<T: FromStr>(slot: &mut Option<T>, value: &str) -> bool {
    let read = value.parse().ok();
    let known = read.is_some();
    if known {
        *slot = read;
    }
    known
}

fn choose<T: for<'a> From<&'a str>>(slot: &mut Option<T>, id: &str, known: impl Fn(&T) -> bool) -> bool {
    let id = Some(T::from(id)).filter(known);
    let known = id.is_some();
    if known {
        *slot = id;
    }
    known
}

/// Fills a list with the known ids among those separated by commas, none twice. Tells whether it has all of them.
fn list<T: for<'a> From<&'a str> + PartialEq>(
    slot: &mut Vec<T>,
    value: &str,
    limit: usize,
    known: impl Fn(&T) -> bool,
) -> bool {
    slot.clear();
    let mut all = true;
    for id in value.split(',').filter(|id| !id.is_empty()).map(T::from) {
        if slot.contains(&id) {
            continue;
        }
        if known(&id) && slot.len() < limit {
            slot.push(id);
        } else {
            all = false;
        }
    }
    all
}

fn changed<T: Copy + Default + PartialEq + Into<&'static str>>(value: T) -> Option<String> {
    (value != T::default()).then(|| value.into().to_owned())
}
