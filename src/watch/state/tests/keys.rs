//! Keys work at any moment.

use super::*;
use crate::message::ListRow;

#[test]
fn every_key_asks_for_its_thing_while_a_run_is_going() {
    let mut table = Table::new();
    assert_eq!(table.press('h', 10), ["hint one"]);
    assert_eq!(table.press('o', 10), ["read one"]);
    assert_eq!(table.press('e', 10), ["edit one None"]);
    assert_eq!(table.press('r', 10), ["cancel", "check one"]);
    assert_eq!(table.press('n', 10), ["cancel", "current two", "check two"]);
    assert_eq!(table.press('p', 10), ["cancel", "current one", "check one"]);
    assert!(table.press('p', 10).is_empty(), "there is nothing before the first");
    assert_eq!(table.state.screen(ms(10)).notices, ["This is the first exercise."]);
    assert!(table.press('d', 10).is_empty(), "not before a pass");
    assert_eq!(table.press('q', 20), ["cancel", "quit Asked"]);
}

#[test]
fn edit_and_explain_use_the_first_error() {
    let mut table = Table::at_rest();
    assert_eq!(table.press('e', 200), ["edit one Some(7)"]);
    assert_eq!(table.press('x', 200), ["explain E0308"]);
    let page = Page::Text { title: "E0308".to_owned(), text: "why".to_owned() };
    table.put(Input::Page(page), ms(300));
    assert!(matches!(table.state.screen(ms(300)).view, View::Page(_)));
    table.put(Input::Key(Key::plain(crate::message::KeyCode::Escape)), ms(400));
    assert_eq!(table.shown(), Some(Word::Failed));
}

#[test]
fn after_a_pass_next_goes_to_what_was_offered_and_compare_opens() {
    let mut table = Table::new();
    table.end(0, Verdict::Passed, 100);
    assert_eq!(table.press('d', 200), ["compare one"]);
    assert_eq!(table.press('n', 300), ["current two"], "it is being judged already");
    table.end(1, Verdict::Failed, 400);
    assert_eq!(table.shown(), Some(Word::Failed), "and that is the verdict that is shown");
}

#[test]
fn reset_asks_and_only_yes_resets() {
    let mut table = Table::new();
    table.press('R', 100);
    assert!(table.state.screen(ms(100)).prompt.unwrap().contains("Bring the start of one back?"));
    assert!(table.press('q', 110).is_empty(), "any other key keeps it, and does nothing else");
    table.press('R', 120);
    assert_eq!(table.press('y', 130), ["restore one"]);
    assert!(table.state.screen(ms(130)).prompt.is_none());
}

#[test]
fn the_list_searches_as_one_types_and_jumps() {
    let mut table = Table::new();
    table.press('l', 100);
    for key in ['/', 't', 'h', 'r'] {
        assert!(table.press(key, 100).is_empty());
    }
    let View::List(list) = table.state.screen(ms(100)).view else { panic!("the list") };
    assert_eq!((list.found, list.filter.as_str()), (1, "thr"));
    let enter = Input::Key(Key::plain(crate::message::KeyCode::Enter));
    assert_eq!(table.put(enter, ms(200)), ["cancel", "current three", "check three"]);
}

#[test]
fn a_letter_of_a_search_is_no_key_but_ctrl_c_and_ctrl_d_are() {
    let mut table = Table::new();
    table.press('l', 100);
    table.press('/', 100);
    assert!(table.press('q', 100).is_empty(), "q is a letter here");
    assert_eq!(table.put(Input::Key(Key::ctrl('l')), ms(100)), ["redraw"], "Ctrl-L is no l");
    assert_eq!(table.put(Input::Key(Key::ctrl('d')), ms(100)), ["cancel", "quit Asked"]);
    for begin in [&[][..], &['l', '/'], &['R'], &['?'], &['l']] {
        let mut table = Table::new();
        for key in begin {
            table.press(*key, 100);
        }
        assert_eq!(table.put(Input::Key(Key::ctrl('c')), ms(100)), ["cancel", "quit Interrupted"]);
    }
}

#[test]
fn the_list_stays_inside_its_ends() {
    let mut table = Table::new();
    table.press('l', 100);
    let chosen = |table: &Table| match table.state.screen(ms(100)).view {
        View::List(list) => list.rows[list.chosen].clone(),
        other => panic!("{other:?}"),
    };
    let name = |row: ListRow| match row {
        ListRow::Exercise { name, .. } => name,
        ListRow::Topic { title, .. } => title,
    };
    table.press('k', 100);
    assert_eq!(name(chosen(&table)), "one");
    table.press('G', 100);
    assert_eq!(name(chosen(&table)), "four");
    table.press('j', 100);
    assert_eq!(name(chosen(&table)), "four");
}

#[test]
fn scrolling_stays_inside_what_was_drawn() {
    let mut table = Table::at_rest();
    table.state.drawn(5);
    table.press('G', 200);
    assert_eq!(table.state.screen(ms(200)).scroll, 5);
    table.press('j', 200);
    table.press('k', 200);
    assert_eq!(table.state.screen(ms(200)).scroll, 4, "a key past the end is not owed back");
}

#[test]
fn ctrl_z_asks_the_system() {
    let mut table = Table::new();
    assert_eq!(table.put(Input::Key(Key::ctrl('z')), ms(1)), ["ask to stop"]);
}

#[test]
fn signals_end_it() {
    let mut table = Table::new();
    assert_eq!(table.put(Input::Ended, ms(1)), ["cancel", "quit Interrupted"]);
    assert!(table.save(0, 2).is_empty(), "and nothing is begun after that");
}
