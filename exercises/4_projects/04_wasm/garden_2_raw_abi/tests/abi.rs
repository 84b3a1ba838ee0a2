//! The same functions, called from Rust here: gardens behind addresses are the gardens of step 1.

use garden::abi::{garden_alloc, garden_cells, garden_drop, garden_free, garden_new, garden_step};
use garden::{Garden, Rules};

#[test]
fn a_garden_behind_an_address_is_a_garden() {
    let mut rng = ::kit::Rng::salted("garden_2_raw_abi: behind an address");
    for _ in 0..20 {
        let (width, height) = (rng.within(1..9_usize), rng.within(1..9_usize));
        let cells: Vec<u8> = (0..width * height).map(|_| rng.u8() % 2).collect();
        let times = rng.within(0..5_u32);
        let mut wanted = Garden::new(width, height).expect("it has cells");
        let mut planted = cells.iter();
        wanted.sow(|| planted.next() == Some(&1));
        (0..times).for_each(|_| wanted.step(&Rules::LIFE));
        // SAFETY: the functions are used as their documentation says.
        let seen = unsafe {
            let garden = garden_new(width, height, cells.as_ptr());
            assert!(!garden.is_null(), "{width} by {height} cells are a garden");
            garden_step(garden, times);
            let seen = std::slice::from_raw_parts(garden_cells(garden), cells.len()).to_vec();
            garden_drop(garden);
            seen
        };
        assert_eq!(
            seen,
            wanted.cells(),
            "{width} by {height}, {times} steps from {cells:?}"
        );
    }
}

#[test]
fn room_can_be_written_to_its_end() {
    let mut rng = ::kit::Rng::salted("garden_2_raw_abi: room");
    let size = rng.within(1..2_000_000_usize);
    let room = garden_alloc(size);
    assert!(!room.is_null(), "there is room for {size} bytes");
    // SAFETY: the room has that size, and is given back once.
    unsafe {
        room.add(size - 1).write(7);
        assert_eq!(room.add(size - 1).read(), 7);
        garden_free(room, size);
    }
}

#[test]
fn room_that_cannot_be_is_refused_here_as_well() {
    assert!(garden_alloc(0).is_null(), "no bytes, no room");
    assert!(
        garden_alloc(usize::MAX).is_null(),
        "more bytes than there are addresses"
    );
}
