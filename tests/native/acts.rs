//! Random orders of acts, answers, failures and deaths of the engine: at rest
//! all that a page shows is of the last act that succeeded, and the same as if
//! nothing else had ever been asked.

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock};

use model_census::acts::{Acts, Change, Event, Kinds, Todo, Wanted};
use model_census::definition::{Definition, Period, Span, UnknownCompute};
use model_census::dimension::Condition;
use model_census::engine::{Engine, View};
use model_census::export::json;
use model_census::report::Findings;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::random_export::check_cases;
use crate::support::{NAME, definition, labels, read};

/// Small lists that differ in years, countries and fingerprints; reading the last
/// one fails.
const LISTS: [&str; 4] = [
    "Model,Publication date,Organization,Country (of organization),Domain\n\
     A,2021-03-01,NAVER,Korea (Republic of),Language\n\
     B,2022-05-01,Google,United States of America,Vision\n\
     C,2023-06-01,Tsinghua University,China,Language\n",
    "Model,Publication date,Organization,Country (of organization),Domain\n\
     D,2020-02-01,Google,United States of America,Language\n\
     E,2024-08-01,DeepMind,United Kingdom of Great Britain and Northern Ireland,Audio\n",
    "Model,Publication date,Organization,Country (of organization),Domain\n\
     F,2022-02-01,Acme,Atlantis,Basketry\n\
     G,2022-08-01,NAVER,Korea (Republic of),Language\n\
     H,2023-08-01,NAVER,Korea (Republic of),Language\n",
    "no export\n",
];

/// IS-178's rules without its organisations, whose fingerprint takes its time;
/// the same with another title, and with models of unknown compute.
static DEFINITIONS: LazyLock<[Arc<Definition>; 3]> = LazyLock::new(|| {
    let mut own = definition();
    own.organizations.clear();
    let (mut titled, mut keeping) = (own.clone(), own.clone());
    titled.title.en = "Another".to_owned();
    keeping.compute.unknown = UnknownCompute::Keep;
    [own, titled, keeping].map(Arc::new)
});

#[derive(Clone, Debug, PartialEq)]
struct Small;

impl Kinds for Small {
    type List = usize;
    type Definition = usize;
    type Read = usize;
    type Answer = Findings;
    type Why = &'static str;
}

/// What is asked of a worker, in the order in which it is.
#[derive(Debug)]
enum Message {
    Read(u32, usize),
    GiveUp(u32),
    Offer(u32, Option<u32>, Wanted<Small>),
    Take(u32),
}

/// A worker, as `serving.js` is one.
struct Worker {
    engine: Engine,
    latest: Option<u32>,
    aside: Option<u32>,
    offered: Option<u32>,
    told: Option<String>,
}

impl Worker {
    fn new(shown: &Wanted<Small>) -> Self {
        let definition = Arc::clone(&DEFINITIONS[shown.definition]);
        let mut engine = Engine::new(definition, (*labels()).clone());
        if let Some(list) = shown.list {
            engine.keep(read(LISTS[list].as_bytes(), NAME).unwrap());
            engine.look(shown.view.clone());
            engine.findings();
        }
        let told = engine.latest().as_ref().map(json);
        Self {
            engine,
            latest: None,
            aside: None,
            offered: None,
            told,
        }
    }

    fn hear(&mut self, message: Message) -> Option<Event<Small>> {
        match message {
            Message::Read(number, list) => {
                if self.latest.is_some_and(|latest| latest > number) {
                    return None;
                }
                self.aside = None;
                let dataset = read(LISTS[list].as_bytes(), NAME);
                Some(match dataset {
                    Ok(dataset) => {
                        self.engine.set_aside(dataset);
                        self.aside = Some(number);
                        Event::Read(number, list)
                    }
                    Err(_) => Event::Failed(number, "unusable"),
                })
            }
            Message::GiveUp(number) => {
                self.latest = self.latest.filter(|latest| *latest != number);
                if self.aside == Some(number) {
                    self.aside = None;
                    self.engine.forget_offered();
                }
                None
            }
            Message::Offer(number, list, wanted) => {
                self.offered = None;
                if list.is_some() && list != self.aside {
                    return Some(Event::Failed(number, "gone"));
                }
                let definition = Arc::clone(&DEFINITIONS[wanted.definition]);
                let findings = self.engine.offer(list.is_some(), definition, wanted.view);
                self.offered = Some(number);
                Some(match findings {
                    Some(findings) => Event::Answered(number, findings),
                    None => Event::Failed(number, "nothing"),
                })
            }
            Message::Take(number) => {
                if self.offered == Some(number) {
                    self.engine.take();
                    self.told = self.engine.latest().as_ref().map(json);
                    self.offered = None;
                }
                None
            }
        }
    }
}

/// What a page shows.
#[derive(Debug)]
struct Shown {
    wanted: Wanted<Small>,
    findings: Option<Findings>,
}

struct World {
    acts: Acts<Small>,
    page: Shown,
    worker: Worker,
    /// What is fetched, in any order.
    fetching: Vec<Message>,
    /// What waits for the worker.
    posted: VecDeque<Message>,
    /// What is on its way to the page, in any order.
    coming: Vec<Event<Small>>,
    /// What was asked for by the last act, if nothing went wrong with it.
    expected: Option<Wanted<Small>>,
}

impl World {
    fn new() -> Self {
        let nothing = || Wanted {
            list: None,
            definition: 0,
            view: View::default(),
        };
        Self {
            acts: Acts::new(nothing()),
            worker: Worker::new(&nothing()),
            page: Shown {
                wanted: nothing(),
                findings: None,
            },
            fetching: Vec::new(),
            posted: VecDeque::new(),
            coming: Vec::new(),
            expected: None,
        }
    }

    fn ask(&mut self, change: impl FnOnce(&mut Wanted<Small>)) {
        let mut wanted = self.acts.latest().clone();
        change(&mut wanted);
        if wanted.list.is_none() {
            return;
        }
        self.expected = Some(wanted.clone());
        let todo = self.acts.ask(wanted);
        self.carry_out(todo);
    }

    fn hear(&mut self, event: Event<Small>) {
        let todo = self.acts.hear(event);
        self.carry_out(todo);
    }

    fn carry_out(&mut self, all: Vec<Todo<Small>>) {
        for todo in all {
            match todo {
                Todo::Get(number, list, _) => self.fetching.push(Message::Read(number, list)),
                Todo::GiveUp(number) => {
                    self.fetching
                        .retain(|own| !matches!(own, Message::Read(of, _) if *of == number));
                    self.posted.push_back(Message::GiveUp(number));
                }
                Todo::Ask {
                    number,
                    list,
                    wanted,
                } => self.fetching.push(Message::Offer(number, list, wanted)),
                Todo::Show {
                    number,
                    wanted,
                    answer,
                    read,
                } => {
                    assert_eq!(read.is_some(), wanted.list != self.page.wanted.list);
                    self.posted.push_back(Message::Take(number));
                    self.page = Shown {
                        wanted,
                        findings: Some(answer),
                    };
                }
                Todo::Stay(_) => {}
                Todo::Back(number, _) => {
                    assert_eq!(number, self.acts.count(), "only the latest act goes back");
                    self.expected = None;
                }
                Todo::Restart => self.worker = Worker::new(&self.page.wanted),
            }
        }
    }

    /// Something that is fetched is there.
    fn fetch(&mut self, which: usize, fails: bool) {
        if self.fetching.is_empty() {
            return;
        }
        let message = self.fetching.remove(which % self.fetching.len());
        let number = match &message {
            Message::Read(number, _) | Message::Offer(number, ..) => *number,
            Message::GiveUp(_) | Message::Take(_) => return,
        };
        if fails {
            return self.coming.push(Event::Failed(number, "not fetched"));
        }
        // What nobody waits for is not asked of the engine.
        if matches!(message, Message::Offer(..)) && self.acts.waited_for() != Some(number) {
            return;
        }
        self.posted.push_back(message);
    }

    fn work(&mut self) {
        if let Some(message) = self.posted.pop_front() {
            self.coming.extend(self.worker.hear(message));
        }
    }

    fn deliver(&mut self, which: usize) {
        if !self.coming.is_empty() {
            let event = self.coming.remove(which % self.coming.len());
            self.hear(event);
        }
    }

    /// All that was asked of it fails, which is heard after its death.
    fn die(&mut self) {
        let lost = self.posted.drain(..).filter_map(|message| match message {
            Message::Read(number, _) | Message::Offer(number, ..) => Some(number),
            Message::GiveUp(_) | Message::Take(_) => None,
        });
        self.coming
            .extend(lost.map(|number| Event::Failed(number, "lost")));
        self.hear(Event::Died("died"));
    }

    fn rest(&mut self) {
        while !(self.fetching.is_empty() && self.posted.is_empty() && self.coming.is_empty()) {
            self.fetch(0, false);
            self.work();
            self.deliver(0);
        }
    }

    /// All parts agree, with each other and with an engine that was asked nothing
    /// else.
    fn agree(&self) {
        assert_eq!(self.acts.waited_for(), None, "nothing waits at rest");
        let shown = self.acts.shown();
        assert_eq!(*shown, self.page.wanted);
        if let Some(expected) = &self.expected {
            assert_eq!(shown, expected, "what was asked last is shown");
        }
        let mut fresh = Worker::new(shown);
        assert_eq!(self.page.findings, fresh.engine.findings());
        assert_eq!(self.worker.told, fresh.told, "the JSON");
        assert_eq!(
            self.worker.engine.latest().as_ref().map(json),
            fresh.told,
            "what further questions are answered by"
        );
    }
}

#[derive(Clone, Debug)]
enum Step {
    List(usize),
    Definition(usize),
    Look(Change),
    /// A step in the history: a whole.
    Whole(usize, usize, Vec<Change>),
    Cancel,
    Die,
    Fetched(usize),
    NotFetched(usize),
    Work,
    Deliver(usize),
    Rest,
}

fn change() -> impl Strategy<Value = Change> {
    let span = (2019u16..=2025).prop_map(|year| Span::parse(&year.to_string()).unwrap());
    let condition = prop_oneof![
        Just(Condition::parse("country=USA").unwrap()),
        Just(Condition::parse("country=KOR").unwrap()),
    ];
    prop_oneof![
        span.clone().prop_map(Change::First),
        span.prop_map(Change::Last),
        any::<bool>().prop_map(Change::ByHalf),
        condition.clone().prop_map(Change::Add),
        condition.prop_map(Change::Remove),
        Just(Change::Clear),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let (list, definition) = (0..LISTS.len(), 0..3usize);
    prop_oneof![
        3 => list.clone().prop_map(Step::List),
        2 => definition.clone().prop_map(Step::Definition),
        4 => change().prop_map(Step::Look),
        2 => (list, definition, vec(change(), 0..3)).prop_map(|(list, definition, changes)| {
            Step::Whole(list, definition, changes)
        }),
        1 => Just(Step::Cancel),
        1 => Just(Step::Die),
        5 => (0..8usize).prop_map(Step::Fetched),
        1 => (0..8usize).prop_map(Step::NotFetched),
        6 => Just(Step::Work),
        6 => (0..8usize).prop_map(Step::Deliver),
        1 => Just(Step::Rest),
    ]
}

fn rehearse(steps: Vec<Step>) {
    let shown = Period::new(2020, 2023).unwrap();
    let mut world = World::new();
    world.ask(|wanted| wanted.list = Some(0));
    world.rest();
    world.agree();
    for step in steps {
        match step {
            Step::List(list) => world.ask(|wanted| wanted.list = Some(list)),
            Step::Definition(own) => world.ask(|wanted| wanted.definition = own),
            Step::Look(change) => world.ask(|wanted| change.apply(&mut wanted.view, shown)),
            Step::Whole(list, definition, changes) => {
                let mut view = View::default();
                for change in changes {
                    change.apply(&mut view, shown);
                }
                world.ask(|wanted| {
                    *wanted = Wanted {
                        list: Some(list),
                        definition,
                        view,
                    }
                });
            }
            Step::Cancel => world.hear(Event::Cancelled("cancelled")),
            Step::Die => world.die(),
            Step::Fetched(which) => world.fetch(which, false),
            Step::NotFetched(which) => world.fetch(which, true),
            Step::Work => world.work(),
            Step::Deliver(which) => world.deliver(which),
            Step::Rest => {
                world.rest();
                world.agree();
            }
        }
    }
    world.rest();
    world.agree();
}

#[test]
fn at_rest_all_is_of_the_last_act_that_succeeded() {
    check_cases(200, vec(step(), 1..60), rehearse);
}

#[test]
fn a_late_list_does_not_take_the_place_of_a_file() {
    rehearse(vec![
        Step::List(1),
        Step::List(2),
        // The second comes first.
        Step::Fetched(1),
        Step::Work,
        Step::Deliver(0),
        Step::Fetched(1),
        Step::Work,
        Step::Deliver(0),
        Step::Fetched(0),
        Step::Work,
        Step::Deliver(0),
    ]);
}

#[test]
fn a_change_while_a_list_is_read_holds_for_that_list() {
    let first = Change::First(Span::parse("2022").unwrap());
    let mut world = World::new();
    world.ask(|wanted| wanted.list = Some(0));
    world.rest();
    world.ask(|wanted| wanted.list = Some(2));
    world.fetch(0, false);
    let shown = Period::new(2020, 2023).unwrap();
    world.ask(|wanted| first.clone().apply(&mut wanted.view, shown));
    world.rest();
    world.agree();
    let wanted = &world.page.wanted;
    assert_eq!(wanted.list, Some(2));
    assert_eq!(wanted.view.period, Period::new(2022, 2023).ok());
}

#[test]
fn what_fails_can_be_tried_again_until_something_else_is_asked_for() {
    let mut world = World::new();
    world.ask(|wanted| wanted.list = Some(0));
    world.rest();
    world.ask(|wanted| wanted.list = Some(1));
    world.fetch(0, true);
    world.rest();
    assert_eq!(world.acts.failed().map(|own| own.list), Some(Some(1)));
    assert_eq!(world.page.wanted.list, Some(0));
    world.ask(|wanted| wanted.definition = 1);
    assert_eq!(world.acts.failed().map(|own| own.list), None);
}
