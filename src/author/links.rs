//! Links without a network: the set's list of those that were looked at, `links.txt`, and the documentation that came with
//! the toolchain. It must not open anything beyond the two.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The name of the list.
pub const FILE: &str = "links.txt";

const HEAD: &str = "# Links of the set, each opened once by somebody, or found in the toolchain's documentation. One a line, sorted.\n";
const BOOKS: &str = "https://doc.rust-lang.org/";

/// What is known of links.
#[derive(Debug, Default)]
pub struct Links {
    list: Option<BTreeSet<String>>,
    docs: Option<PathBuf>,
    /// What the documentation said of links before: whether each leads somewhere.
    looked_up: Mutex<BTreeMap<String, bool>>,
}

impl Links {
    /// From the text of a list, and from the directory of the toolchain's documentation; either may be missing.
    #[must_use]
    pub fn new(list: Option<&str>, docs: Option<PathBuf>) -> Self {
        let lines = |text: &str| {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
            lines.map(str::to_owned).collect()
        };
        Self { list: list.map(lines), docs, looked_up: Mutex::default() }
    }

    /// Whether there is a list to look into.
    #[must_use]
    pub fn has_list(&self) -> bool {
        self.list.is_some()
    }

    /// What is wrong with a link; none where it is listed and nothing speaks against it.
    #[must_use]
    pub fn fault(&self, url: &str) -> Option<&'static str> {
        if self.resolves(url) == Some(false) {
            return Some("leads nowhere in the toolchain's documentation");
        }
        let listed = self.list.as_ref().is_none_or(|list| list.contains(url));
        (!listed).then_some("is not in links.txt")
    }

    /// Whether the toolchain's documentation has the page and the place on it; none where it does not know.
    #[must_use]
    pub fn resolves(&self, url: &str) -> Option<bool> {
        let docs = self.docs.as_ref()?;
        let inside = url.strip_prefix(BOOKS)?;
        let inside = inside.strip_prefix("stable/").unwrap_or(inside);
        let mut known = self.looked_up.lock().unwrap_or_else(PoisonError::into_inner);
        Some(*known.entry(url.to_owned()).or_insert_with(|| is_there(docs, inside)))
    }

    /// The list with those of these links added that the documentation has.
    #[must_use]
    pub fn with<'u>(&self, urls: impl IntoIterator<Item = &'u str>) -> String {
        let mut all = self.list.clone().unwrap_or_default();
        all.extend(urls.into_iter().filter(|url| self.resolves(url) == Some(true)).map(str::to_owned));
        all.iter().fold(HEAD.to_owned(), |text, url| text + url + "\n")
    }
}

fn is_there(docs: &Path, inside: &str) -> bool {
    let (page, fragment) = inside.split_once('#').unwrap_or((inside, ""));
    let page =
        if page.is_empty() || page.ends_with('/') { format!("{page}index.html") } else { page.to_owned() };
    let Ok(text) = std::fs::read_to_string(docs.join(page)) else { return false };
    fragment.is_empty() || text.contains(&format!("id=\"{fragment}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_listed_or_told() {
        let links = Links::new(Some("# ours\nhttps://a.b/c\n"), None);
        assert_eq!(links.fault("https://a.b/c"), None);
        assert_eq!(links.fault("https://a.b/d"), Some("is not in links.txt"));
        assert_eq!(Links::new(None, None).fault("https://a.b/d"), None);
    }

    #[test]
    fn pages_and_places_are_looked_up_in_the_documentation() {
        let docs = tempfile::tempdir().unwrap();
        std::fs::create_dir(docs.path().join("book")).unwrap();
        crate::workspace::lay(docs.path(), Path::new("book/index.html"), b"<h2 id=\"here\">x</h2>").unwrap();
        let links = Links::new(Some(""), Some(docs.path().to_path_buf()));
        let of = |inside: &str| links.resolves(&format!("{BOOKS}{inside}"));
        assert_eq!(
            (of("book/#here"), of("book/#there"), of("book/no.html")),
            (Some(true), Some(false), Some(false))
        );
        assert_eq!(links.resolves("https://a.b/"), None);
        let listed = links.with(["https://doc.rust-lang.org/book/#here", "https://a.b/"]);
        assert_eq!(listed, format!("{HEAD}https://doc.rust-lang.org/book/#here\n"));
    }
}
