//! Which parts of the geography are there, are on their way, or could not be fetched.

use std::rc::Rc;

use yew::Reducible;

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
    /// Name of the file; `None` for what came with the page.
    pub fn file(self) -> Option<&'static str> {
        match self {
            Self::Region => None,
            Self::RegionDetailed => Some("region"),
            Self::World => Some("world"),
        }
    }
}

/// One file.
#[derive(Clone, Debug, Default, PartialEq)]
enum Load {
    #[default]
    Missing,
    Loading,
    Loaded(Rc<Basemap>),
    Failed,
}

/// The files of the geography, each with a state of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GeographyCache {
    detailed: Load,
    world: Load,
}

/// What has happened to a file.
#[derive(Debug)]
pub enum Event {
    /// It is being fetched.
    Started,
    /// It is there.
    Loaded(Rc<Basemap>),
    /// It could not be fetched, or is no geography.
    Failed,
}

/// What a view of the map shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What to draw; `None` while there is nothing.
    pub basemap: Option<Rc<Basemap>>,
    /// Whether there is nothing to draw because the view could not be fetched.
    pub failed: bool,
}

impl GeographyCache {
    fn load(&self, detail: Detail) -> Option<&Load> {
        match detail {
            Detail::Region => None,
            Detail::RegionDetailed => Some(&self.detailed),
            Detail::World => Some(&self.world),
        }
    }

    /// Whether a view has to be fetched: for the first time, or again after it could not be.
    pub fn needs(&self, detail: Detail) -> bool {
        matches!(self.load(detail), Some(Load::Missing | Load::Failed))
    }

    /// The cache after something has happened to the file of a view.
    #[must_use]
    pub fn after(&self, detail: Detail, event: Event) -> Self {
        let mut next = self.clone();
        let load = match detail {
            Detail::Region => return next,
            Detail::RegionDetailed => &mut next.detailed,
            Detail::World => &mut next.world,
        };
        *load = match event {
            Event::Started => Load::Loading,
            Event::Loaded(basemap) => Load::Loaded(basemap),
            Event::Failed => Load::Failed,
        };
        next
    }

    /// What a view shows. `region`, which came with the page, serves until its finer coasts are there.
    pub fn shown(&self, detail: Detail, region: &Rc<Basemap>) -> Shown {
        let basemap = match (detail, self.load(detail)) {
            (_, Some(Load::Loaded(basemap))) => Some(basemap),
            (Detail::World, _) => None,
            (Detail::Region | Detail::RegionDetailed, _) => Some(self.detailed().unwrap_or(region)),
        };
        let failed = basemap.is_none() && self.load(detail) == Some(&Load::Failed);
        Shown { basemap: basemap.cloned(), failed }
    }

    fn detailed(&self) -> Option<&Rc<Basemap>> {
        match &self.detailed {
            Load::Loaded(basemap) => Some(basemap),
            Load::Missing | Load::Loading | Load::Failed => None,
        }
    }
}

impl Reducible for GeographyCache {
    type Action = (Detail, Event);

    fn reduce(self: Rc<Self>, (detail, event): Self::Action) -> Rc<Self> {
        Rc::new(self.after(detail, event))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn basemap(grain: f64) -> Rc<Basemap> {
        Rc::new(Basemap { grain, ..Basemap::default() })
    }

    fn drawn(basemap: &Rc<Basemap>) -> Shown {
        Shown { basemap: Some(Rc::clone(basemap)), failed: false }
    }

    #[test]
    fn a_world_that_fails_is_no_failure_of_the_region() {
        let region = basemap(1.0);
        let cache = GeographyCache::default().after(Detail::World, Event::Started).after(Detail::World, Event::Failed);
        assert_eq!(cache.shown(Detail::World, &region), Shown { basemap: None, failed: true });
        assert_eq!(cache.shown(Detail::Region, &region), drawn(&region));
        assert_eq!(cache.shown(Detail::RegionDetailed, &region), drawn(&region));
    }

    #[test]
    fn coasts_that_fail_leave_the_region_as_it_came() {
        let (region, world) = (basemap(1.0), basemap(3.0));
        let cache = GeographyCache::default().after(Detail::RegionDetailed, Event::Failed);
        assert_eq!(cache.shown(Detail::RegionDetailed, &region), drawn(&region));
        assert_eq!(cache.shown(Detail::World, &region), Shown { basemap: None, failed: false }, "it was not tried");
        let cache = cache.after(Detail::World, Event::Loaded(Rc::clone(&world)));
        assert_eq!(cache.shown(Detail::World, &region), drawn(&world));
        assert_eq!(cache.shown(Detail::RegionDetailed, &region), drawn(&region));
    }

    #[test]
    fn a_view_that_failed_is_tried_again_and_one_on_its_way_is_not() {
        let cache = GeographyCache::default();
        assert!(cache.needs(Detail::World) && cache.needs(Detail::RegionDetailed) && !cache.needs(Detail::Region));
        let started = cache.after(Detail::World, Event::Started);
        assert!(!started.needs(Detail::World) && started.needs(Detail::RegionDetailed));
        let failed = started.after(Detail::World, Event::Failed);
        assert!(failed.needs(Detail::World));
        let region = basemap(1.0);
        let again = failed.after(Detail::World, Event::Started);
        assert_eq!(again.shown(Detail::World, &region), Shown { basemap: None, failed: false }, "it is loading");
        let loaded = again.after(Detail::World, Event::Loaded(basemap(2.0)));
        assert!(!loaded.needs(Detail::World));
        assert_eq!(loaded.shown(Detail::World, &region), drawn(&basemap(2.0)));
    }

    #[test]
    fn finer_coasts_stay_once_they_are_there() {
        let (region, fine) = (basemap(1.0), basemap(2.0));
        let cache = GeographyCache::default().after(Detail::RegionDetailed, Event::Loaded(Rc::clone(&fine)));
        assert_eq!(cache.shown(Detail::Region, &region), drawn(&fine));
    }
}
