//! Any bytes as an export: reading ends, in one piece as in many, and every
//! record has one place in the row account.
//!
//! The last two bytes of the input choose how the rest is read. They are the
//! last, and a line break chooses the defaults, so that any CSV file is a seed
//! as it stands.

#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use model_census::census::{Census, Suggestions};
use model_census::dataset::{
    Dataset, Encoding, Fed, Options, PartialDate, Preview, ReadError, Reading, native_decoders,
    preview, read,
};
use model_census::definition::{Countries, Definition, Known as KnownNames};
use model_census::dimension::Conditions;
use model_census::document::About;
use model_census::engine;
use model_census::export::Format;
use model_census::language::Language;
use model_census::locale::Labels;
use model_census::report::{Findings, Report};

/// The names near which unknown values may be: preparing them takes longer
/// than all else together.
static NAMES: LazyLock<KnownNames<'static>> = LazyLock::new(|| {
    let organizations = KNOWN.definition.organizations.keys();
    let countries = KNOWN.countries.spellings();
    KnownNames::new(organizations.map(|name| &**name).chain(countries))
});

const NAME: &str = "export-2024-07-16.csv";
/// More ASCII than the reader looks at before it begins.
const LONG_BEGINNING: usize = 66_000;

struct Known {
    definition: Arc<Definition>,
    labels: Arc<Labels>,
    countries: Countries,
    /// The organisations with a comma in their name.
    whole_names: Vec<Arc<str>>,
    /// A header, and a record that is long but for what is counted.
    beginning: Vec<u8>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let definition = Definition::parse(include_str!("../../public/definitions/is-178.json"));
    let labels = Labels::parse(include_str!("../../public/data/labels.json"));
    let countries = Countries::parse(include_str!("../../public/data/countries.json"));
    let definition = definition.expect("IS-178's definition is valid");
    let names = definition.organizations.keys();
    let whole_names = names.filter(|name| name.contains(',')).cloned().collect();
    let beginning = format!(
        "Model,Publication date,Abstract,Organization,Domain\nA,2022,{},B,Vision\n",
        "x".repeat(LONG_BEGINNING)
    );
    Known {
        definition: Arc::new(definition),
        labels: Arc::new(labels.expect("the labels are valid")),
        countries: countries.expect("the countries are valid"),
        whole_names,
        beginning: beginning.into_bytes(),
    }
});

/// What the last two bytes say.
struct Choice {
    options: Options,
    /// How long the pieces are, beginning with this; the length changes from
    /// piece to piece.
    piece: usize,
    long_beginning: bool,
    writes_files: bool,
}

impl Choice {
    fn of(chosen: u8, piece: u8) -> Self {
        let chosen = chosen ^ b'\n';
        let mut options = Options::new(native_decoders);
        // The last two bits of the piece's length choose among what is never guessed.
        options.encoding = match chosen & 7 {
            at @ 1..=5 => Encoding::ALL.get(usize::from(at) - 1).copied(),
            6 => Encoding::ALL.get(5 + usize::from(piece & 3)).copied(),
            _ => None,
        };
        if chosen & 8 == 0 {
            options.today = PartialDate::parse("2026-11-24");
        }
        if chosen & 16 == 0 {
            options.whole_names.clone_from(&KNOWN.whole_names);
        }
        Self {
            options,
            piece: usize::from(piece) + 1,
            // Rarely: it takes long.
            long_beginning: chosen & 0b1110_0000 == 0b0010_0000,
            writes_files: chosen & 0b1110_0000 == 0b0100_0000,
        }
    }

    fn read_in_pieces(&self, bytes: &[u8]) -> Result<Dataset, ReadError> {
        let mut options = self.options.clone();
        loop {
            match feed_all(bytes, &options, self.piece)? {
                (reading, Fed::Well) => return reading.finish(None),
                (_, Fed::OtherEncoding(encoding)) => {
                    assert_ne!(options.encoding, Some(encoding), "reads again for ever");
                    options.encoding = Some(encoding);
                }
            }
        }
    }
}

fn feed_all(bytes: &[u8], options: &Options, piece: usize) -> Result<(Reading, Fed), ReadError> {
    let mut reading = Reading::begin(NAME, options);
    let (mut rest, mut length) = (bytes, piece);
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(length.min(rest.len()));
        if let other @ Fed::OtherEncoding(_) = reading.feed(piece)? {
            return Ok((reading, other));
        }
        // Long files in fewer pieces.
        length = (length * 7 + 3) % (bytes.len() / 8 + 64) + 1;
        rest = after;
    }
    let fed = reading.end()?;
    Ok((reading, fed))
}

/// Everything that a dataset holds but the fingerprint, which is left to who
/// has the bytes.
fn said(mut read: Result<Dataset, ReadError>) -> String {
    if let Ok(dataset) = &mut read {
        dataset.source.sha256 = None;
    }
    format!("{read:?}")
}

fuzz_target!(|input: &[u8]| {
    let [bytes @ .., piece, chosen] = input else {
        return;
    };
    let choice = Choice::of(*chosen, *piece);
    let bytes = if choice.long_beginning {
        [&KNOWN.beginning, bytes].concat()
    } else {
        bytes.to_vec()
    };

    let Preview { rows, .. } = preview(&bytes, &choice.options, 5);
    assert!(rows.len() <= 5);

    let whole = read(&bytes, NAME, &choice.options);
    let in_pieces = choice.read_in_pieces(&bytes);
    let Ok(dataset) = whole else {
        assert_eq!(said(whole), said(in_pieces));
        return;
    };
    let records = dataset.source.records;
    assert!(records > 0);
    let dataset = Arc::new(dataset);
    let definition = Arc::clone(&KNOWN.definition);
    let census = Census::take(Arc::clone(&dataset), definition, &KNOWN.countries);
    assert_eq!(census.rows.sum(), records);
    assert_eq!(census.models.len() as u64 + dataset.unreadable, records);

    let definition = Arc::clone(&KNOWN.definition);
    let period = definition.period.covered(&dataset);
    let widest = Census::take_over(Arc::clone(&dataset), definition, &KNOWN.countries, period);
    assert_eq!(widest.rows.sum(), records);

    let mut findings = Findings::of(&widest, &KNOWN.labels, &Conditions::default());
    for problem in &findings.problems {
        assert!(problem.count > 0 && problem.places.len() as u64 <= problem.count);
        assert!(problem.places.is_sorted(), "{problem:?}");
    }
    // One will do: it takes longer than reading.
    if let Some(problem) = findings.problems.last_mut() {
        problem.suggestion = NAMES.nearest(&problem.value).map(str::to_owned);
    }
    if choice.writes_files {
        let (definition, countries) = (&KNOWN.definition, &KNOWN.countries);
        Suggestions::default().fill(&mut findings.problems, definition, countries);
    }
    // What a worker hands to its page arrives as it was sent.
    assert_eq!(engine::understand(&engine::bytes(&findings)), Some(findings));

    if choice.writes_files {
        let report = Report::compute(&widest, Arc::clone(&KNOWN.labels));
        for format in ["json", "markdown", "csv"].map(Format::from_id) {
            let format = format.expect("there is such a format");
            let text = format.text(&report, &dataset, &About::default(), Language::Ko);
            assert!(text.is_some_and(|text| !text.is_empty()));
        }
    }
    drop((census, widest));
    let dataset = Arc::into_inner(dataset).expect("nobody else keeps it");
    assert_eq!(said(Ok(dataset)), said(in_pieces));
});
