//! Files and numbers that are nearly right: sound ones, changed a little. The choices are made by a seed, so that a run
//! can be repeated.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests; each uses a part of it"
)]

use serde_json::Value;

/// Files to begin with.
pub const FILES: [&str; 4] = [
    include_str!("../golden/v1.json"),
    include_str!("../golden/v2.json"),
    include_str!("../golden/v3.json"),
    raaderum::example::FILE,
];

/// Texts that somebody types where a number or a date belongs.
pub const NUMBERS: [&str; 100] = [
    "96 755",
    "-96\u{202F}755",
    "1\u{2009}586\u{A0}691,5",
    "\u{2014}4.600",
    "4.600,-",
    "4.600,\u{2013}",
    "25,--",
    "½ mio.",
    "2½",
    "-¼",
    "2 ¾ mio. kr.",
    "\u{202D}4.600\u{202C}",
    "\u{200E}-4.600",
    "4.\u{AD}600\u{2060}",
    "0,480*",
    "4.600¹²",
    "4.600 1)",
    "-0,51)",
    "500.000 per år",
    "1,2 mio. om året",
    "4.600 årligt*",
    "26,1 mio. kr. - 50.000 kr.",
    "2,5-3,5 mio. kr.",
    "1\u{2013}2 mio.",
    "2024-2027",
    "2024/25",
    "120-50",
    "-120 -160 -160 -160",
    "450 650 650 650",
    "01-01-2024",
    "1/1-2024",
    "1/3-23",
    "01.01.2024",
    "ca. 300",
    "12 %",
    "…",
    " -   ",
    "- kr.",
    "4,600",
    "kr. -1.183",
    "4.600",
    "-4.600",
    "−4.600",
    "–4.600,50",
    "4600-",
    "(4.600)",
    "(kr. 4.600)",
    "kr. 1.586.691",
    "kr. -4.600",
    "1.586.691 kr.",
    "5,6 mio. kr.",
    "(5,6 mio.) kr.",
    "5,6 mio.",
    "1,2 mia",
    "300 t.kr.",
    "300 tkr",
    "10 tusind kroner",
    "DKK 5",
    "sparer 4.600",
    "koster 3.100",
    "SPARER 4.600 kr.",
    "sparer -5",
    "koster (5)",
    "sparer 0",
    " sparer\u{A0}4.600",
    "\u{FEFF}koster 5",
    "=12*450",
    "=(1.200-300)/3",
    "=4600-",
    "12*450+3/7",
    "1/3",
    "-(4.600 - 300)",
    "2 mio. - 300 t.kr.",
    "(2 mio. + 300) kr.",
    "1.5",
    "12.34.567",
    "1,2,3",
    "1e5",
    "--4",
    "5+-3",
    "1 213",
    "5/0",
    "abc",
    "1,",
    ",5",
    "0",
    "-0",
    "0,00",
    "1.000.000.000.000",
    "1.000.000.000.001",
    "=999999999999999*999999999999999*999999999999999",
    "0,123456789012",
    "2024-pl",
    "2024 p/l",
    "50 %",
    "99,99%",
    "31.12.2023",
    "3/10 2022",
    "2022-10-03",
    "",
];

/// Pieces of numbers and of what surrounds them.
pub const PIECES: [&str; 46] = [
    "\u{202F}", "\u{2009}", "\u{202D}", "\u{AD}", "\u{2014}", ",-", "½", "²", " 1)", " per år",
    "2024", " årligt", "1", "9", "000", "1.000", ",5", ",", ".", "-", "−", "+", "*", "/", "(", ")",
    "=", " ", "\t", "\u{A0}", "\u{200B}", "\u{FEFF}", "kr.", "kr", " kroner", "mio.", " mia",
    "t.kr.", "sparer ", "koster ", "Sparer", "%", "-pl", "e5", "Ⅷ", "٣",
];

/// Choices that follow from a seed (SplitMix64).
pub struct Choices(u64);

impl Choices {
    /// The choices of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 where there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).expect("a small number");
        usize::try_from(self.next() % bound).expect("a small number")
    }

    /// One of these.
    pub fn one_of<'a, T>(&mut self, these: &'a [T]) -> &'a T {
        &these[self.below(these.len())]
    }
}

// ---- numbers ----

/// A text that is nearly a number.
pub fn changed_number(text: &str, choices: &mut Choices) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..=choices.below(3) {
        let place = choices.below(characters.len() + 1);
        let end = (place + choices.below(4)).min(characters.len());
        match choices.below(6) {
            0 => _ = characters.drain(place..end),
            1 => {
                let again: Vec<char> = characters[place..end].to_vec();
                characters.splice(place..place, again);
            }
            2 => characters.truncate(end),
            3 => {
                let other: Vec<char> = choices.one_of(&NUMBERS).chars().collect();
                let from = choices.below(other.len() + 1);
                characters.splice(place..end, other[from..].iter().copied());
            }
            4 => {
                let digit = char::from(b"0123456789"[choices.below(10)]);
                let times = choices.below(220);
                characters.splice(place..place, std::iter::repeat_n(digit, times));
            }
            _ => _ = characters.splice(place..place, choices.one_of(&PIECES).chars()),
        }
    }
    characters.into_iter().collect()
}

// ---- files ----

/// A file that is nearly right.
pub fn changed_file(bytes: &[u8], choices: &mut Choices) -> Vec<u8> {
    let json = std::str::from_utf8(bytes)
        .ok()
        .and_then(|text| serde_json::from_str::<Value>(text).ok());
    let mut changed = match json {
        Some(json) if choices.below(8) > 0 => changed_json(json, choices).into_bytes(),
        _ => bytes.to_vec(),
    };
    if choices.below(4) == 0 {
        change_bytes(&mut changed, choices);
    }
    changed
}

/// Flips, cuts, doubles and inserts bytes.
fn change_bytes(bytes: &mut Vec<u8>, choices: &mut Choices) {
    const INSERTED: [&[u8]; 12] = [
        b"\0",
        b"\xEF\xBB\xBF",
        b"\xFF",
        b"\xED\xA0\x80",
        b"\"",
        b"\\",
        b"{",
        b"]",
        b",",
        b"e400",
        b"-",
        b"\n",
    ];
    for _ in 0..=choices.below(3) {
        let place = choices.below(bytes.len() + 1);
        let end = (place + choices.below(40)).min(bytes.len());
        match choices.below(6) {
            0 => bytes.truncate(place),
            1 => _ = bytes.drain(place..end),
            2 => {
                let again = bytes[place..end].to_vec();
                let at = choices.below(bytes.len() + 1);
                bytes.splice(at..at, again);
            }
            3 => _ = bytes.splice(place..place, choices.one_of(&INSERTED).iter().copied()),
            4 => _ = bytes.splice(0..0, *b"\xEF\xBB\xBF"),
            _ => {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte ^= 1 << choices.below(8);
                }
            }
        }
    }
}

/// Stands where raw JSON is put, such as no JSON value can hold: keys that stand twice, or a number that is not one.
const HOLE: &str = "b1b8dd3b-hole";

/// A JSON text with some of its values changed.
fn changed_json(mut json: Value, choices: &mut Choices) -> String {
    let mut raw: Vec<String> = Vec::new();
    for _ in 0..=choices.below(3) {
        let other = any_value(&json, choices);
        let place = any_place(&mut json, choices);
        match choices.below(10) {
            0 => {
                if let Value::Object(fields) = place {
                    let keys: Vec<String> = fields.keys().cloned().collect();
                    let key = choices
                        .one_of(&[keys, vec![String::new()]].concat())
                        .clone();
                    fields.remove(&key);
                } else if let Value::Array(items) = place {
                    items.pop();
                }
            }
            1 => match place {
                // One more item, like the first.
                Value::Array(items) => items.extend(items.first().cloned()),
                Value::Object(fields) => {
                    let names = [
                        "",
                        "Heading",
                        "id ",
                        "unreadable",
                        "x.y[0]",
                        "\u{0}",
                        "note",
                    ];
                    fields.insert((*choices.one_of(&names)).to_owned(), other);
                }
                value => *value = Value::Array(vec![value.take()]),
            },
            2 => {
                // A key that stands twice, spelt out or escaped.
                if let Value::Object(fields) = place {
                    let keys: Vec<String> = fields.keys().cloned().collect();
                    if let Some(key) = keys.get(choices.below(keys.len())) {
                        let value = fields.insert(key.clone(), HOLE.into()).unwrap_or_default();
                        let escaped = key.replacen('e', "\\u0065", choices.below(2));
                        raw.push(format!("{other},\"{escaped}\":{value}"));
                    }
                }
            }
            3 => {
                let depth = [1, 3, 126, 127, 128, 129, 3_000][choices.below(7)];
                let (open, close) = [("[", "]"), ("{\"a\":", "}")][choices.below(2)];
                raw.push(format!(
                    "{}{other}{}",
                    open.repeat(depth),
                    close.repeat(depth)
                ));
                *place = HOLE.into();
            }
            4 => *place = other,
            5 => {
                if let Value::String(text) = place {
                    let again = text.repeat(choices.below(4));
                    *text = format!("{again}{}", choices.one_of(&PIECES));
                }
            }
            _ => {
                raw.push(raw_value(choices));
                *place = HOLE.into();
            }
        }
    }
    let mut text = if choices.below(2) == 0 {
        json.to_string()
    } else {
        serde_json::to_string_pretty(&json).expect("JSON")
    };
    let hole = format!("\"{HOLE}\"");
    for raw in raw {
        text = text.replacen(&hole, &raw, 1);
    }
    text
}

/// Values as they stand in a JSON text, usual or odd.
pub const VALUES: [&str; 58] = [
    "null",
    "true",
    "0",
    "-0",
    "-0.0",
    "0e0",
    "1",
    "-1",
    "12",
    "13",
    "1.5",
    "0.01",
    "-0.001",
    "0.0001",
    "100",
    "99.99",
    "100.00",
    "1e3",
    "1E+3",
    "1e-2",
    "1.50e2",
    "1e400",
    "-1e400",
    "1e-400",
    "1e99999999999999999999",
    "0e99999999999999999999",
    "123456789012345678901234567890",
    "0.1234567890123456789012345678901234567890",
    "1000000000000",
    "1000000000000.00",
    "1000000000000.01",
    "-1000000000000",
    "999999999999.99",
    "1000000",
    "1000000.0001",
    "1969",
    "1970",
    "2100",
    "2101",
    "01",
    "1.",
    ".5",
    "\"\"",
    "\"\\u0000\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"\\ufeff\"",
    "\"linje\\nto\\r\\n\\ttre\"",
    "\"2023-12-31\"",
    "\"2023-02-29\"",
    "\"2023-12-31T10:00:00Z\"",
    "\"4cffbd3b-13ff-4f3a-ae47-dc6990640c54\"",
    "{}",
    "[]",
    "{\"unreadable\":\"\"}",
    "{\"unreadable\":\"1.5\",\"unreadable\":\"5\"}",
    "{\"$serde_json::private::Number\":\"5\"}",
    "{\"$serde_json::private::Number\":null}",
];

/// One of them, or an amount, or a text that is nearly a number.
fn raw_value(choices: &mut Choices) -> String {
    match choices.below(4) {
        0 => {
            let typed = *choices.one_of(&NUMBERS);
            let typed = changed_number(typed, choices);
            serde_json::json!({ "unreadable": typed }).to_string()
        }
        1 => {
            let (øre, scale) = (choices.next() % 100_000_000_000_000, choices.below(4));
            let sign = ["", "-"][choices.below(2)];
            let unit = 10_u64.pow(u32::try_from(scale).expect("a small number"));
            match scale {
                0 => format!("{sign}{}", øre % 1_000_000),
                _ => format!("{sign}{}.{:0scale$}", øre / unit, øre % unit),
            }
        }
        _ => (*choices.one_of(&VALUES)).to_owned(),
    }
}

/// Some value of a document.
fn any_value(json: &Value, choices: &mut Choices) -> Value {
    let mut copy = json.clone();
    any_place(&mut copy, choices).take()
}

/// Some place in a document, the further in the more of them there are.
fn any_place<'a>(json: &'a mut Value, choices: &mut Choices) -> &'a mut Value {
    if choices.below(6) == 0 {
        return json;
    }
    // A place has to be tried before it is borrowed for good.
    let children = match json {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    if children == 0 {
        return json;
    }
    let child = choices.below(children);
    let child = match json {
        Value::Array(items) => &mut items[child],
        Value::Object(fields) => fields.values_mut().nth(child).expect("a field"),
        other => other,
    };
    any_place(child, choices)
}
