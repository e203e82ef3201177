//! No number without its claim: every figure on the page is one of the very claims that its element names.

use fantoccini::{Locator, elements::Element};
use serde_json::{Value, json};

use crate::page::{Page, Reader};

const STRAY: &str = include_str!("numbers.js");

/// Pages with every section, the panel of a country, comparisons and another language.
const PAGES: [&str; 7] = [
    "",
    "?area=MMR",
    "?scope=article",
    "?metric=losses&from=2019-01&to=2021-12",
    "?from=2022-01&to=2023-12",
    "?compare_claims=cracked-2023,cracked-2023-01-11&compare_areas=THA,LAO",
    "zh/?area=LAO",
];

/// Figures that are not of the claims named where they are.
pub async fn stray(page: &Page) -> Value {
    page.client.execute_async(STRAY, vec![]).await.expect("the script runs")
}

async fn show_table(page: &Page) {
    let button: Element = page.client.find(Locator::Css("#decline .tabled button")).await.expect("the button");
    button.click().await.expect("a click");
    page.until("the table is there", || async { page.client.find(Locator::Css("#decline .tabled td")).await.is_ok() })
        .await;
}

#[tokio::test]
async fn every_figure_is_one_of_the_claims_that_its_element_names() {
    let page = Page::start(Reader::default()).await;
    for path in PAGES {
        page.go(path).await;
        show_table(&page).await;
        assert_eq!(stray(&page).await, json!([]), "on {path}");
    }
}

#[tokio::test]
async fn a_wrong_figure_would_be_found() {
    let page = Page::open("").await;
    for (change, found) in [
        ("document.querySelector('.headline li + li strong').textContent = '391,001'", 1),
        ("document.querySelector('.lede').append(' 12,345')", 2),
    ] {
        page.script(change).await;
        assert_eq!(stray(&page).await.as_array().map(Vec::len), Some(found), "{change}");
    }
}
