//! Writing a hearing answer.

pub const HEARING_TEXT: &str = "Skriv her, hvad du mener. Siden sætter det op som en tekst, du kan kopiere eller gemme og selv sende til kommunen. Siden sender intet, og teksten gemmes kun i din egen browser.";
pub const SENDER: &str = "Dit navn (må være tomt)";
pub const WRITE_ANSWER: &str = "Skriv et høringssvar";
pub const ABOUT_WHOLE: &str = "Om budgettet som helhed";
pub const REMARK_TO: &str = "Skriv om et bestemt forslag";
pub const ADD_REMARK: &str = "Tilføj";
pub const CHOOSE_REMARK: &str = "Vælg et forslag";
pub const REMOVE_REMARK: &str = "Fjern";
pub const REMARK_REMOVED: &str = "Bemærkningen er fjernet.";
pub const WITH_PACKAGE: &str = "Tag din pakke med i svaret";
pub const ANSWER_TEXT: &str = "Dit høringssvar";
pub const COPY_ANSWER: &str = "Kopiér teksten";
pub const SAVE_ANSWER: &str = "Gem som tekstfil";
pub const ANSWER_FILE: &str = "hoeringssvar.txt";
pub const CHOOSE_REMARK_FIRST: &str = "Vælg først et forslag i listen.";
