//! Keys of the dataset's tables. Each has a type of its own, so that one cannot be used where another belongs.

use std::{
    borrow::{Borrow, Cow},
    fmt,
    ops::Deref,
};

use serde::{Deserialize, Serialize};

/// Declares a key. It is a plain string in JSON.
macro_rules! id {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// A key that the program knows.
            pub const fn literal(id: &'static str) -> Self {
                Self(Cow::Borrowed(id))
            }

            /// Its text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(Cow::Owned(id.to_owned()))
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(Cow::Owned(id))
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                *self.0 == *other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                *self.0 == **other
            }
        }
    };
}

id! {
    /// Id of a metric, snake_case.
    MetricId
}

id! {
    /// Code of an area: ISO 3166-1 alpha-3 or ISO 3166-2.
    AreaCode
}

id! {
    /// Id of a campaign, kebab-case.
    CampaignId
}

id! {
    /// Id of a source, kebab-case.
    SourceId
}

id! {
    /// Permalink of a claim or event, which share one space of ids, kebab-case.
    RecordId
}
