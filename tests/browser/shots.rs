//! Pictures of the site for a person to look at: `SHOTS=folder cargo nextest run --test browser pictures`.

use std::{env, fs, path::PathBuf};

use crate::page::{Page, Reader};

/// Pictures end here, however long the page is.
const LONGEST: u64 = 6000;

#[tokio::test]
async fn pictures() {
    let Some(folder) = env::var_os("SHOTS").map(PathBuf::from) else { return };
    fs::create_dir_all(&folder).expect("a folder for pictures");
    for (device, window) in [("phone", (390, 844)), ("laptop", (1440, 900))] {
        for (theme, dark) in [("light", false), ("dark", true)] {
            for (language, path) in [("en", ""), ("zh", "zh/")] {
                let page = Page::start(Reader { window, dark, ..Reader::default() }).await;
                page.go(path).await;
                let name = format!("{device}-{theme}-{language}");
                page.screenshot(&folder.join(format!("{name}.png"))).await;
                page.unroll(LONGEST).await;
                page.screenshot(&folder.join(format!("{name}-full.png"))).await;
            }
        }
    }
}
