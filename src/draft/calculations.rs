//! What values were computed from, while their document is open, and as it is kept in the browser for when it is opened
//! again.

use crate::danish::print_calculation;
use crate::domain::limits;

/// What is kept of one document has at most so many lines: what was kept first goes first.
const MOST_KEPT: usize = 100;
/// What a value was computed from is printed with spaces around each sign.
const LONGEST_KEPT: usize = 3 * limits::NUMBER_CHARACTERS;

/// So many results of one field are known at a time: undoing may bring them back.
const MOST_OF_FIELD: usize = 5;

/// What the values of fields were computed from. It is told beside a field from when the field is left until it is typed in
/// again, as long as the field shows the result.
#[derive(Debug, Clone, Default)]
pub struct Calculations(Vec<(String, InField)>);

#[derive(Debug, Clone, Default)]
struct InField {
    /// What was computed there, the last at the end: never two with one result.
    known: Vec<Calculation>,
    /// What was typed since the field was entered; `None` where it was left.
    typed: Option<Typed>,
}

#[derive(Debug, Clone)]
struct Typed {
    /// What the field shows of it; `None` when it cannot be read.
    result: Option<String>,
    /// How it is printed, where it is a calculation.
    printed: Option<String>,
}

#[derive(Debug, Clone)]
struct Calculation {
    printed: String,
    /// What the field shows of the result.
    result: String,
}

impl InField {
    /// Notes what a result was computed from; `None` where it was typed as it is.
    fn note(&mut self, result: String, printed: Option<String>) {
        self.known.retain(|known| known.result != result);
        if let Some(printed) = printed {
            self.known.push(Calculation { printed, result });
            let surplus = self.known.len().saturating_sub(MOST_OF_FIELD);
            self.known.drain(..surplus);
        }
    }
}

impl Calculations {
    /// Notes what was typed into a field and what the field shows of it; `None` when it cannot be read.
    /// Returns whether that changes what is told.
    pub fn enter(&mut self, field: &str, typed: &str, result: Option<&str>) -> bool {
        let printed = print_calculation(typed).filter(|_| result.is_some());
        if printed.is_none() && self.at(field).is_none() {
            return false;
        }
        let typed = Typed {
            result: result.map(str::to_owned),
            printed,
        };
        self.change(field, |entry| entry.typed.replace(typed).is_none())
    }

    /// Notes that a field was left. Returns whether that may change what is told.
    pub fn leave(&mut self, field: &str) -> bool {
        self.end_typing(field, |entry, typed| {
            if let Some(result) = typed.result {
                entry.note(result, typed.printed);
            }
        })
    }

    /// Notes that what was typed into a field since it was entered was taken back. Returns whether that
    /// may change what is told.
    pub fn take_back(&mut self, field: &str) -> bool {
        self.end_typing(field, |_, _| {})
    }

    /// Returns the field that was typed into and not left since.
    #[must_use]
    pub fn typed_in(&self) -> Option<String> {
        let mut entries = self.0.iter();
        let (field, _) = entries.find(|(_, entry)| entry.typed.is_some())?;
        Some(field.clone())
    }

    fn end_typing(&mut self, field: &str, end: fn(&mut InField, Typed)) -> bool {
        let Some(entry) = self.at(field) else {
            return false;
        };
        let Some(typed) = entry.typed.take() else {
            return false;
        };
        end(entry, typed);
        let is_known = !entry.known.is_empty();
        if !is_known {
            self.0.retain(|(other, _)| other != field);
        }
        is_known
    }

    fn at(&mut self, field: &str) -> Option<&mut InField> {
        let mut entries = self.0.iter_mut();
        let (_, entry) = entries.find(|(other, _)| other == field)?;
        Some(entry)
    }

    /// Changes what is known of a field.
    fn change<T>(&mut self, field: &str, change: impl FnOnce(&mut InField) -> T) -> T {
        if let Some(entry) = self.at(field) {
            return change(entry);
        }
        let mut entry = InField::default();
        let changed = change(&mut entry);
        self.0.push((field.to_owned(), entry));
        changed
    }

    /// Returns what was kept when the document was open before. A line that cannot be read is left out.
    #[must_use]
    pub fn from_kept(kept: &str) -> Self {
        let mut calculations = Self::default();
        for line in kept.lines().filter_map(KeptLine::parse).take(MOST_KEPT) {
            let printed = Some(line.printed.to_owned());
            calculations.change(line.field, |entry| {
                entry.note(line.result.to_owned(), printed);
            });
        }
        calculations
    }

    /// Returns what is to be kept from when a field was left, beside what is kept of other fields: a line for each.
    #[must_use]
    pub fn kept_with(&self, field: &str, kept: &str) -> String {
        let lines = kept.lines().filter_map(KeptLine::parse);
        let mut lines: Vec<KeptLine<'_>> = lines.filter(|line| line.field != field).collect();
        let entry = self.0.iter().find(|(other, _)| other == field);
        let known = entry.map(|(_, entry)| entry.known.as_slice());
        lines.extend(known.unwrap_or_default().iter().map(|known| KeptLine {
            field,
            printed: &known.printed,
            result: &known.result,
        }));
        let last = lines.len().saturating_sub(MOST_KEPT);
        let lines = lines.iter().skip(last);
        let lines: Vec<String> = lines
            .map(|line| format!("{}\t{}\t{}\n", line.field, line.result, line.printed))
            .collect();
        lines.concat()
    }

    /// Returns what the value of a field was computed from, as it is printed; `None` when that is not known, or the
    /// field shows something else by now.
    #[must_use]
    pub fn of(&self, field: &str, shows: impl FnOnce() -> String) -> Option<&str> {
        let (_, entry) = self.0.iter().find(|(other, _)| other == field)?;
        if entry.typed.is_some() || entry.known.is_empty() {
            return None;
        }
        let shown = shows();
        let known = entry.known.iter().find(|known| known.result == shown)?;
        Some(&known.printed)
    }
}

/// A line of what is kept: the field's name, the result as the field shows it, and what that was computed from.
struct KeptLine<'a> {
    field: &'a str,
    result: &'a str,
    printed: &'a str,
}

impl<'a> KeptLine<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let (field, rest) = line.split_once('\t')?;
        let (result, printed) = rest.split_once('\t')?;
        let is_whole = !field.is_empty()
            && !result.is_empty()
            && printed.chars().nth(LONGEST_KEPT).is_none()
            && print_calculation(printed).is_some_and(|again| again == printed);
        is_whole.then_some(Self {
            field,
            result,
            printed,
        })
    }
}
