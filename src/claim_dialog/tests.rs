//! What the dialog says of claims of the fixture, as the build renders it.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

use std::rc::Rc;

use super::record_body;
use crate::testing::{fixture, markup, view_of};
use crackdown_core::{analysis::precomputed::Precomputed, locale::Language};

/// The texts of the dialog of a claim.
async fn dialog_of(id: &'static str, language: Language) -> String {
    let view = view_of(&Rc::new(fixture()), language, Precomputed::default());
    markup(&view, move |view| record_body(view, &id.into())).await
}

#[tokio::test]
async fn an_inferred_date_is_said_to_be() {
    for (id, language, dates) in [
        (
            "recovered-2022-report",
            Language::English,
            "1 Jan 2022 – between 31 Oct 2022 and 29 Dec 2022 (cut-off inferred)",
        ),
        ("recovered-2022-report", Language::Chinese, "截止日系推定"),
        ("recovered-2023-summer", Language::English, "start inferred"),
        ("recovered-2023-summer", Language::Chinese, "起始日系推定"),
    ] {
        let markup = dialog_of(id, language).await;
        assert!(markup.contains(dates), "{id}: {markup}");
    }
    let stated = dialog_of("cracked-2023-01-11", Language::English).await;
    assert!(stated.contains("Jan–Nov 2023") && !stated.contains("inferred"), "{stated}");
}

#[tokio::test]
async fn a_claim_that_is_not_used_says_so() {
    for (language, words) in
        [(Language::English, "Not used for bounds: the record calls"), (Language::Chinese, "不用于计算上下限")]
    {
        assert!(dialog_of("recovered-2023-misprint", language).await.contains(words));
        assert!(!dialog_of("recovered-2020", language).await.contains(words));
    }
}

#[tokio::test]
async fn a_threshold_has_no_upper_end() {
    let markup = dialog_of("recovered-2024", Language::English).await;
    for words in ["over 200 billion", "at least 200 billion, no upper limit", "no upper end", "up nearly 40%"] {
        assert!(markup.contains(words), "{words}: {markup}");
    }
}
