// TODO: Take out what the error does not need.

use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Door {
    North,
    East,
    South,
    West,
}

impl Door {
    const ALL: [Door; 4] = [Door::North, Door::East, Door::South, Door::West];

    fn letter(self) -> char {
        match self {
            Door::North => 'n',
            Door::East => 'e',
            Door::South => 's',
            Door::West => 'w',
        }
    }
}

struct Room {
    name: String,
    doors: HashMap<Door, usize>,
}

#[derive(Debug, Default)]
struct Picture {
    rows: Vec<String>,
    strokes: usize,
}

struct Pen<'a> {
    row: &'a mut String,
    strokes: &'a mut usize,
}

impl Pen<'_> {
    fn draw(&mut self, letter: char) {
        self.row.push(letter);
        *self.strokes += 1;
    }
}

impl Picture {
    fn pen(&mut self) -> Pen<'_> {
        self.rows.push(String::new());
        let row = self.rows.last_mut().expect("it was pushed above");
        let strokes = &mut self.strokes;
        Pen { row, strokes }
    }
}

fn rooms() -> Vec<Room> {
    let names = ["hall", "kitchen", "garden"];
    let mut rooms: Vec<Room> = names
        .iter()
        .map(|name| Room {
            name: (*name).to_owned(),
            doors: HashMap::new(),
        })
        .collect();
    rooms[0].doors.insert(Door::East, 1);
    rooms[1].doors.insert(Door::West, 0);
    rooms
}

fn main() {
    let rooms = rooms();
    let mut picture = Picture::default();
    let mut pens = Vec::new();
    for room in &rooms {
        let mut pen = picture.pen();
        for door in Door::ALL {
            if room.doors.contains_key(&door) {
                pen.draw(door.letter());
            }
        }
        if room.name.len() > 4 {
            pens.push(pen);
        }
    }
    println!("{} long names", pens.len());
    for (room, row) in rooms.iter().zip(&picture.rows) {
        println!("{:<8} {row}", room.name);
    }
}
