use std::fmt;

use uuid::Uuid;

/// The identity of a document or of a row in one: unique everywhere, and unchanged by copying to a file and back.
///
/// ```
/// use raaderum::domain::Id;
///
/// let id = Id::random();
/// assert_eq!(Id::parse(&id.to_string()), Some(id));
/// assert_ne!(id, Id::random());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Uuid);

impl Id {
    /// Returns a new identity that nothing else has.
    #[must_use]
    pub fn random() -> Self {
        Self(Uuid::new_v4())
    }

    /// Reads what an [`Id`] prints: 36 characters, lower case, with hyphens. `None` for any other spelling, so that an
    /// identity has only one.
    ///
    /// ```
    /// use raaderum::domain::Id;
    ///
    /// assert!(Id::parse("4cffbd3b-13ff-4f3a-ae47-dc6990640c54").is_some());
    /// assert_eq!(Id::parse("4CFFBD3B-13FF-4F3A-AE47-DC6990640C54"), None);
    /// assert_eq!(Id::parse("{4cffbd3b-13ff-4f3a-ae47-dc6990640c54}"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let id = Self(Uuid::try_parse(text).ok()?);
        (id.to_string() == text).then_some(id)
    }

    /// Returns the identity as its 16 bytes, in the order in which they are printed.
    ///
    /// ```
    /// use raaderum::domain::Id;
    ///
    /// let id = Id::parse("4cffbd3b-13ff-4f3a-ae47-dc6990640c54").unwrap();
    /// assert_eq!(id.bytes()[0], 0x4c);
    /// assert_eq!(Id::from_bytes(id.bytes()), id);
    /// ```
    #[must_use]
    pub fn bytes(self) -> [u8; 16] {
        self.0.into_bytes()
    }

    /// Returns the identity that consists of these bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(Uuid::from_bytes(bytes))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0.as_hyphenated(), formatter)
    }
}
