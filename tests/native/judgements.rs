//! Judgement calls of a definition hold however they are written, and what is
//! told of a file concerns what is counted first.

use std::sync::Arc;

use model_census::census::{Census, Status};
use model_census::dataset::{Code, MORE_VALUES, Severity};
use model_census::definition::{
    CountryRule, Definition, DefinitionError, Fault, Organization, Period, PeriodRule,
};
use model_census::dimension::{Condition, Conditions};
use model_census::document::About;
use model_census::export::{json, models_csv, sorted_problems};
use model_census::list::ListId;
use model_census::locale::{Labels, Language, definition_error};
use model_census::report::{Findings, Report, meant};

use crate::support::{
    DEFINITION, LABELS, LATER, SNAPSHOT, census, census_of, census_with, countries, dataset,
    dataset_of, definition, keys, labels, listed, only, problems, report_of,
};

fn over(period: &str) -> PeriodRule {
    PeriodRule::Fixed(Period::parse(period).expect("a period"))
}

fn unavailable(report: &Report) -> Vec<String> {
    let written: serde_json::Value = serde_json::from_str(&json(report)).expect("JSON");
    let all = written["unavailable"].as_array().expect("an array").iter();
    all.map(|own| own["id"].as_str().expect("an id").to_owned())
        .collect()
}

#[test]
fn countries_as_exported_need_their_column() {
    let csv = "Model,Organization,Publication date,Domain,Task,Training compute (FLOP)\n\
               A,OpenAI,2023-01-01,Language,Chat,1e24\n";
    assert_eq!(unavailable(&report_of(&census(csv))), [""; 0]);
    let census = census_with(csv, |own| own.count_countries_by = CountryRule::AsExported);
    let report = report_of(&census);
    assert_eq!(unavailable(&report), ["country", "focus-country"]);
    assert_eq!(report.findings.focus, None);
}

#[test]
fn what_counts_as_the_multimodal_tag_is_one() {
    let csv = "Model,Publication date,Domain\nA,2023-01-01,\"Multi-modal,Language\"\n\
               B,2023-01-01,\"Multimodal,Language\"\nC,2023-01-01,Language\n";
    let census = census_with(csv, |own| {
        let domains = &mut own.values.domain;
        domains.insert("Multi-modal".into(), "Multimodal".into());
    });
    let tagged: Vec<bool> = census.models.iter().map(|own| own.multimodal).collect();
    assert_eq!(tagged, [true, true, false]);
    assert!(
        census
            .models
            .iter()
            .all(|own| keys(&own.domains) == ["Language"])
    );
    assert!(problems(&census.problems, Code::UnmappedDomain).is_empty());
}

#[test]
fn what_counts_as_no_country_is_none() {
    let header = "Model,Organization,Country (of organization),Publication date\n";
    let none = |own: &mut Definition| {
        let countries = &mut own.values.country;
        countries.insert("Multi-national".into(), "Multinational".into());
        let home = Some("Multinational".into());
        let known = Organization {
            home,
            ..Organization::unsaid()
        };
        own.organizations.insert("Homeless".into(), known);
    };
    for row in [
        "A,Foo,Multi-national,2023-01-01",
        "A,,Multi-national,2023-01-01",
        "A,Homeless,France,2023-01-01",
        "A,\"Foo,Bar\",\"Multi-national,Multinational\",2023-01-01",
    ] {
        let census = census_with(&format!("{header}{row}\n"), none);
        assert_eq!(keys(&only(&census).countries), [""; 0], "{row}");
    }
    let row = "A,Foo,\"Multi-national,France\",2023-01-01\n";
    let census = census_with(&format!("{header}{row}"), none);
    assert_eq!(keys(&only(&census).countries), ["FRA"]);
}

#[test]
fn the_list_has_models_whose_half_year_is_not_known() {
    let csv = "Model,Organization,Publication date,Training compute (FLOP)\n\
               A,OpenAI,2023,1e24\nA,OpenAI,2023,1e24\nB,OpenAI,2019,1e24\nC,OpenAI,soon,1e24\n";
    let halves = |own: &mut Definition| own.period = over("2023H1-2023H2");
    let census = census_with(csv, halves);
    assert_eq!(listed(&census, ListId::TrainingCompute), ["B", "A"]);
    let list = ListId::TrainingCompute.of(&census).expect("there");
    assert_eq!((list.count, list.outside), (2, 2));
    // A duplicate is one before its half-year is asked for.
    let statuses: Vec<Status> = census.models.iter().map(|own| own.status).collect();
    let expected = [
        Status::Undated,
        Status::Duplicate,
        Status::OutsidePeriod,
        Status::Undated,
    ];
    assert_eq!(statuses, expected);
}

#[test]
fn models_read_again_give_equal_numbers_after_a_duplicate() {
    for below in ["A,OpenAI,2022-01-01,1e20\n", "A,OpenAI,2022-01-01,\n"] {
        let csv = format!(
            "Model,Organization,Publication date,Training compute (FLOP)\n\
             A,OpenAI,2022-01-01,1e24\n{below}B,OpenAI,2022-02-01,\n"
        );
        let first = census(&csv);
        let again = models_csv(&first.dataset, &About::default());
        let again = census_of(dataset_of(again.as_bytes(), "models.csv"), |_| {});
        assert_eq!((first.rows.counted, again.rows.counted), (2, 2), "{below}");
        assert_eq!(
            report_of(&first).findings.table("year"),
            report_of(&again).findings.table("year")
        );
    }
}

#[test]
fn the_year_after_the_period_is_that_of_its_next_column() {
    let csv = "Model,Organization,Publication date,Training compute (FLOP)\n\
               A,OpenAI,2023-03-01,1e24\nB,OpenAI,2024-03-01,1e25\nC,OpenAI,2025-01-01,1e22\n";
    for (period, year, names) in [
        ("2022-2023", 2024, &["B"][..]),
        ("2022H1-2023H1", 2023, &["A"]),
        ("2022H1-2023H2", 2024, &["B"]),
        ("2022H1-2024H1", 2024, &["B"]),
        // None of its models is known to be large.
        ("2022-2024", 2025, &[]),
        // The export has no model of 2026.
        ("2022-2025", 2025, &[]),
    ] {
        let census = census_with(csv, |own| own.period = over(period));
        assert_eq!(census.top_models_year(), year, "{period}");
        assert_eq!(listed(&census, ListId::TopModels), names, "{period}");
    }
}

fn looked_at(census: Census, filter: &str) -> (u64, Vec<(String, Option<String>)>) {
    let conditions = Conditions(vec![Condition::parse(filter).expect("a condition")]);
    let names = Labels::clone(&labels()).with_countries(countries());
    let conditions = meant(&census, &names, &conditions);
    let census = census.filtered(&conditions);
    let findings = Findings::of(&census, &names, &conditions);
    let unmet = problems(&findings.problems, Code::UnmetCondition).into_iter();
    let unmet = unmet.map(|own| (own.value.clone(), own.suggestion.clone()));
    (census.rows.counted, unmet.collect())
}

#[test]
fn a_year_of_a_filter_holds_of_its_halves_and_what_nothing_meets_is_told() {
    let csv = "Model,Organization,Publication date\n\
               A,NAVER,2023-01-01\nB,OpenAI,2023-08-01\nC,OpenAI,2022-08-01\n";
    let halves = || census_with(csv, |own| own.period = over("2022H1-2023H2"));
    let years = || census_with(csv, |own| own.period = over("2022-2023"));
    for (filter, models) in [("year=2023", 2), ("year=2023H1", 1), ("year=*", 3)] {
        assert_eq!(
            looked_at(halves(), filter),
            (models, Vec::new()),
            "{filter}"
        );
        assert_eq!(looked_at(years(), filter), (models, Vec::new()), "{filter}");
    }
    for (filter, meant) in [
        ("year=2019", None),
        ("country=Untied States", Some("country=USA")),
        ("country=Atlantis", None),
        ("organization=Naver Corp", None),
        ("organization=OpenIA", Some("organization=OpenAI")),
        ("compute=1e24..", None),
        ("text=gemini", None),
    ] {
        let unmet = vec![(filter.to_owned(), meant.map(str::to_owned))];
        let (models, told) = looked_at(years(), filter);
        assert_eq!(models, 0, "{filter}");
        assert_eq!(told[0].0, unmet[0].0, "{filter}");
        if meant.is_some() {
            assert_eq!(told, unmet);
        }
    }
}

#[test]
fn a_filter_is_understood_by_names_and_codes_in_both_languages() {
    let csv = "Model,Organization,Publication date,Domain,Task,Organization categorization,\
               Model accessibility,Confidence,Training compute (FLOP)\n\
               A,NAVER,2023-01-01,Language,Language modeling,Industry,API access,Confident,1e24\n\
               B,OpenAI,2023-08-01,\"Multimodal,Language,Vision\",\
               Chat,Academia,Unreleased,Likely,1e25\n";
    let names = Labels::clone(&labels()).with_countries(countries());
    let census = || census_with(csv, |own| own.period = over("2022-2023"));
    for (key, spellings) in [
        (
            "country=KOR",
            &[
                "KOR",
                "KR",
                "kr",
                "Kor",
                "한국",
                "대한민국",
                "South Korea",
                "south korea",
                "Korea, Republic of",
                " 한국 ",
            ][..],
        ),
        ("country=USA", &["US", "us", "미국", "United States"]),
        ("country=JPN", &["JP", "jp", "일본", "Japan"]),
        (
            "organization-category=Industry",
            &["산업계", "industry", "INDUSTRY"],
        ),
        ("organization-category=Academia", &["학계", "Academia"]),
        ("domain=Language", &["언어", "language"]),
        ("domain=Vision", &["비전", "Vision"]),
        ("multimodal=Multimodal", &["multimodal"]),
        (
            "task=Language modeling",
            &["언어 모델링", "language modeling"],
        ),
        (
            "development=Single",
            &["단독 개발", "single", "Single developer"],
        ),
        ("development=Joint", &["공동 개발", "Joint development"]),
        ("organization=NAVER", &["네이버", "naver"]),
        ("organization=OpenAI", &["openai"]),
        ("accessibility=API access", &["API 제공", "api access"]),
        ("confidence=Confident", &["확실", "confident"]),
        ("compute-decade=1E+24", &["1e+24"]),
        ("country=*", &["*"]),
        ("country=Atlantis", &["Atlantis"]),
        ("year=2019", &["2019"]),
    ] {
        let (dimension, _) = key.split_once('=').expect("a condition");
        for spelling in spellings {
            let typed = Condition::parse(&format!("{dimension}={spelling}")).expect("a condition");
            let found = meant(&census(), &names, &Conditions(vec![typed]));
            assert_eq!(found.0[0].to_string(), key, "{spelling}");
        }
    }
    // What the data has for a key is one.
    let own = census_with(csv, |own| {
        let to = Arc::from("KR");
        own.organizations.get_mut("NAVER").expect("NAVER").home = Some(to);
    });
    let typed = Conditions(vec![Condition::parse("country=KR").expect("a condition")]);
    assert_eq!(meant(&own, &names, &typed), typed);
}

fn parsed(patch: &str) -> Result<Definition, DefinitionError> {
    let names = Labels::parse(LABELS)
        .expect("labels")
        .with_countries(countries());
    let built_in = |id: &str| (id == "is-178").then(definition);
    let file = format!(
        "{{\"schema\": \"model-census-definition/2\", \"extends\": \"is-178\", \"id\": \"t\", {patch}}}"
    );
    Definition::parse_named(&file, &built_in, &names)
}

#[test]
fn names_and_codes_become_keys() {
    for home in [
        "USA",
        "US",
        "United States",
        "미국",
        "united states of america",
    ] {
        let own = parsed(&format!(
            r#""organizations": {{"OpenAI": {{"home": "{home}"}}}}"#
        ));
        let own = own.expect("a definition").organizations["OpenAI"].clone();
        assert_eq!(own.home.as_deref(), Some("USA"), "{home}");
    }
    let own = parsed(r#""focus_country": "일본""#).expect("a definition");
    assert_eq!(&*own.focus_country, "JPN");
    let own = parsed(r#""organizations": {"Foo": {"categories": ["산업계", "academia"]}}"#);
    let own = own.expect("a definition");
    assert_eq!(
        own.organizations["Foo"].categories,
        ["Industry".into(), "Academia".into()]
    );
    let own = parsed(r#""values": {"country": {"남조선": "한국"}, "domain": {"Text": "언어"}}"#);
    let own = own.expect("a definition");
    assert_eq!(&*own.values.country["남조선"], "KOR");
    assert_eq!(&*own.values.domain["Text"], "Language");
    // A merge of one's own, and a category that nothing is near to, are kept.
    let own = parsed(
        r#""values": {"country": {"France": "Europe-27"}}, "organizations": {"Foo": {"home": "Europe-27", "categories": ["Startup"]}}"#,
    );
    let own = own.expect("a definition");
    assert_eq!(own.organizations["Foo"].home.as_deref(), Some("Europe-27"));
    // What comes with the program is named by its keys.
    let names = Labels::parse(LABELS)
        .expect("labels")
        .with_countries(countries());
    assert_eq!(
        Definition::parse_named(DEFINITION, &|_| None, &names),
        Ok(definition())
    );
}

#[test]
fn what_names_nothing_is_refused_with_the_nearest() {
    for (patch, path, nearest) in [
        (
            r#""organizations": {"OpenAI": {"home": "Untied States"}}"#,
            "organizations.OpenAI.home",
            Some("United States"),
        ),
        (
            r#""organizations": {"OpenAI": {"home": "Atlantis"}}"#,
            "organizations.OpenAI.home",
            None,
        ),
        (
            r#""organizations": {"OpenAI": {"categories": ["Industri"]}}"#,
            "organizations.OpenAI.categories[0]",
            Some("Industry"),
        ),
    ] {
        match parsed(patch) {
            Err(DefinitionError::Faulty {
                path: at,
                fault: Fault::UnknownValue { nearest: near, .. },
            }) => {
                assert_eq!(at, path);
                assert_eq!(near.as_deref(), nearest, "{path}");
            }
            other => panic!("{patch}: {other:?}"),
        }
    }
}

#[test]
fn every_fault_of_a_definition_is_named() {
    let error = parsed(
        r#""colour": 1, "focus_country": 7, "minimum_models": {"task": 0, "organization": 0},
           "compute": {"threshold_flop": -1, "unknown": "keep"}, "top_models": {"year": "soon", "count": 1},
           "organizations": {"OpenAI": {"home": 5}, "NAVER": {"hom": "KOR"}},
           "values": {"task": {"Chat": 3}, "domain": {"Language": "Vision", "Vision": "Video"}}"#,
    )
    .expect_err("faulty");
    for language in [Language::Ko, Language::En] {
        let said = definition_error(&error, language);
        for path in [
            "colour",
            "focus_country",
            "minimum_models.task",
            "minimum_models.organization",
            "compute.threshold_flop",
            "top_models.year",
            "organizations.OpenAI.home",
            "organizations.NAVER",
            "values.task.Chat",
            "values.domain.Language",
        ] {
            assert!(said.contains(path), "{path} in {said}");
        }
    }
    let missing = definition()
        .to_json()
        .replacen("\"period\"", "\"perriod\"", 1);
    let missing = missing.replacen("\"compute\"", "\"computer\"", 1);
    let error = Definition::parse(&missing).expect_err("faulty");
    let said = definition_error(&error, Language::En);
    for name in ["`period`", "`perriod`", "`compute`", "`computer`"] {
        assert!(said.contains(name), "{name} in {said}");
    }
}

#[test]
fn an_organisation_of_which_only_a_group_is_said_keeps_its_country() {
    let csv = "Model,Organization,Country (of organization),Organization categorization,Publication date\n\
               A,Foo,France,Industry,2023-01-01\n";
    let census = census_with(csv, |own| {
        let group = Some("Google".into());
        let known = Organization {
            group,
            ..Organization::unsaid()
        };
        own.organizations.insert("Foo".into(), known);
    });
    assert_eq!(keys(&only(&census).countries), ["FRA"]);
    assert_eq!(keys(&only(&census).groups), ["Google"]);
    // One that has none adds none.
    let csv = csv.replace("Foo", "BigScience");
    assert_eq!(keys(&only(&census_with(&csv, |_| {})).countries), [""; 0]);
    assert!(definition().to_json().contains("\"home\": null"));
}

#[test]
fn a_renamed_organisation_is_the_one_that_is_known() {
    let header = "Model,Organization,Country (of organization),Organization categorization,Publication date\n";
    for name in [
        "Cohere Labs (formerly Cohere for AI)",
        "Cohere Research (formerly Cohere for AI)",
        "Cohere Labs (Formerly known as Nobody)",
    ] {
        let csv = format!(
            "{header}A,\"Cohere,{name}\",\"Canada,Canada\",\"Industry,Industry\",2023-01-01\n"
        );
        let census = census(&csv);
        assert_eq!(only(&census).developers, 1, "{name}");
        assert_eq!(keys(&only(&census).groups), ["Cohere"], "{name}");
        assert_eq!(keys(&only(&census).countries), ["CAN"], "{name}");
        assert!(problems(&census.problems, Code::UnmappedOrganization).is_empty());
    }
    let renamed: Arc<str> = "Stadt (formerly OpenAI)".into();
    assert_eq!(&*definition().group_of(&renamed), "OpenAI");
    let other: Arc<str> = "Foo (Berlin)".into();
    assert_eq!(definition().group_of(&other), other);
}

#[test]
fn without_other_lists_organisations_are_joined_as_tasks_are() {
    let csv = "Model,Organization,Publication date,Task\n\
               A,\"OpenAI, Meta AI, NAVER\",2023-01-01,\"Chat, Translation\"\n\
               B,\"Google, Acme, Inc.\",2023-01-01,\"Chat, Code generation\"\n";
    let names: Vec<Vec<String>> = dataset(csv)
        .models
        .iter()
        .map(|own| own.organizations.iter().map(ToString::to_string).collect())
        .collect();
    assert_eq!(
        names,
        [
            vec!["OpenAI", "Meta AI", "NAVER"],
            vec!["Google", "Acme, Inc."]
        ]
    );
    // Names that hold commas of their own do, where other lists have none so.
    let csv = "Model,Organization,Publication date,Task\n\
               A,\"Acme, Berlin\",2023-01-01,\"Chat,Translation\"\n";
    assert_eq!(dataset(csv).models[0].organizations.len(), 1);
}

/// The problems as a reader has them.
fn told(csv: &str) -> Vec<(Code, String, bool, Severity, u64)> {
    let report = report_of(&census(csv));
    let told = sorted_problems(&report).into_iter();
    told.map(|own| {
        let values = own.values();
        (
            own.code,
            own.value.clone(),
            own.uncounted,
            own.severity(),
            values,
        )
    })
    .collect()
}

#[test]
fn what_no_counted_model_has_is_one_line_at_the_end() {
    let mut csv = "Model,Organization,Country (of organization),Organization categorization,Publication date,Domain,Task,Parameters,Training dataset size,Training hardware,Training compute (FLOP)\n".to_owned();
    for at in 0..300 {
        csv += &format!(
            "Old{at},Old lab {at},France,Industry,1990-01-01,Language,Weaving {at},1,1,GPU,1e24\n"
        );
    }
    csv += "New,New lab,France,Industry,2023-01-01,Language,Sewing,1,1,GPU,1e24\n";
    let told = told(&csv);
    let named: Vec<_> = told
        .iter()
        .filter(|own| !own.2)
        .map(|own| (own.0, &*own.1))
        .collect();
    let position = |code| named.iter().position(|own| own.0 == code);
    assert_eq!(position(Code::UnmappedTask), Some(0), "{named:?}");
    assert!(named.contains(&(Code::UnmappedOrganization, "New lab")));
    let folded: Vec<_> = told.iter().filter(|own| own.2).collect();
    for code in [Code::UnmappedOrganization, Code::UnmappedTask] {
        let of_code: Vec<_> = folded.iter().filter(|own| own.0 == code).collect();
        assert_eq!(of_code.len(), 1, "{folded:?}");
        let (_, value, _, severity, values) = of_code[0];
        assert_eq!(
            (&**value, *severity, *values),
            (MORE_VALUES, Severity::Info, 300)
        );
    }
    let first_uncounted = told.iter().position(|own| own.2).expect("some");
    assert!(
        told[first_uncounted..].iter().all(|own| own.2),
        "those come last"
    );
}

#[test]
fn of_many_unknown_values_a_hundred_are_named() {
    let mut csv = "Model,Organization,Publication date,Training compute (FLOP)\n".to_owned();
    for at in 0..150 {
        csv += &format!("M{at},Org{at:03},2023-01-01,1e24\n");
    }
    let report = report_of(&census(&csv));
    let told = problems(&report.findings.problems, Code::UnmappedOrganization);
    assert_eq!(told.len(), 101);
    let (last, named) = told.split_last().expect("some");
    assert!(
        named
            .iter()
            .all(|own| own.count == 1 && own.value != MORE_VALUES)
    );
    assert_eq!(
        (&*last.value, last.count, last.values()),
        (MORE_VALUES, 50, 50)
    );
}

#[test]
fn the_lists_of_the_program_are_known_whole() {
    for list in [
        SNAPSHOT,
        LATER,
        include_bytes!("../fixtures/history/large-scale-models-2026-08-19.csv"),
    ] {
        let census = census_of(dataset_of(list, "list.csv"), |own| {
            own.period = PeriodRule::Whole
        });
        for code in [
            Code::UnmappedDomain,
            Code::UnmappedTask,
            Code::UnmappedCountry,
            Code::UnmappedAccessibility,
            Code::UnmappedConfidence,
        ] {
            assert_eq!(problems(&census.problems, code).len(), 0, "{code:?}");
        }
        let unknown = problems(&census.problems, Code::UnmappedOrganization);
        // A legal name whose comma the exporter took for the end of one.
        let unknown: Vec<_> = unknown.iter().map(|own| &*own.value).collect();
        assert!(
            unknown.iter().all(|name| name.contains("APUS")),
            "{unknown:?}"
        );
    }
}

#[test]
fn what_is_wrong_with_a_model_that_is_not_counted_is_said_of_it() {
    let csv = "Model,Organization,Country (of organization),Organization categorization,Publication date,Domain,Task,Parameters,Training compute (FLOP)\n\
               Old,OpenAI,France,Industry,1990-01-01,Weaving,Chat,x,1e24\n\
               Twin,OpenAI,France,Industry,1990-01-01,Language,Chat,1,1e24\n\
               Twin,OpenAI,France,Industry,1990-01-01,Language,Chat,1,2e24\n\
               Small,OpenAI,France,Industry,2023-01-01,Language,Chat,1,x\n\
               New,OpenAI,France,Industry,2023-01-01,Language,Chat,1,1e24\n\
               New,OpenAI,France,Industry,2023-01-01,Language,Chat,1,2e24\n\
               Later,OpenAI,France,Industry,1790-01-01,Language,Chat,1,2e24\n";
    let report = report_of(&census(csv));
    let told = |code: Code, value: &str| {
        let all = problems(&report.findings.problems, code).into_iter();
        let found = all
            .filter(|own| own.value == value)
            .map(|own| own.uncounted);
        found.collect::<Vec<_>>()
    };
    // Neither its domain nor its parameters could have brought it in.
    assert_eq!(told(Code::UnmappedDomain, "Weaving"), [true]);
    assert_eq!(told(Code::UnreadableNumber, "x"), [false, true]);
    assert_eq!(told(Code::DifferingDuplicate, "Twin"), [true]);
    assert_eq!(told(Code::DifferingDuplicate, "New"), [false]);
    // Another date would count.
    assert_eq!(told(Code::ImplausibleDate, "1790-01-01"), [false]);
    let first = report.findings.problems.first().expect("some");
    assert_eq!(
        (first.uncounted, first.severity()),
        (false, Severity::Warning)
    );
    let said = json(&report);
    assert!(
        said.contains("분석 대상이 아닌 모델이어서") && said.contains("no number depends on it")
    );
}
