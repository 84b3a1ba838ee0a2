// One trait from three copies
//
// The longest part of these three exporters is the same. Move it into a trait `Exporter`, so that
// each type keeps only what it does differently; what they write stays the same. The trait has:
//   open(&mut self, title: &str), line(&mut self, name: &str, amount: u32): written by each type;
//     the name comes without blanks around it
//   close(&mut self, _written: usize): does nothing, unless a type says otherwise
//   export(&mut self, title: &str, stock: &[(String, u32)]) -> usize: the common part, once
// The checks call it as a generic and as `dyn`, and a fourth exporter writes only `open` and `line`.
//
// Read: The Rust Programming Language, chapter 10.2, Defining Shared Behavior with Traits
// https://doc.rust-lang.org/book/ch10-02-traits.html

#[derive(Default)]
struct Csv {
    text: String,
}

#[derive(Default)]
struct Html {
    text: String,
}

#[derive(Default)]
struct Plain {
    text: String,
}

// TODO: Define the trait here, then let each type below shrink to its differences.
impl Csv {
    fn new() -> Self {
        Self::default()
    }

    fn export(&mut self, title: &str, stock: &[(String, u32)]) -> usize {
        self.text.push_str(&format!("{title};amount\n"));
        let mut written = 0;
        for (name, amount) in stock {
            if *amount == 0 {
                continue;
            }
            self.text.push_str(&format!("{};{amount}\n", name.trim()));
            written += 1;
        }
        written
    }
}

impl Html {
    fn new() -> Self {
        Self::default()
    }

    fn export(&mut self, title: &str, stock: &[(String, u32)]) -> usize {
        self.text.push_str(&format!("<h1>{title}</h1><ul>"));
        let mut written = 0;
        for (name, amount) in stock {
            if *amount == 0 {
                continue;
            }
            self.text
                .push_str(&format!("<li>{}: {amount}</li>", name.trim()));
            written += 1;
        }
        self.text.push_str("</ul>");
        written
    }
}

impl Plain {
    fn new() -> Self {
        Self::default()
    }

    fn export(&mut self, title: &str, stock: &[(String, u32)]) -> usize {
        self.text.push_str(&format!("{title}\n"));
        let mut written = 0;
        for (name, amount) in stock {
            if *amount == 0 {
                continue;
            }
            self.text
                .push_str(&format!("- {} ({amount})\n", name.trim()));
            written += 1;
        }
        self.text.push_str(&format!("{written} kinds\n"));
        written
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    fn stock(items: &[(&str, u32)]) -> Vec<(String, u32)> {
        items
            .iter()
            .map(|(name, amount)| (name.to_string(), *amount))
            .collect()
    }

    fn shop() -> Vec<(String, u32)> {
        stock(&[("pears", 12), ("plums", 0), (" figs ", 3)])
    }

    /// A generic caller: one copy of this function for each exporter.
    fn generic<E: Exporter>(exporter: &mut E, title: &str, stock: &[(String, u32)]) -> usize {
        exporter.export(title, stock)
    }

    /// A dyn caller: one function for all exporters, whatever they are.
    fn dynamic(exporters: &mut [&mut dyn Exporter]) -> usize {
        exporters
            .iter_mut()
            .map(|exporter| exporter.export("fruit", &shop()))
            .sum()
    }

    /// The fourth exporter: what it does not write comes from the trait.
    struct Lengths(Vec<usize>);

    impl Exporter for Lengths {
        fn open(&mut self, title: &str) {
            self.0.push(title.len());
        }
        fn line(&mut self, name: &str, amount: u32) {
            self.0.push(name.len() + amount as usize);
        }
    }

    #[test]
    fn csv_behind_a_generic() {
        let mut csv = Csv::new();
        assert_eq!(
            generic(&mut csv, "fruit", &shop()),
            2,
            "plums are sold out and are not written"
        );
        assert_eq!(
            csv.text, "fruit;amount\npears;12\nfigs;3\n",
            "csv closes with nothing"
        );
    }

    #[test]
    fn html_behind_a_generic() {
        let mut html = Html::new();
        assert_eq!(
            generic(&mut html, "fruit", &shop()),
            2,
            "plums are sold out and are not written"
        );
        let wanted = "<h1>fruit</h1><ul><li>pears: 12</li><li>figs: 3</li></ul>";
        assert_eq!(
            html.text, wanted,
            "the list is closed at the end, by the `close` in `impl Exporter for Html`"
        );
    }

    #[test]
    fn plain_behind_a_generic() {
        let mut plain = Plain::new();
        assert_eq!(
            generic(&mut plain, "fruit", &shop()),
            2,
            "plums are sold out and are not written"
        );
        assert_eq!(
            plain.text, "fruit\n- pears (12)\n- figs (3)\n2 kinds\n",
            "the number of kinds comes last"
        );
    }

    #[test]
    fn all_behind_dyn() {
        let (mut csv, mut html, mut plain) = (Csv::new(), Html::new(), Plain::new());
        let written = dynamic(&mut [&mut csv, &mut html, &mut plain]);
        assert_eq!(written, 6, "three exporters, two lines each");
        let begins = [&csv.text, &html.text, &plain.text].map(|text| text.starts_with("fruit"));
        assert_eq!(
            begins,
            [true, false, true],
            "each exporter wrote its own opening"
        );
    }

    #[test]
    fn a_fourth_exporter_lives_on_the_defaults() {
        let mut lengths = Lengths(Vec::new());
        assert_eq!(
            generic(&mut lengths, "fruit", &shop()),
            2,
            "plums are sold out and are not written"
        );
        assert_eq!(
            lengths.0,
            [5, 17, 7],
            "fruit, pears and 12, figs without blanks and 3, no closing"
        );
        let mut rng = ::kit::Rng::salted("trait_from_copies: a fourth exporter");
        for _ in 0..20 {
            let (name, amount) = ("x".repeat(1 + rng.below(9)), rng.below(4));
            let mut lengths = Lengths(Vec::new());
            generic(&mut lengths, "one", &stock(&[(&name, amount as u32)]));
            let mut wanted = vec![3];
            wanted.extend((amount > 0).then_some(name.len() + amount));
            assert_eq!(lengths.0, wanted, "{amount} of {name}");
        }
    }

    #[test]
    fn drawn_stocks_and_a_second_export() {
        let mut rng = ::kit::Rng::salted("trait_from_copies: drawn stocks");
        for _ in 0..20 {
            let items: Vec<(String, u32)> = (0..rng.below(8))
                .map(|at| (format!("item {at}"), rng.below(3) as u32))
                .collect();
            let left: Vec<_> = items.iter().filter(|(_, amount)| *amount > 0).collect();
            let mut plain = Plain::new();
            let written: [usize; 2] =
                ["first", "second"].map(|title| generic(&mut plain, title, &items));
            assert_eq!(
                written,
                [left.len(); 2],
                "as many lines as there are kinds left in {items:?}"
            );
            let lines: String = left
                .iter()
                .map(|(name, amount)| format!("- {name} ({amount})\n"))
                .collect();
            let end = format!("{} kinds\n", left.len());
            let wanted = format!("first\n{lines}{end}second\n{lines}{end}");
            assert_eq!(
                plain.text, wanted,
                "the second export is appended to the first"
            );
        }
    }
}
