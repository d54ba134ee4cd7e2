//! Records of one model: those that are the same, and those that may be.
//!
//! In: the models of a file. Out: of records with the same name, date and
//! organisations all but the fullest are marked as duplicates, whatever their
//! order; what they differ in is told, and so are names that differ only as
//! spellings of one name do.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::problem::Detail;
use super::{Code, Field, Header, List, Model, PartialDate, Problems};

type Key = (Arc<str>, PartialDate, List);

/// Facts that may differ between records of one model, those first on which a
/// count can depend.
const FACTS: [(Field, bool); 11] = [
    (Field::TrainingCompute, true),
    (Field::Country, true),
    (Field::OrganizationCategory, true),
    (Field::Domain, true),
    (Field::Task, true),
    (Field::TrainingHardware, true),
    (Field::Confidence, true),
    (Field::Accessibility, true),
    (Field::Parameters, false),
    (Field::DatasetSize, false),
    (Field::HardwareQuantity, false),
];

/// Marks duplicates and tells of them.
pub(super) fn mark_duplicates(models: &mut [Model], header: &Header, problems: &mut Problems) {
    let mut first: HashMap<Key, usize, FixedState> = HashMap::default();
    let mut groups: HashMap<usize, Vec<usize>, FixedState> = HashMap::default();
    let mut heads: Vec<usize> = Vec::new();
    let mut orders: HashMap<usize, List, FixedState> = HashMap::default();
    for (at, model) in models.iter().enumerate() {
        let Some(published) = model.published else {
            continue;
        };
        let key = (
            Arc::clone(&model.name),
            published,
            in_one_order(&model.organizations, &mut orders),
        );
        let head = *first.entry(key).or_insert(at);
        if head != at {
            let group = groups.entry(head).or_insert_with(|| {
                heads.push(head);
                vec![head]
            });
            group.push(at);
        }
    }
    let mut told: Vec<(usize, Vec<Field>)> = Vec::new();
    for head in heads {
        let group = groups.remove(&head).unwrap_or_default();
        let of = |at: &usize| models.get(*at);
        let fullest = group
            .iter()
            .filter_map(of)
            .max_by(|one, other| fuller(one, other).then_with(|| other.place.cmp(&one.place)));
        let Some(fullest) = fullest else {
            continue;
        };
        let others = group.iter().filter_map(|at| Some((*at, models.get(*at)?)));
        let others = others.filter(|(_, model)| model.place != fullest.place);
        told.extend(others.map(|(at, model)| (at, differing(model, fullest))));
    }
    told.sort_unstable_by_key(|(at, _)| *at);
    let column = header.header_of(Field::Name).unwrap_or("");
    for (at, fields) in told {
        let Some(model) = models.get_mut(at) else {
            continue;
        };
        model.is_duplicate = true;
        let matters = |field: &Field| FACTS.contains(&(*field, true));
        let code = if fields.iter().any(matters) {
            Code::DifferingDuplicate
        } else {
            Code::DuplicateModel
        };
        problems.at(code, column, &model.name, model.place);
        if !fields.is_empty() {
            let headers = fields.iter().filter_map(|field| header.header_of(*field));
            let headers = headers.map(str::to_owned).collect();
            problems.detail(code, column, &model.name, Detail::Differing(headers));
        }
    }
}

/// Equal for equal organisations. Equal lists of a file are one list, so that
/// each is sorted once.
fn in_one_order(organizations: &List, known: &mut HashMap<usize, List, FixedState>) -> List {
    if organizations.is_sorted() {
        return Arc::clone(organizations);
    }
    let address = Arc::as_ptr(organizations).cast::<()>().addr();
    let sorted = known.entry(address).or_insert_with(|| {
        let mut sorted = organizations.to_vec();
        sorted.sort_unstable();
        sorted.into()
    });
    Arc::clone(sorted)
}

/// A fact of a model: what its cell lists, says or counts.
#[derive(PartialEq, PartialOrd)]
enum Fact<'a> {
    List(&'a [Arc<str>]),
    Word(Option<&'a str>),
    Number(Option<f64>),
}

impl Fact<'_> {
    /// How much it says.
    fn fullness(&self) -> usize {
        match self {
            Self::List(values) => values.len(),
            Self::Word(word) => usize::from(word.is_some()),
            Self::Number(number) => usize::from(number.is_some()),
        }
    }
}

fn fact(model: &Model, field: Field) -> Fact<'_> {
    match field {
        Field::Organization => Fact::List(&model.organizations),
        Field::Country => Fact::List(&model.countries),
        Field::OrganizationCategory => Fact::List(&model.categories),
        Field::Domain => Fact::List(&model.domains),
        Field::Task => Fact::List(&model.tasks),
        Field::TrainingHardware => Fact::List(&model.hardware),
        Field::Confidence => Fact::Word(model.confidence.as_deref()),
        Field::Accessibility => Fact::Word(model.accessibility.as_deref()),
        Field::BaseModel => Fact::Word(model.base_model.as_deref()),
        Field::FinetuneCompute => Fact::Number(model.finetune_compute_flop),
        Field::Name => Fact::Word(Some(&model.name)),
        Field::TrainingCompute => Fact::Number(model.training_compute_flop),
        Field::Parameters => Fact::Number(model.parameters),
        Field::DatasetSize => Fact::Number(model.dataset_size_datapoints),
        Field::HardwareQuantity => Fact::Number(model.hardware_quantity),
        Field::PublicationDate => Fact::Word(None),
    }
}

/// Which of two records says more: of more facts, then more of them; of equal
/// ones the values decide, never the order of the rows.
fn fuller(one: &Model, other: &Model) -> Ordering {
    let known = |model: &Model| {
        let facts = FACTS
            .iter()
            .map(|(field, _)| fact(model, *field).fullness());
        facts.fold((0, 0), |(known, all), fullness| {
            (known + usize::from(fullness > 0), all + fullness)
        })
    };
    known(one).cmp(&known(other)).then_with(|| {
        let mut facts = FACTS
            .iter()
            .map(|(field, _)| fact(one, *field).partial_cmp(&fact(other, *field)))
            .map(|order| order.unwrap_or(Ordering::Equal));
        let facts = facts.find(|order| order.is_ne());
        // Whose a country is, their order says.
        let is_ordered = !one.countries.is_empty();
        let order = || one.organizations.cmp(&other.organizations);
        facts.unwrap_or_else(|| if is_ordered { order() } else { Ordering::Equal })
    })
}

fn differing(one: &Model, other: &Model) -> Vec<Field> {
    let fields = FACTS.iter().map(|(field, _)| *field);
    fields
        .filter(|field| fact(one, *field) != fact(other, *field))
        .collect()
}

/// Tells of names that differ only by case, hyphens or spaces, of models with
/// a date or an organisation in common.
pub(super) fn tell_similar(models: &[Model], header: &Header, problems: &mut Problems) {
    let mut known: HashMap<String, Vec<&Model>, FixedState> = HashMap::default();
    let column = header.header_of(Field::Name).unwrap_or("");
    for model in models.iter().filter(|model| !model.is_duplicate) {
        let alike = known.entry(spelt(&model.name)).or_default();
        let twin = alike.iter().find(|other| {
            other.name != model.name
                && (other.published == model.published
                    || other
                        .organizations
                        .iter()
                        .any(|one| model.organizations.contains(one)))
        });
        let is_told = alike.iter().any(|other| other.name == model.name);
        if let Some(twin) = twin.filter(|_| !is_told) {
            problems.at(Code::SimilarModel, column, &model.name, model.place);
            let like = Detail::Like(twin.name.to_string());
            problems.detail(Code::SimilarModel, column, &model.name, like);
        }
        alike.push(model);
    }
}

/// A name without what spellings differ in.
fn spelt(name: &str) -> String {
    let is_kept = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '_' | '‐'..='―' | '−');
    name.chars()
        .filter(is_kept)
        .flat_map(char::to_lowercase)
        .collect()
}
