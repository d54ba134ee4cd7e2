//! What the native code promises, room by room.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop loudly; clippy.toml spares test functions only, not their helpers"
)]

mod acts;
mod annexes;
mod blanks;
mod bytes;
mod cards;
mod cells;
mod claims;
mod command_line;
mod commas;
mod comparison;
mod comparison_files;
mod corpus;
mod counting;
mod countries;
mod coverage;
mod dates;
mod definitions;
mod documents;
mod duplicates;
mod encodings;
mod explore;
mod foreign;
mod generated;
mod growth;
mod hazards;
mod headed;
mod headers;
mod hostile;
mod imports;
mod json_schema;
mod judgements;
mod key_order;
mod languages;
mod left_out;
mod letters;
mod lists;
mod long_lists;
mod marks;
mod moved;
mod numbers;
mod opening;
mod organizations;
mod packed;
mod particles;
mod pieces;
mod properties;
mod prose;
mod published;
mod quotes;
mod random_export;
mod raw_exports;
mod reading;
mod rooms;
mod round_trip;
mod schema;
mod sensitivity;
mod separators;
mod splitting;
mod spreadsheets;
mod suggestions;
mod support;
mod tidy;
mod verification;
mod vocabulary;
