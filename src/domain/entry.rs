/// What a field of a form holds: nothing, a value, or text that could not be read as a value.
///
/// Blank is not zero: it counts as nothing in a sum and is stored and shown blank. Unreadable text is kept
/// exactly as it was typed, and a total that depends on it is incomplete.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Entry<T> {
    /// Nothing was typed.
    #[default]
    Blank,
    /// A valid value.
    Value(T),
    /// Text that is no value, as it was typed.
    Unreadable(String),
}

impl<T: Copy> Entry<T> {
    /// The value, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<T> {
        match self {
            Self::Value(value) => Some(*value),
            Self::Blank | Self::Unreadable(_) => None,
        }
    }
}

impl<T> Entry<T> {
    /// Whether nothing was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// Whether text stands here that could not be read.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Unreadable(_))
    }
}
