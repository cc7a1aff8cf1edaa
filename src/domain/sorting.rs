use std::cmp::Ordering;

/// Puts items in order; equal ones keep their places.
///
/// The standard sort is compiled anew, in five kilobytes, for each type and order; this one sorts places, once for all.
///
/// ```
/// use raaderum::domain::sort_by;
///
/// let mut years = vec![2025, 2024, 2026];
/// sort_by(&mut years, |one, other| one.cmp(other));
/// assert_eq!(years, [2024, 2025, 2026]);
/// ```
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let indices = sorted_indices(
        items.len(),
        &|one, other| match (items.get(one), items.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            _ => Ordering::Equal,
        },
    );
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    let take = |index: usize| taken.get_mut(index).and_then(Option::take);
    items.extend(indices.into_iter().filter_map(take));
}

#[inline(never)]
fn sorted_indices(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_by(|&one, &other| compare(one, other));
    indices
}
