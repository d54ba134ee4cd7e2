//! A file reads the same in one piece as in many.

use model_census::dataset::{Encoding, Options};
use proptest::sample::select;

use crate::hazards::hazards;
use crate::random_export::{check, export_bytes, lengths, lines, whole};
use crate::support::{NAME, SNAPSHOT, options, read_in_pieces, said};

#[track_caller]
fn check_same(bytes: &[u8], name: &str, options: &Options, lengths: &[usize]) {
    let one = model_census::dataset::read(bytes, name, options);
    let many = read_in_pieces(bytes, name, options, lengths);
    assert!(said(one) == said(many), "{name} in pieces of {lengths:?}");
}

#[test]
fn random_exports_read_the_same() {
    check((lines(), lengths()), |(lines, lengths)| {
        check_same(whole(&lines).as_bytes(), NAME, &options(), &lengths);
    });
}

#[test]
fn random_bytes_read_the_same_in_any_encoding() {
    let mut encodings: Vec<Option<Encoding>> = Encoding::ALL.map(Some).to_vec();
    encodings.push(None);
    let cases = (export_bytes(), lengths(), select(encodings));
    check(cases, |(bytes, lengths, encoding)| {
        let options = Options {
            encoding,
            ..options()
        };
        check_same(&bytes, NAME, &options, &lengths);
    });
}

#[test]
fn files_with_hazards_read_the_same() {
    for (name, bytes) in hazards() {
        for lengths in [&[1][..], &[3, 5, 2], &[64]] {
            check_same(&bytes, &name, &options(), lengths);
        }
    }
}

#[test]
fn the_snapshot_reads_the_same() {
    // More and less than is looked at before reading begins.
    for lengths in [
        &[1021][..],
        &[65_535, 2],
        &[65_536],
        &[200_000],
        &[3, 70_000],
    ] {
        check_same(SNAPSHOT, NAME, &options(), lengths);
    }
}

#[test]
fn as_many_random_bytes_as_are_looked_at_first_make_no_difference() {
    // A header, then so much ASCII that nothing tells the encoding.
    let beginning = format!(
        "Model,Publication date,Abstract\nA,2022,{}\n",
        "x".repeat(65_500)
    );
    let near = (0..80_usize, export_bytes(), lengths());
    check(near, |(more, bytes, lengths)| {
        let bytes = [beginning.as_bytes(), &vec![b'\n'; more], &bytes].concat();
        let lengths: Vec<usize> = lengths.iter().map(|length| length * 500).collect();
        check_same(&bytes, NAME, &options(), &lengths);
    });
}
