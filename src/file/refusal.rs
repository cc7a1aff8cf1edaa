use crate::domain::Id;

/// The reason why a file is refused, and the path of the value that is the reason: `proposals[3].years[1].estimated_gain`.
/// The path is empty where the reason is the file as a whole.
///
/// ```
/// use raaderum::{example, file};
///
/// // The gain of Horseager in 2024, as a text.
/// let damaged = example::FILE.replacen("-983000", "\"-983.000\"", 1);
/// let refusal = file::read(&damaged).unwrap_err();
/// assert_eq!(refusal.path, "proposals[7].years[0].estimated_gain");
/// assert_eq!(refusal.reason, file::Reason::Expected(file::Expected::NumberOrBlank));
/// ```
///
/// A name that is none of the format's stands in quotation marks, and is cut if it is long:
///
/// ```
/// use raaderum::file;
///
/// let strange = format!(r#"{{"format": "raaderum", "version": 3, "{}": 1}}"#, "x".repeat(41));
/// let refusal = file::read(&strange).unwrap_err();
/// assert_eq!(refusal.reason, file::Reason::Unknown);
/// assert_eq!(refusal.path, format!("\"{}…\"", "x".repeat(40)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The path of the value that is wrong.
    pub path: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// A program whose files may be chosen by mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherProgram {
    /// A text document.
    Word,
    /// A spreadsheet.
    Excel,
    /// Office, but neither of these, or it cannot be told which.
    Office,
    /// A document to be printed.
    Pdf,
    /// An archive that is none of these.
    Zip,
    /// Cells as text.
    Csv,
    /// Text of any kind.
    Text,
    /// A picture.
    Image,
    /// A page of the web.
    WebPage,
    /// A catalogue as this program publishes it: a page, which has the documents in it.
    PublishedPage,
}

/// What is wrong with a file. The words for it are in `text`.
///
/// Nothing that would be lost is passed over:
///
/// ```
/// use raaderum::{example, file};
///
/// let refusal = |from, to| file::read(&example::FILE.replacen(from, to, 1)).unwrap_err().reason;
/// // A name of another program.
/// assert_eq!(refusal("\"department\"", "\"afdeling\""), file::Reason::Unknown);
/// // A name twice.
/// assert_eq!(refusal("\"department\"", "\"heading\": \"\", \"department\""), file::Reason::Doubled);
/// // An amount that is finer than øre, and one beyond the bounds.
/// assert_eq!(refusal("-4600000", "-4600000.005"), file::Reason::AmountOutOfBounds);
/// assert_eq!(refusal("-4600000", "-4600000000000"), file::Reason::AmountOutOfBounds);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// More bytes than [`crate::domain::limits::FILE_BYTES`].
    FileTooLarge,
    /// Nothing at all.
    Empty,
    /// The file of another program, or a page.
    OtherProgram(OtherProgram),
    /// Not UTF-8.
    NotText,
    /// Not JSON, or JSON that was cut off.
    NotJson {
        /// Line of the first mistake, from 1.
        line: usize,
        /// Column of the first mistake, from 1.
        column: usize,
    },
    /// JSON, but not this format.
    NotOurs,
    /// Written by a later Råderum; the version it has.
    TooNew(i64),
    /// Not the text that was stored: its checksum is another.
    Damaged,
    /// A value is missing.
    Missing,
    /// A value that this version does not know and that would be lost.
    Unknown,
    /// A name that the object has twice, so that one of its values would be lost.
    Doubled,
    /// Another kind of value belongs here.
    Expected(Expected),
    /// An amount out of bounds or finer than øre.
    AmountOutOfBounds,
    /// A head count or full-time equivalents out of bounds.
    StaffOutOfBounds,
    /// A reimbursement rate below 0, or of 100 per cent or more, or too fine.
    RateOutOfBounds,
    /// More entries than this limit.
    TooMany(usize),
    /// An identity that another document or row of the file has, too.
    SameId(Id),
}

/// What kind of value belongs at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// An object.
    Object,
    /// A list.
    List,
    /// A list of exactly this many.
    ListOf(usize),
    /// A text.
    Text,
    /// A whole number.
    WholeNumber,
    /// A version that exists.
    Version,
    /// A number, null or `{"unreadable": "…"}`.
    NumberOrBlank,
    /// A year within bounds, null or `{"unreadable": "…"}`.
    YearOrBlank,
    /// A date `2023-12-31`, null or `{"unreadable": "…"}`.
    DateOrBlank,
    /// A month from 1 to 12, or null.
    Month,
    /// A moment `2023-12-31T10:00:00Z`.
    Moment,
    /// An identity: a UUID in lower case.
    Identity,
    /// `efficiency`, `investment`, `saving` or `additional_revenue`, each once.
    Kind,
    /// The status of a proposal in a catalogue.
    Status,
    /// `requires`, `excludes` or `weakens`.
    RelationKind,
    /// A whole number from 1 to [`crate::domain::limits::EDITIONS`].
    EditionNumber,
}

impl Refusal {
    /// Returns the refusal of a file as a whole.
    #[must_use]
    pub fn whole(reason: Reason) -> Self {
        Self {
            path: String::new(),
            reason,
        }
    }
}
