//! The table of commands: every command can be found, and no two have the same keys.

use std::collections::BTreeSet;

use raaderum::text::commands::{Command, GRID, PLAN};

#[test]
fn every_command_has_a_name_and_words_of_its_own() {
    let names: BTreeSet<&str> = Command::ALL.map(|command| command.row().name).into();
    assert_eq!(names.len(), Command::ALL.len());
    for command in Command::ALL {
        let row = command.row();
        assert!(!row.name.is_empty());
        assert_eq!(row.synonyms, row.synonyms.to_lowercase(), "{command:?}");
        // A word of the name is found anyway.
        for word in row.synonyms.split(' ') {
            assert!(
                !row.name.to_lowercase().split(' ').any(|own| own == word),
                "{command:?}: {word}"
            );
        }
    }
}

#[test]
fn keys_give_their_command_and_no_other() {
    let mut keys = BTreeSet::new();
    for command in Command::ALL {
        for pressed in command.row().keys {
            let key = (pressed.control, pressed.shift, pressed.key);
            assert!(keys.insert(key), "{key:?} is given away twice");
            let found = |key: &str| Command::of_keys(key, pressed.control, pressed.shift);
            assert_eq!(found(pressed.key), Some(command));
            // With Shift or Caps Lock a browser names the capital.
            assert_eq!(found(&pressed.key.to_uppercase()), Some(command));
            assert_eq!(
                Command::of_keys(pressed.key, !pressed.control, pressed.shift),
                None
            );
        }
    }
    assert_eq!(Command::of_keys("k", true, true), None);
    assert_eq!(Command::of_keys("a", true, false), None);
}

#[test]
fn keys_are_told_as_people_and_programs_read_them() {
    let told = |command: Command| (command.title(), command.keys_for_attribute());
    assert_eq!(
        told(Command::Undo),
        ("Fortryd (Ctrl+Z)".to_owned(), Some("Control+Z".to_owned()))
    );
    assert_eq!(told(Command::ShowKeys), ("Taster (?)".to_owned(), None));
    assert_eq!(told(Command::Print), ("Udskriv".to_owned(), None));
}

#[test]
fn no_key_of_a_table_is_told_twice() {
    for rows in [&GRID[..], &PLAN[..]] {
        let keys: BTreeSet<&str> = rows.iter().map(|(keys, _)| *keys).collect();
        assert_eq!(keys.len(), rows.len());
    }
}
