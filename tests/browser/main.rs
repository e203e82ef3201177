//! End to end: the built site in a real browser, as a person finds things.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod decline;
mod evidence;
mod failures;
mod numbers;
mod page;
mod partners;
mod site;

use fantoccini::{Locator, key::Key};
use page::{Page, Reader};
use serde_json::{Value, json};
use site::MISMATCH;

#[tokio::test]
async fn the_first_screen_says_what_it_is_and_its_figures_open_their_claims() {
    let page = Page::open("").await;
    page.role("main", "heading", "What China has reported").await;
    page.role("main", "link", "391,000").await.click().await.unwrap();
    page.until("the claim opens", || page.dialog_is_open()).await;
    let claim = page.text("dialog").await;
    for part in ["Cases cracked", "Jan–Nov 2023", "390,500 – 391,500"] {
        assert!(claim.contains(part), "{part} in {claim}");
    }
    let link = page.role("dialog", "link", "View source").await;
    assert!(link.attr("href").await.unwrap().unwrap().starts_with("http"));
    assert_eq!(link.attr("rel").await.unwrap().as_deref(), Some("noopener noreferrer"));
    page.client.active_element().await.unwrap().send_keys(&Key::Escape.to_string()).await.unwrap();
    page.until("the claim closes", || async { !page.dialog_is_open().await }).await;
    let focused = page.client.active_element().await.unwrap();
    assert!(focused.text().await.unwrap().contains("391,000"), "the focus goes back to the figure");
}

/// Areas named in the evidence table, without repetition.
async fn areas(page: &Page) -> Value {
    page.script("return [...new Set([...document.querySelectorAll('tbody td:nth-child(2)')].map(c => c.textContent))]")
        .await
}

#[tokio::test]
async fn a_country_chosen_on_the_map_filters_chart_and_table_and_is_in_the_address() {
    let page = Page::open("").await;
    page.role("svg.map", "button", "Myanmar").await.send_keys(&Key::Enter.to_string()).await.unwrap();
    page.role("#partners", "heading", "Myanmar").await;
    assert!(page.text(".chart").await.contains("Suspects handed over, Myanmar"));
    let shown = areas(&page).await;
    assert!(shown.as_array().unwrap().iter().all(|area| area.as_str().unwrap().contains("Myanmar")), "{shown}");
    let address = page.client.current_url().await.unwrap();
    assert_eq!(address.query(), Some("area=MMR"));

    let tab = Page::start(Reader::default()).await;
    tab.go("?area=MMR").await;
    tab.role("#partners", "heading", "Myanmar").await;
    assert_eq!(areas(&tab).await, shown);

    page.client.back().await.unwrap();
    page.until("Back takes the choice back", || async { page.text(".chart").await.contains("Cases cracked, China") })
        .await;
}

#[tokio::test]
async fn the_other_language_is_one_click_away_and_whole() {
    let page = Page::open("?area=MMR").await;
    page.role("header", "link", "中文").await.click().await.unwrap();
    page.until("the Chinese page answers", || async {
        page.client.find(Locator::Css("html[lang=zh-Hans] body[data-ready=true]")).await.is_ok()
    })
    .await;
    page.role("#partners", "heading", "缅甸").await;
    let foreign = page
        .script(
            "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), left = [];
             while (walker.nextNode()) {
               const node = walker.currentNode, text = node.textContent.trim(), parent = node.parentElement;
               const hidden = !parent.checkVisibility() || parent.closest('script,[lang=en],.cell-source,.claim-source,.meta,[data-literal]');
               if (!hidden && /[a-z]{3}/i.test(text) && !/[\\u4e00-\\u9fff]/.test(text)) left.push(text);
             }
             return left",
        )
        .await;
    assert_eq!(foreign, json!([]), "texts without a Chinese character");
}

#[tokio::test]
async fn a_campaign_is_found_by_its_name_in_either_language() {
    let page = Page::open("").await;
    let mut found = Vec::new();
    for text in ["断卡", "Broken Card"] {
        let search = page.role("#evidence", "searchbox", "Search the evidence").await;
        search.clear().await.unwrap();
        search.send_keys(text).await.unwrap();
        page.until("the table follows", || async {
            page.client.current_url().await.unwrap().query().is_some_and(|q| q.len() > 4)
        })
        .await;
        page.until("few rows are left", || async {
            let count = page.text("#evidence .count").await;
            count.split(' ').next().and_then(|count| count.parse::<u32>().ok()).is_some_and(|count| count < 40)
        })
        .await;
        let ids = page.script("return [...document.querySelectorAll('tbody tr')].map(row => row.dataset.claim)").await;
        found.push(ids.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect::<Vec<_>>());
    }
    for ids in &found {
        for id in ["op-broken-card", "cards-2020-10-2021-04", "cards-2020-10-2021-10"] {
            assert!(ids.iter().any(|found| found == id), "{id} in {ids:?}");
        }
    }
}

#[tokio::test]
async fn every_number_in_headline_readout_and_panel_opens_a_claim_with_its_source() {
    let page = Page::open("?area=MMR").await;
    page.script("document.querySelector('.chart .running-total').focus()").await;
    page.until("the readout lists claims", || async {
        page.client.find(Locator::Css(".readout .claim-link")).await.is_ok()
    })
    .await;
    let opened = page.client.execute_async(OPEN_EVERY_CLAIM, vec![]).await.expect("the script runs");
    let opened = opened.as_array().expect("a list");
    for row in opened {
        assert!(row["source"].as_str().is_some_and(|source| source.starts_with("http")), "{row}");
    }
    assert!(opened.len() > 100, "{} links", opened.len());
}

/// Clicks each claim's link in turn and reports the source that the dialog names, `null` where none opened.
/// The next click comes before the browser has reported the last closing.
const OPEN_EVERY_CLAIM: &str = r#"
    const done = arguments[arguments.length - 1], dialog = document.querySelector('dialog');
    const links = '.headline .claim-link, .readout .claim-link, .panel .claim-link';
    const ids = new Set([...document.querySelectorAll(links)].map(link => link.dataset.claim));
    const until = async holds => {
      let tries = 400;
      do await new Promise(next => setTimeout(next, 5)); while (!holds() && tries-- > 0);
    };
    (async () => {
      const opened = [];
      for (const id of ids) {
        document.querySelector(`.claim-link[data-claim="${id}"]`).click();
        await until(() => dialog.open && dialog.querySelector('[data-claim]')?.dataset.claim === id);
        const shown = dialog.open && dialog.querySelector('[data-claim]')?.dataset.claim === id;
        opened.push({ id, source: shown ? dialog.querySelector('a.button')?.href ?? null : null });
        if (!shown) break;
        dialog.close();
      }
      done(opened);
    })();"#;

#[tokio::test]
async fn a_contradiction_is_shown_side_by_side_and_leads_to_the_chart() {
    let page = Page::open("?theme=dark").await;
    page.role("#checks", "DisclosureTriangleGrouped", "One figure for different periods").await.click().await.unwrap();
    let finding = "#checks .contradiction:has([data-claim='cracked-2022-01-11'])";
    page.until("the contradictions are there", || async { page.client.find(Locator::Css(finding)).await.is_ok() })
        .await;
    let text = page.text(finding).await;
    for part in ["391,000 cases", "Jan–Nov 2022", "Jan–Nov 2023", "390,500 – 391,500"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    page.role(finding, "link", "Show on the chart").await.click().await.unwrap();
    page.until("the chart shows the months of both claims", || async {
        let address = page.client.current_url().await.unwrap();
        address.query() == Some("metric=cases_cracked&from=2022-01&to=2023-11&theme=dark")
    })
    .await;
    assert_eq!(page.all("dialog", "heading", "").await.len(), 0);
}

#[tokio::test]
async fn without_scripts_the_same_figures_are_there() {
    let page = Page::start(Reader { scripts: false, ..Reader::default() }).await;
    page.client.goto(&page.site).await.unwrap();
    let headline = page.text(".headline").await;
    for figure in ["391,000", "41,000", "79,000", "3,000", "263"] {
        assert!(headline.contains(figure), "{figure} in {headline}");
    }
    let figure = page.client.find(Locator::Css(".headline a[data-claim=cracked-2023-01-11]")).await.unwrap();
    assert!(page.client.find_all(Locator::Css(".chart .block")).await.unwrap().len() > 20);
    assert!(page.client.find_all(Locator::Css(".map .partner")).await.unwrap().len() >= 8);
    figure.click().await.unwrap();
    let row = page.client.find(Locator::Css("#row-cracked-2023-01-11:target td.cell-source a")).await.unwrap();
    assert!(row.attr("href").await.unwrap().unwrap().starts_with("http"));
}

#[tokio::test]
async fn the_page_of_all_rows_holds_the_whole_record_and_hands_scripts_back_to_the_explorer() {
    let page = Page::open("").await;
    let all = page.script("return crackdown.claims().length").await.as_u64().unwrap();
    page.client.goto(&format!("{}zh/evidence.html", page.site)).await.unwrap();
    assert!(page.client.find_all(Locator::Css("tbody tr")).await.unwrap().len() as u64 > all);
    page.go("zh/evidence.html?claim=cracked-2023-01-11#row-cracked-2023-01-11").await;
    assert!(page.client.current_url().await.unwrap().path().ends_with("/zh/"));
    page.until("the claim is open", || async { page.text("dialog").await.contains("39.1万") }).await;
}

#[tokio::test]
async fn the_table_is_short_until_all_of_it_is_asked_for() {
    let page = Page::open("").await;
    let rows =
        || async { page.script("return +document.querySelector('#evidence table').ariaRowCount").await.as_f64() };
    let first = rows().await;
    page.role(".evidence", "link", "Show all").await.send_keys(&Key::Enter.to_string()).await.unwrap();
    page.until("more rows are there", || async { rows().await > first }).await;
    let last = "const f = document.querySelector('.table-frame'); f.scrollTop = f.scrollHeight; \
                return [...f.querySelectorAll('tbody tr[data-claim]')].pop()?.dataset.claim";
    page.until("the last row is there", || async { page.script(last).await == "vnm-hanoi-danang-50" }).await;
    assert!(page.all(".evidence", "link", "Show all").await.is_empty());
}

#[tokio::test]
async fn a_bad_address_falls_back_and_says_so() {
    let page = Page::open("?metric=nonsense&area=MMR&from=yesterday&claim=%00").await;
    page.role("#partners", "heading", "Myanmar").await;
    let notice = page.text(".notices").await;
    for key in ["metric=nonsense", "from=yesterday", "claim="] {
        assert!(notice.contains(key), "{key} in {notice}");
    }
    page.role("main", "button", "Dismiss").await.click().await.unwrap();
    page.until("the notice goes", || async { page.client.find(Locator::Css(".notices p")).await.is_err() }).await;
}

#[tokio::test]
async fn an_embedding_page_can_drive_the_explorer() {
    let page = Page::open("").await;
    let taken =
        page.script("return crackdown.select({ area: 'LAO', metric: 'suspects_handed_over', nonsense: 'x' })").await;
    assert_eq!(taken, json!({ "area": "LAO", "metric": "suspects_handed_over" }));
    page.role("#partners", "heading", "Laos").await;
    assert_eq!(page.script("return crackdown.selection()").await, taken);
    let claims = page.script("return crackdown.claims()").await;
    let claims = claims.as_array().unwrap();
    assert!(claims.len() >= 5 && claims.iter().all(|claim| claim["area"] == "LAO"));
    assert!(claims[0]["figure"]["value"].is_number() && claims[0]["start"].is_string());
    let assumed = page.script("return crackdown.select({ step: '50' })").await;
    assert_eq!(assumed["max_monthly_change"], "50", "an older name is read");
    assert_eq!(page.script("return crackdown.select({ step: null })").await, taken);
    page.script("crackdown.select({ area: null })").await;
    page.until("the area is taken back", || async {
        page.script("return crackdown.selection()").await == json!({ "metric": "suspects_handed_over" })
    })
    .await;
}

#[tokio::test]
async fn an_older_address_shows_the_same_and_is_rewritten() {
    let page =
        Page::open("?area=MMR&step=50&compare=THA&columns=period,figure,says&sort=-what&claims=myanmar-2023").await;
    let expected = "area=MMR&max_monthly_change=50&compare_areas=THA&sort=-metric&columns=period%2Cfigure%2Cwording&compare_claims=myanmar-2023";
    page.until("the address has the names of today", || async {
        page.client.current_url().await.unwrap().query() == Some(expected)
    })
    .await;
    assert!(page.client.find(Locator::Css(".notices p")).await.is_err());
}

#[tokio::test]
async fn a_theme_in_a_link_holds_for_the_visit_and_a_chosen_one_is_kept() {
    let page = Page::open("?theme=dark").await;
    let shows = |theme: &'static str| {
        let page = &page;
        move || async move { page.script("return document.documentElement.dataset.theme").await == theme }
    };
    let kept = || async { page.script("return localStorage.getItem('crackdown-theme')").await };
    let query = || async { page.client.current_url().await.unwrap().query().map(str::to_owned) };
    page.until("the link is dark", shows("dark")).await;
    page.role("#evidence", "searchbox", "Search the evidence").await.send_keys("yunnan").await.unwrap();
    page.until("the address follows", || async { query().await.is_some_and(|query| query.contains("yunnan")) }).await;
    assert_eq!(kept().await, Value::Null, "a link and typing keep nothing");
    page.go("").await;
    page.until("the page is as the system has it", shows("auto")).await;

    page.role("header", "button", "Light").await.click().await.unwrap();
    page.until("the choice is shown", shows("light")).await;
    assert_eq!((kept().await, query().await), (json!("light"), None), "the choice is kept, and not in the address");
    let other = page.client.find(Locator::Css("header a.language")).await.unwrap();
    assert!(!other.attr("href").await.unwrap().unwrap().contains("theme"), "nor in links");

    page.go("?area=MMR&theme=dark").await;
    page.until("a link shows its own", shows("dark")).await;
    assert_eq!(kept().await, json!("light"), "the choice stays");
    page.role("header", "button", "Light").await.click().await.unwrap();
    page.until("the button wins", shows("light")).await;
    page.until("the address drops its theme", || async { query().await.as_deref() == Some("area=MMR") }).await;
    page.go("").await;
    page.until("the next visit has the choice", shows("light")).await;
}

#[tokio::test]
async fn a_stop_shows_a_message_and_leaves_the_page() {
    let page = Page::start(Reader::default()).await;
    page.client.goto(&format!("{}{MISMATCH}", page.site)).await.unwrap();
    page.until("the message shows", || async {
        page.client.find(Locator::Id("failure")).await.unwrap().is_displayed().await.unwrap()
    })
    .await;
    page.role("#failure", "button", "Reload").await;
    assert!(page.text("main").await.contains("391,000"));
}

#[tokio::test]
async fn a_network_that_fails_is_said_and_tried_again() {
    let page = Page::open("").await;
    page.script(
        "window.unheard = 0; addEventListener('unhandledrejection', () => unheard += 1);
         window.online = window.fetch; window.fetch = () => Promise.reject(new TypeError('offline'))",
    )
    .await;
    page.role(".evidence", "link", "Show all").await.send_keys(&Key::Enter.to_string()).await.unwrap();
    page.until("the failure is said", || async { page.text(".notices").await.contains("could not be loaded") }).await;
    assert_eq!(page.script("return unheard").await, json!(0));
    page.script("window.fetch = window.online").await;
    page.role(".notices", "button", "Try again").await.click().await.unwrap();
    page.until("the wording is there", || async { page.client.find(Locator::Css("body[data-wording]")).await.is_ok() })
        .await;
    page.until("nothing is said any more", || async { !page.text(".notices").await.contains("could not be loaded") })
        .await;
}
