//! Names of enums, as the address and the Data Package write them.

/// An enum whose names strum derives. A name is read by [`str::parse`].
pub trait Named: Copy + Into<&'static str> {
    /// Its name.
    fn name(self) -> &'static str {
        self.into()
    }
}

impl<T: Copy + Into<&'static str>> Named for T {}
