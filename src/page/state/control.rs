//! Controls that show what is shown. What a reader chooses in one it shows by
//! itself; once nothing is on its way it shows again what the numbers are of,
//! whatever became of the choice.

use gloo::timers::future::TimeoutFuture;
use leptos::html::{Input, Select};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::whole::State;

/// Keeps a list of options at a value.
pub(in crate::page) fn keep_at(
    state: State,
    select: NodeRef<Select>,
    value: impl Fn() -> Option<String> + Send + Sync + 'static,
) {
    follow(state, move || {
        let (select, value) = (select.get(), value());
        move || {
            if let Some((select, value)) = select.zip(value)
                && select.value() != value
            {
                select.set_value(&value);
            }
        }
    });
}

/// Keeps a box ticked or not.
pub(in crate::page) fn keep_ticked(
    state: State,
    tick: NodeRef<Input>,
    value: impl Fn() -> bool + Send + Sync + 'static,
) {
    follow(state, move || {
        let (tick, value) = (tick.get(), value());
        move || {
            if let Some(tick) = tick {
                tick.set_checked(value);
            }
        }
    });
}

fn follow<S: FnOnce() + 'static>(state: State, read: impl Fn() -> S + Send + Sync + 'static) {
    Effect::new(move || {
        state.asked.rests.track();
        let set = read();
        spawn_local(async move {
            // After its options, which change with the same numbers.
            TimeoutFuture::new(0).await;
            if state.asked.waited_for().is_none() {
                set();
            }
        });
    });
}
