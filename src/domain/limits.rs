//! Every bound that Råderum sets, by name. Text is counted in characters (Unicode scalar values).

/// The largest amount that a field holds, in kroner, on either side of zero: 1.000 mia. kr.
pub const AMOUNT_KRONER: i64 = 1_000_000_000_000;
/// Decimals of an amount: whole øre.
pub const AMOUNT_DECIMALS: u32 = 2;
/// An amount that is missing counts as a rounding difference below this many kroner, and as a deficit from there. Where
/// a yearly amount is typed as twelve equal months in whole kroner, up to 11 kr. a row are lost: nine such rows lose 99
/// kr.
pub const ROUNDING_KRONER: i64 = 100;
/// An expected overspend below this many kroner that has decimals is doubted: it is more likely in millions.
pub const WITHOUT_DECIMALS_KRONER: i64 = 1_000;
/// The largest number of employees or of full-time equivalents in a field.
pub const STAFF: i64 = 1_000_000;
/// Decimals of full-time equivalents (årsværk).
pub const STAFF_DECIMALS: u32 = 4;
/// The first and the last year that a form can be about.
pub const YEARS: (u16, u16) = (1970, 2100);
/// Characters that a text of a document has room for; a browser's storage holds five such texts in all. A longer one is
/// kept as it was typed, in files too, and is pointed at beside its field.
pub const TEXT_CHARACTERS: usize = 1_000_000;
/// Characters of a text that is read as a number or a date.
pub const NUMBER_CHARACTERS: usize = 200;
/// Focus areas in one action plan.
pub const FOCUS_AREAS: usize = 200;
/// Decimals of a reimbursement rate, in per cent.
pub const RATE_DECIMALS: u32 = 2;
/// Closed updates in one action plan.
pub const UPDATES: usize = 400;
/// Stated sum rows in one action plan.
pub const STATED_SUMS: usize = 50;
/// Pieces of dismissed advice in one document.
pub const DISMISSALS: usize = 1_000;
/// Proposals in one catalogue, and in one of its variant groups or packages.
pub const CATALOGUE_ENTRIES: usize = 5_000;
/// Variant groups in one catalogue.
pub const VARIANT_GROUPS: usize = 1_000;
/// Relations in one catalogue.
pub const RELATIONS: usize = 5_000;
/// Packages in one catalogue.
pub const PACKAGES: usize = 200;
/// Packages that are compared at once.
pub const COMPARED_PACKAGES: usize = 4;
/// Published editions of one catalogue.
pub const EDITIONS: u32 = 9_999;
/// The most proposals, connected by variants and relations, among which every choice is tried.
pub const TRIED_PROPOSALS: usize = 16;
/// Documents of one kind in one file.
pub const DOCUMENTS: usize = 5_000;
/// Bytes of one file: 20 MB.
pub const FILE_BYTES: usize = 20_000_000;
/// Bytes of a file that the page handed over when the program had failed, with every earlier state in it: 500 MB.
pub const RESCUE_BYTES: usize = 500_000_000;
