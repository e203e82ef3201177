//! How to read the page, what is not known, and downloads of the data.

use yew::prelude::*;

use crate::view::{EVIDENCE_PAGE, View, use_view};
use crackdown_core::dataset::Campaign;

const FILES: [&str; 7] =
    ["datapackage.json", "claims.csv", "events.csv", "sources.csv", "metrics.csv", "areas.csv", "campaigns.csv"];

/// Definitions, rules of reading and downloads: the same whatever is selected, so that nothing of it is drawn again.
#[component]
pub fn Method() -> Html {
    let view = &use_view();
    let (words, language) = (view.words(), view.language);
    let rules = [
        words.method.claims,
        words.method.figures,
        words.method.dates,
        words.method.difference,
        words.method.conflict,
        words.method.overlap,
        words.method.direction,
        words.chart.caution_solved,
        words.method.not_found,
    ];
    html! {
        <section id="method" aria-labelledby="method-title">
            <h2 id="method-title">{ words.method.title }</h2>
            <ul class="rules">{ for rules.map(|rule| html! { <li>{ rule }</li> }) }</ul>
            <p><a href={format!("{}METHOD.md", language.root())}>{ words.method.in_full }</a></p>
            <h3>{ words.method.data }</h3>
            <p data-literal="prose">
                { words.method.package }
                { for FILES.map(|file| html! {
                    <>{ " " }<a href={format!("{}data/{file}", language.root())} download={file}>{ file }</a></>
                }) }
            </p>
            { fold(view, words.method.metrics, "metrics", metrics) }
            { fold(view, words.method.campaigns, "campaigns", campaigns) }
        </section>
    }
}

/// Metrics and campaigns in full, for the page of all rows.
pub fn glossary(view: &View) -> Html {
    let words = view.words();
    html! {
        <section>
            <h2 id="metrics">{ words.method.metrics }</h2>
            { metrics(view) }
            <h2 id="campaigns">{ words.method.campaigns }</h2>
            { campaigns(view) }
        </section>
    }
}

/// A list that needs wording: fetched once the fold is opened, and before that a link to the page of all rows.
fn fold(view: &View, name: &'static str, id: &str, list: fn(&View) -> Html) -> Html {
    html! {
        <details>
            <summary onclick={view.want.reform(|_: MouseEvent| ())}>{ name }</summary>
            if view.dataset.wording {
                { list(view) }
            } else {
                <p><a href={format!("{EVIDENCE_PAGE}#{id}")}>{ view.words().common.show_all }</a></p>
            }
        </details>
    }
}

fn metrics(view: &View) -> Html {
    let language = view.language;
    html! {
        <dl>
            { for view.dataset.metrics.iter().map(|metric| html! {
                <div key={metric.id.as_str()} data-literal="prose">
                    <dt>{ language.pick(&metric.label) }{ " " }<span class="meta" lang="zh-Hans">{ &metric.original_term }</span></dt>
                    <dd>{ language.pick(&metric.definition) }</dd>
                </div>
            }) }
        </dl>
    }
}

fn campaigns(view: &View) -> Html {
    html! { <dl>{ for view.dataset.campaigns.iter().map(|campaign| campaign_entry(view, campaign)) }</dl> }
}

/// A campaign: names, launch, authority, purpose, doubts, source.
fn campaign_entry(view: &View, campaign: &Campaign) -> Html {
    let (words, language) = (view.words(), view.language);
    let labelled = |label, text: &str| if text.is_empty() { String::new() } else { language.labelled(label, text) };
    let known: Vec<&str> = campaign.also_known_as.iter().map(String::as_str).collect();
    let started = campaign.started.map(|day| language.date(day)).unwrap_or_default();
    let facts = language.sentences(&[
        language.pick(&campaign.focus),
        &labelled(words.method.authority, language.pick(&campaign.authority)),
        &labelled(words.method.launched, &started),
        &labelled(words.method.also_known_as, &language.list(&known)),
        language.pick(&campaign.note),
    ]);
    html! {
        <div key={campaign.id.as_str()} data-literal="prose">
            <dt>{ language.pick(&campaign.name) }</dt>
            <dd>
                { facts }
                if let Some(source) = view.dataset.source(&campaign.source) {
                    { " " }<a href={source.url.clone()} target="_blank" rel="noopener noreferrer">{ &source.publisher }</a>
                }
            </dd>
        </div>
    }
}
