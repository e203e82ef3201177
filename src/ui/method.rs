//! How to read the page, what is not known, and the data to take away.

use yew::prelude::*;

use super::view::View;

const FILES: [&str; 7] =
    ["datapackage.json", "claims.csv", "events.csv", "sources.csv", "metrics.csv", "areas.csv", "campaigns.csv"];

/// Definitions, rules of reading and downloads.
pub fn method(view: &View) -> Html {
    let (words, language) = (view.words(), view.language);
    let rules = [
        words.method_rule,
        words.method_interval,
        words.method_overlap,
        words.method_direction,
        words.caution_cracked,
        words.method_unknown,
    ];
    html! {
        <section class="method" id="method" aria-labelledby="method-title">
            <h2 id="method-title">{ words.method_title }</h2>
            <ul class="rules">{ for rules.map(|rule| html! { <li>{ rule }</li> }) }</ul>
            <h3>{ words.method_data }</h3>
            <p data-literal="true">
                { words.method_download }
                { for FILES.map(|file| html! {
                    <>{ " " }<a href={format!("{}data/{file}", language.root())} download={file}>{ file }</a></>
                }) }
            </p>
            <details>
                <summary>{ words.method_metrics }</summary>
                <dl>
                    { for view.dataset.metrics.iter().map(|metric| html! {
                        <div key={metric.id.clone()} data-literal="true">
                            <dt>{ language.pick(&metric.label) }{ " " }<span class="meta" lang="zh-Hans">{ &metric.original_term }</span></dt>
                            <dd>{ language.pick(&metric.definition) }</dd>
                        </div>
                    }) }
                </dl>
            </details>
            <details>
                <summary>{ words.method_campaigns }</summary>
                <dl>
                    { for view.dataset.campaigns.iter().map(|campaign| html! {
                        <div key={campaign.id.clone()} data-literal="true">
                            <dt>{ language.pick(&campaign.name) }</dt>
                            <dd>
                                { language.pick(&campaign.focus) }
                                if let Some(day) = campaign.started {
                                    { format!(" ({} {})", words.started, language.date(day)) }
                                }
                            </dd>
                        </div>
                    }) }
                </dl>
            </details>
        </section>
    }
}
