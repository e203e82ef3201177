//! The geography on the page: the one that came with it, and what is fetched once it is asked for.

use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use crate::data::DATASET_HASH;
use crate::{
    view::View,
    web::{fetch::Fetched, page},
};
use crackdown_core::drawing::map::Basemap;

/// How much of the earth, and how finely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The region as it came with the page.
    Region,
    /// The region with more of its coasts.
    RegionDetailed,
    /// The world.
    World,
}

impl Detail {
    fn file(self) -> Option<&'static str> {
        match self {
            Self::Region => None,
            Self::RegionDetailed => Some("region"),
            Self::World => Some("world"),
        }
    }
}

/// What has come so far.
#[derive(Clone, PartialEq, Default)]
struct GeographyCache {
    coasts: Option<Rc<Basemap>>,
    world: Option<Rc<Basemap>>,
    failed: bool,
}

/// The geography for a view: `None` while the world is on its way, with whether it could not be fetched. The region's own serves
/// until its coasts are there.
#[hook]
pub fn use_geography(view: &View, detail: Detail) -> (Option<Rc<Basemap>>, bool) {
    let cache = use_state_eq(GeographyCache::default);
    let has = match detail {
        Detail::Region => true,
        Detail::RegionDetailed => cache.coasts.is_some(),
        Detail::World => cache.world.is_some(),
    };
    {
        let (cache, root) = (cache.clone(), view.language.root());
        use_effect_with((detail, has), move |&(detail, has)| {
            let Some(file) = detail.file().filter(|_| !has) else { return };
            let fetched = Fetched::start(format!("{root}map/{file}.txt?{DATASET_HASH}"));
            spawn_local(async move {
                let text = match fetched {
                    Some(fetched) => fetched.text().await,
                    None => return,
                };
                match (text, detail) {
                    (Ok(text), Detail::World) => {
                        let world = Some(Rc::new(Basemap::read(&text)));
                        cache.set(GeographyCache { world, failed: false, ..(*cache).clone() });
                    }
                    (Ok(text), _) => {
                        let coasts = Some(Rc::new(Basemap::read(&text)));
                        cache.set(GeographyCache { coasts, ..(*cache).clone() });
                    }
                    (Err(error), _) => {
                        page::log(&format!("{error:?}"));
                        cache.set(GeographyCache { failed: true, ..(*cache).clone() });
                    }
                }
            });
        });
    }
    let geography = match detail {
        Detail::World => cache.world.clone(),
        _ => Some(cache.coasts.clone().unwrap_or_else(|| Rc::clone(&view.geography))),
    };
    (geography, cache.failed)
}
