//! Which columns an export lacks that the report uses.

use crate::breakdown::BREAKDOWNS;
use crate::census::Census;
use crate::dataset::{COLUMNS, Code, Field, Problem};
use crate::dimension::needed;
use crate::list::ListId;

/// One problem for each: what breakdowns and lists need, as they say
/// themselves, and what lists show besides.
pub(super) fn missing_columns(census: &Census) -> impl Iterator<Item = Problem> {
    COLUMNS
        .iter()
        .filter(|column| !census.dataset.has(column.field))
        .filter_map(|column| {
            let code = code_of(column.field, census)?;
            Some(Problem::of_file(code, column.header, ""))
        })
}

fn code_of(field: Field, census: &Census) -> Option<Code> {
    let of_breakdowns = BREAKDOWNS.iter().flat_map(|own| own.dimension.needs);
    let of_lists = ListId::ALL.iter().map(|list| list.needs());
    let mut needs = of_breakdowns
        .copied()
        .chain(of_lists)
        .map(|group| needed(group, &census.definition))
        .filter(|group| group.contains(&field))
        .peekable();
    if needs.peek().is_none() {
        let is_shown = ListId::ALL.iter().any(|list| list.shows().contains(&field));
        return is_shown.then_some(Code::MissingAttribute);
    }
    let is_replaced = needs.all(|group| group.iter().any(|own| census.dataset.has(*own)));
    Some(if is_replaced {
        Code::ColumnReplaced
    } else {
        Code::MissingColumn
    })
}
