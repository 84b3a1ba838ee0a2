// Why so: `new` is the only way to a `Slug` or a `Target`, so what holds one needs no second look. A method with a
// type parameter is one method for each type, and a table of methods has no room for that; a borrowed `dyn Fn` is one
// type, and the trait fits behind a pointer. `entry` looks once, and leaves alone what is there. A `BTreeMap` knows
// its order, so a page begins with a search and not with a walk over everything before it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::ops::Bound;

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
        if !(3..=32).contains(&text.chars().count()) {
            return Err(SlugFault::Length);
        }
        if !text
            .chars()
            .all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-'))
        {
            return Err(SlugFault::Character);
        }
        if text.split('-').any(str::is_empty) {
            return Err(SlugFault::Dash);
        }
        if ["health", "links"].contains(&text) {
            return Err(SlugFault::Reserved);
        }
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
        if text.len() > 2000 {
            return Err(TargetFault::TooLong);
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(TargetFault::Character);
        }
        let (scheme, rest) = text.split_once("://").ok_or(TargetFault::Scheme)?;
        if !["http", "https"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known))
        {
            return Err(TargetFault::Scheme);
        }
        if rest.is_empty() || rest.starts_with(['/', '?', '#']) {
            return Err(TargetFault::Host);
        }
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
    fn list(&self, after: Option<&Slug>, limit: usize, wanted: &dyn Fn(&Link) -> bool)
    -> Vec<Link>;
}

/// Links that are gone when the program ends.
#[derive(Debug, Default)]
pub struct Memory {
    links: BTreeMap<Slug, Link>,
}

impl Links for Memory {
    fn add(&mut self, link: Link) -> Result<(), Taken> {
        match self.links.entry(link.slug.clone()) {
            Entry::Occupied(there) => Err(Taken(there.key().clone())),
            Entry::Vacant(free) => {
                free.insert(link);
                Ok(())
            }
        }
    }

    fn get(&self, slug: &Slug) -> Option<Link> {
        self.links.get(slug).cloned()
    }

    fn remove(&mut self, slug: &Slug) -> Option<Link> {
        self.links.remove(slug)
    }

    fn list(
        &self,
        after: Option<&Slug>,
        limit: usize,
        wanted: &dyn Fn(&Link) -> bool,
    ) -> Vec<Link> {
        let start = after.map_or(Bound::Unbounded, Bound::Excluded);
        let behind = self.links.range::<Slug, _>((start, Bound::Unbounded));
        behind
            .map(|(_, link)| link)
            .filter(|link| wanted(link))
            .take(limit)
            .cloned()
            .collect()
    }
}
