// Routes
//
// `app` makes a router of a store. Requests, and what they are answered with:
//
//     GET    /health         200 `ok` as text
//     POST   /links          {"slug": …, "target": …} makes a link: 201, `Location: /links/SLUG`, the link as JSON
//     GET    /links          200 {"links": [link, …], "next": SLUG or null}
//     GET    /links/{slug}   200, the link as JSON
//     DELETE /links/{slug}   204 without a body
//     GET    /{slug}         307 with the target as `Location`
//
// A link as JSON is {"slug": …, "target": …}. A list has at most 20 links, or as many as `limit` says (1 to 100), and begins
// behind `after`. `next` is the last slug shown, if there are more links, and otherwise null. `Asked` takes the query apart.
//
// What goes wrong has a status of its own, and the body {"error": a sentence}: 404 where there is no such link, also if the
// name could not be a slug; 409 where the slug is taken; 422 for a slug or target that is none; 400 for a limit or an
// `after` that is none. A body, or a name in the path, that cannot be read is refused by axum itself: leave it at that. Every answer
// comes, whatever was sent.
//
// Read: axum, documentation, Extractors and Responses
// https://docs.rs/axum/latest/axum/#extractors

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::Uri;
use axum::routing::get;
use serde::{Deserialize, Serialize};

use crate::domain::Links;

/// What all handlers share.
pub type Store = Arc<Mutex<Box<dyn Links>>>;

/// A link as it goes over the line.
#[derive(Debug, Deserialize, Serialize)]
pub struct LinkBody {
    pub slug: String,
    pub target: String,
}

/// A page of links.
#[derive(Debug, Serialize)]
pub struct PageBody {
    pub links: Vec<LinkBody>,
    pub next: Option<String>,
}

/// What went wrong.
#[derive(Debug, Serialize)]
pub struct ErrorBody {
    pub error: String,
}

/// What the query of a list says, as it stands there.
#[derive(Debug, Default)]
pub struct Asked<'a> {
    pub after: Option<&'a str>,
    pub limit: Option<&'a str>,
}

impl<'a> Asked<'a> {
    /// Other words in the query are left alone.
    pub fn of(uri: &'a Uri) -> Self {
        let mut asked = Self::default();
        for part in uri.query().unwrap_or_default().split('&') {
            match part.split_once('=') {
                Some(("after", value)) => asked.after = Some(value),
                Some(("limit", value)) => asked.limit = Some(value),
                _ => {}
            }
        }
        asked
    }
}

/// The service in front of this store.
pub fn app(links: Box<dyn Links>) -> Router {
    let store: Store = Arc::new(Mutex::new(links));
    // TODO: Add the other routes.
    Router::new()
        .route("/health", get(|| async { "ok" }))
        .with_state(store)
}

// TODO: Write a handler for each route.
