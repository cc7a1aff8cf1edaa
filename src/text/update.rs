//! A newer build of Råderum.

pub const UPDATE_READY: &str = "En ny version af Råderum er klar. Det, du har skrevet, gemmes først. Venter du, sker det, når alle faner med Råderum har været lukket.";
pub const UPDATE_TAKE: &str = "Tag den nye version i brug";
pub const UPDATE_LATER: &str = "Senere";
pub const UPDATE_ELSEWHERE: &str = "En ny version af Råderum er taget i brug i en anden fane. Denne fane kører videre med den hidtidige. Genindlæs den, når det passer dig.";
pub const UPDATE_RELOAD: &str = "Genindlæs siden";

pub const UPDATE_NOT_SAVED: &str =
    "Den nye version er ikke taget i brug, for noget er ikke gemt. Gem det først som fil.";
