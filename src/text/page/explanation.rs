//! What explanations of figures say.

pub const EXPLAIN_BLANK: &str = "ikke udfyldt, tæller ikke med";
pub const EXPLAIN_HINT: &str =
    "Peg på et beregnet tal, eller gå til det med Tab, for at se, hvordan det er regnet ud.";

/// A value that cannot be read.
#[must_use]
pub fn explain_unreadable(text: &str) -> String {
    let text: String = text.chars().take(40).collect();
    format!("»{text}« kan ikke læses")
}

/// Brutto and the state's share.
#[must_use]
pub fn explain_gross(net: &str, rate: &str, gross: &str, state_share: &str) -> String {
    format!("{net} / (100 % − {rate} %) = {gross}; heraf staten {state_share}")
}

/// Brutto over all years, and the state's share of it.
#[must_use]
pub fn explain_gross_sum(sum: &str, state_share: &str) -> String {
    format!("{sum}; heraf staten {state_share}")
}

/// A sum of more than can be listed.
#[must_use]
pub fn explain_many(count: usize, total: &str) -> String {
    format!("Summen af {count} forslag = {total}")
}

/// Those that are not listed.
#[must_use]
pub fn explain_more(more: usize) -> String {
    format!("og {more} til")
}

/// The last of the months that are left.
#[must_use]
pub fn explain_needed(months: usize, last: &str) -> String {
    format!("Måneder tilbage: {months}; den sidste med resten: {last}")
}
