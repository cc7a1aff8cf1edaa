//! What a person is told about a file that is refused.

use raaderum::domain::limits;
use raaderum::file::{self, OtherProgram, Reason, Refusal};
use raaderum::publication;
use raaderum::text::{messages, open_data};

use super::{GOLDEN_2, changed};

/// What a person is told about a file that is refused.
fn check_told(text: &str, sentence: &str) {
    let refusal = file::read(text).expect_err("refused");
    assert_eq!(messages::refusal(&refusal), sentence);
}

#[test]
fn a_refusal_says_where_and_what_to_do() {
    check_told(
        &GOLDEN_2.replacen("\"summary\": ", "\"summary\": \"\", \"summary\": ", 1),
        "proposals[0].sections.summary: Feltet står to gange, og kun det ene kan læses. Slet det, der ikke gælder.",
    );
    let rows = format!("[{}]", vec!["null"; limits::FOCUS_AREAS + 1].join(","));
    check_told(
        &changed("/action_plans/0/focus_areas", Some(&rows)),
        "action_plans[0].focus_areas: Her er for mange. Grænsen er 200. Fjern nogle, eller del filen i flere.",
    );
    // Nested more deeply than the parser goes, and than any file of ours is.
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    check_told(
        &nested(127),
        "Filen er ikke fra Råderum. Vælg en fil, som Råderum har gemt.",
    );
    check_told(
        &nested(128),
        "Filen kan ikke læses som en Råderum-fil (JSON): linje 1, tegn 128. Er den fra Råderum, er den måske beskadiget eller ikke kopieret helt.",
    );
    check_told(
        &changed("/proposals/0/heading", Some(&nested(100))),
        "proposals[0].heading: Her skal stå en tekst.",
    );
}

/// A healthy file of another program is not called damaged: it is named, with what can be done with it.
#[test]
fn the_file_of_another_program_is_named() {
    let wide = |name: &str| -> Vec<u8> { name.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let archive = |name: &str| {
        [
            b"PK\x03\x04\x14\x00\x06\x00".as_slice(),
            name.as_bytes(),
            b"\x8d\xff",
        ]
        .concat()
    };
    let compound = |name: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), wide(name)].concat();
    for (bytes, program, named) in [
        (
            archive("[Content_Types].xml word/document.xml"),
            OtherProgram::Word,
            "en Word-fil",
        ),
        (
            archive("[Content_Types].xml xl/workbook.xml"),
            OtherProgram::Excel,
            "en Excel-fil",
        ),
        (
            archive("[Content_Types].xml ppt/slides/"),
            OtherProgram::Office,
            "en Office-fil",
        ),
        (
            archive("mimetypeapplication/vnd.oasis.opendocument.text"),
            OtherProgram::Office,
            "en Office-fil",
        ),
        (
            archive("raaderum-alt.json"),
            OtherProgram::Zip,
            "en zip-fil",
        ),
        (compound("WordDocument"), OtherProgram::Word, "en Word-fil"),
        (compound("Workbook"), OtherProgram::Excel, "en Excel-fil"),
        (compound("Book"), OtherProgram::Excel, "en Excel-fil"),
        (
            compound("EncryptedPackage"),
            OtherProgram::Office,
            "en Office-fil",
        ),
        (
            b"{\\rtf1\\ansi }".to_vec(),
            OtherProgram::Word,
            "en Word-fil",
        ),
        (
            b"%PDF-1.7\n%\xe2\xe3".to_vec(),
            OtherProgram::Pdf,
            "en PDF-fil",
        ),
        (
            b"Forslag;2024;2025\r\nL\xe6rere;-1,5;-2\r\n".to_vec(),
            OtherProgram::Csv,
            "en CSV-fil",
        ),
        (
            "\u{FEFF}Forslag\t2024\nLærere\t-1".into(),
            OtherProgram::Csv,
            "en CSV-fil",
        ),
        (
            [vec![0xFF, 0xFE], wide("Forslag\t2024\r\nLærere\t-1\r\n")].concat(),
            OtherProgram::Csv,
            "en CSV-fil",
        ),
        (
            b"name,2024\nteachers,-1\n".to_vec(),
            OtherProgram::Csv,
            "en CSV-fil",
        ),
        (
            "Kære alle, her er det.\nHilsen Ane".into(),
            OtherProgram::Text,
            "en tekstfil",
        ),
        (
            b"K\xe6re alle".to_vec(),
            OtherProgram::Text,
            "en tekstfil",
        ),
        (
            b"<?xml version=\"1.0\"?><a/>".to_vec(),
            OtherProgram::Text,
            "en tekstfil",
        ),
        (
            b"\x89PNG\r\n\x1a\n\0\0".to_vec(),
            OtherProgram::Image,
            "et billede",
        ),
        (
            b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(),
            OtherProgram::Image,
            "et billede",
        ),
        (
            b"RIFF\x24\0\0\0WEBPVP8 ".to_vec(),
            OtherProgram::Image,
            "et billede",
        ),
        (
            b"\0\0\0\x18ftypheic".to_vec(),
            OtherProgram::Image,
            "et billede",
        ),
        (
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(),
            OtherProgram::Image,
            "et billede",
        ),
        (
            b"\xef\xbb\xbf\n<!DOCTYPE html>\n<title>Budget</title>".to_vec(),
            OtherProgram::WebPage,
            "en webside (HTML)",
        ),
        (
            b"<!-- saved from url --><HTML><table></table></HTML>".to_vec(),
            OtherProgram::WebPage,
            "en webside (HTML)",
        ),
        (
            format!(
                "<!DOCTYPE html><html lang=\"da\"><script type=\"application/json\" id=\"{}\">{{}}</script>",
                publication::DATA
            )
            .into(),
            OtherProgram::PublishedPage,
            "en side, som Råderum har udgivet",
        ),
    ] {
        let refusal = file::read_bytes(&bytes).expect_err("not ours");
        assert_eq!(refusal, Refusal::whole(Reason::OtherProgram(program)));
        let told = messages::refusal(&refusal);
        assert!(
            told.starts_with(&format!("Det er {named}. Råderum kan ")),
            "{told}"
        );
    }
    // Nothing is damaged in a file in which there is nothing, and one that is not text is not called a text.
    for empty in ["", " \n", "\u{FEFF}", "\0\0\0\0"] {
        let refusal = file::read_bytes(empty.as_bytes()).expect_err("empty");
        assert_eq!(refusal, Refusal::whole(Reason::Empty), "{empty:?}");
    }
    let refusal = Refusal::whole(Reason::Empty);
    assert_eq!(
        messages::refusal(&refusal),
        "Filen er tom. Vælg en anden fil, som Råderum har gemt."
    );
    assert_eq!(
        file::read_bytes(b"\x01\x02\xfe\xff").expect_err("no text"),
        Refusal::whole(Reason::NotText)
    );
    // Where the data of a published page is to be had is what the page calls it.
    let refusal = Refusal::whole(Reason::OtherProgram(OtherProgram::PublishedPage));
    let told = messages::refusal(&refusal);
    for name in [
        open_data::OPEN_DATA,
        &format!("{}.json", open_data::CATALOGUE_FILE),
    ] {
        assert!(told.contains(&format!("»{name}«")), "{told}");
    }
    // A file of ours may speak of them.
    let speaks = changed("/proposals/0/heading", Some("\"%PDF- word/document\""));
    assert!(file::read_bytes(speaks.as_bytes()).is_ok());
    // The beginning alone decides: JSON that was cut off is not theirs.
    assert!(matches!(
        file::read_bytes(b"{\"rtf").map_err(|refusal| refusal.reason),
        Err(Reason::NotJson { .. })
    ));
}
