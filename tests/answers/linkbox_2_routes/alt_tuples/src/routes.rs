// A pair of status and body is an answer already, and a second look at the store tells whether more follows.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};

use crate::domain::{Link, Links, Slug, Target};

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
    Router::new()
        .route("/health", get(health))
        .route("/links", get(list).post(create))
        .route("/links/{slug}", get(show).delete(remove))
        .route("/{slug}", get(follow))
        .with_state(store)
}

async fn health() -> String {
    "ok".to_owned()
}

/// A status for programs and a sentence for people.
type Fault = (StatusCode, Json<ErrorBody>);

fn fault(status: StatusCode, error: String) -> Fault {
    (status, Json(ErrorBody { error }))
}

impl From<Link> for LinkBody {
    fn from(link: Link) -> Self {
        Self {
            slug: link.slug.to_string(),
            target: link.target.as_str().to_owned(),
        }
    }
}

fn open(store: &Store) -> MutexGuard<'_, Box<dyn Links>> {
    store.lock().unwrap_or_else(PoisonError::into_inner)
}

fn not_found(name: &str) -> Fault {
    fault(StatusCode::NOT_FOUND, format!("there is no link {name:?}"))
}

/// A name that cannot be a slug is the name of no link.
fn found(store: &Store, name: &str) -> Result<Link, Fault> {
    let slug = Slug::new(name).map_err(|_| not_found(name))?;
    open(store).get(&slug).ok_or_else(|| not_found(name))
}

async fn create(State(store): State<Store>, Json(body): Json<LinkBody>) -> Result<Response, Fault> {
    let unfit = |what| fault(StatusCode::UNPROCESSABLE_ENTITY, what);
    let slug =
        Slug::new(&body.slug).map_err(|fault| unfit(format!("this is no slug: {fault:?}")))?;
    let target = Target::new(&body.target)
        .map_err(|fault| unfit(format!("this is no target: {fault:?}")))?;
    let place = format!("/links/{slug}");
    open(&store)
        .add(Link { slug, target })
        .map_err(|taken| fault(StatusCode::CONFLICT, format!("{} is taken", taken.0)))?;
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], Json(body)).into_response())
}

async fn list(State(store): State<Store>, uri: Uri) -> Result<Json<PageBody>, Fault> {
    let bad = |what: &str| fault(StatusCode::BAD_REQUEST, what.to_owned());
    let asked = Asked::of(&uri);
    let limit = asked.limit.map_or(Ok(20), str::parse).ok();
    let limit = limit
        .filter(|limit| (1..=100).contains(limit))
        .ok_or_else(|| bad("a limit is 1 to 100"))?;
    let after = asked
        .after
        .map(Slug::new)
        .transpose()
        .map_err(|_| bad("`after` is no slug"))?;
    let store = open(&store);
    let links = store.list(after.as_ref(), limit, &|_| true);
    let last = links.last().map(|link| &link.slug);
    let more = last.is_some_and(|last| !store.list(Some(last), 1, &|_| true).is_empty());
    let next = links
        .last()
        .filter(|_| more)
        .map(|link| link.slug.to_string());
    Ok(Json(PageBody {
        links: links.into_iter().map(LinkBody::from).collect(),
        next,
    }))
}

async fn show(
    State(store): State<Store>,
    Path(name): Path<String>,
) -> Result<Json<LinkBody>, Fault> {
    Ok(Json(found(&store, &name)?.into()))
}

async fn remove(State(store): State<Store>, Path(name): Path<String>) -> Result<StatusCode, Fault> {
    let slug = Slug::new(&name).map_err(|_| not_found(&name))?;
    open(&store).remove(&slug).ok_or_else(|| not_found(&name))?;
    Ok(StatusCode::NO_CONTENT)
}

async fn follow(State(store): State<Store>, Path(name): Path<String>) -> Result<Redirect, Fault> {
    Ok(Redirect::temporary(found(&store, &name)?.target.as_str()))
}
