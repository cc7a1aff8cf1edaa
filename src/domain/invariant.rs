//! Failures that cannot happen.
//!
//! Dividing by a thousand, taking a part of a text up to a place that was found in it, or looking a field up in the table of all
//! fields gives an `Option`, though there is always something. Nothing in this program may panic at its users: each such place
//! has something to fall back on. That would hide a mistake, so every one of them goes through [`invariant`], which fails where
//! the program is tested.

/// Returns a value that is always there, and fails in debug builds where it is not; `reason` says why it is. A failure of
/// something else comes here by `ok()`. What is released carries neither the test nor the reason.
///
/// ```
/// use raaderum::domain::invariant;
///
/// let text = "kr. 4.600";
/// let amount = invariant(text.get("kr. ".len()..), "the text begins so").unwrap_or_default();
/// assert_eq!(amount, "4.600");
/// ```
#[inline]
#[must_use]
pub fn invariant<T>(value: Option<T>, reason: &'static str) -> Option<T> {
    debug_assert!(value.is_some(), "broken invariant: {reason}");
    value
}
