//! The garden against pictures, and against a slow reading of the rules.

use garden::{Garden, Rules};

#[global_allocator]
static HEAP: kit::Heap = kit::Heap;

/// A garden from a picture: `#` is alive.
fn planted(picture: &[&str]) -> Garden {
    let mut garden = Garden::new(picture[0].len(), picture.len()).expect("a picture has cells");
    let mut letters = picture.iter().flat_map(|row| row.bytes());
    garden.sow(|| letters.next() == Some(b'#'));
    garden
}

fn picture(garden: &Garden) -> Vec<String> {
    let rows = garden.cells().chunks(garden.width().max(1));
    let letter = |cell: &u8| if *cell == 1 { '#' } else { '.' };
    rows.map(|row| row.iter().map(letter).collect()).collect()
}

/// The rules read word for word, with numbers that may be negative.
fn slow_step(width: usize, height: usize, cells: &[u8], born: &[u8], stays: &[u8]) -> Vec<u8> {
    let (w, h) = (width as i64, height as i64);
    let at = |x: i64, y: i64| cells[(y.rem_euclid(h) * w + x.rem_euclid(w)) as usize];
    let mut next = Vec::new();
    for y in 0..h {
        for x in 0..w {
            let around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (dx, dy)));
            let count: u8 = around
                .filter(|(dx, dy)| (*dx, *dy) != (0, 0))
                .map(|(dx, dy)| at(x + dx, y + dy))
                .sum();
            let list = if at(x, y) == 1 { stays } else { born };
            next.push(u8::from(list.contains(&count)));
        }
    }
    next
}

#[test]
fn a_new_garden_is_empty_and_has_its_size() {
    let garden = Garden::new(5, 3).expect("5 by 3 cells are a garden");
    assert_eq!((garden.width(), garden.height()), (5, 3));
    assert_eq!(garden.cells(), [0; 15], "15 cells, none of them alive");
}

#[test]
fn a_field_without_cells_or_with_too_many_is_none() {
    assert!(Garden::new(0, 4).is_none(), "no columns, no garden");
    assert!(Garden::new(4, 0).is_none(), "no rows, no garden");
    let too_many = Garden::new(usize::MAX / 2, 3);
    assert!(
        too_many.is_none(),
        "the number of cells does not fit into usize"
    );
    for (width, height) in [(1 << (usize::BITS - 1), 2), (usize::MAX / 2 + 2, 2)] {
        assert!(
            Garden::new(width, height).is_none(),
            "{width} by {height} cells are more than `usize` can count"
        );
    }
    let long = Garden::new(5000, 3).map(|garden| garden.cells().len());
    assert_eq!(long, Some(15_000), "many cells are no fault");
    assert_eq!(
        Garden::new(1, 1).map(|garden| garden.cells().len()),
        Some(1)
    );
}

#[test]
fn a_field_without_room_is_none() {
    for width in [usize::MAX, usize::MAX / 2] {
        assert!(
            Garden::new(width, 1).is_none(),
            "no machine has memory for {width} cells"
        );
    }
}

#[test]
fn the_core_does_without_std() {
    let file = include_str!("../src/garden.rs");
    let is_std = |code: &str| {
        code.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .any(|word| word == "std")
    };
    let found = file
        .lines()
        .find(|line| line.split("//").next().is_some_and(is_std));
    assert_eq!(
        found, None,
        "`std` is there on this machine; in the browser its clock and its files are not: use `core` and `alloc`"
    );
}

#[test]
fn sowing_asks_once_for_each_cell_row_by_row() {
    let mut rng = ::kit::Rng::salted("garden_1_core: sowing");
    let (width, height) = (rng.within(1..9_usize), rng.within(1..9_usize));
    let wanted: Vec<u8> = (0..width * height).map(|_| rng.u8() % 2).collect();
    let mut garden = Garden::new(width, height).expect("it has cells");
    let mut asked = 0;
    garden.sow(|| {
        asked += 1;
        wanted.get(asked - 1) == Some(&1)
    });
    assert_eq!(
        asked,
        wanted.len(),
        "`draw` is asked once for each of {width} by {height} cells"
    );
    assert_eq!(
        garden.cells(),
        wanted,
        "the first answer is for the first cell of the first row"
    );
}

#[test]
fn a_bar_of_three_turns_round_and_back() {
    let upright = [".....", "..#..", "..#..", "..#..", "....."];
    let lying = [".....", ".....", ".###.", ".....", "....."];
    let mut garden = planted(&upright);
    garden.step(&Rules::LIFE);
    assert_eq!(
        picture(&garden),
        lying,
        "every cell goes by what its neighbours were before the step"
    );
    garden.step(&Rules::LIFE);
    assert_eq!(picture(&garden), upright);
}

#[test]
fn what_leaves_on_one_side_comes_back_on_the_other() {
    let corner = ["#...#", ".....", ".....", "#...#"];
    let mut garden = planted(&corner);
    garden.step(&Rules::LIFE);
    assert_eq!(
        picture(&garden),
        corner,
        "the four corners touch each other: a block of four, which stays as it is"
    );
}

#[test]
fn gliders_walk_round_the_field() {
    let mut rng = ::kit::Rng::salted("garden_1_core: gliders");
    let (width, height) = (rng.within(5..12_usize), rng.within(5..12_usize));
    let mut garden = Garden::new(width, height).expect("it has cells");
    let (left, top) = (rng.within(0..width), rng.within(0..height));
    let glider = [(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)];
    let mut cells = vec![0_u8; width * height];
    for (x, y) in glider {
        cells[(top + y) % height * width + (left + x) % width] = 1;
    }
    let mut at = 0;
    garden.sow(|| {
        at += 1;
        cells[at - 1] == 1
    });
    let before = picture(&garden);
    for _ in 0..4 * width * height {
        garden.step(&Rules::LIFE);
    }
    assert_eq!(
        picture(&garden),
        before,
        "a glider goes one cell down and one to the right in four steps, and is back after width times height of these"
    );
}

#[test]
fn any_field_and_any_rules_go_as_the_rules_say() {
    let mut rng = ::kit::Rng::salted("garden_1_core: any field");
    for _ in 0..60 {
        let (width, height) = (rng.within(1..8_usize), rng.within(1..8_usize));
        let numbers: [Vec<u8>; 2] =
            [(); 2].map(|()| (0..=8).filter(|_| rng.u8() % 3 == 0).collect());
        let [born, stays] = &numbers;
        let mut garden = Garden::new(width, height).expect("it has cells");
        garden.sow(|| rng.u8() % 3 == 0);
        for _ in 0..3 {
            let before = garden.cells().to_vec();
            garden.step(&Rules::new(born, stays));
            let wanted = slow_step(width, height, &before, born, stays);
            assert_eq!(
                garden.cells(),
                wanted,
                "{width} by {height}, born with {born:?}, alive with {stays:?}, from {before:?}"
            );
        }
    }
}

#[test]
fn a_step_asks_for_no_memory() {
    let mut garden = planted(&["#.#.#.##", ".##.#..#", "#..#.##.", "..##.#.#"]);
    let ((), seen) = kit::allocations(|| (0..20).for_each(|_| garden.step(&Rules::LIFE)));
    assert_eq!(
        seen.count, 0,
        "twenty steps asked for memory; `new` can ask for all that a step needs"
    );
}
