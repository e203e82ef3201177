//! What a reader sees when something fails, and how it goes on from there.

use crackdown_core::locale::Language;
use serde_json::json;

use crate::page::Page;

/// Whether the text of the elements that a CSS selector finds holds a part.
async fn says(page: &Page, css: &str, part: &str) -> bool {
    let script = format!("return [...document.querySelectorAll('{css}')].map(e => e.textContent).join(' ')");
    page.script(&script).await.as_str().unwrap().contains(part)
}

#[tokio::test]
async fn a_worker_that_fails_is_reported_and_started_again_for_the_next_question() {
    let words = &Language::English.words().bounds;
    let page = Page::open("").await;
    page.script(
        "window.realWorker = Worker; window.started = 0;
         window.Worker = class {
           constructor() { started += 1; setTimeout(() => this.onerror?.(new Event('error')), 20) }
           postMessage() {}
           terminate() {}
         };
         crackdown.select({ from: '2022-01', to: '2023-12' })",
    )
    .await;
    let status = "#decline [role=status]";
    page.until("the failure is reported", || says(&page, status, words.failed)).await;
    page.script("crackdown.select({ from: '2022-02' })").await;
    page.until("another worker is tried", || async { page.script("return started").await == json!(2) }).await;
    page.until("it fails as well", || says(&page, status, words.failed)).await;
    page.script("window.Worker = realWorker; crackdown.select({ from: '2022-01' })").await;
    page.until("the sum is there", || says(&page, "#decline", "900,000 – 902,000")).await;
    assert!(!says(&page, status, words.failed).await && !says(&page, status, words.calculating).await);
}

#[tokio::test]
async fn a_map_that_cannot_be_loaded_leaves_the_other_view_as_it_is_and_is_tried_again() {
    let words = Language::English.words();
    let page = Page::open("").await;
    let offline = "window.online = window.fetch; window.fetch = () => Promise.reject(new TypeError('offline'))";
    page.script(offline).await;
    let world = || async { page.role("#partners", "button", words.map.world).await.click().await.unwrap() };
    let status = "#partners [role=status]";
    world().await;
    page.until("the failure is reported", || says(&page, status, words.map.failed)).await;
    page.role("#partners", "button", words.map.region).await.click().await.unwrap();
    page.until("the region is no failure", || async { !says(&page, status, words.map.failed).await }).await;
    page.until("it is drawn", || has(&page, "#place-MMR")).await;
    world().await;
    page.until("the world still fails", || says(&page, status, words.map.failed)).await;
    page.script("window.fetch = window.online").await;
    page.role("#partners", "button", words.notices.retry).await.click().await.unwrap();
    page.until("the world is there", || has(&page, "#place-ESP")).await;
    assert!(!says(&page, status, words.map.failed).await);
}

async fn has(page: &Page, css: &str) -> bool {
    page.script(&format!("return document.querySelector('{css}') !== null")).await == json!(true)
}

/// Counts the addresses of files in memory, and makes long waits short.
const COUNT_ADDRESSES: &str = "
    window.made = []; window.freed = []; window.freedAtClick = null;
    const make = URL.createObjectURL, free = URL.revokeObjectURL, wait = window.setTimeout;
    URL.createObjectURL = blob => { const url = make(blob); made.push(url); return url };
    URL.revokeObjectURL = url => { freed.push(url); free(url) };
    HTMLAnchorElement.prototype.click = function () { window.freedAtClick = freed.length };
    window.setTimeout = (call, time, ...rest) => wait(call, time > 10_000 ? 300 : time, ...rest);";

#[tokio::test]
async fn the_address_of_a_file_is_freed_after_the_browser_has_read_it_and_after_a_failure_too() {
    let page = Page::open("").await;
    page.script(COUNT_ADDRESSES).await;
    page.role("#decline", "button", "SVG").await.click().await.unwrap();
    page.until("the file is offered", || async { page.script("return freedAtClick").await == json!(0) }).await;
    let all_are_freed = || async { page.script("return made.length > 0 && freed.length === made.length").await };
    page.until("the address is freed later", || async { all_are_freed().await == json!(true) }).await;
    page.script(
        "HTMLImageElement.prototype.decode = () => Promise.reject(new Error('no')); made.length = freed.length = 0",
    )
    .await;
    page.role("#decline", "button", "PNG").await.click().await.unwrap();
    page.until("the failed one is freed, too", || async { all_are_freed().await == json!(true) }).await;
}

#[tokio::test]
async fn a_file_that_cannot_be_saved_is_reported_until_another_is() {
    let failed = Language::English.words().download.save_failed;
    let page = Page::open("").await;
    page.script(
        "window.make = URL.createObjectURL; window.offered = 0;
         URL.createObjectURL = () => { throw new Error('no') };
         HTMLAnchorElement.prototype.click = function () { offered += 1 }",
    )
    .await;
    for format in ["SVG", "PNG"] {
        page.role("#decline", "button", format).await.click().await.unwrap();
        page.until("the failure is reported", || says(&page, "#decline [role=status]", failed)).await;
    }
    page.role("#evidence", "DisclosureTriangle", Language::English.words().download.title).await.click().await.unwrap();
    page.until("the wording is there", || has(&page, "body[data-wording]")).await;
    page.role("#evidence", "button", "JSON").await.click().await.unwrap();
    page.until("the failure is reported", || says(&page, "#evidence [role=status]", failed)).await;
    assert_eq!(page.script("return offered").await, json!(0));
    page.script("URL.createObjectURL = make").await;
    for (section, format) in [("#decline", "SVG"), ("#evidence", "JSON")] {
        page.role(section, "button", format).await.click().await.unwrap();
        let status = format!("{section} [role=status]");
        page.until("nothing is reported any more", || async { !says(&page, &status, failed).await }).await;
    }
    page.until("both files are offered", || async { page.script("return offered").await == json!(2) }).await;
}
