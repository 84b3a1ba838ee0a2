use module_walls::{Fault, Mark, Shelf, label, read};

fn labels(shelf: &Shelf) -> Vec<String> {
    shelf.marks().map(label).collect()
}

#[test]
fn a_mark_is_read_and_printed() {
    let mark: Mark = read("005 KNU").expect("this is a mark");
    assert_eq!(label(&mark), "005 KNU");
}

#[test]
fn faults_are_told_apart() {
    for text in ["", "53 CUR", "5300 CUR", "53O CUR", " 530 CUR", "+30 CUR"] {
        assert_eq!(read(text), Err(Fault::NoTopic), "in {text:?}");
    }
    for text in [
        "530", "530 CU", "530 CURI", "530 Cur", "530 cUR", "530  CUR", "530 C R",
    ] {
        assert_eq!(read(text), Err(Fault::NoLetters), "in {text:?}");
    }
}

#[test]
fn a_shelf_is_sorted_however_it_was_filled() {
    let mut rng = ::kit::Rng::salted("module_walls: shelf");
    let mut texts: Vec<String> = (0..40)
        .map(|_| {
            let letter = *rng.pick(&['A', 'B', 'C']);
            format!("{:03} {letter}XY", rng.within(0..1000_u32))
        })
        .collect();
    let mut shelf = Shelf::new();
    for text in &texts {
        shelf.put(read(text).expect("a mark"));
    }
    texts.sort();
    assert_eq!(labels(&shelf), texts);
}
