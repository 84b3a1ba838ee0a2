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

trait Exporter {
    fn open(&mut self, title: &str);

    fn line(&mut self, name: &str, amount: u32);

    fn close(&mut self, _written: usize) {}

    fn export(&mut self, title: &str, stock: &[(String, u32)]) -> usize {
        self.open(title);
        let mut written = 0;
        for (name, amount) in stock {
            if *amount == 0 {
                continue;
            }
            self.line(name, *amount);
            written += 1;
        }
        self.close(written);
        written
    }
}

impl Csv {
    fn new() -> Self {
        Self::default()
    }
}

impl Exporter for Csv {
    fn open(&mut self, title: &str) {
        self.text.push_str(&format!("{title};amount\n"));
    }

    fn line(&mut self, name: &str, amount: u32) {
        self.text.push_str(&format!("{};{amount}\n", name.trim()));
    }
}

impl Html {
    fn new() -> Self {
        Self::default()
    }
}

impl Exporter for Html {
    fn open(&mut self, title: &str) {
        self.text.push_str(&format!("<h1>{title}</h1><ul>"));
    }

    fn line(&mut self, name: &str, amount: u32) {
        self.text
            .push_str(&format!("<li>{}: {amount}</li>", name.trim()));
    }

    fn close(&mut self, _written: usize) {
        self.text.push_str("</ul>");
    }
}

impl Plain {
    fn new() -> Self {
        Self::default()
    }
}

impl Exporter for Plain {
    fn open(&mut self, title: &str) {
        self.text.push_str(&format!("{title}\n"));
    }

    fn line(&mut self, name: &str, amount: u32) {
        self.text
            .push_str(&format!("- {} ({amount})\n", name.trim()));
    }

    fn close(&mut self, written: usize) {
        self.text.push_str(&format!("{written} kinds\n"));
    }
}
