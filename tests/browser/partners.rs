//! The map of partners, as a person uses it.

use std::time::Duration;

use fantoccini::{
    Locator,
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions},
    key::Key,
};
use serde_json::{Value, json};

use crate::page::Page;

async fn press(page: &Page, key: &str) {
    page.client.active_element().await.unwrap().send_keys(key).await.unwrap();
}

#[tokio::test]
async fn a_reader_walks_from_the_top_of_the_page_to_myanmars_panel_by_keyboard() {
    let page = Page::open("").await;
    let tab = Key::Tab.to_string();
    let on_map =
        || async { page.script("return document.activeElement.closest('#partner-map') !== null").await == json!(true) };
    page.client.find(Locator::Css("body")).await.unwrap().send_keys(&tab).await.unwrap();
    let mut steps = 0;
    while !on_map().await {
        press(&page, &tab).await;
        steps += 1;
        // The chart's marks stand between the top and the map.
        assert!(steps < 600, "the map is never reached");
    }
    let here = || async { page.script("return document.activeElement.id").await };
    // The greatest figure is where the map begins; its eastern neighbour is Yunnan.
    assert_eq!(here().await, "place-MMR");
    press(&page, &Key::Right.to_string()).await;
    assert_eq!(here().await, "place-CN-YN");
    press(&page, &Key::Left.to_string()).await;
    assert_eq!(here().await, "place-MMR");
    press(&page, &Key::Enter.to_string()).await;
    page.role("#partners", "heading", "Myanmar").await;
    press(&page, &Key::Escape.to_string()).await;
    page.until("Escape takes the choice back", || async { page.client.find(Locator::Css(".panel")).await.is_err() })
        .await;
}

#[tokio::test]
async fn playing_shows_the_total_grow_with_the_dates_of_its_claims() {
    let page = Page::open("?area=MMR&from=2023-09&to=2024-05&date=2023-09").await;
    page.role("#partners", "heading", "Myanmar").await;
    page.script(
        "window.seen = [];
         new MutationObserver(() => {
           const figure = document.querySelector('.panel .big'), dates = document.querySelector('.panel > p > .meta[data-claim]');
           const row = [figure?.textContent, dates?.textContent].join(' | ');
           if (window.seen.at(-1) !== row) window.seen.push(row);
         }).observe(document.querySelector('#partners'), { subtree: true, childList: true, characterData: true });",
    )
    .await;
    page.role("#partners", "button", "Play").await.click().await.unwrap();
    page.until("the last month is reached", || async { total_of(&page).await.starts_with("49,000") }).await;
    page.role("#partners", "button", "Play").await;
    let seen = page.script("return window.seen").await;
    let seen: Vec<&str> = seen.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let mut rows = seen.iter();
    for (figure, date) in
        [("4,666", "16 Oct 2023"), ("31,000", "21 Nov 2023"), ("41,000", "2023"), ("49,000", "May 2024")]
    {
        assert!(rows.any(|row| row.starts_with(figure) && row.contains(date)), "{figure}, {date} in {seen:?}");
    }
}

async fn total_of(page: &Page) -> String {
    page.text(".panel .big").await
}

#[tokio::test]
async fn a_link_leads_to_a_country_and_a_month() {
    let page = Page::open("?area=MMR&date=2023-10").await;
    page.until("the total of October 2023", || async { total_of(&page).await.starts_with("4,666") }).await;
    assert!(page.text(".map-time output").await.contains("Oct 2023"));
    assert!(page.text("#partners .partner-list").await.contains("4,666"));
    page.role("#partners", "button", "Next month").await.click().await.unwrap();
    page.until("the address follows", || async {
        page.client.current_url().await.unwrap().query() == Some("area=MMR&date=2023-11")
    })
    .await;
    assert!(total_of(&page).await.starts_with("31,000"));
    page.go("?date=2023-99&compare_areas=THA,XXX&map=moon").await;
    let notice = page.text(".notices").await;
    for part in ["date=2023-99", "compare_areas=THA,XXX", "map=moon"] {
        assert!(notice.contains(part), "{part} in {notice}");
    }
}

#[tokio::test]
async fn every_country_of_the_record_is_on_the_world_map_and_in_the_list() {
    let page = Page::open("?map=world").await;
    page.until("the world is there", || async { page.client.find(Locator::Css("#place-ESP")).await.is_ok() }).await;
    let areas = include_str!("../../www/data/areas.csv");
    let countries = areas.lines().filter(|line| line.contains(",country,") && !line.starts_with("CHN"));
    let names =
        page.script("return [...document.querySelectorAll('.partner-list button')].map(b => b.textContent)").await;
    for line in countries {
        let mut cells = line.split(',');
        let (code, name) = (cells.next().unwrap(), cells.nth(1).unwrap());
        let place = page.client.find(Locator::Id(&format!("place-{code}"))).await;
        let label = place.expect(code).attr("aria-label").await.unwrap().unwrap();
        assert!(label.starts_with(name), "{label}");
        assert!(names.as_array().unwrap().contains(&json!(name)), "{name} in {names}");
    }
}

#[tokio::test]
async fn a_far_country_is_found_by_code_and_opens_the_world() {
    let page = Page::open("").await;
    page.role("#partners", "searchbox", "Find").await.send_keys("FJI").await.unwrap();
    page.role("#partners .partner-list", "button", "Fiji").await.click().await.unwrap();
    page.role("#partners", "heading", "Fiji").await;
    page.until("the world map shows it", || async {
        page.client.find(Locator::Css("#place-FJI[aria-pressed=true]")).await.is_ok()
    })
    .await;
    assert_eq!(page.client.current_url().await.unwrap().query(), Some("area=FJI&map=world"));
}

#[tokio::test]
async fn countries_are_compared_on_one_scale() {
    let page = Page::open("?area=MMR&compare_areas=THA,LAO").await;
    page.role("#partners", "heading", "Side by side").await;
    let titles =
        page.script("return [...document.querySelectorAll('.multiples strong')].map(t => t.textContent)").await;
    assert_eq!(titles, json!(["Myanmar", "Thailand", "Laos"]));
    let scales = page
        .script("return [...new Set([...document.querySelectorAll('.multiples text:last-of-type')].map(t => t.textContent))].length")
        .await;
    assert_eq!(scales, 1, "one scale");
}

#[tokio::test]
async fn an_area_that_is_compared_and_chosen_is_drawn_once() {
    let page = Page::open("?area=LAO&compare_areas=THA,LAO").await;
    page.role("#partners", "heading", "Side by side").await;
    let titles =
        page.script("return [...document.querySelectorAll('.multiples strong')].map(t => t.textContent)").await;
    assert_eq!(titles, json!(["Laos", "Thailand"]));
}

#[tokio::test]
async fn no_figure_of_the_map_stands_without_a_claim() {
    let page = Page::open("").await;
    for path in [
        "?area=MMR&date=2023-10&compare_areas=THA,LAO",
        "?map=world&count=events",
        "zh/?area=MMR&date=2011-06",
        "?metric=losses",
    ] {
        page.go(path).await;
        assert_eq!(crate::numbers::stray(&page).await, json!([]), "on {path}");
    }
    assert!(page.text("#partners").await.contains("No partner has a figure"), "an empty metric is said");
}

/// The window of the map, as its four numbers.
async fn window(page: &Page) -> Vec<f64> {
    let text = page.script("return document.getElementById('partner-map').getAttribute('viewBox')").await;
    text.as_str().unwrap().split(' ').map(|number| number.parse().unwrap()).collect()
}

#[tokio::test]
async fn the_map_is_zoomed_by_keys_and_buttons_dragged_and_pinched_within_its_bounds() {
    let page = Page::open("").await;
    let whole = window(&page).await;
    page.role("#partners", "button", "Zoom in").await.click().await.unwrap();
    page.until("it is nearer", || async { window(&page).await[2] < whole[2] }).await;
    page.script("document.getElementById('place-MMR').focus()").await;
    press(&page, "-").await;
    page.until("it is whole again", || async { window(&page).await == whole }).await;
    press(&page, "+").await;
    page.until("it is nearer", || async { window(&page).await[2] < whole[2] }).await;
    let map = page.client.find(Locator::Id("partner-map")).await.unwrap();
    page.script("document.getElementById('partner-map').scrollIntoView({ block: 'center' })").await;
    let before = window(&page).await;
    let drag = MouseActions::new("mouse".into())
        .then(PointerAction::MoveToElement { element: map, duration: None, x: 0., y: 0. })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(PointerAction::MoveBy { duration: None, x: 40., y: 30. })
        .then(PointerAction::MoveBy { duration: None, x: 4000., y: 3000. });
    // The browser refuses to go beyond its window; what was dragged until then counts.
    let _ = page.client.perform_actions(drag).await;
    let _ = page.client.release_actions().await;
    page.until("it was dragged", || async { window(&page).await[0] < before[0] }).await;
    let after = window(&page).await;
    assert!(after[0] >= 0.0 && after[1] >= 0.0, "{after:?}");
    assert!(page.client.find(Locator::Css(".panel")).await.is_err(), "a drag chooses nothing");
    page.script(PINCH).await;
    page.until("it was pinched", || async { window(&page).await[2] < after[2] }).await;
}

/// A mouse over the middle of the map, as `send(type, pixels to the right, …)`.
const MOUSE: &str = "
    const map = document.getElementById('partner-map');
    map.scrollIntoView({ block: 'center' });
    const box = map.getBoundingClientRect();
    map.setPointerCapture = () => {};
    window.send = (type, dx, more) => map.dispatchEvent(new PointerEvent(type, {
      pointerId: 21, pointerType: 'mouse', bubbles: type !== 'pointerleave', cancelable: true,
      clientX: box.left + box.width / 2 + dx, clientY: box.top + box.height / 2, ...more }));";

#[tokio::test]
async fn the_map_follows_the_primary_button_alone_and_no_longer_than_it_is_pressed() {
    let page = Page::open("").await;
    let whole = window(&page).await;
    page.role("#partners", "button", "Zoom in").await.click().await.unwrap();
    page.until("it is nearer", || async { window(&page).await[2] < whole[2] }).await;
    page.script(MOUSE).await;
    let before = window(&page).await;
    // The right button opens a menu, which keeps its release to itself.
    page.script("send('pointerdown', 0, { button: 2, buttons: 2 }); send('pointermove', 30, { buttons: 2 })").await;
    page.script("send('pointermove', 60, { buttons: 0 })").await;
    // So does the primary one with the control key on a Mac.
    page.script("send('pointerdown', 0, { buttons: 1, ctrlKey: true }); send('pointermove', 60, { buttons: 0 })").await;
    // Pressed at the border, released outside, pressed outside, back over the map.
    page.script("send('pointerdown', 0, { buttons: 1 }); send('pointermove', 2, { buttons: 1 })").await;
    page.script("send('pointerleave', 3, { buttons: 1 }); send('pointermove', 60, { buttons: 1 })").await;
    // A drag that the browser ends.
    page.script("send('pointerdown', 0, { buttons: 1 }); send('pointercancel', 0, {})").await;
    page.script("send('pointermove', 60, { buttons: 1 })").await;
    assert_eq!(window(&page).await, before, "none of it is a drag");
    page.script("send('pointerdown', 0, { buttons: 1 }); send('pointermove', -20, { buttons: 1 })").await;
    page.script("send('pointerup', -20, { buttons: 0 }); send('pointermove', -60, { buttons: 0 })").await;
    page.until("a drag moves it", || async { window(&page).await[0] > before[0] }).await;
    let width = page.script("return document.getElementById('partner-map').getBoundingClientRect().width").await;
    let expected = before[0] + 20.0 * before[2] / width.as_f64().unwrap();
    let after = window(&page).await;
    assert!((after[0] - expected).abs() < 0.1, "{after:?} and no further than {expected}");
}

/// A finger on Myanmar for as long.
async fn touch(page: &Page, duration: Duration) {
    let map = page.client.find(Locator::Id("partner-map")).await.unwrap();
    page.script("document.getElementById('partner-map').scrollIntoView({ block: 'center' })").await;
    let at = page
        .script(
            "const map = document.getElementById('partner-map').getBoundingClientRect();
             const text = [...document.querySelectorAll('#partner-map .map-label')].find(label => label.textContent === 'Myanmar');
             const place = text.getBoundingClientRect();
             return [place.x + place.width / 2 - map.x - map.width / 2, place.y - map.y - map.height / 2]",
        )
        .await;
    let [x, y] = serde_json::from_value::<[f64; 2]>(at).unwrap();
    let hold = TouchActions::new("finger".into())
        .then(PointerAction::MoveToElement { element: map, duration: None, x, y })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
        .then(PointerAction::Pause { duration })
        .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    page.client.perform_actions(hold).await.unwrap();
}

#[tokio::test]
async fn a_touch_shows_what_it_is_held_on_and_a_tap_chooses_it() {
    let page = Page::open("").await;
    touch(&page, Duration::from_millis(900)).await;
    page.until("Myanmar is shown", || async { page.text(".map-said").await.starts_with("Myanmar 5") }).await;
    assert!(page.client.find(Locator::Css(".panel")).await.is_err(), "and not chosen");
    touch(&page, Duration::from_millis(50)).await;
    page.role("#partners", "heading", "Myanmar").await;
}

#[tokio::test]
async fn the_table_goes_with_the_maps_month_and_says_so() {
    let page = Page::open("?date=2019-12").await;
    let years = || async {
        let script = "return [...document.querySelectorAll('#evidence .cell-period')].map(cell => cell.textContent)";
        page.script(script)
            .await
            .as_array()
            .unwrap()
            .iter()
            .map(|cell| cell.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    page.until("rows are there", || async { years().await.len() > 20 }).await;
    let newest = years().await.remove(0);
    assert!(newest.contains("2019"), "{newest}");
    let count = || async { page.text("#evidence .count").await.split(' ').next().unwrap().parse::<u32>().unwrap() };
    let before = count().await;
    page.role("#partners", "button", "Previous month").await.click().await.unwrap();
    page.until("a month less has fewer records", || async { count().await < before }).await;
    page.role("#evidence", "button", "Remove As of the end of Nov 2019").await.click().await.unwrap();
    page.until("all records are back", || async { count().await > 2 * before }).await;
    assert_eq!(page.client.current_url().await.unwrap().query(), None);
}

#[tokio::test]
async fn a_far_country_is_chosen_at_the_edge_of_the_region() {
    let page = Page::open("").await;
    page.script("document.getElementById('place-ESP').focus()").await;
    press(&page, &Key::Enter.to_string()).await;
    page.role("#partners", "heading", "Spain").await;
    assert!(page.text(".map-frame .hint").await.starts_with("Spain is outside this view."));
}

/// Two fingers that move apart.
const PINCH: &str = "
    const map = document.getElementById('partner-map'), box = map.getBoundingClientRect();
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const send = (type, pointerId, dx) => map.dispatchEvent(new PointerEvent(type, {
      pointerId, pointerType: 'touch', buttons: type === 'pointerup' ? 0 : 1,
      bubbles: true, cancelable: true, clientX: x + dx, clientY: y }));
    map.setPointerCapture = () => {};
    send('pointerdown', 11, -20); send('pointerdown', 12, 20);
    send('pointermove', 11, -60); send('pointermove', 12, 60);
    send('pointerup', 11, -60); send('pointerup', 12, 60);";
