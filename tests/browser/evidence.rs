//! Contradiction, comparing, taking away and embedding, as a person does.

use std::{fs, process::Command};

use fantoccini::{Locator, key::Key};
use serde_json::{Value, json};

use crate::{
    page::{Page, Reader},
    site,
};

/// Figures' ids in the order of the table.
async fn ids(page: &Page) -> Vec<String> {
    let ids =
        page.script("return [...document.querySelectorAll('tbody tr[data-claim]')].map(r => r.dataset.claim)").await;
    serde_json::from_value(ids).unwrap()
}

/// Keeps the files that the page offers in `window.saved` rather than on the disk, as name and text.
const KEEP: &str = "window.saved = []; window.kept = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { const url = make(blob); kept.set(url, blob); return url };
    HTMLAnchorElement.prototype.click = function () {
      const name = this.download;
      if (!name) return;
      if (this.href.startsWith('data:')) saved.push({ name, text: this.href });
      else kept.get(this.href).arrayBuffer().then(bytes =>
        saved.push({ name, text: Array.from(new Uint8Array(bytes), b => String.fromCharCode(b)).join('') }));
    };";

/// The file that a button saves: its name and its bytes.
async fn saved(page: &Page, scope: &str, button: &str) -> (String, Vec<u8>) {
    page.script(KEEP).await;
    page.role(scope, "button", button).await.click().await.unwrap();
    page.until("a file is offered", || async { page.script("return saved.length").await == 1 }).await;
    let file = page.script("return saved[0]").await;
    let text = file["text"].as_str().unwrap();
    (file["name"].as_str().unwrap().to_owned(), text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect())
}

fn python(script: &str, bytes: &[u8]) -> String {
    let path = std::env::temp_dir().join(format!("crackdown-{}-{}", std::process::id(), bytes.len()));
    fs::write(&path, bytes).unwrap();
    let run =
        Command::new("python3").env("PYTHONIOENCODING", "utf-8").args(["-c", script]).arg(&path).output().unwrap();
    fs::remove_file(&path).unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap().trim().to_owned()
}

#[tokio::test]
async fn two_words_of_two_languages_find_handovers_through_yunnan_however_they_are_written() {
    let page = Page::open("").await;
    let mut found = Vec::new();
    for text in ["Yunnan 移交", "ＹＵＮＮＡＮ　移交", "移交 yunn"] {
        page.go(&format!("?q={}", url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>())).await;
        page.until("rows are there", || async { !ids(&page).await.is_empty() }).await;
        found.push(ids(&page).await);
    }
    assert!(found[0].len() > 3 && found.iter().all(|ids| *ids == found[0]), "{found:?}");
    assert!(page.text("tbody mark").await.to_lowercase().contains("yunn"));
    page.go("?q=電詐").await;
    page.until("traditional characters find simplified ones", || async { ids(&page).await.len() > 10 }).await;
}

#[tokio::test]
async fn figures_sort_by_their_intervals() {
    let page = Page::open("?metric=cases_cracked&area=CHN").await;
    for expected in ["sort=-figure", "sort=figure"] {
        page.role("#evidence thead", "button", "Figure").await.click().await.unwrap();
        page.until("the address says so", || async {
            page.client.current_url().await.unwrap().query().is_some_and(|query| query.ends_with(expected))
        })
        .await;
        let ids = ids(&page).await;
        let claims = page.script("return crackdown.claims()").await;
        let low = |id: &String| {
            let claim = claims.as_array().unwrap().iter().find(|claim| claim["id"] == *id)?;
            let (value, unit) = (claim["figure"]["value"].as_f64()?, claim["figure"]["rounding"].as_f64()?);
            Some(match claim["figure"]["qualifier"].as_str()? {
                "rounded" => value - unit / 2.0,
                "about" | "nearly" => value - unit,
                _ => value,
            })
        };
        let lows: Vec<f64> = ids.iter().filter_map(low).collect();
        let ordered = |pair: &[f64]| if expected == "sort=figure" { pair[0] <= pair[1] } else { pair[0] >= pair[1] };
        assert!(lows.len() > 10 && lows.windows(2).all(ordered), "{lows:?}");
        let first_without = ids.iter().position(|id| low(id).is_none()).unwrap_or(ids.len());
        assert!(ids[first_without..].iter().all(|id| low(id).is_none()), "without a figure last");
    }
}

#[tokio::test]
async fn what_is_taken_away_is_what_is_listed() {
    let page = Page::open("?area=MMR&from=2023-01&to=2023-11").await;
    page.client.find(Locator::Css(".take summary")).await.unwrap().click().await.unwrap();
    page.until("the wording is there", || async { page.client.find(Locator::Css("body[data-wording]")).await.is_ok() })
        .await;
    let (name, bytes) = saved(&page, ".take", "CSV for Excel").await;
    assert!(name.starts_with("crackdown-claims-excel_area-MMR_from-2023-01_to-2023-11_20") && name.ends_with(".csv"));
    let script = "import csv,re,sys;rows=list(csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline='')));\
                  assert not [c for r in rows for c in r.values() if c[:1] in set('=+-@\\t\\r') and not re.fullmatch(r'-?[\\d.]+',c)];\
                  print(*[r['id'] for r in rows])";
    let count = page.text("#evidence .count").await;
    let rows = python(script, &bytes);
    assert_eq!(count, format!("{} claims and events", rows.split(' ').count()));
    let (name, bytes) = saved(&page, ".take", "Data Package").await;
    assert!(name.ends_with(".zip"), "{name}");
    let script = "import zipfile,sys,json,csv,io;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;\
                  d=json.loads(z.read('datapackage.json'));\
                  ids=[r['id'] for f in ('claims.csv','events.csv') for r in csv.DictReader(io.StringIO(z.read(f).decode(),newline=''))];\
                  print(d['selection']['query'],len(ids))";
    assert_eq!(python(script, &bytes), format!("area=MMR&from=2023-01&to=2023-11 {}", rows.split(' ').count()));
}

#[tokio::test]
async fn chart_and_map_leave_as_pictures_that_stand_alone() {
    let page = Page::open("").await;
    for (section, part) in [("#decline", "Cases cracked, China"), ("#partners", "Myanmar")] {
        let (name, bytes) = saved(&page, section, "SVG").await;
        assert!(name.ends_with(".svg"), "{name}");
        let script =
            "import sys,xml.etree.ElementTree as E;t=E.parse(sys.argv[1]).getroot();print(t.tag,''.join(t.itertext()))";
        let text = python(script, &bytes);
        assert!(text.starts_with("{http://www.w3.org/2000/svg}svg"), "{text}");
        for part in [part, "Crackdown Explorer", "http://127.0.0.1"] {
            assert!(text.contains(part), "{part}");
        }
        let svg = String::from_utf8(bytes).unwrap();
        assert!(!svg.contains("var(") && !svg.contains("light-dark"));
        let (name, bytes) = saved(&page, section, "PNG").await;
        assert!(
            name.ends_with(".png") && bytes.starts_with(b"data:image/png;base64,") && bytes.len() > 20_000,
            "{name}"
        );
    }
}

#[tokio::test]
async fn a_claim_says_why_what_it_conflicts_with_and_how_to_cite_it() {
    let page = Page::open("").await;
    page.role("main", "link", "391,000").await.click().await.unwrap();
    page.until("the claim opens", || page.dialog_is_open()).await;
    page.until("its wording is there", || async {
        page.text("dialog").await.contains("2023年1至11月破获39.1万起")
    })
    .await;
    let text = page.text("dialog").await;
    for part in
        ["half a unit either way", "Contradictions with this claim", "Same figure elsewhere", "Same metric and area"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    page.role("dialog", "button", "BibTeX").await.click().await.unwrap();
    page.until("the citation shows", || async { page.text("dialog").await.contains("@misc{cracked-2023-01-11,") })
        .await;
    page.role("dialog .dialog-steps", "button", "Next").await.click().await.unwrap();
    page.until("another claim is open", || async {
        let address = page.client.current_url().await.unwrap();
        address.query().is_some_and(|query| query.starts_with("claim=") && query != "claim=cracked-2023-01-11")
    })
    .await;
    page.client.active_element().await.unwrap().send_keys(&Key::Escape.to_string()).await.unwrap();
    page.until("the claim closes", || async { !page.dialog_is_open().await }).await;
    let focused = page.client.active_element().await.unwrap();
    assert!(focused.text().await.unwrap().contains("391,000"), "the focus goes back to the figure");
}

#[tokio::test]
async fn two_claims_side_by_side_show_what_differs_and_what_is_left() {
    let page = Page::open("?compare_claims=cracked-2023,cracked-2023-01-11").await;
    page.role("#evidence", "heading", "Side by side").await;
    let text = page.text("#evidence .claim-compare").await;
    assert!(text.contains("45,000 – 47,000"), "{text}");
    let border = "return getComputedStyle(document.querySelector('.claim-compare')).borderTopStyle";
    assert_eq!(page.script(border).await, json!("solid"), "it stands on a card");
    let marked = page
        .script("return [...document.querySelectorAll('.claim-compare tr:has(mark) th')].map(c => c.textContent)")
        .await;
    assert!(
        marked.as_array().unwrap().contains(&json!("Period")) && !marked.as_array().unwrap().contains(&json!("Metric"))
    );
}

#[tokio::test]
async fn columns_come_and_go_and_a_link_keeps_them() {
    let page = Page::open("?metric=cases_cracked").await;
    let heads = || async {
        page.script("return [...document.querySelectorAll('#evidence thead th')].map(cell => cell.textContent)").await
    };
    page.role("#evidence", "button", "More filters").await.click().await.unwrap();
    for column in ["What", "Reliability"] {
        page.role("#evidence .columns", "checkbox", column).await.click().await.unwrap();
    }
    let expected = json!(["Period ↓", "Area", "Figure", "What the source says", "Source", "Reliability"]);
    page.until("the columns are the chosen ones", || async { heads().await == expected }).await;
    let cells = page.script("return document.querySelector('#evidence tbody tr[data-claim]').cells.length").await;
    assert_eq!(cells, 6);
    let link = page.client.current_url().await.unwrap();
    assert!(
        link.query().unwrap().ends_with("columns=period%2Carea%2Cfigure%2Cwording%2Csource%2Creliability"),
        "{link}"
    );
    page.go(&format!("?{}", link.query().unwrap())).await;
    page.until("the link keeps them", || async { heads().await == expected }).await;
    page.role("#evidence thead", "button", "Reliability").await.click().await.unwrap();
    page.until("it sorts", || async {
        page.client.current_url().await.unwrap().query().is_some_and(|query| query.contains("sort=reliability"))
    })
    .await;
}

#[tokio::test]
async fn by_source_each_heading_leads_to_the_page_and_says_how_far_to_trust_it() {
    let page = Page::open("?area=ESP").await;
    page.role("#evidence", "button", "Sources").await.click().await.unwrap();
    page.until("sources head the rows", || async {
        page.client.find(Locator::Css("tr.group-heading a")).await.is_ok()
    })
    .await;
    let headings = page
        .script(
            "return [...document.querySelectorAll('tr.group-heading')].map(row => [row.querySelector('a').href,
             row.querySelector('a').rel, row.textContent])",
        )
        .await;
    for heading in headings.as_array().unwrap() {
        assert!(heading[0].as_str().unwrap().starts_with("http") && heading[1] == "noopener noreferrer", "{heading}");
        let text = heading[2].as_str().unwrap();
        assert!(text.contains("Reliability: ") && text.ends_with(')'), "{text}");
        assert!(["English", "Chinese", "Spanish"].iter().any(|language| text.contains(language)), "{text}");
    }
}

#[tokio::test]
async fn the_markup_to_embed_a_claim_stands_in_a_dialog_and_copying_says_what_came_of_it() {
    let page = Page::open("?claim=cracked-2023-01-11").await;
    page.until("the claim opens", || page.dialog_is_open()).await;
    page.role("dialog > [data-claim]", "button", "Embed").await.click().await.unwrap();
    page.until("the markup shows", || async { page.text("dialog dialog pre").await.starts_with("<iframe src=") }).await;
    assert!(
        page.text("dialog dialog pre").await.contains("theme=auto"),
        "the frame does not follow its reader's choice"
    );
    page.role("dialog dialog", "button", "Dark").await.click().await.unwrap();
    page.until("it is dark", || async { page.text("dialog dialog pre").await.contains("theme=dark") }).await;
    for (clipboard, said) in [("Promise.resolve()", "Copied."), ("Promise.reject('no')", "blocked copying")] {
        page.script(&format!("navigator.clipboard.writeText = () => {clipboard}")).await;
        page.role("dialog dialog", "button", "Copy").await.click().await.unwrap();
        page.until("it says what came of it", || async {
            page.text("dialog dialog [role=status]").await.contains(said)
        })
        .await;
    }
    page.client.active_element().await.unwrap().send_keys(&Key::Escape.to_string()).await.unwrap();
    page.until("the claim is still open", || async {
        page.client.find(Locator::Css("dialog dialog[open]")).await.is_err() && page.dialog_is_open().await
    })
    .await;
}

#[tokio::test]
async fn a_view_in_a_frame_of_another_origin_says_how_high_it_is() {
    let page = Page::start(Reader::default()).await;
    // Another port is another origin.
    let host = site::serve();
    for (query, part) in [
        ("embed=decline&theme=dark", ".chart"),
        ("embed=map", ".map"),
        ("embed=claim&claim=cracked-2023-01-11", ".claim-figure"),
    ] {
        page.client.goto(&format!("{host}data/claims.csv")).await.unwrap();
        page.script(&format!(
            "window.heights = []; addEventListener('message', e => heights.push(e.data.crackdown?.height));
             document.body.innerHTML = '<iframe width=900 height=300 src=\"{}?{query}\"></iframe>'",
            page.site
        ))
        .await;
        page.until("the frame says its height", || async {
            page.script("return heights.length > 0 && heights.at(-1) > 200").await == json!(true)
        })
        .await;
        page.client.enter_frame(0).await.unwrap();
        page.until("the view is there", || async { page.client.find(Locator::Css(part)).await.is_ok() }).await;
        let theme = if query.contains("theme=dark") { "dark" } else { "auto" };
        let shown = Locator::Css("html[data-theme]");
        page.until("its theme shows", || async { page.client.find(shown).await.is_ok() }).await;
        assert_eq!(page.script("return document.documentElement.dataset.theme").await, json!(theme));
        assert!(page.client.find(Locator::Css("header.site")).await.is_err());
        assert!(page.text(".attribution").await.contains("Crackdown Explorer"));
        page.client.enter_parent_frame().await.unwrap();
    }
}

#[tokio::test]
async fn every_row_is_printed() {
    let page = Page::open("").await;
    page.role(".evidence", "link", "Show all").await.send_keys(&Key::Enter.to_string()).await.unwrap();
    let number = |script: &'static str| async { page.script(script).await.as_u64().unwrap() };
    let all = || number("return +document.querySelector('#evidence table').ariaRowCount - 1");
    let drawn = || number("return document.querySelectorAll('#evidence tbody tr[data-claim]').length");
    page.until("all rows are listed", || async { all().await > 100 }).await;
    let before = drawn().await;
    assert!(before < all().await, "rows out of sight are not drawn: {before}");
    page.script("dispatchEvent(new Event('beforeprint'))").await;
    page.until("all rows are drawn", || async { drawn().await == all().await }).await;
    page.script("dispatchEvent(new Event('afterprint'))").await;
    page.until("few rows are drawn again", || async { drawn().await <= before }).await;
}

#[tokio::test]
async fn bad_input_does_no_harm() {
    let page = Page::start(Reader::default()).await;
    let long = "x".repeat(10_000);
    page.go(&format!("?claim=no-such-claim&q={long}&sort=%00&group=moon&year=abc&compare_claims=a,b&embed=all")).await;
    let notice = page.text(".notices").await;
    for key in ["claim=", "q=xxx", "sort=", "group=moon", "year=abc", "compare_claims=a,b", "embed=all"] {
        assert!(notice.contains(key), "{key} in {notice}");
    }
    assert!(notice.len() < 2_000);
    page.go("?q=%E2%80%AEgnissim%00%07%3Cb%3E").await;
    page.until("nothing is found", || async { page.text("#evidence .count").await.starts_with("0 ") }).await;
    let isolated = page.script("return [...document.querySelectorAll('.chip bdi, [data-empty] bdi')].length").await;
    assert_eq!(isolated, json!(2));
    page.role("#evidence [data-empty]", "button", "Remove").await.click().await.unwrap();
    page.until("all is back", || async { ids(&page).await.len() > 20 }).await;
}

#[tokio::test]
async fn machines_find_a_dataset_a_feed_and_a_canonical_address() {
    let page = Page::open("zh/").await;
    let data = page.script("return JSON.parse(document.querySelector('[type=\"application/ld+json\"]').text)").await;
    assert_eq!((&data["@type"], &data["inLanguage"]), (&json!("Dataset"), &json!("zh-Hans")));
    let links = page
        .script(
            "const all = [...document.querySelectorAll('link[rel=canonical], link[type=\"application/atom+xml\"], meta[property=\"og:image\"]')];
             return Promise.all(all.map(async e => (await fetch(e.href ?? new URL(e.content, location))).status))",
        )
        .await;
    assert_eq!(links, Value::from(vec![200; 3]));
}
