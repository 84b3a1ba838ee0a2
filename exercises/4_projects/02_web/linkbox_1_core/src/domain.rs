// What linkbox is about
//
// A link leads from a short name to a target. Only good names and targets can be held at all:
//
// * A slug has 3 to 32 characters: `a` to `z`, `0` to `9`, and single dashes between them, none at either end.
//   `health` and `links` are taken by the service itself.
// * A target begins with `http://` or `https://`, in any case of letters, and goes on with at least one character that
//   is neither `/`, `?` nor `#`. It has at most 2000 bytes, and no white space or control character. It is kept as it is.
//
// `new` says the first thing that is wrong, in the order of the enum.
//
// The store keeps the links. The service will hold it as `Box<dyn Links>`, so that another one can take its place;
// `Memory` is the first. Adding a link under a slug that is taken changes nothing. `list` answers with the links that are
// wanted, in the order of their slugs, at most `limit`, and only those behind `after` where that is given.
//
// Read: The Rust Programming Language, ch. 18.2, trait objects
// https://doc.rust-lang.org/book/ch18-02-trait-objects.html

use std::collections::BTreeMap;
use std::fmt;

/// The short name of a link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// What is wrong with a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlugFault {
    Length,
    Character,
    Dash,
    Reserved,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target(String);

/// What is wrong with a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetFault {
    TooLong,
    Character,
    Scheme,
    Host,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub slug: Slug,
    pub target: Target,
}

/// There is a link with this slug already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken(pub Slug);

impl Slug {
    pub fn new(text: &str) -> Result<Self, SlugFault> {
        // TODO: Let only good names through.
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Target {
    pub fn new(text: &str) -> Result<Self, TargetFault> {
        // TODO: Let only good targets through.
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Keeps links by their slugs.
pub trait Links: Send {
    fn add(&mut self, link: Link) -> Result<(), Taken>;
    fn get(&self, slug: &Slug) -> Option<Link>;
    fn remove(&mut self, slug: &Slug) -> Option<Link>;
    // TODO: Make it possible to hold any store behind a pointer; callers go on writing `list(…, &|link| …)`.
    fn list(&self, after: Option<&Slug>, limit: usize, wanted: impl Fn(&Link) -> bool)
    -> Vec<Link>;
}

/// Links that are gone when the program ends.
#[derive(Debug, Default)]
pub struct Memory {
    links: BTreeMap<Slug, Link>,
}

// TODO: Keep the links in order.
impl Links for Memory {
    fn add(&mut self, link: Link) -> Result<(), Taken> {
        self.links.insert(link.slug.clone(), link);
        Ok(())
    }

    fn get(&self, slug: &Slug) -> Option<Link> {
        self.links.get(slug).cloned()
    }

    fn remove(&mut self, slug: &Slug) -> Option<Link> {
        todo!("{slug}")
    }

    fn list(
        &self,
        after: Option<&Slug>,
        limit: usize,
        wanted: impl Fn(&Link) -> bool,
    ) -> Vec<Link> {
        todo!(
            "{after:?} {limit} {}",
            self.links.values().filter(|link| wanted(link)).count()
        )
    }
}
