//! Speaks to the service over a real socket, as any client would.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use kit::Rng;
use linkbox::domain::Memory;
use linkbox::routes::app;
use serde_json::{Value, json};

/// What came back.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    #[track_caller]
    fn json(&self) -> Value {
        let kind = self.header("content-type").unwrap_or_default();
        assert!(
            kind.starts_with("application/json"),
            "the body should be JSON, but is {kind:?}: {:?}",
            self.body
        );
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {:?}", self.body))
    }

    /// The status that tells a program what went wrong, and a sentence for people.
    #[track_caller]
    fn assert_error(&self, status: u16, what: &str) {
        assert_eq!(self.status, status, "{what}; the body was {:?}", self.body);
        let said = self.json();
        let sentence = said["error"].as_str().unwrap_or_default();
        assert!(
            said.as_object().is_some_and(|body| body.len() == 1),
            "{what}: the body has `error` and nothing else: {said}"
        );
        assert!(
            sentence.split_whitespace().count() > 1,
            "{what}: people need a sentence, and get {sentence:?}"
        );
    }
}

/// A service of its own for each test.
struct Service(SocketAddr);

impl Service {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("tokio asks for it");
        let address = listener.local_addr().expect("it is bound");
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_io()
                .build()
                .expect("a runtime");
            runtime.block_on(async {
                let listener =
                    tokio::net::TcpListener::from_std(listener).expect("inside of a runtime");
                axum::serve(listener, app(Box::new(Memory::default())))
                    .await
                    .expect("it serves");
            });
        });
        Self(address)
    }

    #[track_caller]
    fn send(&self, request: &str, kind: &str, body: &str) -> Answer {
        let mut line = TcpStream::connect(self.0).expect("the service listens");
        line.set_read_timeout(Some(Duration::from_secs(8)))
            .expect("not zero");
        let kind = if kind.is_empty() {
            String::new()
        } else {
            format!("Content-Type: {kind}\r\n")
        };
        let length = body.len();
        let head = format!(
            "{request} HTTP/1.1\r\nHost: linkbox\r\nConnection: close\r\n{kind}Content-Length: {length}\r\n\r\n"
        );
        line.write_all(format!("{head}{body}").as_bytes())
            .expect("it is read");
        let mut bytes = Vec::new();
        line.read_to_end(&mut bytes)
            .expect("an answer within the time");
        let text = String::from_utf8(bytes).expect("text");
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| {
            panic!("`{request}` got no answer: the handler gave up, and the line went dead")
        });
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1))
            .and_then(|code| code.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        Answer {
            status: status.expect("a status"),
            headers: headers
                .map(|(key, value)| (key.to_ascii_lowercase(), value.to_owned()))
                .collect(),
            body: body.to_owned(),
        }
    }

    #[track_caller]
    fn get(&self, path: &str) -> Answer {
        self.send(&format!("GET {path}"), "", "")
    }

    #[track_caller]
    fn post(&self, body: &Value) -> Answer {
        self.send("POST /links", "application/json", &body.to_string())
    }

    #[track_caller]
    fn add(&self, slug: &str, target: &str) {
        let answer = self.post(&json!({"slug": slug, "target": target}));
        assert_eq!(answer.status, 201, "making {slug}: {}", answer.body);
    }
}

#[test]
fn the_service_is_well() {
    let answer = Service::start().get("/health");
    assert_eq!((answer.status, answer.body.as_str()), (200, "ok"));
}

#[test]
fn a_link_is_made_and_shown() {
    let service = Service::start();
    let number = Rng::salted("linkbox_2_routes: made").u32();
    let link = json!({"slug": format!("n-{number}"), "target": format!("https://a.example/{number}?q=%C3%BC")});
    let made = service.post(&link);
    assert_eq!(made.status, 201, "something new was made: {}", made.body);
    let place = format!("/links/n-{number}");
    assert_eq!(
        made.header("location"),
        Some(place.as_str()),
        "the answer says where it is"
    );
    assert_eq!(made.json(), link);
    let shown = service.get(&place);
    assert_eq!((shown.status, shown.json()), (200, link));
}

#[test]
fn a_slug_leads_to_its_target() {
    let service = Service::start();
    let target = format!(
        "https://a.example/{}#top",
        Rng::salted("linkbox_2_routes: led").u32()
    );
    let wide = target.replace("example/", "example/ü");
    for (slug, target) in [("way", &target), ("wide", &wide)] {
        service.add(slug, target);
        let answer = service.get(&format!("/{slug}"));
        assert_eq!(
            (answer.status, answer.header("location")),
            (307, Some(target.as_str())),
            "a target is what `Target` takes, `ü` too"
        );
    }
}

#[test]
fn a_removed_link_is_gone() {
    let service = Service::start();
    service.add("one", "https://a.example");
    service.add("two", "https://b.example");
    let removed = service.send("DELETE /links/one", "", "");
    assert_eq!(
        (removed.status, removed.body.as_str()),
        (204, ""),
        "done, and nothing to say"
    );
    service
        .get("/links/one")
        .assert_error(404, "it was removed");
    service.get("/one").assert_error(404, "it was removed");
    service
        .send("DELETE /links/one", "", "")
        .assert_error(404, "there is nothing to remove any more");
    assert_eq!(
        service.get("/two").status,
        307,
        "the other one is still there"
    );
}

#[test]
fn what_is_not_there_is_not_found() {
    let service = Service::start();
    for path in [
        "/links/nobody",
        "/nobody",
        "/links/No-Slug",
        "/x",
        "/links/%2e%2e%2fetc",
        "/links/health",
    ] {
        service.get(path).assert_error(404, path);
    }
    service
        .send("DELETE /links/x", "", "")
        .assert_error(404, "a name that cannot be a slug");
}

#[test]
fn a_slug_is_given_once() {
    let service = Service::start();
    service.add("once", "https://first.example");
    let again = service.post(&json!({"slug": "once", "target": "https://second.example"}));
    again.assert_error(
        409,
        "the slug is taken; a client has to see that in the status",
    );
    assert_eq!(
        service.get("/once").header("location"),
        Some("https://first.example")
    );
}

#[test]
fn what_is_no_slug_or_target_is_refused() {
    let service = Service::start();
    for (slug, target) in [
        ("../x", "https://a.example"),
        ("ab", "https://a.example"),
        ("links", "https://a.example"),
        ("good", "javascript:x"),
        ("good", ""),
    ] {
        service
            .post(&json!({"slug": slug, "target": target}))
            .assert_error(422, &format!("{slug:?} to {target:?}"));
    }
    assert_eq!(
        service.get("/links").json()["links"],
        json!([]),
        "nothing of it was kept"
    );
}

#[test]
fn a_body_that_cannot_be_read_is_refused() {
    let service = Service::start();
    let kind = "application/json";
    assert_eq!(
        service.send("POST /links", kind, "{\"slug\": ").status,
        400,
        "no JSON at all"
    );
    assert_eq!(
        service
            .send("POST /links", kind, "{\"slug\": \"abc\"}")
            .status,
        422,
        "the target is missing"
    );
    let body = json!({"slug": "abc", "target": "https://a.example"}).to_string();
    assert_eq!(
        service.send("POST /links", "text/plain", &body).status,
        415,
        "not said to be JSON"
    );
    assert_eq!(
        service.get("/links/abc").status,
        404,
        "nothing of it was kept"
    );
}

#[test]
fn another_method_is_refused() {
    let service = Service::start();
    assert_eq!(service.send("PUT /links", "", "").status, 405);
    assert_eq!(service.send("POST /links/abc", "", "").status, 405);
}

#[test]
fn pages_lead_to_one_another() {
    let service = Service::start();
    let count = Rng::salted("linkbox_2_routes: pages").within(7..12_usize);
    let names: Vec<String> = (0..count)
        .map(|number| format!("link-{number:02}"))
        .collect();
    for name in names.iter().rev() {
        service.add(name, "https://a.example");
    }
    let (mut seen, mut path, mut pages) = (Vec::new(), "/links?limit=3".to_owned(), 0);
    loop {
        let answer = service.get(&path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        let page = answer.json();
        let links = page["links"].as_array().expect("a list").clone();
        seen.extend(
            links
                .iter()
                .map(|link| link["slug"].as_str().expect("a slug").to_owned()),
        );
        pages += 1;
        let Some(next) = page["next"].as_str() else {
            assert_eq!(
                page["next"],
                Value::Null,
                "`next` is there on the last page as well"
            );
            break;
        };
        assert_eq!(
            seen.last().map(String::as_str),
            Some(next),
            "`next` is the last slug shown"
        );
        path = format!("/links?after={next}&limit=3");
    }
    assert_eq!(seen, names, "each link once, in order");
    assert_eq!(
        pages,
        count.div_ceil(3),
        "no page without links behind the last one"
    );
}

#[test]
fn a_page_has_twenty_links_or_as_many_as_were_asked_for() {
    let service = Service::start();
    for number in 0..101 {
        service.add(&format!("link-{number:03}"), "https://a.example");
    }
    let drawn = Rng::salted("linkbox_2_routes: limit")
        .within(2..100_usize)
        .to_string();
    for (query, len) in [
        ("", 20),
        ("?limit=1", 1),
        (&format!("?limit={drawn}"), drawn.parse().expect("a number")),
        ("?limit=100", 100),
        ("?other=1", 20),
    ] {
        let page = service.get(&format!("/links{query}")).json();
        assert_eq!(
            page["links"].as_array().map(Vec::len),
            Some(len),
            "GET /links{query}"
        );
        assert!(
            page["next"].is_string(),
            "there are more links behind GET /links{query}"
        );
    }
    for (after, len) in [
        ("link-097", 3),
        ("link-098", 2),
        ("link-100", 0),
        ("zzz", 0),
    ] {
        let page = service.get(&format!("/links?limit=3&after={after}")).json();
        assert_eq!(
            page["links"].as_array().map(Vec::len),
            Some(len),
            "behind {after}"
        );
        assert_eq!(
            page["next"],
            Value::Null,
            "nothing is left behind the last {len} links"
        );
    }
}

#[test]
fn a_page_that_makes_no_sense_is_refused() {
    let service = Service::start();
    for query in [
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=many",
        "limit=",
        "after=..",
        "after=UP",
    ] {
        service
            .get(&format!("/links?{query}"))
            .assert_error(400, query);
    }
}
