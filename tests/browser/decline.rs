//! The decline chart, as a person uses it.

use fantoccini::{
    Locator,
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    key::Key,
};
use serde_json::json;

use crate::page::Page;

async fn press(page: &Page, key: &str) {
    page.client.active_element().await.unwrap().send_keys(key).await.unwrap();
}

async fn query(page: &Page) -> String {
    page.client.current_url().await.unwrap().query().unwrap_or_default().to_owned()
}

async fn until_asked(page: &Page, part: &str) {
    page.until(part, || async { query(page).await.contains(part) }).await;
}

/// Centre of an element, brought into sight, in pixels of the window.
async fn centre(page: &Page, css: &str) -> (f64, f64) {
    let place = page
        .script(&format!(
            "const mark = document.querySelector(\"{css}\"); mark.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             const place = mark.getBoundingClientRect();
             return [place.x + place.width / 2, place.y + place.height / 2]"
        ))
        .await;
    (place[0].as_f64().unwrap(), place[1].as_f64().unwrap())
}

#[tokio::test]
async fn each_mark_of_a_lane_is_reached_by_arrow_keys_and_says_what_it_is() {
    let page = Page::open("?from=2023-07&to=2024-01").await;
    page.script("document.querySelector('.chart .month').focus()").await;
    let label = || async { page.script("return document.activeElement.getAttribute('aria-label')").await };
    assert_eq!(label().await, json!("Jul 2023: only a change over a longer period"));
    press(&page, &Key::Right.to_string()).await;
    assert_eq!(label().await, json!("Aug 2023: sources disagree"));
    let behind = page.text(".readout").await;
    assert!(behind.contains("8 months running"), "both sides stand in the readout: {behind}");
    press(&page, &Key::End.to_string()).await;
    let last = label().await;
    assert!(last.as_str().unwrap().contains("down"), "a run says its direction: {last}");
    let stops = page.script("return document.querySelectorAll('.chart [tabindex=\"0\"]').length").await;
    let lanes = page.script("return document.querySelectorAll('.chart g[role=group]').length").await;
    assert_eq!(stops, lanes, "one tab stop a lane");
}

#[tokio::test]
async fn the_months_shown_are_chosen_by_handle_by_button_by_key_and_by_dragging() {
    let page = Page::open("?from=2022-01&to=2023-12").await;
    page.script("document.querySelector('.overview [aria-label=\"First month shown\"]').focus()").await;
    press(&page, &Key::Right.to_string()).await;
    until_asked(&page, "from=2022-02&to=2023-12").await;
    centre(&page, "#decline [aria-label='Zoom in']").await;
    page.role("#decline", "button", "Zoom in").await.click().await.unwrap();
    until_asked(&page, "from=2022-08&to=2023-06").await;
    page.script("document.querySelector('#decline-frame').focus()").await;
    press(&page, "0").await;
    page.until("all months are shown", || async { !query(&page).await.contains("from=") }).await;
    let (x, y) = centre(&page, ".chart [aria-label^='Jan 2022']").await;
    let (to, _) = centre(&page, ".chart [aria-label^='Dec 2022']").await;
    let pointer = MouseActions::new("mouse".into())
        .then(PointerAction::MoveTo { duration: None, x, y })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(PointerAction::MoveTo { duration: None, x: to, y })
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    page.client.perform_actions(pointer).await.unwrap();
    until_asked(&page, "from=2022-01&to=2022-12").await;
}

#[tokio::test]
async fn the_pointer_shows_what_is_drawn_over_a_month() {
    let page = Page::open("?from=2023-01&to=2024-06").await;
    let (x, y) = centre(&page, ".chart [aria-label^='Dec 2023']").await;
    let pointer = MouseActions::new("mouse".into()).then(PointerAction::MoveTo { duration: None, x, y });
    page.client.perform_actions(pointer).await.unwrap();
    page.until("the box is there", || async { page.client.find(Locator::Css(".tip")).await.is_ok() }).await;
    let tip = page.text(".tip").await;
    for part in ["Dec 2023", "down on a year earlier", "45,000 – 47,000", "437,000"] {
        assert!(tip.contains(part), "{part} in {tip}");
    }
}

#[tokio::test]
async fn the_reader_s_assumption_narrows_the_bounds_and_names_what_contradicts_it() {
    let page = Page::open("?from=2022-01&to=2023-12").await;
    let sum = "#decline .assumption strong";
    page.until("the sum of the range is there", || async { page.client.find(Locator::Css(sum)).await.is_ok() }).await;
    assert_eq!(page.text(sum).await, "900,000 – 902,000");
    page.go("?from=2023-01&to=2023-12&max_monthly_change=10").await;
    let left_out = || async {
        let summary = page.client.find(Locator::Css("#decline .used summary")).await;
        match summary {
            Ok(summary) => summary.text().await.is_ok_and(|said| said.contains('−')),
            Err(_) => false,
        }
    };
    page.until("totals are left out", left_out).await;
    page.role("#decline", "DisclosureTriangle", "Totals used for the bounds").await.click().await.unwrap();
    let used = page.text("#decline .used").await;
    assert!(used.contains("left out, contradicts"), "{used}");
    assert!(page.text("#decline .assumption").await.contains("your assumption"));
    page.role("main", "button", "Remove Assumed monthly change").await.click().await.unwrap();
    page.until("the assumption is gone", || async { !query(&page).await.contains("max_monthly_change=") }).await;
}

/// The whole numbers of a text.
fn numbers(text: &str) -> Vec<f64> {
    let digits = text.replace(',', "");
    digits.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}

#[tokio::test]
async fn an_allowance_for_revision_widens_what_two_reports_leave() {
    let page = Page::open("?claim=cracked-2023-01-11").await;
    page.until("the claim opens", || page.dialog_is_open()).await;
    let range = "return [...document.querySelectorAll('dialog dt')].find(term => term.textContent === 'Possible range').nextElementSibling.textContent";
    let greatest = numbers(page.script(range).await.as_str().unwrap())[1];
    page.go("?from=2023-12&to=2023-12").await;
    let sum = "#decline .assumption strong";
    page.until("the sum of the range is there", || async { page.client.find(Locator::Css(sum)).await.is_ok() }).await;
    let without = numbers(&page.text(sum).await);
    page.role("#decline", "combobox", "Allow for later revision").await.select_by_value("2").await.unwrap();
    until_asked(&page, "revision=2").await;
    let changed = || async {
        let found = page.client.find(Locator::Css(sum)).await;
        match found {
            Ok(found) => found.text().await.is_ok_and(|said| numbers(&said)[0] < without[0]),
            Err(_) => false,
        }
    };
    page.until("December may now be less", changed).await;
    let with = numbers(&page.text(sum).await);
    assert!((without[0] - with[0] - 0.02 * greatest).abs() <= 1.0, "{without:?} {with:?} {greatest}");
    assert!(with[1] >= without[1], "{without:?} {with:?}");
    let drawn = "return [...document.querySelectorAll(\".chart .mark[aria-label^='Dec 2023']\")].map(mark => mark.ariaLabel).join(' ')";
    page.until("the month is drawn so", || async {
        numbers(page.script(drawn).await.as_str().unwrap()).contains(&with[0])
    })
    .await;
    page.role("main", "button", "Remove Allowed for later revision").await.click().await.unwrap();
    page.until("nothing is allowed for", || async { !query(&page).await.contains("revision=") }).await;
}

#[tokio::test]
async fn a_total_that_is_switched_off_changes_what_the_others_imply() {
    let page = Page::open("?from=2023-12&to=2023-12").await;
    let sum = "#decline .assumption strong";
    let says = |text: &'static str| {
        let page = &page;
        move || async move {
            match page.client.find(Locator::Css(sum)).await {
                Ok(element) => element.text().await.is_ok_and(|said| said.contains(text)),
                Err(_) => false,
            }
        }
    };
    page.until("December is what the year leaves", says("45,000 – 47,000")).await;
    page.role("#decline", "DisclosureTriangle", "Totals used for the bounds").await.click().await.unwrap();
    let switch = "#decline .used li[data-claim=cracked-2023-01-11] input";
    page.client.find(Locator::Css(switch)).await.unwrap().click().await.unwrap();
    until_asked(&page, "without=cracked-2023-01-11").await;
    page.until("December may now be nothing", says("0 – ")).await;
    assert!(page.text("#decline .used").await.contains("switched off by you"));
}

#[tokio::test]
async fn everything_drawn_stands_in_a_table() {
    let page = Page::open("?from=2023-01&to=2023-12").await;
    page.role("#decline", "button", "Show as table").await.click().await.unwrap();
    let table = page.text("#decline .tabled table").await;
    for part in
        ["Aug 2023", "sources disagree", "391,000 cases", "Dec 2023", "45,000 – 47,000", "Northern Myanmar campaign"]
    {
        assert!(table.contains(part), "{part} in {table}");
    }
    let marks =
        page.script("return document.querySelectorAll('.chart .mark[data-claim]').length").await.as_u64().unwrap();
    let rows = page.script("return document.querySelectorAll('.tabled tr[data-claim]').length").await.as_u64().unwrap();
    assert!(rows >= marks && marks > 0, "{rows} rows for {marks} marks");
}

#[tokio::test]
async fn scale_and_average_are_in_the_address() {
    let page = Page::open("").await;
    page.role("#decline", "button", "Logarithmic").await.click().await.unwrap();
    until_asked(&page, "scale=log").await;
    page.role("#decline", "button", "Day").await.click().await.unwrap();
    until_asked(&page, "per=day").await;
    assert!(page.text(".chart").await.contains("average per day"));
    assert!(page.text("#decline").await.contains("areas have no meaning"));
}
