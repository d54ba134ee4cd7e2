//! Begins: definition, names, and the data that a link names or that are kept.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::acts::Wanted;
use crate::definition::Definition;
use crate::locale::{Labels, NotHanded, definition_error};
use crate::page::address::{BUNDLED, DEFINITION, LABELS, Link};
use crate::page::browser::{fetch, idle, text};
use crate::page::engine::{announce_error, client};
use crate::page::frame;
use crate::page::history::arrive;
use crate::page::state::{Counting, ListOf, Notice, Origin, OwnList, Page, Shared, State, Way};

use super::asking::ask_by;
use super::getting::said_twice;
use super::handed::Kind;
use super::{definitions, handed, keep};

/// Loads definition, names, and the data that a link names or that are kept;
/// the first bundled snapshot where there are none.
pub(in crate::page) fn start(state: State) {
    spawn_local(async move {
        if let Err(reason) = begin(state).await {
            announce_error("", &said_twice(reason.clone()));
            state.said.say(Notice::NotStarted { reason });
            state.asked.give_way();
        }
    });
    if !frame::is_embedded() {
        // It has the rest already, and lays out what nobody has come near.
        idle(|| ());
    }
}

async fn begin(state: State) -> Result<(), String> {
    let link = Link::here();
    state.came_by.set(Some(link.clone()));
    // The browser starts both before it waits for one.
    let (definition, labels) = (fetch(DEFINITION), fetch(LABELS));
    let (definition_json, labels_json) = (text(definition).await?, text(labels).await?);
    let definition = Definition::parse(&definition_json).map_err(|error| {
        let language = state.language.get_untracked();
        format!("{DEFINITION}: {}", definition_error(&error, language))
    })?;
    let labels = Labels::parse(&labels_json).map_err(|error| format!("{LABELS}: {error}"))?;
    client::connect(&definition_json, &labels_json);
    let definition = Shared(Arc::new(definition));
    state.begin(definition.clone(), labels);
    state.asked.begin(None, definition.clone());
    let earlier = earlier(&link).await;
    let said = earlier.as_ref().and_then(|own| own.lacks.clone());
    let kept = earlier.as_ref().and_then(|own| own.kept(state));
    let wanted = wanted(state, &link, definition, earlier).await;
    // Whoever was quicker than the page has asked for something else.
    if state.asked.count() > 0 {
        return Ok(());
    }
    match wanted {
        Ok(wanted) => ask_by(
            state,
            wanted,
            Some(Way {
                link,
                is_first: true,
                said,
                kept,
            }),
        ),
        // What nobody hands over is told, and nothing is shown in its place.
        Err(problem) => {
            let (name, reason) = (problem.address().to_owned(), problem.said());
            announce_error(&name, &reason);
            state.said.say(Notice::Unusable { name, reason });
            arrive(state, Link::default());
            state.asked.rest();
        }
    }
    Ok(())
}

/// What is kept, unless the link is to other data: that is followed, and what is
/// kept stays for the next time.
async fn earlier(link: &Link) -> Option<keep::Earlier> {
    if frame::is_embedded() {
        return None;
    }
    let earlier = keep::earlier().await;
    let is_other = |own: &keep::Earlier| link.data.as_ref().is_some_and(|name| *name != own.name);
    earlier.filter(|own| own.is_carried || !is_other(own))
}

/// What a visit begins with: what the link says, what is kept, or the first
/// bundled snapshot.
async fn wanted(
    state: State,
    link: &Link,
    first: Shared<Definition>,
    earlier: Option<keep::Earlier>,
) -> Result<Wanted<Page>, NotHanded> {
    let mut view = link.view.clone();
    if earlier.as_ref().is_some_and(|own| own.is_carried) {
        // As of every file that comes: all that it covers.
        view.period = None;
    }
    let (kept_definition, kept_file) = match earlier {
        Some(own) => (own.definition, own.file.map(|file| (file, own.name))),
        None => (None, None),
    };
    let given = definitions::given(state, link).await?;
    let kept = given
        .or(kept_definition)
        .map(|own| Counting::By(Shared(own)));
    let named = definitions::counting(state, link);
    let definition = match (kept, named) {
        (Some(own), _) if link.definition.is_none() || definitions::is_given(link) => own,
        (_, Some(named)) => named,
        (Some(own), None) => own,
        (None, None) => Counting::By(first),
    };
    let list = match (kept_file, &link.src) {
        (Some((file, name)), _) => own(file, name, None),
        (None, _) if Kind::Data.is_awaited() => {
            let given = handed::from_host(Kind::Data).await?;
            own(given.blob, given.name, Some(given.origin))
        }
        (None, Some(address)) => ListOf::Site(address.clone()),
        (None, None) => {
            let [first, ..] = BUNDLED;
            let named = BUNDLED.into_iter();
            let mut named = named.filter(|own| link.data.as_deref() == Some(*own));
            ListOf::Bundled(named.next().unwrap_or(first))
        }
    };
    Ok(Wanted {
        list: Some(list),
        definition,
        view,
    })
}

fn own(file: web_sys::Blob, name: String, origin: Option<Origin>) -> ListOf {
    ListOf::Own(OwnList {
        file,
        name,
        encoding: None,
        entry: None,
        beside: Vec::new(),
        origin,
    })
}
