//! Texts and bytes that are no file of ours, or one of another version.

use raaderum::file::{self, Expected, OtherProgram, Reason, Refusal};

use super::{GOLDEN_1, outcome, refuse};

/// A text that is no file of ours.
pub fn check_text(text: &str, place: &str, reason: Reason) {
    assert_eq!(outcome(file::read(text)), refuse(place, reason), "{text:?}");
}

#[test]
fn what_is_not_json_is_refused_with_line_and_column() {
    let at = |line, column| Reason::NotJson { line, column };
    check_text("{\n  \"format\": \"raaderum\",\n  oops\n}", "", at(3, 3));
    check_text("\u{FEFF}{\"format\": }", "", at(1, 12));
    check_text("hej", "", Reason::OtherProgram(OtherProgram::Text));
    // A file of ours that lost its beginning is not called anything else.
    let beheaded = GOLDEN_1.strip_prefix('{').unwrap();
    check_text(beheaded, "", at(2, 11));
    check_text(GOLDEN_1.strip_suffix("]\n}\n").unwrap(), "", at(215, 2));
    check_text(&format!("{GOLDEN_1}{{}}"), "", at(217, 1));
    check_text("{'format': 'raaderum'}", "", at(1, 2));
    check_text("", "", Reason::Empty);
    // Brackets nested so deeply that another reader would run out of stack.
    let deep = "[".repeat(1_000_000);
    assert!(matches!(
        file::read(&deep),
        Err(Refusal {
            reason: Reason::NotJson { .. },
            ..
        })
    ));
}

#[test]
fn what_is_not_ours_is_refused() {
    for text in [
        "null",
        "5",
        "[]",
        "{}",
        "\"raaderum\"",
        r#"{"version": 1}"#,
        r#"{"format": "Raaderum", "version": 1}"#,
        r#"{"format": 1, "version": 1}"#,
        r#"{"format": ["raaderum"], "version": 99}"#,
    ] {
        check_text(text, "", Reason::NotOurs);
    }
}

#[test]
fn other_versions_are_refused() {
    let of = |version| format!(r#"{{"format": "raaderum", "version": {version}, "notes": []}}"#);
    let whole = Reason::Expected(Expected::WholeNumber);
    let existing = Reason::Expected(Expected::Version);
    check_text(&of("1"), "notes", Reason::Unknown);
    check_text(&of("2"), "notes", Reason::Unknown);
    check_text(&of("3"), "notes", Reason::Unknown);
    check_text(&of("4"), "version", Reason::TooNew(4));
    check_text(&of("999999"), "version", Reason::TooNew(999_999));
    check_text(&of("0"), "version", existing.clone());
    check_text(&of("-1"), "version", existing);
    for version in [
        "\"1\"",
        "1.5",
        "1.0",
        "1e0",
        "null",
        "[1]",
        "99999999999999999999",
    ] {
        check_text(&of(version), "version", whole.clone());
    }
    check_text(r#"{"format": "raaderum"}"#, "version", Reason::Missing);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let latin_1 = b"{\"format\": \"raaderum\", \"heading\": \"\xE6\"}";
    let mut cut = "{\"heading\": \"æ".as_bytes().to_vec();
    cut.pop();
    for bytes in [&latin_1[..], &cut, b"\xFF\xFE{\0}\0"] {
        assert_eq!(
            outcome(file::read_bytes(bytes)),
            refuse("", Reason::NotText)
        );
    }
}
