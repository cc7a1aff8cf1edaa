//! The database in the browser (`page/modules/database.ts`). What has been written to it survives the browser being killed.

use js_sys::{Array, JsString};
use wasm_bindgen::prelude::*;

use super::local_storage::StorageProblem;
use crate::domain::Timestamp;
use crate::file::iso;
use crate::record::{Arrived, Key, PendingKey, Seen, Stamp, Standing};

#[wasm_bindgen(raw_module = "./database.js")]
extern "C" {
    #[wasm_bindgen(js_name = listen)]
    fn listen_for(heard: &Closure<dyn FnMut(String)>);
    #[wasm_bindgen(catch, js_name = stamps)]
    async fn all_stamps() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = earlierStamps)]
    async fn all_earlier_stamps(key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = texts)]
    async fn all_texts(stamps: &Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = write)]
    async fn write_next(key: &str, noted: &str, next: &Closure<Decide>) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = forgetArrivals)]
    async fn forget_all_arrivals(before: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = adopt)]
    async fn adopt_all(records: &Array) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = setAside)]
    async fn keep(stamp: &str, text: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = forget)]
    async fn forget_all(stamps: &Array) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    async fn room() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn persist() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn tied() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = tie)]
    async fn tie_to(file: &JsValue) -> Result<(), JsValue>;
}

/// What is stored next, given the stamp and the text of what is stored, the stamps of earlier states, and how far the tab
/// has come.
type Decide = dyn FnMut(Option<String>, Option<String>, Array, Option<String>) -> Option<Array>;

fn strings(values: impl IntoIterator<Item = impl AsRef<str>>) -> Array {
    let strings = values.into_iter();
    strings.map(|text| JsString::from(text.as_ref())).collect()
}

fn texts_in(array: &JsValue) -> Vec<Option<String>> {
    let values = Array::from(array).into_iter();
    values.map(|value| value.as_string()).collect()
}

/// What the database's error means.
fn problem(error: &JsValue) -> StorageProblem {
    let name = js_sys::Reflect::get(error, &"name".into());
    match name.ok().and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError") => StorageProblem::Full,
        // The database was made by a newer version of the program.
        Some("VersionError") => StorageProblem::TooNew,
        Some("BlockedError") => StorageProblem::Blocking,
        _ => StorageProblem::NotSafe,
    }
}

/// Calls back with the stamp of every record that another tab says it has stored, as long as the page lives. It is a hint: any page
/// at the same origin can say so.
pub(super) fn listen(heard: impl FnMut(String) + 'static) {
    let heard = Closure::new(heard);
    listen_for(&heard);
    heard.forget();
}

/// The stamps of every document that is stored.
pub(super) async fn stamps() -> Result<Vec<String>, StorageProblem> {
    let stamps = all_stamps().await.map_err(|error| problem(&error))?;
    Ok(texts_in(&stamps).into_iter().flatten().collect())
}

/// The stamps of a document's earlier states.
pub(super) async fn earlier_stamps(key: &str) -> Result<Vec<String>, StorageProblem> {
    let stamps = all_earlier_stamps(key).await;
    let stamps = stamps.map_err(|error| problem(&error))?;
    Ok(texts_in(&stamps).into_iter().flatten().collect())
}

/// The records with these stamps, each if it is still there.
pub(super) async fn texts(stamps: &[String]) -> Result<Vec<Option<String>>, StorageProblem> {
    let texts = all_texts(&strings(stamps)).await;
    Ok(texts_in(&texts.map_err(|error| problem(&error))?))
}

/// What takes the place of a record.
pub(super) struct Replacement {
    /// The stamp of the new record.
    pub stamp: String,
    /// Its text.
    pub text: String,
    /// The stamp that the old record is kept under.
    pub kept_as: String,
    /// The stamps of earlier states that are no longer kept.
    pub dropped: Vec<String>,
}

/// What is stored, and what surrounds it.
pub(super) struct Stored {
    /// The stamp of the document's record and its text, if there is one.
    pub record: Option<(String, String)>,
    /// The stamps of earlier states.
    pub earlier: Vec<String>,
    /// The last change of the tab that is stored; 0 for none.
    pub arrived: u64,
}

/// Stores what `next` makes of what is stored, and that the tab has come so far, under the key where it notes what is not
/// stored. What is stored stays when it makes nothing of it; when it is refused, nothing is stored at all. It is safe when
/// this ends without an error.
pub(super) async fn write(
    key: Key,
    noted: PendingKey,
    mut next: impl FnMut(Stored) -> Option<(Arrived, Option<Replacement>)> + 'static,
) -> Result<(), StorageProblem> {
    let decide: Closure<Decide> = Closure::new(
        move |stamp: Option<_>, text, earlier: Array, arrived: Option<String>| {
            let arrived = arrived.and_then(|arrived| Arrived::parse(&arrived));
            let (arrived, made) = next(Stored {
                record: stamp.zip(text),
                earlier: texts_in(&earlier).into_iter().flatten().collect(),
                arrived: arrived.map_or(0, |arrived| arrived.number),
            })?;
            let parts = strings([arrived.to_string()]);
            Some(match made {
                None => parts,
                Some(made) => {
                    let made_parts = [made.stamp, made.text, made.kept_as];
                    parts.concat(&strings(made_parts.into_iter().chain(made.dropped)))
                }
            })
        },
    );
    let written = write_next(&key.to_string(), &noted.to_string(), &decide).await;
    written.map_err(|error| problem(&error))
}

/// Forgets how far tabs came before a moment that have left no note.
pub(super) async fn forget_arrivals(before: Timestamp) -> Result<(), StorageProblem> {
    let forgotten = forget_all_arrivals(&iso::moment(before)).await;
    forgotten.map_err(|error| problem(&error))
}

/// A record that is to be stored in place of the one that was found.
pub(super) struct Adopted {
    /// The stamp of the record.
    pub stamp: Stamp,
    /// Its text.
    pub text: String,
    /// What was found in the database, if anything.
    pub before: Option<Stamp>,
}

/// Stores records in place of those that were found, which are kept beside them. Where something else is stored by now,
/// it stands, and the record is kept beside it.
pub(super) async fn adopt(records: &[Adopted]) -> Result<(), StorageProblem> {
    let aside = |stamp: &Stamp| stamp.clone().with_standing(Standing::SetAside).to_string();
    let one = |record: &Adopted| {
        let before = record.before.as_ref();
        let found = before.map_or(JsValue::UNDEFINED, |stamp| stamp.to_string().into());
        Array::of5(
            &record.stamp.to_string().into(),
            &JsValue::from_str(&record.text),
            &found,
            &before.map(aside).unwrap_or_default().into(),
            &aside(&record.stamp).into(),
        )
    };
    let records: Array = records.iter().map(one).collect();
    adopt_all(&records).await.map_err(|error| problem(&error))
}

/// Keeps a text among the earlier states.
pub(super) async fn set_aside(stamp: &str, text: &str) -> Result<(), StorageProblem> {
    keep(stamp, text).await.map_err(|error| problem(&error))
}

/// Removes documents and all their earlier states, for good: each that is still stored under this stamp.
pub(super) async fn forget(stamps: &[String]) -> Result<(), StorageProblem> {
    let forgotten = forget_all(&strings(stamps)).await;
    forgotten.map_err(|error| problem(&error))
}

/// How much the browser has stored for this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Bytes that are used.
    pub used: u64,
    /// Bytes that there is room for.
    pub available: u64,
    /// Whether the browser has promised to keep them when it runs out of room.
    pub is_persistent: bool,
}

impl Room {
    /// Whether little room is left: less than a tenth.
    #[must_use]
    pub fn is_short(self) -> bool {
        self.used > self.available / 10 * 9
    }
}

/// How much is stored. `None` when the browser does not tell.
pub async fn storage_room() -> Option<Room> {
    let room = room().await.ok()?;
    if room.is_undefined() {
        return None;
    }
    let room = Array::from(&room);
    // Bytes are counted in whole numbers far below 2^53.
    let bytes = |place| Some(room.get(place).as_f64()? as u64);
    Some(Room {
        used: bytes(0)?,
        available: bytes(1)?,
        is_persistent: room.get(2).as_bool()?,
    })
}

/// Asks the browser to keep what is stored when it runs out of room. Whether it will; `None` when it cannot be asked.
pub async fn ask_to_persist() -> Option<bool> {
    persist().await.ok()?.as_bool()
}

/// The file that the documents are tied to, if any, and how it was seen last.
pub(super) async fn tied_file() -> Result<Option<(JsValue, Seen)>, StorageProblem> {
    let file = tied().await.map_err(|error| problem(&error))?;
    if file.is_undefined() {
        return Ok(None);
    }
    let file = Array::from(&file);
    let seen = Seen {
        text: file.get(1).as_string().unwrap_or_default(),
        // Milliseconds, far below 2^53.
        modified: file.get(2).as_f64().unwrap_or_default() as i64,
        before: file.get(3).as_string(),
    };
    Ok(Some((file.get(0), seen)))
}

/// Ties the documents to a file, or to none.
pub(super) async fn tie(file: Option<(&JsValue, &Seen)>) -> Result<(), StorageProblem> {
    let file = file.map(|(handle, seen)| {
        let modified = JsValue::from_f64(seen.modified as f64);
        let before = seen.before.as_deref().map(JsValue::from_str);
        Array::of4(
            handle,
            &JsValue::from_str(&seen.text),
            &modified,
            &before.unwrap_or_default(),
        )
    });
    let file = file.map_or(JsValue::UNDEFINED, JsValue::from);
    tie_to(&file).await.map_err(|error| problem(&error))
}
