use std::collections::BTreeMap;

use kit::Rng;
use linkbox::domain::{Link, Links, Memory, Slug, SlugFault, Taken, Target, TargetFault};

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap_or_else(|fault| panic!("{text:?} is a good slug, but: {fault:?}"))
}

fn target(text: &str) -> Target {
    Target::new(text).unwrap_or_else(|fault| panic!("{text:?} is a good target, but: {fault:?}"))
}

fn drawn_slug(rng: &mut Rng, len: usize) -> String {
    let plain: Vec<char> = ('a'..='z').chain('0'..='9').collect();
    let mut text = String::new();
    while text.len() < len {
        let inside = !text.is_empty() && !text.ends_with('-') && text.len() + 1 < len;
        text.push(if inside && rng.below(4) == 0 {
            '-'
        } else {
            *rng.pick(&plain)
        });
    }
    text
}

#[test]
fn good_slugs_are_kept_as_they_are() {
    let mut rng = Rng::salted("linkbox_1_core: slugs");
    for len in 3..=32 {
        let text = drawn_slug(&mut rng, len);
        let made = slug(&text);
        assert_eq!(
            (made.as_str(), made.to_string()),
            (text.as_str(), text.clone())
        );
    }
    for text in ["a-b", "az0", "9z9", "link", "healthy", "links-2"] {
        assert_eq!(slug(text).as_str(), text);
    }
}

#[test]
fn bad_slugs_cannot_be_held() {
    let faults = [
        (
            vec!["", "ab", "-", "123456789012345678901234567890123"],
            SlugFault::Length,
        ),
        (
            vec![
                "../x", "a b", "Abc", "abC", "a/b", "a.b", "a_b", "a`b", "a{b", "a:b", "äbc",
                "ab\n", "a%2fb", "a٣b", "abc²",
            ],
            SlugFault::Character,
        ),
        (vec!["-ab", "ab-", "a--b", "---"], SlugFault::Dash),
        (vec!["health", "links"], SlugFault::Reserved),
    ];
    for (texts, fault) in faults {
        for text in texts {
            assert_eq!(
                Slug::new(text),
                Err(fault),
                "{text:?} is no slug; whoever holds a `Slug` relies on it and does not look again"
            );
        }
    }
}

#[test]
fn of_several_faults_of_a_slug_the_first_is_told() {
    assert_eq!(Slug::new("-A"), Err(SlugFault::Length));
    assert_eq!(Slug::new("-A--b"), Err(SlugFault::Character));
}

#[test]
fn lengths_of_slugs_count_characters() {
    assert_eq!(
        Slug::new("éé"),
        Err(SlugFault::Length),
        "two characters, whatever their bytes"
    );
    assert_eq!(
        Slug::new(&"é".repeat(32)),
        Err(SlugFault::Character),
        "32 characters are not too many"
    );
}

#[test]
fn good_targets_are_kept_as_they_are() {
    let mut rng = Rng::salted("linkbox_1_core: targets");
    let (first, second) = (rng.u32(), rng.u32());
    for text in [
        "http://a".to_owned(),
        format!("https://{first}.example/{second}?q=ü#top"),
        "HtTpS://Ex.org".to_owned(),
    ] {
        assert_eq!(target(&text).as_str(), text);
    }
    let long = format!("https://{}", "a".repeat(1992));
    assert_eq!(target(&long).as_str().len(), 2000);
}

#[test]
fn bad_targets_cannot_be_held() {
    let too_long = format!("https://{}a", "é".repeat(996));
    let faults = [
        (vec![too_long.as_str()], TargetFault::TooLong),
        (
            vec![
                "https://a b",
                "https://a\nLocation: x",
                "https://a\u{7f}",
                "https://a\u{80}b",
                "\thttps://a",
                "https://a\u{a0}b",
            ],
            TargetFault::Character,
        ),
        (
            vec![
                "",
                "a.example",
                "ftp://a",
                "javascript:alert(1)",
                "http:/a",
                "http:a",
                "httpss://a",
                "//a",
                "xhttp://a",
                "http\u{17f}://a",
            ],
            TargetFault::Scheme,
        ),
        (
            vec![
                "http://",
                "https://",
                "https:///a",
                "http://?q",
                "HTTP://#top",
            ],
            TargetFault::Host,
        ),
    ];
    for (texts, fault) in faults {
        for text in texts {
            assert_eq!(Target::new(text), Err(fault), "{text:?} is no target");
        }
    }
    assert_eq!(
        Target::new("ftp://a b"),
        Err(TargetFault::Character),
        "the first fault is told"
    );
    // The first letters may lie across the border of a character.
    assert_eq!(Target::new("httpé://"), Err(TargetFault::Scheme));
    assert_eq!(Target::new("http:/é"), Err(TargetFault::Scheme));
}

/// What every store has to do, whichever it is.
fn contract(mut store: Box<dyn Links>, rng: &mut Rng) {
    let mut model: BTreeMap<String, Link> = BTreeMap::new();
    let names: Vec<String> = (0..12).map(|_| drawn_slug(rng, 4)).collect();
    for turn in 0..300_u32 {
        let name = slug(&names[rng.below(names.len())]);
        let link = Link {
            slug: name.clone(),
            target: target(&format!("https://{turn}.example")),
        };
        match rng.below(6) {
            0..=2 => {
                let wanted = if model.contains_key(name.as_str()) {
                    Err(Taken(name.clone()))
                } else {
                    Ok(())
                };
                assert_eq!(store.add(link.clone()), wanted, "adding {name}");
                model.entry(name.as_str().to_owned()).or_insert(link);
            }
            3 => assert_eq!(
                store.remove(&name),
                model.remove(name.as_str()),
                "removing {name}"
            ),
            4 => {
                let (after, limit, odd) = (
                    rng.flag().then_some(&name),
                    rng.below(6),
                    rng.below(3) as u32,
                );
                let wanted =
                    |link: &Link| odd == 0 || link.target.as_str().len() % 2 == odd as usize % 2;
                let ours: Vec<Link> = model
                    .values()
                    .filter(|link| after.is_none_or(|after| link.slug > *after) && wanted(link))
                    .take(limit)
                    .cloned()
                    .collect();
                assert_eq!(
                    store.list(after, limit, &wanted),
                    ours,
                    "listing {limit} after {after:?}"
                );
            }
            _ => {}
        }
        assert_eq!(
            store.get(&name),
            model.get(name.as_str()).cloned(),
            "a slug that is taken keeps its link"
        );
    }
}

#[test]
fn memory_keeps_the_contract() {
    let mut rng = Rng::salted("linkbox_1_core: contract");
    for _ in 0..5 {
        contract(Box::new(Memory::default()), &mut rng);
    }
}

#[test]
fn pages_put_together_are_the_whole() {
    let mut store: Box<dyn Links> = Box::new(Memory::default());
    let count = Rng::salted("linkbox_1_core: pages").within(5..20_u32);
    for number in 0..count {
        let link = Link {
            slug: slug(&format!("link-{number:03}")),
            target: target("https://a.example"),
        };
        assert_eq!(store.add(link), Ok(()));
    }
    let (mut seen, mut after) = (0, None);
    loop {
        let page = store.list(after.as_ref(), 3, &|_| true);
        let Some(last) = page.last() else { break };
        seen += page.len();
        assert!(
            seen <= count as usize,
            "a link stands on two pages: where `after` is given, that one is not shown again"
        );
        after = Some(last.slug.clone());
    }
    assert_eq!(
        seen, count as usize,
        "each link stands on one page, and on one only"
    );
}

#[test]
fn a_store_can_be_handed_to_another_thread() {
    kit::assert_send::<Box<dyn Links>>();
}
