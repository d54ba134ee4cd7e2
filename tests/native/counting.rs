//! Which models count, for which countries, and in which order rows come.

use model_census::census::{Census, Reason};
use model_census::dataset::Code;
use model_census::definition::{CountryRule, Definition, UnknownCompute};
use model_census::dimension::{Condition, Conditions};
use model_census::list::ListId;

use crate::support::{at, census_with, keys, listed, only, problems, report, row_keys};

const HEADER: &str = "Model,Publication date,Organization,Country (of organization)\n";

/// A census of one model by these organisations with this country cell.
#[track_caller]
fn one_model(organizations: &str, countries: &str, change: fn(&mut Definition)) -> Census {
    let csv = format!("{HEADER}A,2023,\"{organizations}\",\"{countries}\"\n");
    census_with(&csv, change)
}

fn as_exported(definition: &mut Definition) {
    definition.count_countries_by = CountryRule::AsExported;
}

#[track_caller]
fn check_home(organizations: &str, countries: &str, expected: &[&str]) {
    let census = one_model(organizations, countries, |_| {});
    let found = keys(&only(&census).countries);
    assert_eq!(found, expected, "{organizations:?} / {countries:?}");
}

#[track_caller]
fn check_exported(countries: &str, expected: &[&str]) {
    let census = one_model("Google DeepMind,Meta AI", countries, as_exported);
    assert_eq!(keys(&only(&census).countries), expected, "{countries:?}");
}

#[test]
fn by_home_country_the_cell_says_nothing_of_a_known_organisation() {
    check_home("Google DeepMind", "Multinational", &["USA"]);
    let cell = "United States of America,United Kingdom of Great Britain and Northern Ireland";
    check_home("Google DeepMind", cell, &["USA"]);
    check_home("NAVER", "", &["KOR"]);
    check_home("NAVER,Search Solutions", "Japan", &["KOR"]);
    check_home("NVIDIA,Tel Aviv University", "", &["USA", "ISR"]);
}

#[test]
fn a_known_organisation_without_a_home_adds_no_country() {
    let hplt = "High-Performance Language Technologies (HPLT)";
    check_home(hplt, "Multinational", &[]);
    check_home(hplt, "Czechia", &[]);
    check_home(&format!("{hplt},University of Turku"), "", &["FIN"]);
}

#[test]
fn an_unknown_organisation_alone_has_the_first_country_of_its_cell() {
    check_home("Acme", "France", &["FRA"]);
    check_home("Acme", "France,Japan,France", &["FRA"]);
    check_home("Acme", "Multinational,Japan", &["JPN"]);
    check_home("Acme", "Multinational", &[]);
    check_home("Acme", "", &[]);
}

#[test]
fn an_unknown_organisation_among_others_has_the_country_at_its_place() {
    check_home(
        "Acme,NVIDIA",
        "France,United States of America",
        &["FRA", "USA"],
    );
    check_home(
        "NVIDIA,Acme",
        "United States of America,France",
        &["USA", "FRA"],
    );
    check_home("NVIDIA,Acme", "Japan,Multinational", &["USA"]);
    check_home("Acme,Umbrella", "France,France", &["FRA"]);
}

#[test]
fn where_places_cannot_be_told_an_unknown_organisation_has_the_whole_cell() {
    check_home(
        "Acme,NVIDIA",
        "France,Japan,Multinational",
        &["FRA", "JPN", "USA"],
    );
    check_home("NVIDIA,Acme", "", &["USA"]);
    let census = one_model("NVIDIA,Acme", "France,Japan,Canada", |_| {});
    let [problem] = &*problems(&census.problems, Code::AmbiguousCountry) else {
        panic!("{:?}", census.problems);
    };
    assert_eq!((problem.first(), &*problem.value), (Some(at(2, 2)), "Acme"));
    assert_eq!(problem.column, "Country (of organization)");
    // Nothing is ambiguous where the places tell, or where there is no cell.
    for cell in ["France,Japan", ""] {
        let census = one_model("NVIDIA,Acme", cell, |_| {});
        assert!(problems(&census.problems, Code::AmbiguousCountry).is_empty());
    }
}

#[test]
fn as_exported_the_cell_alone_says_the_countries_each_once() {
    check_exported("Japan,Viet Nam,Vietnam", &["JPN", "VNM"]);
    check_exported("Multinational,United States of America", &["USA"]);
    check_exported("", &[]);
}

#[test]
fn a_country_or_organisation_new_to_the_definition_counts_and_is_reported_once() {
    let csv = format!("{HEADER}A,2023,Acme,Atlantis\nB,2023,Acme,Atlantis\nC,2024,Acme,Atlantis\n");
    let census = census_with(&csv, |_| {});
    assert_eq!(keys(&census.models[0].countries), ["Atlantis"]);
    for code in [Code::UnmappedCountry, Code::UnmappedOrganization] {
        let [problem] = &*problems(&census.problems, code) else {
            panic!("{:?}", census.problems);
        };
        let places = [at(2, 2), at(3, 3), at(4, 4)];
        assert_eq!(
            (problem.count, &*problem.places),
            (3, &places[..]),
            "{code:?}"
        );
    }
}

#[test]
fn every_country_has_its_reason() {
    let census = one_model("NVIDIA,Acme", "United States of America,Viet Nam", |_| {});
    let reasons: Vec<&Reason> = only(&census).countries.iter().map(|v| &v.reason).collect();
    let home = Reason::HomeOf("NVIDIA".into());
    let merged = Reason::MergedFrom("Viet Nam".into());
    assert_eq!(reasons, [&home, &merged]);
}

/// How many models count, lie below the threshold, and are left out because
/// their compute is unknown.
#[track_caller]
fn check_compute(flops: &[&str], unknown: UnknownCompute, expected: (u64, u64, u64)) {
    let mut csv = "Model,Publication date,Training compute (FLOP)\n".to_owned();
    for (at, flop) in flops.iter().enumerate() {
        csv += &format!("M{at},2023,{flop}\n");
    }
    let rows = census_with(&csv, |definition| definition.compute.unknown = unknown).rows;
    let found = (
        rows.counted,
        rows.below_threshold,
        rows.unknown_compute_left_out,
    );
    assert_eq!(found, expected, "{flops:?} {unknown:?}");
}

#[test]
fn models_count_from_the_threshold_on_and_the_definition_says_what_unknown_is() {
    use UnknownCompute::{Keep, KeepIfExportIsFiltered, LeaveOut};
    let filtered = ["1e23", "2e25", "", ""];
    check_compute(&filtered, Keep, (4, 0, 0));
    check_compute(&filtered, LeaveOut, (2, 0, 2));
    check_compute(&filtered, KeepIfExportIsFiltered, (4, 0, 0));
    let unfiltered = ["9.99e22", "2e25", "", ""];
    check_compute(&unfiltered, Keep, (3, 1, 0));
    check_compute(&unfiltered, LeaveOut, (1, 1, 2));
    check_compute(&unfiltered, KeepIfExportIsFiltered, (1, 1, 2));
    // What cannot be read is unknown, not zero.
    check_compute(&["lots", "1e24"], KeepIfExportIsFiltered, (2, 0, 0));
}

#[test]
fn models_of_other_years_are_outside_the_period() {
    let csv = "Model,Publication date\nA,2019-12-31\nB,2020-01-01\nC,2023-12\nD,2024-01-01\n";
    let rows = census_with(csv, |_| {}).rows;
    assert_eq!((rows.counted, rows.outside_period), (2, 2));
}

#[test]
fn a_filter_reaches_models_outside_the_period_too() {
    let csv = "Model,Publication date,Organization,Training compute (FLOP)\n\
               A,2023-01-01,NAVER,1e24\nB,2024-01-01,NAVER,2e24\nC,2024-02-01,NVIDIA,3e24\n";
    let korea = Conditions(vec![Condition::parse("country=KOR").unwrap()]);
    let census = census_with(csv, |_| {}).filtered(&korea);
    assert_eq!(listed(&census, ListId::TrainingCompute), ["A", "B"]);
    assert_eq!(listed(&census, ListId::TopModels), ["B"]);
    assert_eq!(census.rows.outside_period, 2);
}

/// Lines of models, each by its organisations.
fn models(organizations: &[&str]) -> String {
    let line = |(at, names): (usize, &&str)| format!("M{at},2023-02-{:02},\"{names}\",\n", at + 1);
    let lines = organizations.iter().enumerate().map(line);
    HEADER.to_owned() + &lines.collect::<String>()
}

#[test]
fn rows_come_by_total_then_fewest_shared_then_english_label() {
    // 3 US; two for Japan and France, one of France's shared with Germany;
    // Canada and Germany one each, Germany's shared.
    let report = report(&models(&[
        "NVIDIA",
        "OpenAI",
        "Meta AI",
        "Preferred Networks Inc",
        "Tohoku University",
        "Mistral AI",
        "LightOn,SAP",
        "University of Toronto",
    ]));
    let expected = ["USA", "JPN", "FRA", "CAN", "DEU"];
    assert_eq!(row_keys(&report, "country"), expected);
    let ranks = report.table("country").unwrap().ranks();
    assert_eq!(ranks, [1, 2, 2, 4, 4]);
}

#[test]
fn labels_not_keys_break_ties() {
    // By key, ARE would come first; by label, Canada before the Emirates.
    let report = report(&models(&[
        "Technology Innovation Institute",
        "University of Toronto",
    ]));
    assert_eq!(row_keys(&report, "country"), ["CAN", "ARE"]);
}

#[test]
fn a_model_of_two_countries_is_shared_in_both_and_once_in_the_total() {
    let report = report(&models(&["NVIDIA,Tel Aviv University", "NVIDIA"]));
    let table = report.table("country").unwrap();
    let row = |key: &str| {
        let total = table.row(key).unwrap().total;
        (total.models, total.shared)
    };
    assert_eq!((row("USA"), row("ISR")), ((2, 1), (1, 1)));
    assert_eq!((table.known(), table.counted), (2, 2));
}

#[test]
fn the_focus_list_is_of_counted_models_oldest_first() {
    let csv = "Model,Publication date,Organization\n\
               Late,2023-12-01,NAVER\nTie 1,2021-01-01,LG\nOther,2021-01-01,Meta AI\n\
               Tie 2,2021-01-01,KT\nOutside,2019-01-01,KT\n";
    let census = census_with(csv, |_| {});
    assert_eq!(
        listed(&census, ListId::FocusCountry),
        ["Tie 1", "Tie 2", "Late"]
    );
}
