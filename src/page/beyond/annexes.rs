//! Finds what the chapters say that a reader asks for beyond the report.

use leptos::prelude::*;

use crate::document::{Annex, Annexes};
use crate::engine::{Against, ask};
use crate::page::data::{knows_other_models, other_lists};
use crate::page::engine::client;
use crate::page::state::State;

use super::moved_choice::compared_with;

/// What was asked for, as the sections of the page show it; `None` where lists
/// that it takes did not come.
pub(in crate::page) async fn annexes(state: State, wanted: &[Annex]) -> Option<Annexes> {
    let mut found = Annexes::default();
    for annex in wanted {
        match annex {
            Annex::Comparison => {
                let names = other_lists().await?;
                let report = state.report.get_untracked()?;
                let shown = report.findings.source.snapshot_date();
                let list = compared_with(&names, &state.against.get_untracked(), shown);
                let definition = None;
                let asked = ask::Compare(Against { list, definition });
                found.comparison = Some(client::ask(asked).await.ok()??);
            }
            Annex::History => {
                other_lists().await?;
                let asked = ask::History("year".to_owned());
                found.history = Some(client::ask(asked).await.ok()?);
            }
            Annex::Coverage => {
                if !knows_other_models().await {
                    return None;
                }
                let asked = ask::Covered(state.covered.get_untracked());
                found.coverage = Some(client::ask(asked).await.ok()?);
            }
        }
    }
    Some(found)
}
