//! What each stage between a file's bytes and the findings takes, natively.
//!
//! `make bench` runs it and writes the results to bench/README.md;
//! `cargo bench --bench stages` alone shows them on the terminal.
#![allow(
    clippy::expect_used,
    reason = "a benchmark that cannot be set up is to stop and say why"
)]

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use model_census::dataset::{
    Dataset, Encoding, Fed, Options, Reading, Splitter, native_decoders, recognise,
};
use model_census::definition::{Countries, Definition};
use model_census::engine::Engine;
use model_census::locale::Labels;

/// The parts in which the page reads a file.
const PART: usize = 1 << 20;
/// Ten times the models of the largest export there is of this kind.
const MODELS: u64 = 5_000;

struct File {
    name: &'static str,
    bytes: Vec<u8>,
}

fn files() -> [File; 2] {
    [bundled(), generated("generated-10mb.csv", 10_000_000)]
}

fn bundled() -> File {
    let name = "large-scale-models-2024-07-16.csv";
    let path = root().join("public/data").join(name);
    let bytes = std::fs::read(path).expect("the snapshot is in the repository");
    File { name, bytes }
}

/// A file of `bench/generate.js`, made where it is missing or out of date.
fn generated(name: &'static str, size: usize) -> File {
    let path = root().join("target/bench").join(name);
    let status = Command::new("node")
        .arg(root().join("bench/generate.js"))
        .arg(size.to_string())
        .arg(&path)
        .status()
        .expect("node can be started");
    assert!(status.success(), "{name} was not made");
    let bytes = std::fs::read(path).expect("the generated file is there");
    File { name, bytes }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn options() -> Options {
    Options::new(native_decoders)
}

fn text_of(file: &File) -> &str {
    str::from_utf8(&file.bytes).expect("the files are UTF-8")
}

fn decode(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("decode");
    for file in files() {
        let utf16 = text_of(&file).encode_utf16().flat_map(u16::to_le_bytes);
        // What CP949 lacks becomes a numeric reference, as long as a rare
        // character is in most encodings.
        let (euc_kr, _, _) = encoding_rs::EUC_KR.encode(text_of(&file));
        let encoded = [
            (Encoding::Utf16Le, utf16.collect()),
            (Encoding::EucKr, euc_kr.into_owned()),
        ];
        for (encoding, bytes) in encoded {
            group.throughput(Throughput::Bytes(bytes.len() as u64));
            let id = BenchmarkId::new(encoding.label(), file.name);
            group.bench_with_input(id, &bytes, |bencher, bytes| {
                let mut out = Vec::new();
                bencher.iter(|| {
                    let mut decoder = options().decoder(encoding).expect("not UTF-8");
                    for part in bytes.chunks(PART) {
                        out.clear();
                        decoder.decode(part, false, &mut out);
                    }
                    decoder.decode(&[], true, &mut out);
                    black_box(&out);
                });
            });
        }
    }
}

fn split(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("split");
    for file in files() {
        group.throughput(Throughput::Bytes(file.bytes.len() as u64));
        // As the reading does it: from the header on only what is counted.
        let id = BenchmarkId::new("splitter", file.name);
        group.bench_with_input(id, &file.bytes, |bencher, bytes| {
            bencher.iter(|| {
                let mut splitter = Splitter::new(b',');
                let mut cells = 0;
                for part in bytes.chunks(PART) {
                    let mut rest = part;
                    while splitter.next(&mut rest) {
                        if cells == 0 {
                            let wanted = wanted(&splitter);
                            splitter.want(wanted.into_iter());
                        }
                        cells += splitter.record().cells().count();
                    }
                }
                black_box((splitter.finish(), cells));
            });
        });
        let id = BenchmarkId::new("csv crate", file.name);
        group.bench_with_input(id, &file.bytes, |bencher, bytes| {
            bencher.iter(|| {
                let mut reader = csv::ReaderBuilder::new()
                    .has_headers(false)
                    .flexible(true)
                    .from_reader(bytes.as_slice());
                let mut record = csv::ByteRecord::new();
                let mut cells = 0;
                while reader.read_byte_record(&mut record).expect("in memory") {
                    cells += record.len();
                }
                black_box(cells);
            });
        });
    }
}

fn wanted(splitter: &Splitter) -> Vec<bool> {
    let header = splitter.record().cells();
    let spelled = header.map(|(_, cell)| str::from_utf8(cell).unwrap_or_default());
    spelled.map(|cell| recognise(cell).is_some()).collect()
}

/// Typing is no pass of its own: it takes each record as it is split.
fn split_and_type(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("type");
    for file in files() {
        group.throughput(Throughput::Bytes(file.bytes.len() as u64));
        let id = BenchmarkId::new("reading", file.name);
        group.bench_with_input(id, &file, |bencher, file| {
            bencher.iter_with_large_drop(|| {
                let mut reading = Reading::begin(file.name, &options());
                for part in file.bytes.chunks(PART) {
                    reading.feed(part).expect("an export");
                }
                reading.end().expect("an export");
                reading.finish(None).expect("an export")
            });
        });
    }
}

fn compute(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("compute");
    let dataset = models(&generated("generated-12mb.csv", 12_000_000));
    group.throughput(Throughput::Elements(dataset.models.len() as u64));
    // A new engine each time: it remembers what unknown names may have meant.
    group.bench_function(
        BenchmarkId::new("findings", "generated-12mb.csv"),
        |bencher| {
            bencher.iter_batched_ref(
                || engine(dataset.clone()),
                |engine| engine.findings(),
                BatchSize::LargeInput,
            );
        },
    );
}

/// The first models of a file.
fn models(file: &File) -> Dataset {
    let mut reading = Reading::begin(file.name, &options());
    // Shorter than any record, so that none is read too many.
    for part in file.bytes.chunks(64) {
        if reading.records() == MODELS {
            break;
        }
        let fed = reading.feed(part).expect("an export");
        assert_eq!(fed, Fed::Well, "the file is UTF-8");
    }
    let dataset = reading.finish(None).expect("an export");
    assert_eq!(
        dataset.models.len() as u64,
        MODELS,
        "{} is too short",
        file.name
    );
    dataset
}

fn engine(dataset: Dataset) -> Engine {
    let definition = include_str!("../public/definitions/is-178.json");
    let labels = include_str!("../public/data/labels.json");
    let countries = include_str!("../public/data/countries.json");
    let definition = Definition::parse(definition).expect("the definition is valid");
    let labels = Labels::parse(labels).expect("the labels are valid");
    let mut engine = Engine::new(Arc::new(definition), labels);
    engine.know(Countries::parse(countries).expect("the countries are valid"));
    engine.keep(dataset);
    engine
}

criterion_group! {
    name = stages;
    config = Criterion::default()
        .sample_size(15)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .without_plots();
    targets = decode, split, split_and_type, compute
}
criterion_main!(stages);
