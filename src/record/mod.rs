//! How documents are kept: every state of one is a record with a revision, and whoever stores a state has seen the
//! state that it takes the place of. Pure: where records lie is the business of `web`.

mod backup;
mod key;
mod next;
mod pending;
mod problem;
mod replacing;
mod rescue;
mod saving;
mod sharing;
mod stamp;
mod thinning;
mod turn;
mod undo;

pub use backup::backup_overdue;
pub use key::Key;
pub use next::{
    Found, Mine, Newest, Next, Occupied, newest, next_deleted, next_saved, next_saved_earlier,
};
pub use pending::{Arrived, Pending, PendingKey};
pub use problem::{DatabaseState, StorageProblem};
pub use replacing::{Replacement, Sent, StoredRecord, replacement};
pub use rescue::{READER_KEYS, Rescued, read_rescue};
pub use saving::{Change, Saving};
pub use sharing::{Combined, Seen, combine, say_the_same};
pub use stamp::{Damage, HIGHEST_REVISION, Stamp, Standing, plain_stamp, split, stamped};
pub use thinning::{MOST_EARLIER, thinned};
pub use turn::Turn;
pub use undo::{Step, Steps};
