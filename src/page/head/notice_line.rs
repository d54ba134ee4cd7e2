//! What happens to a file, for reading and hearing.

use leptos::prelude::*;

use crate::dataset::Encoding;
use crate::locale::{self, Text, fill};
use crate::page::browser::Site;
use crate::page::data::renew;
use crate::page::later::{cancel, try_again};
use crate::page::state::{Notice, Progress, State};

/// Says what happens to a file, aloud too.
#[component]
pub(in crate::page) fn NoticeLine() -> impl IntoView {
    let state = expect_context::<State>();
    let notice = state.said.notice;
    let is_error = move || notice.with(|notice| notice.as_ref().is_some_and(Notice::is_error));
    let is_waiting = move || notice.with(|notice| notice.as_ref().is_some_and(Notice::is_waiting));
    let is_older =
        move || notice.with(|notice| matches!(notice, Some(Notice::NotFetched(Some(Site::Newer)))));
    let can_retry = move || is_error() && state.asked.can_retry.get();
    let sentence = move || {
        let text = state.text();
        let language = state.language.get();
        let stays = || match state.report.with(Option::is_some) {
            true => text.shown_stays,
            false => text.nothing_shown,
        };
        notice.get().map(|notice| match notice {
            Notice::Starting => text.starting.to_owned(),
            Notice::Computing => text.computing.to_owned(),
            Notice::AwaitingEngine => text.awaiting_engine.to_owned(),
            Notice::AwaitingAnswer => text.awaiting_answer.to_owned(),
            Notice::EngineEnded => text.engine_ended.to_owned(),
            Notice::NotFetched(why) => match why {
                None | Some(Site::Same) => text.not_fetched.to_owned(),
                Some(Site::Newer) => format!("{}. {}", text.not_fetched, text.new_version),
                Some(Site::Away) => format!("{}. {}", text.not_fetched, text.site_is_away),
            },
            Notice::NotAnswered => text.not_answered.to_owned(),
            Notice::Reading { name, .. } => fill(text.reading, &[("name", &name)]),
            Notice::Cancelled { name } => fill(text.cancelled, &[("name", &name)]) + stays(),
            Notice::Read { name } => {
                let Some(report) = state.report.get() else {
                    return String::new();
                };
                let counted = locale::records(report.findings.rows.counted);
                let source = &report.findings.source;
                let encoding = Encoding::labelled(&source.encoding).unwrap_or_default();
                let rows = locale::records(source.records);
                let values = [
                    ("rows", &*rows),
                    ("models", &*counted),
                    ("name", &*name),
                    ("encoding", locale::encoding_name(encoding)),
                ];
                let lacks = match report.missing_columns().join(", ") {
                    none if none.is_empty() => none,
                    columns => fill(text.lacks, &[("columns", &columns)]),
                };
                fill(text.read, &values) + &lacks
            }
            Notice::Unusable { name, reason } => {
                let reason = reason.get(language);
                let values = [("reason", reason), ("name", &name)];
                fill(text.unusable, &values) + stays()
            }
            Notice::KeptLost { name } => fill(text.kept_lost, &[("name", &name)]),
            Notice::KeptUnread { reason } => {
                fill(text.kept_unread, &[("reason", reason.get(language))])
            }
            Notice::NotStarted { reason } => fill(text.not_started, &[("reason", &reason)]),
        })
    };
    // Spoken once; the moving numbers beside it are not.
    let sentence = Memo::new(move |_| sentence());
    let progress = move || match notice.get() {
        Some(Notice::Reading { progress, .. }) => Some(progress),
        _ => None,
    };
    let is_reading = Memo::new(move |_| progress().is_some());
    // What there is to look at of a file that was read, with the way there.
    let to_look_at = move || {
        let is_read = state
            .said
            .notice
            .with(|notice| matches!(notice, Some(Notice::Read { .. })));
        let (warnings, unknown) = state.report.get().filter(|_| is_read)?.to_look_at();
        let text = state.text();
        let said = [
            (warnings as u64, text.warnings),
            (unknown, text.unknown_values),
        ];
        let said = said.into_iter().filter(|(count, _)| *count > 0);
        let said = said.map(|(count, words)| fill(words, &[("n", &locale::records(count))]));
        let said: Vec<String> = said.collect();
        let link = view! { <a href="#diagnostics">{text.look}</a> };
        (!said.is_empty()).then(|| view! { <p>{said.join(" · ")} " → " {link}</p> })
    };
    view! {
        <div class="notice" class:notice--error=is_error>
            <div role="status" aria-live="polite">
                {move || sentence.get().map(|sentence| view! { <p>{sentence}</p> })}
            </div>
            {to_look_at}
            <Show when=move || is_reading.get()>
                <progress
                    class="notice__bar"
                    aria-label=move || state.text().reading_progress
                    max="1000"
                    prop:value=move || progress().map(part_read)
                ></progress>
                <span class="notice__numbers">
                    {move || progress().map(|progress| numbers(progress, state.text()))}
                </span>
            </Show>
            <Show when=is_waiting>
                <button type="button" on:click=move |_| cancel(state)>
                    {move || state.text().cancel}
                </button>
            </Show>
            <Show when=can_retry>
                // A newer version has no code for this one.
                <button
                    type="button"
                    on:click=move |_| if is_older() { renew(state) } else { try_again(state) }
                >
                    {move || if is_older() { state.text().reload } else { state.text().try_again }}
                </button>
            </Show>
            <Show when=move || !is_waiting() && notice.with(Option::is_some)>
                <button type="button" on:click=move |_| state.said.hush()>
                    {move || state.text().dismiss}
                </button>
            </Show>
        </div>
    }
}

/// In thousandths, since whole numbers are written by less code.
fn part_read(progress: Progress) -> u32 {
    if progress.total > 0.0 {
        (progress.bytes / progress.total * 1000.0) as u32
    } else {
        0
    }
}

/// How far, and how fast: "12.3 / 100.0 MB, 6,543 rows, 210.4 MB/s".
fn numbers(progress: Progress, text: &Text) -> String {
    let values = [
        ("done", &*locale::megabytes(progress.bytes)),
        ("total", &*locale::megabytes(progress.total)),
        ("rows", &*locale::records(progress.records)),
        ("rate", &*locale::megabytes(progress.bytes_per_second)),
    ];
    fill(text.progress, &values)
}
