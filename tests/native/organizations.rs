//! Developers, groups, categories and merged values.

use model_census::census::{Census, Reason, Value};
use model_census::dataset::Code;
use model_census::definition::Relation;

use crate::support::{census, census_with, counts, keys, only, problems, report};

fn by(organizations: &str) -> String {
    format!("Model,Publication date,Organization\nA,2023,\"{organizations}\"\n")
}

#[track_caller]
fn check_developers(organizations: &str, relations: &[Relation], expected: usize) {
    let census = census_with(&by(organizations), |definition| {
        definition.one_developer_relations = relations.to_vec();
    });
    let found = only(&census).developers;
    assert_eq!(found, expected, "{organizations:?} {relations:?}");
}

#[test]
fn units_of_a_group_are_one_developer_where_the_definition_says_so() {
    use Relation::{Affiliate, Alias, Itself, Unit};
    let units = "Google,Google Brain,Google Research";
    let aliases = "XVERSE Technology,Shenzhen Yuanxiang Technology";
    let affiliates = "NAVER,Search Solutions";
    check_developers(units, &[Itself, Unit], 1);
    check_developers(units, &[Itself], 3);
    check_developers(units, &[], 3);
    check_developers(aliases, &[Itself, Unit], 2);
    check_developers(aliases, &[Itself, Unit, Alias], 1);
    check_developers(affiliates, &[Itself, Unit, Alias], 2);
    check_developers(affiliates, &[Itself, Affiliate], 1);
}

#[test]
fn organisations_the_definition_does_not_know_are_developers_of_their_own() {
    let relations = [Relation::Itself, Relation::Unit];
    check_developers("Acme", &relations, 1);
    check_developers("Acme,Umbrella", &relations, 2);
    check_developers("Acme,Google,Google Brain", &relations, 2);
    check_developers("", &relations, 0);
}

#[test]
fn a_model_is_single_or_joint_or_without_a_developer() {
    let csv = "Model,Publication date,Organization\n\
               A,2022,Meta AI\nB,2022,\"Google,DeepMind\"\nC,2023,\"NVIDIA,Microsoft\"\nD,2023,\n";
    let report = report(csv);
    let found = counts(&report, "development").unwrap();
    assert_eq!(found["Single"], [0, 0, 2, 0, 2]);
    assert_eq!(found["Joint"], [0, 0, 0, 1, 1]);
    let table = report.table("development").unwrap();
    assert_eq!((table.known(), table.counted), (3, 4));
}

#[test]
fn organisations_are_counted_by_group_whatever_the_relation_and_once_a_model() {
    let csv = "Model,Publication date,Organization\n\
               A,2023-01-01,\"Google,Google Brain\"\nB,2023-01-02,DeepMind\n\
               C,2023-01-03,\"NAVER,Search Solutions\"\nD,2023-01-04,XVERSE Technology\n";
    let found = counts(&report(csv), "organization").unwrap();
    let totals: Vec<(&str, usize)> = found
        .iter()
        .map(|(key, cells)| (&**key, *cells.last().unwrap()))
        .collect();
    assert_eq!(totals, [("Google", 2), ("NAVER", 1), ("XVERSE", 1)]);
}

#[test]
fn a_group_is_named_as_the_reason_of_its_parts() {
    let census = census(&by("Meta AI,Acme,DeepMind,Google"));
    let found: Vec<_> = only(&census)
        .groups
        .iter()
        .map(|value| (&*value.key, value.reason.clone()))
        .collect();
    let expected = [
        ("Meta", Reason::GroupOf("Meta AI".into())),
        ("Acme", Reason::Exported),
        ("Google", Reason::GroupOf("DeepMind".into())),
    ];
    assert_eq!(found, expected);
}

/// The values of the only model and why it has them.
fn reasons(values: &[Value]) -> Vec<(&str, &Reason)> {
    values
        .iter()
        .map(|value| (&*value.key, &value.reason))
        .collect()
}

fn with(header: &str, cell: &str) -> Census {
    let csv = format!("Model,Publication date,{header}\nA,2023,\"{cell}\"\n");
    census(&csv)
}

#[test]
fn merged_values_count_once_and_say_what_they_were() {
    let merged = |from: &str| Reason::MergedFrom(from.into());
    let census = with("Task", "Language modelling,Chat,Language generation");
    let expected = [
        (
            "Language modeling/generation",
            &merged("Language modelling"),
        ),
        ("Chat", &Reason::Exported),
    ];
    assert_eq!(reasons(&only(&census).tasks), expected);

    let census = with("Domain", "Speech,Multimodal,Audio,Vision");
    let expected = [
        ("Audio & Speech", &merged("Speech")),
        ("Vision", &Reason::Exported),
    ];
    assert_eq!(reasons(&only(&census).domains), expected);
    assert!(only(&census).multimodal);
}

#[test]
fn several_domains_without_the_tag_are_not_multimodal() {
    assert!(!only(&with("Domain", "Language,Vision")).multimodal);
    assert!(only(&with("Domain", "Multimodal")).multimodal);
    assert!(only(&with("Domain", "Multimodal")).domains.is_empty());
}

#[test]
fn tasks_are_numbered_after_merging_and_five_or_more_share_a_row() {
    let tasks = [
        "Language modelling,Language generation",
        "Chat,Translation",
        "Chat,Translation,Question answering,Code generation",
        "Chat,Translation,Question answering,Code generation,Video generation",
        "Chat,Translation,Question answering,Code generation,Video generation,Go,Search",
        "",
    ];
    let mut csv = "Model,Publication date,Task\n".to_owned();
    for (at, tasks) in tasks.iter().enumerate() {
        csv += &format!("M{at},2023,\"{tasks}\"\n");
    }
    let report = report(&csv);
    let found = counts(&report, "task-count").unwrap();
    let found: Vec<(&str, usize)> = found
        .iter()
        .map(|(key, cells)| (&**key, cells[4]))
        .collect();
    assert_eq!(found, [("1", 1), ("2", 1), ("4", 1), ("5+", 2)]);
    assert_eq!(report.table("task-count").unwrap().denominator(), 5);
}

#[test]
fn values_new_to_the_definition_count_as_they_are_and_are_reported() {
    let cases = [
        ("Domain", Code::UnmappedDomain),
        ("Task", Code::UnmappedTask),
        (
            "Organization categorization",
            Code::UnmappedOrganizationCategory,
        ),
    ];
    for (header, code) in cases {
        let census = with(header, "Underwater basketry");
        let placed = only(&census);
        let values = [&placed.domains, &placed.tasks, &placed.categories];
        let found: Vec<&str> = values.into_iter().flat_map(|values| keys(values)).collect();
        assert_eq!(found, ["Underwater basketry"], "{header}");
        let [problem] = &*problems(&census.problems, code) else {
            panic!("{header}: {:?}", census.problems);
        };
        assert_eq!((&*problem.column, &*problem.value), (header, found[0]));
    }
}

#[track_caller]
fn check_categories(organizations: &str, cell: &str, expected: &[(&str, Reason)]) {
    let csv = format!(
        "Model,Publication date,Organization,Organization categorization\n\
         A,2023,\"{organizations}\",\"{cell}\"\n"
    );
    let census = census(&csv);
    let expected: Vec<_> = expected
        .iter()
        .map(|(key, reason)| (*key, reason))
        .collect();
    let found = reasons(&only(&census).categories);
    assert_eq!(found, expected, "{organizations:?} / {cell:?}");
}

#[test]
fn categories_are_the_exports_and_the_definitions_only_where_it_states_none() {
    let by = |name: &str| Reason::CategoryOf(name.into());
    check_categories("NVIDIA", "Academia", &[("Academia", Reason::Exported)]);
    let repeated = "Industry,Industry";
    check_categories("NVIDIA,Baidu", repeated, &[("Industry", Reason::Exported)]);
    check_categories("NVIDIA", "", &[("Industry", by("NVIDIA"))]);
    let both = [
        ("Industry", by("NVIDIA")),
        ("Academia", by("Tel Aviv University")),
    ];
    check_categories("NVIDIA,Tel Aviv University,Baidu", "", &both);
    check_categories("Acme", "", &[]);
}
