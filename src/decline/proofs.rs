//! What follows from the runs of months that are drawn.

use yew::prelude::*;

use crate::{controls::ClaimLines, view::View};
use crackdown_core::{
    analysis::runs::{Proof, ProofKind},
    dataset::Month,
    drawing::chart::DeclineChart,
    locale::Language,
};

/// The proofs about the months of the chart, each with the claims that it follows from, folded.
pub fn proven(view: &View, chart: &DeclineChart, proofs: &[Proof]) -> Html {
    let words = &view.words().chart.proofs;
    let drawn =
        |proof: &&Proof| Month::of(proof.start) <= chart.scale.last && Month::of(proof.end) >= chart.scale.first;
    let drawn: Vec<&Proof> = proofs.iter().filter(drawn).collect();
    html! {
        if !drawn.is_empty() {
            <details class="proofs">
                <summary>{ words.title }{ " " }<span class="meta" data-count="true">{ drawn.len() }</span></summary>
                <p class="lede">{ words.lede }</p>
                <ul>
                    { for drawn.into_iter().map(|proof| html! {
                        <li>
                            <p data-claim={proof.claims.join(" ")} data-derived="true">{ sentence(view.language, proof) }</p>
                            <ClaimLines ids={proof.claims.clone()} />
                        </li>
                    }) }
                </ul>
            </details>
        }
    }
}

/// A proof in words: its period, and what is proved of it.
fn sentence(language: Language, proof: &Proof) -> String {
    let words = &language.words().chart.proofs;
    let what = match proof.kind {
        ProofKind::LatestTwelve { direction, times } => language.latest_twelve(direction, times),
        ProofKind::Years { direction, years } => {
            let own = Month::of(proof.end).year();
            let years: Vec<i32> = (1..=years).map(|back| own - back).collect();
            language.month_against_years(direction, &years)
        }
        ProofKind::Rest(change) => language.phrases(&[words.rest, &language.change(&change)]),
    };
    let period = language.period(Some(proof.start), Some(proof.end));
    let period = if proof.inferred { language.with_aside(&period, words.inferred) } else { period };
    language.labelled(&period, &what)
}

#[cfg(all(test, feature = "prerender"))]
mod tests {
    // A test that cannot go on fails where it stands.
    #![allow(clippy::unwrap_used)]

    use std::rc::Rc;

    use super::*;
    use crate::{decline::testing::Scene, testing::fixture};
    use chrono::NaiveDate;
    use crackdown_core::{
        analysis::runs::proofs,
        dataset::{Change, Claim, Percent},
    };

    async fn markup_of(query: &str, language: Language) -> String {
        let scene = Scene::new(fixture(), query, language);
        let chart = Rc::clone(&scene.chart);
        scene.markup(move |view| proven(view, &chart, &proofs(&view.dataset, &view.dataset.claims))).await
    }

    #[tokio::test]
    async fn each_sentence_names_its_claims() {
        let markup = markup_of("from=2023-09&to=2024-07", Language::English).await;
        let tree = roxmltree::Document::parse(&markup).unwrap();
        let told: Vec<_> = tree
            .descendants()
            .filter(|node| node.attribute("data-derived").is_some())
            .map(|node| (node.attribute("data-claim").unwrap(), node.text().unwrap()))
            .collect();
        assert_eq!(
            told[0],
            (
                "trend-2023-09-2024-07",
                "Sep 2023 – Jul 2024: the total of the latest twelve months fell 11 times in a row"
            )
        );
        let links = tree.descendants().filter(|node| node.has_tag_name("a")).count();
        assert_eq!(links, told.iter().map(|(claims, _)| claims.split(' ').count()).sum::<usize>());
        let chinese = markup_of("from=2023-09&to=2024-07", Language::Chinese).await;
        assert!(chinese.contains("2023年9月至2024年7月：截至各月的近12个月合计连续11次下降"), "{chinese}");
    }

    #[tokio::test]
    async fn months_that_are_not_drawn_are_not_listed() {
        assert_eq!(markup_of("from=2025-01&to=2025-12", Language::English).await, "");
    }

    #[test]
    fn a_rest_says_whether_its_dates_are_inferred() {
        let dataset = fixture();
        let part = dataset.claim(&"trend-2023-08-10".into()).unwrap().clone();
        let day = |month, day| NaiveDate::from_ymd_opt(2023, month, day);
        let percent = Percent::parse("-28.6");
        let change = part.change.map(|change| Change { percent, ..change });
        let whole = Claim { id: "whole".into(), end: day(12, 31), change, ..part.clone() };
        let inferred = Claim { end_from: day(11, 30), ..whole.clone() };
        let told = |whole: &Claim| {
            let proved = proofs(&dataset, [&part, whole]);
            Language::ALL.map(|language| sentence(language, &proved[0]))
        };
        assert_eq!(
            told(&whole),
            [
                "17 Oct 2023 – 31 Dec 2023: the rest of the longer period, down over 28.5% on a year earlier",
                "2023年10月17日至2023年12月31日：较长时段的其余部分，同比下降超过28.5%"
            ]
        );
        assert!(told(&inferred)[0].starts_with("17 Oct 2023 – 31 Dec 2023 (dates inferred): "));
    }
}
