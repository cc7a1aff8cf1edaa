//! The database in the browser (`page/modules/database.ts`). What has been written to it survives the browser being killed.

use js_sys::{Array, JsString};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use super::file_handle::FileHandle;
use super::thrown::name_of_error;
use crate::domain::Timestamp;
use crate::file::iso;
use crate::record::{
    Arrived, Key, PendingKey, Replacement, Seen, Stamp, Standing, StorageProblem, StoredRecord,
};

/// The module: each operation has the name there that it has here. A promise of each type of its own would weigh a kilobyte, so
/// they give a `JsValue`, of which [`typed`] makes what the module says that it is.
mod module {
    use js_sys::{Array, Object};
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::*;

    use super::FileHandle;

    /// Makes what is stored next of what is stored. `None` refuses the change.
    pub type Decide = dyn FnMut(StoredRecord) -> Option<Decision>;

    #[wasm_bindgen(raw_module = "./database.js")]
    extern "C" {
        pub fn listen(heard: &Closure<dyn FnMut(String)>);
        #[wasm_bindgen(catch)]
        pub async fn stamps() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = earlierStamps)]
        pub async fn earlier_stamps(key: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn texts(stamps: &Array) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn write(key: &str, noted: &str, decide: &Closure<Decide>)
        -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_name = forgetArrivals)]
        pub async fn forget_arrivals(before: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn adopt(records: &Array) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_name = setAside)]
        pub async fn set_aside(stamp: &str, text: &str) -> Result<(), JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn forget(stamps: &Array) -> Result<(), JsValue>;
        #[wasm_bindgen(catch, js_name = storageRoom)]
        pub async fn storage_room() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = askToPersist)]
        pub async fn ask_to_persist() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = tiedFile)]
        pub async fn tied_file() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn tie(file: Option<&TiedFile>) -> Result<(), JsValue>;
    }

    #[wasm_bindgen]
    extern "C" {
        pub type StoredRecord;
        #[wasm_bindgen(method, getter)]
        pub fn stamp(this: &StoredRecord) -> Option<String>;
        #[wasm_bindgen(method, getter)]
        pub fn text(this: &StoredRecord) -> Option<String>;
        #[wasm_bindgen(method, getter)]
        pub fn earlier(this: &StoredRecord) -> Array;
        #[wasm_bindgen(method, getter)]
        pub fn arrived(this: &StoredRecord) -> Option<String>;

        pub type Decision;
        #[wasm_bindgen(method, setter)]
        pub fn set_arrived(this: &Decision, arrived: &str);
        #[wasm_bindgen(method, setter)]
        pub fn set_replacement(this: &Decision, replacement: &Replacement);

        pub type Replacement;
        #[wasm_bindgen(method, setter)]
        pub fn set_stamp(this: &Replacement, stamp: &str);
        #[wasm_bindgen(method, setter)]
        pub fn set_text(this: &Replacement, text: &str);
        #[wasm_bindgen(method, setter, js_name = keptAs)]
        pub fn set_kept_as(this: &Replacement, kept_as: &str);
        #[wasm_bindgen(method, setter)]
        pub fn set_dropped(this: &Replacement, dropped: &Array);

        pub type Adopted;
        #[wasm_bindgen(method, setter)]
        pub fn set_stamp(this: &Adopted, stamp: &str);
        #[wasm_bindgen(method, setter)]
        pub fn set_text(this: &Adopted, text: &str);
        #[wasm_bindgen(method, setter)]
        pub fn set_before(this: &Adopted, before: &str);
        #[wasm_bindgen(method, setter, js_name = keptAs)]
        pub fn set_kept_as(this: &Adopted, kept_as: &str);
        #[wasm_bindgen(method, setter)]
        pub fn set_aside(this: &Adopted, aside: &str);

        pub type Room;
        #[wasm_bindgen(method, getter)]
        pub fn used(this: &Room) -> f64;
        #[wasm_bindgen(method, getter)]
        pub fn available(this: &Room) -> f64;
        #[wasm_bindgen(method, getter, js_name = isPersistent)]
        pub fn is_persistent(this: &Room) -> bool;

        pub type TiedFile;
        #[wasm_bindgen(method, getter)]
        pub fn handle(this: &TiedFile) -> FileHandle;
        #[wasm_bindgen(method, setter)]
        pub fn set_handle(this: &TiedFile, handle: &FileHandle);
        #[wasm_bindgen(method, getter)]
        pub fn text(this: &TiedFile) -> String;
        #[wasm_bindgen(method, setter)]
        pub fn set_text(this: &TiedFile, text: &str);
        #[wasm_bindgen(method, getter)]
        pub fn modified(this: &TiedFile) -> f64;
        #[wasm_bindgen(method, setter)]
        pub fn set_modified(this: &TiedFile, modified: f64);
        #[wasm_bindgen(method, getter)]
        pub fn before(this: &TiedFile) -> Option<String>;
        #[wasm_bindgen(method, setter)]
        pub fn set_before(this: &TiedFile, before: Option<&str>);
    }

    /// Returns an object without members, which are set next.
    pub fn blank<T: JsCast>() -> T {
        Object::new().unchecked_into()
    }
}

/// What the module gave, as it says that it is, or why it failed.
fn typed<T: JsCast>(given: Result<JsValue, JsValue>) -> Result<T, StorageProblem> {
    let given = given.map_err(|error| problem(&error))?;
    Ok(given.unchecked_into())
}

/// What the module gave, if anything.
fn if_any<T: JsCast>(given: JsValue) -> Option<T> {
    (!given.is_undefined()).then(|| given.unchecked_into())
}

fn strings(values: impl IntoIterator<Item = impl AsRef<str>>) -> Array {
    let strings = values.into_iter();
    strings.map(|text| JsString::from(text.as_ref())).collect()
}

fn texts_in(array: Array) -> Vec<Option<String>> {
    let values = array.into_iter();
    values.map(|value| value.as_string()).collect()
}

fn strings_in(array: Array) -> Vec<String> {
    texts_in(array).into_iter().flatten().collect()
}

/// What the database's error means.
fn problem(error: &JsValue) -> StorageProblem {
    match name_of_error(error).as_str() {
        "QuotaExceededError" => StorageProblem::Full,
        // The database was made by a newer version of the program.
        "VersionError" => StorageProblem::TooNew,
        "BlockedError" => StorageProblem::Blocking,
        _ => StorageProblem::NotSafe,
    }
}

/// Calls back with the stamp of every record that another tab says it has stored, as long as the page lives. It is a hint: any page
/// at the same origin can say so.
pub(super) fn listen(heard: impl FnMut(String) + 'static) {
    let heard = Closure::new(heard);
    module::listen(&heard);
    heard.forget();
}

/// The stamps of every document that is stored.
pub(super) async fn stamps() -> Result<Vec<String>, StorageProblem> {
    typed(module::stamps().await).map(strings_in)
}

/// The stamps of a document's earlier states.
pub(super) async fn earlier_stamps(key: &str) -> Result<Vec<String>, StorageProblem> {
    typed(module::earlier_stamps(key).await).map(strings_in)
}

/// The records with these stamps, each if it is still there.
pub(super) async fn texts(stamps: &[String]) -> Result<Vec<Option<String>>, StorageProblem> {
    typed(module::texts(&strings(stamps)).await).map(texts_in)
}

/// What becomes of what is stored.
pub(super) enum Decision {
    /// Something takes its place. The tab has come so far.
    Replace(Arrived, Replacement),
    /// It stays. The tab has come so far.
    Keep(Arrived),
    /// The change is refused: nothing is stored at all.
    Refuse,
}

impl From<&Replacement> for module::Replacement {
    fn from(replacement: &Replacement) -> Self {
        let new: Self = module::blank();
        new.set_stamp(&replacement.stamp);
        new.set_text(&replacement.text);
        if let Some(kept_as) = &replacement.kept_as {
            new.set_kept_as(kept_as);
        }
        new.set_dropped(&strings(&replacement.dropped));
        new
    }
}

/// Stores what `decide` makes of what is stored, and how far the tab has come, under the key where it notes what is not stored.
/// It is safe when this ends without an error.
pub(super) async fn write(
    key: Key,
    noted: PendingKey,
    mut decide: impl FnMut(&StoredRecord) -> Decision + 'static,
) -> Result<(), StorageProblem> {
    let decide: Closure<module::Decide> = Closure::new(move |stored: module::StoredRecord| {
        let arrived = stored.arrived().and_then(|text| Arrived::parse(&text));
        let decision = decide(&StoredRecord {
            record: stored.stamp().zip(stored.text()),
            earlier: strings_in(stored.earlier()),
            arrived: arrived.map_or(0, |arrived| arrived.number),
        });
        let (arrived, replacement) = match decision {
            Decision::Replace(arrived, replacement) => (arrived, Some(replacement)),
            Decision::Keep(arrived) => (arrived, None),
            Decision::Refuse => return None,
        };
        let decided: module::Decision = module::blank();
        decided.set_arrived(&arrived.to_string());
        if let Some(replacement) = &replacement {
            decided.set_replacement(&replacement.into());
        }
        Some(decided)
    });
    let written = module::write(&key.to_string(), &noted.to_string(), &decide).await;
    written.map_err(|error| problem(&error))
}

/// Forgets how far tabs came before a moment that have left no note.
pub(super) async fn forget_arrivals(before: Timestamp) -> Result<(), StorageProblem> {
    let forgotten = module::forget_arrivals(&iso::moment(before)).await;
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
        let adopted: module::Adopted = module::blank();
        adopted.set_stamp(&record.stamp.to_string());
        adopted.set_text(&record.text);
        if let Some(before) = before {
            adopted.set_before(&before.to_string());
            adopted.set_kept_as(&aside(before));
        }
        adopted.set_aside(&aside(&record.stamp));
        adopted
    };
    let records: Array = records.iter().map(one).collect();
    let adopted = module::adopt(&records).await;
    adopted.map_err(|error| problem(&error))
}

/// Keeps a text among the earlier states.
pub(super) async fn set_aside(stamp: &str, text: &str) -> Result<(), StorageProblem> {
    let kept = module::set_aside(stamp, text).await;
    kept.map_err(|error| problem(&error))
}

/// Removes documents and all their earlier states, for good: each that is still stored under this stamp.
pub(super) async fn forget(stamps: &[String]) -> Result<(), StorageProblem> {
    let forgotten = module::forget(&strings(stamps)).await;
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
    let room: module::Room = if_any(module::storage_room().await.ok()?)?;
    // Bytes are counted in whole numbers far below 2^53.
    Some(Room {
        used: room.used() as u64,
        available: room.available() as u64,
        is_persistent: room.is_persistent(),
    })
}

/// Asks the browser to keep what is stored when it runs out of room. Whether it will; `None` when it cannot be asked.
pub async fn ask_to_persist() -> Option<bool> {
    module::ask_to_persist().await.ok()?.as_bool()
}

/// The file that the documents are tied to, if any, and how it was seen last.
pub(super) async fn tied_file() -> Result<Option<(FileHandle, Seen)>, StorageProblem> {
    let file: Option<module::TiedFile> = if_any(typed(module::tied_file().await)?);
    Ok(file.map(|file| {
        let seen = Seen {
            text: file.text(),
            // Milliseconds, far below 2^53.
            modified: file.modified() as i64,
            before: file.before(),
        };
        (file.handle(), seen)
    }))
}

/// Ties the documents to a file, or to none.
pub(super) async fn tie(file: Option<(&FileHandle, &Seen)>) -> Result<(), StorageProblem> {
    let file = file.map(|(handle, seen)| {
        let file: module::TiedFile = module::blank();
        file.set_handle(handle);
        file.set_text(&seen.text);
        file.set_modified(seen.modified as f64);
        file.set_before(seen.before.as_deref());
        file
    });
    let tied = module::tie(file.as_ref()).await;
    tied.map_err(|error| problem(&error))
}
