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
    let places = sorted_places(
        items.len(),
        &|one, other| match (items.get(one), items.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            _ => Ordering::Equal,
        },
    );
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    let take = |place: usize| taken.get_mut(place).and_then(Option::take);
    items.extend(places.into_iter().filter_map(take));
}

#[inline(never)]
fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&one, &other| compare(one, other));
    places
}
