//! What values were computed from, while their document is open.

use crate::danish::print_calculation;

/// What the values of fields were computed from. It is told beside a field from when the field is left until it is typed in
/// again, as long as the field shows the result.
#[derive(Debug, Clone, Default)]
pub struct Calculations(Vec<(String, InField)>);

#[derive(Debug, Clone, Default)]
struct InField {
    now: Option<Calculation>,
    /// What it was when the field was entered.
    before: Option<Calculation>,
    is_left: bool,
}

#[derive(Debug, Clone)]
struct Calculation {
    printed: String,
    /// What the field shows of the result.
    result: String,
}

impl Calculations {
    /// Notes what was typed into a field and what the field shows of it; `None` when it cannot be read.
    /// Returns whether that changes what is told.
    pub fn enter(&mut self, field: &str, typed: &str, result: Option<&str>) -> bool {
        let now = print_calculation(typed)
            .zip(result)
            .map(|(printed, result)| Calculation {
                printed,
                result: result.to_owned(),
            });
        if now.is_none() && self.at(field).is_none() {
            return false;
        }
        if self.at(field).is_none() {
            self.0.push((field.to_owned(), InField::default()));
        }
        let Some(entry) = self.at(field) else {
            return false;
        };
        let was_left = std::mem::take(&mut entry.is_left);
        if was_left {
            entry.before = entry.now.take();
        }
        entry.now = now;
        was_left
    }

    /// Notes that a field was left. Returns whether that changes what is told.
    pub fn leave(&mut self, field: &str) -> bool {
        let Some(entry) = self.at(field).filter(|entry| !entry.is_left) else {
            return false;
        };
        entry.before = None;
        entry.is_left = true;
        if entry.now.is_none() {
            self.0.retain(|(other, _)| other != field);
            return false;
        }
        true
    }

    /// Notes that what was typed into a field since it was entered was taken back. Returns whether that
    /// changes what is told.
    pub fn take_back(&mut self, field: &str) -> bool {
        let Some(entry) = self.at(field).filter(|entry| !entry.is_left) else {
            return false;
        };
        entry.now = entry.before.take();
        self.leave(field)
    }

    fn at(&mut self, field: &str) -> Option<&mut InField> {
        let mut entries = self.0.iter_mut();
        let (_, entry) = entries.find(|(other, _)| other == field)?;
        Some(entry)
    }

    /// Returns what the value of a field was computed from, as it is printed; `None` when that is not known, or the
    /// field shows something else by now.
    #[must_use]
    pub fn of(&self, field: &str, shows: impl FnOnce() -> String) -> Option<&str> {
        let (_, entry) = self.0.iter().find(|(other, _)| other == field)?;
        let entry = Some(entry).filter(|entry| entry.is_left)?;
        let now = entry.now.as_ref()?;
        (now.result == shows()).then_some(now.printed.as_str())
    }
}
