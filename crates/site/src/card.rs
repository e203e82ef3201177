//! The card that a link to the site is shown with: the founding article's figures and the reported totals, drawn when the site is
//! built, so that its figures are those of the dataset.

use crackdown_core::export::svg::{Styles, escaped, folded};
use crackdown_core::{
    dataset::{Claim, Dataset, Month},
    drawing::{
        chart::{BLOCK, ChartInput, Lane, LaneInput, LevelRequest, Mark, Shape, TimeScale, axis, level_lane},
        text_width::text_width,
    },
    locale::Language,
    query::{FIRST_METRIC, HOME, Per, ScaleKind, article_figures, span},
};

/// Width and height of the card, by the Open Graph habit.
pub const SIZE: (u32, u32) = (1200, 630);

/// The face that the build has has Latin letters only, so that one card serves both languages.
const LANGUAGE: Language = Language::English;
/// Left and right edge of all but the background.
const EDGES: (f64, f64) = (60.0, 1140.0);
/// Where the chart begins, right of the figures.
const CHART: f64 = 440.0;
/// Room left of the time axis for the labels of values.
const GUTTER: f64 = 74.0;
/// Top of the figures and the chart.
const TOP: f64 = 262.0;
/// Top of the chart's blocks, and their height.
const PLOT: (f64, f64) = (322.0, 206.0);
/// Width of the card's letters as a share of what they are estimated at elsewhere.
const NARROW: f64 = 0.8;

/// The card as SVG, in the colours of saved drawings.
pub fn card(dataset: &Dataset, styles: Styles) -> String {
    let words = LANGUAGE.words();
    let mut parts = vec![
        "<rect width=\"100%\" height=\"100%\" fill=\"var(--page)\"/>".to_owned(),
        "<g transform=\"translate(60 44)\"><rect width=\"32\" height=\"32\" rx=\"6\" fill=\"var(--accent)\"/>\
         <path d=\"M5 8h6v6h6v6h6v6h4\" fill=\"none\" stroke=\"var(--page)\" stroke-width=\"3\"/></g>"
            .to_owned(),
        text((106.0, 69.0), 27.0, "brand", words.site.title),
        text((EDGES.1, 68.0), 20.0, "soft end", words.headline.article),
    ];
    let size = 58.0;
    for (line, text_line) in (0u8..).zip(folded(words.site.tagline, (EDGES.1 - EDGES.0) / size / NARROW)) {
        parts.push(text((EDGES.0, 146.0 + f64::from(line) * 62.0), size, "title", &text_line));
    }
    let figures: Vec<&Claim> = article_figures(dataset).take(3).collect();
    for (at, claim) in figures.iter().enumerate() {
        parts.push(match at {
            0 => figure(dataset, claim, [EDGES.0, TOP, 320.0], [92.0, 28.0]),
            1 => figure(dataset, claim, [EDGES.0, 450.0, 150.0], [38.0, 20.0]),
            _ => figure(dataset, claim, [EDGES.0 + 170.0, 450.0, 150.0], [38.0, 20.0]),
        });
    }
    parts.push(chart(dataset, figures.first().map_or("", |claim| &claim.id)));
    let (width, height) = SIZE;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
         <style>\n{STYLE}</style>\n<defs><pattern id=\"gap\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect width=\"1\" height=\"7\" fill=\"var(--soft)\"/></pattern></defs>\n{}\n</svg>\n",
        parts.join("\n"),
    );
    styles.resolved(&svg)
}

const STYLE: &str = "text { font-family: 'Libertinus Serif'; fill: var(--ink); }
.brand, .title, .head { font-weight: 600; }
.number { font-weight: 600; fill: var(--accent); }
.soft { fill: var(--soft); }
.end { text-anchor: end; }
.middle { text-anchor: middle; }
.grid { stroke: var(--rule); stroke-width: 1; }
.block { fill: var(--down); fill-opacity: 0.1; stroke: var(--down); stroke-opacity: 0.75; }
.block.finest { fill-opacity: 0.26; }
.block.own { fill: var(--accent); fill-opacity: 0.85; stroke: var(--accent); stroke-opacity: 1; }
.gap { fill: url(#gap); }
";

fn text((x, y): (f64, f64), size: f64, class: &str, line: &str) -> String {
    let line = escaped(line.trim_end());
    format!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\">{line}</text>")
}

/// A claim's figure under a rule, what it counts, and when; `sizes` are those of the figure and of its label.
fn figure(dataset: &Dataset, claim: &Claim, [x, y, width]: [f64; 3], [large, small]: [f64; 2]) -> String {
    let Some(figure) = claim.figure else { return String::new() };
    let label = dataset.metric(&claim.metric).map_or("", |metric| LANGUAGE.pick(&metric.label));
    let mut parts = vec![
        format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"3\" fill=\"var(--accent)\"/>"),
        text((x, y + 0.92 * large), large, "number", &LANGUAGE.figure(&figure)),
    ];
    let mut below = y + 1.02 * large;
    for line in folded(label, width / small / NARROW) {
        below += 1.22 * small;
        parts.push(text((x, below), small, "label", &line));
    }
    parts.push(text((x, below + 1.2 * small), 0.9 * small, "soft", &LANGUAGE.claim_period(claim)));
    parts.join("\n")
}

/// Totals over the time they were counted in, as the page's level lane has them; nothing where the dataset has none.
fn chart(dataset: &Dataset, own: &str) -> String {
    let Some((scale, lane)) = lane(dataset) else { return String::new() };
    let words = LANGUAGE.words();
    let name = dataset.metric(&FIRST_METRIC).map_or("", |metric| LANGUAGE.pick(&metric.label));
    let area = dataset.area(&HOME).map_or("", |area| LANGUAGE.pick(&area.name));
    let mut parts = vec![
        format!("<rect x=\"{CHART}\" y=\"{TOP}\" width=\"{}\" height=\"3\" fill=\"var(--accent)\"/>", EDGES.1 - CHART),
        text((CHART, TOP + 33.0), 24.0, "head", &LANGUAGE.list(&[name, area])),
        text((EDGES.1, TOP + 33.0), 20.0, "soft end", words.chart.per_month),
        format!("<g transform=\"translate(0 {})\">", PLOT.0),
    ];
    let (left, right) = (scale.left, scale.right);
    for line in &lane.grid {
        let y = line.y;
        parts.push(format!("<line class=\"grid\" x1=\"{left:.1}\" x2=\"{right:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>"));
        parts.push(text((left - 10.0, y + 6.0), 19.0, "soft end", &line.label));
    }
    let gaps: Vec<String> = lane.marks.iter().flat_map(|mark| &mark.shapes).filter_map(gap).collect();
    let has_gaps = !gaps.is_empty();
    parts.extend(gaps);
    // The article's own total over all others, so that it is seen.
    let is_own = |mark: &&Mark| mark.records.iter().any(|id| id == own);
    let (front, back): (Vec<&Mark>, Vec<&Mark>) = blocks(&lane).partition(is_own);
    for mark in back.into_iter().chain(front) {
        let class = if is_own(&mark) { "block own".to_owned() } else { mark.class() };
        let place = mark.target().map(|place| [place.x, place.y, place.width, place.height]);
        parts.extend(place.map(|place| rect(&class, place, &mark.records.join(" "))));
    }
    for tick in axis(&scale).iter().filter(|tick| tick.labelled && tick.major) {
        parts.push(text((tick.x, lane.height + 24.0), 19.0, "soft middle", &tick.month.year().to_string()));
    }
    parts.push("</g>".to_owned());
    let figure = |claim: &Claim| claim.figure.map(|figure| LANGUAGE.figure(&figure));
    let own =
        dataset.claim(&own.into()).and_then(|own| Some(LANGUAGE.list(&[&figure(own)?, &LANGUAGE.claim_period(own)])));
    let legend = [
        ("block finest", Some(words.chart.legend.total.to_owned())),
        ("block own", own),
        ("gap", Some(words.chart.legend.gap.to_owned()).filter(|_| has_gaps)),
    ];
    let mut x = left;
    for (class, label) in legend.iter().filter_map(|(class, label)| Some((class, label.as_ref()?))) {
        parts.push(rect(class, [x, 570.0, 20.0, 15.0], ""));
        parts.push(text((x + 28.0, 584.0), 19.0, "soft", label));
        x += 60.0 + text_width(label, 19.0 * NARROW);
    }
    parts.join("\n")
}

fn blocks(lane: &Lane) -> impl Iterator<Item = &Mark> {
    lane.marks.iter().filter(|mark| mark.kind == BLOCK)
}

/// Months without a figure.
fn gap(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Region(place) => Some(rect("gap", [place.x, place.y, place.width, place.height], "")),
        _ => None,
    }
}

/// The lane over the months that its own totals touch; `None` where it has none.
fn lane(dataset: &Dataset) -> Option<(TimeScale, Lane)> {
    let claims: Vec<&Claim> = dataset.claims.iter().collect();
    let lane = |(first, last)| {
        let scale = TimeScale::new(first, last, CHART + GUTTER, EDGES.1);
        let level = LevelRequest { metric: &FIRST_METRIC, area: &HOME, scale: ScaleKind::Linear, per: Per::Month };
        let (claims, language) = (&claims[..], LANGUAGE);
        let chart = ChartInput { dataset, language, claims, events: &[], derived_months: &[], bounds: None, level };
        (scale, level_lane(&LaneInput { chart, scale, plot_height: PLOT.1 }))
    };
    let whole = span(dataset)?;
    let (_, wide) = lane((whole.first(), whole.last()));
    let first = blocks(&wide).map(|mark| Month::of(mark.period.0)).min()?;
    let last = blocks(&wide).map(|mark| Month::of(mark.period.1)).max()?;
    Some(lane((first, last)))
}

/// A rectangle; one that stands for a claim says which.
fn rect(class: &str, [x, y, width, height]: [f64; 4], claim: &str) -> String {
    let claim = if claim.is_empty() { String::new() } else { format!(" data-claim=\"{}\"", escaped(claim)) };
    format!("<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"{claim}/>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        styles::{STYLESHEET, export},
        testing::dataset,
    };

    #[test]
    fn the_card_has_the_datasets_figures() {
        let dataset = dataset();
        let svg = card(&dataset, Styles(&export(STYLESHEET).expect("styles")));
        let tree = roxmltree::Document::parse(&svg).expect("XML");
        for claim in article_figures(&dataset).take(3) {
            let figure = LANGUAGE.figure(&claim.figure.unwrap());
            assert!(tree.descendants().any(|node| node.text() == Some(figure.as_str())), "{figure} in {svg}");
        }
        assert!(!svg.contains("var(") && !svg.contains("NaN"), "{svg}");
        insta::assert_binary_snapshot!("card.svg", svg.into_bytes());
    }

    #[test]
    fn a_dataset_without_totals_has_a_card_without_a_chart() {
        let svg = card(&Dataset::default(), Styles(""));
        assert!(roxmltree::Document::parse(&svg).is_ok() && !svg.contains("class=\"block"), "{svg}");
    }
}
