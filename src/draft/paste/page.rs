//! How pages and letters strike through and hide: what looks like that is no amount of a table.

use crate::danish::in_small_letters;

/// How a piece of a page looks, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// It is to be read.
    Plain,
    /// It is struck through.
    Struck,
    /// It is not to be seen, and keeps its place.
    Unseen,
    /// It is not to be seen, and takes up no place.
    Absent,
}

/// The attribute that the style of an element stands in ([`PageStyles::taken_from`]).
pub const STYLE_ATTRIBUTE: &str = "data-style";

/// The classes of a page that strike through or hide, as spreadsheets write them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageStyles(Vec<(String, Look)>);

impl PageStyles {
    /// Returns the classes of a page, and the page without styles, which the policy of the app forbids: its style sheets are
    /// taken out, and what elements have of their own is named [`STYLE_ATTRIBUTE`].
    #[must_use]
    pub fn taken_from(page: &str) -> (Self, String) {
        const OPEN: &str = "<style";
        const CLOSE: &str = "</style";
        let (mut css, mut rest) = (String::new(), String::new());
        let mut left = page;
        // Small letters of ASCII take up as much room as capitals.
        let small = page.to_ascii_lowercase();
        let mut small = small.as_str();
        while let Some(from) = small.find(OPEN) {
            let (before, after) = left.split_at(from);
            let (_, small_after) = small.split_at(from);
            rest.push_str(before);
            let Some(to) = small_after.find(CLOSE) else {
                return (Self::read(&css), with_styles_renamed(&rest));
            };
            let (sheet, after) = after.split_at(to);
            let (_, small_after) = small_after.split_at(to);
            css.push_str(sheet.split_once('>').map_or("", |(_, sheet)| sheet));
            left = after.split_once('>').map_or("", |(_, after)| after);
            small = small_after.split_once('>').map_or("", |(_, after)| after);
        }
        rest.push_str(left);
        (Self::read(&css), with_styles_renamed(&rest))
    }

    /// Returns the classes in a style sheet. Rules that depend on where something stands are passed over.
    #[must_use]
    pub fn read(css: &str) -> Self {
        let rules = css.split('}').filter_map(|rule| rule.split_once('{'));
        let rules = rules.map(|(selectors, style)| (selectors, look_of(style)));
        let classes =
            rules
                .filter(|(_, look)| *look != Look::Plain)
                .flat_map(|(selectors, look)| {
                    let selectors = selectors.split(',').map(str::trim);
                    let classes = selectors.filter_map(|selector| {
                        let (element, class) = selector.rsplit_once('.')?;
                        // The first one comes after the marks of a comment.
                        let element = element.trim_start_matches("<!--").trim_start();
                        let is_one = element.chars().all(char::is_alphanumeric)
                            && !class.contains(['>', ' ', ':']);
                        is_one.then(|| (class.to_owned(), look))
                    });
                    classes.collect::<Vec<_>>()
                });
        Self(classes.collect())
    }

    /// Returns how an element looks by itself: by its tag, its own style, and its classes.
    #[must_use]
    pub fn look(&self, tag: &str, style: &str, classes: &str) -> Look {
        if ["del", "s", "strike"]
            .iter()
            .any(|struck| tag.eq_ignore_ascii_case(struck))
        {
            return Look::Struck;
        }
        let own = look_of(style);
        if own != Look::Plain {
            return own;
        }
        let mut classes = classes.split_ascii_whitespace();
        let of_class = classes.find_map(|class| {
            let found = self.0.iter().find(|(known, _)| known == class);
            found.map(|(_, look)| *look)
        });
        of_class.unwrap_or(Look::Plain)
    }
}

fn with_styles_renamed(page: &str) -> String {
    const NAME: &str = "style";
    let lower = page.to_ascii_lowercase();
    let mut renamed = String::new();
    let mut left = 0;
    for (at, _) in lower.match_indices(NAME) {
        let (before, after) = lower.split_at(at);
        let is_in_tag = before.rfind('<') > before.rfind('>');
        let begins = before.ends_with(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\''));
        let after = after.strip_prefix(NAME).unwrap_or_default();
        let is_named = after.trim_ascii_start().starts_with('=');
        if is_in_tag && begins && is_named {
            renamed.push_str(page.get(left..at).unwrap_or_default());
            renamed.push_str(STYLE_ATTRIBUTE);
            left = at + NAME.len();
        }
    }
    renamed.push_str(page.get(left..).unwrap_or_default());
    renamed
}

fn look_of(style: &str) -> Look {
    let style: String = in_small_letters(style)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let says = |declaration: &str| {
        style
            .split(';')
            .any(|one| one.trim_end_matches("!important") == declaration)
    };
    if says("display:none") || says("visibility:collapse") {
        Look::Absent
    } else if says("visibility:hidden") || says("mso-hide:all") {
        Look::Unseen
    } else if style.contains("line-through") {
        Look::Struck
    } else {
        Look::Plain
    }
}
