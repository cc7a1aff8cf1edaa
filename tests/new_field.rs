//! A form of its own with one field of each kind that a new field usually is: told once, it is found everywhere.

use raaderum::danish::{AmountUnit, Signs};
use raaderum::domain::Audience::{Public, Staff};
use raaderum::domain::{
    Access, Amount, AmountRole, Date, Description, Entry, FieldKind, Fields, FormField, Period,
    Row, Slot, SlotMut,
};
use raaderum::draft::{EntryError, Form, differences, enter_in, errors, shown_in};
use raaderum::file::layout::{self, Member, field};
use raaderum::file::{Reason, merge_records};
use serde_json::json;

/// A letter that asks for money.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Letter {
    subject: String,
    saving: Entry<Amount>,
    due: Entry<Date>,
    note_to_self: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LetterField {
    Subject,
    Saving,
    Due,
    NoteToSelf,
}

const YEARLY_SAVING: FieldKind = FieldKind::Amount(AmountRole::Saving, Period::BudgetYear);

static ROWS: &[Row<Letter, LetterField>] = &[
    Row::new(
        LetterField::Subject,
        "subject",
        FieldKind::Text,
        Public,
        Access::Text(|of| &of.subject, |of| &mut of.subject),
    ),
    Row::new(
        LetterField::Saving,
        "saving",
        YEARLY_SAVING,
        Public,
        Access::Amount(|of| &of.saving, |of| &mut of.saving),
    ),
    Row::new(
        LetterField::Due,
        "due",
        FieldKind::Date,
        Public,
        Access::Date(|of| &of.due, |of| &mut of.due),
    ),
    Row::new(
        LetterField::NoteToSelf,
        "note-to-self",
        FieldKind::Text,
        Staff,
        Access::Text(|of| &of.note_to_self, |of| &mut of.note_to_self),
    ),
];

static MEMBERS: [Member<Letter>; 4] = [
    field("subject", LetterField::Subject),
    field("saving", LetterField::Saving),
    field("due", LetterField::Due),
    field("note", LetterField::NoteToSelf),
];

fn row(field: LetterField) -> &'static Row<Letter, LetterField> {
    ROWS.iter().find(|row| row.field == field).expect("a row")
}

impl FormField for LetterField {
    fn describe(self) -> Description {
        row(self).description
    }
}

impl Fields for Letter {
    type Field = LetterField;

    fn fields(&self) -> Vec<LetterField> {
        ROWS.iter().map(|row| row.field).collect()
    }

    fn slot(&self, field: LetterField) -> Option<Slot<'_>> {
        Some(row(field).slot(self))
    }

    fn slot_mut(&mut self, field: LetterField) -> Option<SlotMut<'_>> {
        Some(row(field).slot_mut(self))
    }
}

impl Form for Letter {
    const UNIT: AmountUnit = AmountUnit::Thousands;
}

fn filled_in() -> Letter {
    let mut letter = Letter::default();
    letter.enter(LetterField::Subject, "Færre møder");
    letter.enter(LetterField::Saving, "-4.600");
    letter.enter(LetterField::Due, "1.9.2024");
    letter.enter(LetterField::NoteToSelf, "Spørg Lis");
    letter
}

#[test]
fn it_is_entered_shown_and_refused() {
    let mut letter = filled_in();
    assert_eq!(letter.saving, Entry::Value(Amount::from_kroner(-4_600_000)));
    assert_eq!(letter.shown(LetterField::Saving), "−4.600");
    assert_eq!(letter.shown(LetterField::Due), "01.09.2024");
    assert_eq!(
        shown_in(&letter, LetterField::Saving, Signs::Words),
        "sparer 4.600"
    );
    assert_eq!(
        shown_in(&letter, LetterField::Saving, Signs::RowDecides),
        "4.600"
    );
    enter_in(&mut letter, LetterField::Saving, "700", Signs::PlusSaves);
    assert_eq!(letter.shown(LetterField::Saving), "−700");
    letter.enter(LetterField::Due, "snart");
    assert_eq!(letter.shown(LetterField::Due), "snart");
    let refused: Vec<(LetterField, EntryError)> = errors(&letter);
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].0, LetterField::Due);
}

#[test]
fn it_is_filed_and_a_broken_file_is_refused_with_its_place() {
    let mut letter = filled_in();
    letter.enter(LetterField::Due, "snart");
    let written = layout::write_record(&MEMBERS, &letter).expect("JSON");
    let expected = json!({
        "subject": "Færre møder",
        "saving": serde_json::from_str::<serde_json::Value>("-4600000").expect("a number"),
        "due": {"unreadable": "snart"},
        "note": "Spørg Lis",
    });
    assert_eq!(written, expected);
    let mut read = Letter::default();
    layout::read_record(&written, &MEMBERS, &mut read).expect("what was written");
    assert_eq!(read, letter);

    let refused = |change: fn(&mut serde_json::Map<String, serde_json::Value>)| {
        let mut broken = written.clone();
        change(broken.as_object_mut().expect("an object"));
        layout::read_record(&broken, &MEMBERS, &mut Letter::default()).expect_err("broken")
    };
    let missing = refused(|members| _ = members.remove("note"));
    assert_eq!(
        (missing.path.as_str(), missing.reason),
        ("note", Reason::Missing)
    );
    let unknown = refused(|members| _ = members.insert("colour".to_owned(), json!("red")));
    assert_eq!(
        (unknown.path.as_str(), unknown.reason),
        ("colour", Reason::Unknown)
    );
    assert_eq!(
        refused(|members| members["due"] = json!("1.9.2024")).path,
        "due"
    );
}

#[test]
fn it_is_merged_and_compared() {
    let base = filled_in();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.enter(LetterField::Subject, "Kortere møder");
    theirs.enter(LetterField::Saving, "-5.000");
    let json = |letter: &Letter| layout::write_record(&MEMBERS, letter).expect("JSON");
    let (merged, conflicts) = merge_records(&MEMBERS, &json(&base), &json(&ours), &json(&theirs));
    let mut both = Letter::default();
    layout::read_record(&merged, &MEMBERS, &mut both).expect("a letter");
    assert_eq!(both.subject, "Kortere møder");
    assert_eq!(both.shown(LetterField::Saving), "−5.000");
    assert_eq!(conflicts, Vec::<String>::new());
    let changed: Vec<LetterField> = differences(&base, &both).collect();
    assert_eq!(changed, [LetterField::Subject, LetterField::Saving]);

    ours.enter(LetterField::Saving, "-4.000");
    let (_, conflicts) = merge_records(&MEMBERS, &json(&base), &json(&ours), &json(&theirs));
    assert_eq!(conflicts, ["saving"]);
}

#[test]
fn it_is_published_only_if_it_says_so() {
    let letter = filled_in();
    let mut public = Letter::default();
    public.copy_fields(&letter, Description::is_public);
    assert_eq!(public.note_to_self, "");
    assert_eq!(
        Letter {
            note_to_self: letter.note_to_self.clone(),
            ..public
        },
        letter
    );
}
