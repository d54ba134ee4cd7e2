//! Countries by any spelling.

use std::collections::BTreeSet;

use model_census::definition::{Bilingual, Countries};
use model_census::locale::Language;

use crate::support::{LABELS, definition};

const COUNTRIES: &str = include_str!("../../public/data/countries.json");

pub fn countries() -> Countries {
    Countries::parse(COUNTRIES).expect("the table is valid")
}

fn key(spelling: &str) -> Option<String> {
    countries().key_of(spelling).map(|key| key.to_string())
}

#[test]
fn every_country_of_iso_3166_has_its_codes_and_both_names() {
    let countries = countries();
    let mut of_iso = BTreeSet::new();
    for country in rust_iso3166::ALL {
        let alpha_3 = country.alpha3;
        of_iso.insert(alpha_3);
        for spelling in [alpha_3, country.alpha2, country.name] {
            let key = countries.key_of(spelling).map(|key| &**key);
            assert_eq!(key, Some(alpha_3), "{spelling}");
        }
        let ko = countries.name(alpha_3, Language::Ko).expect(alpha_3);
        assert!(ko.starts_with(|c| ('가'..='힣').contains(&c)), "{ko}");
        let en = countries.name(alpha_3, Language::En).expect(alpha_3);
        assert!(en.starts_with(|c: char| c.is_uppercase()), "{en}");
    }
    assert_eq!(of_iso.len(), 249);
    let rows: Vec<Vec<String>> = serde_json::from_str(COUNTRIES).unwrap();
    let of_table: BTreeSet<&str> = rows.iter().map(|row| &*row[0]).collect();
    assert_eq!(of_table, of_iso);
}

#[test]
fn every_spelling_is_of_one_country() {
    let countries = countries();
    let rows: Vec<Vec<String>> = serde_json::from_str(COUNTRIES).unwrap();
    let mut spellings = 0;
    for row in &rows {
        for spelling in row {
            assert_eq!(countries.key_of(spelling).unwrap().as_ref(), row[0]);
        }
        spellings += row.len() - 2;
    }
    assert_eq!(countries.spellings().count(), spellings);
}

#[test]
fn every_spelling_of_the_definition_is_the_same_country_here() {
    for (spelling, expected) in definition().values.country {
        assert_eq!(key(&spelling).as_deref(), Some(&*expected), "{spelling}");
    }
}

#[test]
fn countries_have_the_names_that_the_page_gives_them() {
    let countries = countries();
    let labels: serde_json::Value = serde_json::from_str(LABELS).unwrap();
    for (key, name) in labels["country"].as_object().unwrap() {
        let name: Bilingual = serde_json::from_value(name.clone()).unwrap();
        assert_eq!(countries.name(key, Language::Ko), Some(&*name.ko));
        assert_eq!(countries.name(key, Language::En), Some(&*name.en));
    }
}

#[test]
fn spellings_of_daily_use_are_known() {
    for (spelling, expected) in [
        ("South Korea", "KOR"),
        ("Korea", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("Korea, Rep.", "KOR"),
        ("대한민국", "KOR"),
        ("한국", "KOR"),
        ("North Korea", "PRK"),
        ("Korea (the Democratic People's Republic of)", "PRK"),
        ("United States of America", "USA"),
        ("The United States of America", "USA"),
        ("U.S.A.", "USA"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("usa", "USA"),
        ("UK", "GBR"),
        ("Great Britain", "GBR"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Viet Nam", "VNM"),
        ("vietnam", "VNM"),
        ("Czech Republic", "CZE"),
        ("Russia", "RUS"),
        ("Russian Federation", "RUS"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("Tu\u{308}rkiye", "TUR"),
        ("터키", "TUR"),
        ("  Brazil\u{a0}", "BRA"),
        ("BRAZIL", "BRA"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Hong Kong SAR, China", "HKG"),
        ("오스트레일리아", "AUS"),
        ("호주", "AUS"),
        ("Congo", "COG"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Bosnia and Herzegovina", "BIH"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Guinea Bissau", "GNB"),
        ("Guinea", "GIN"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
    ] {
        assert_eq!(key(spelling).as_deref(), Some(expected), "{spelling}");
    }
}

#[test]
fn what_is_no_country_has_no_key() {
    for spelling in [
        "",
        " ",
        "?",
        "the",
        "Atlantis",
        "Multinational",
        "in",
        "no",
        "Kr",
        "XX",
        "Republic",
        "T?rkiye",
        "Europe",
        "모름",
    ] {
        assert_eq!(key(spelling), None, "{spelling:?}");
    }
    assert_eq!(countries().name("XXX", Language::En), None);
    let none = Countries::none();
    assert_eq!(none.key_of("KR"), None);
    assert_eq!(none.spellings().count(), 0);
}

#[test]
fn a_malformed_table_is_refused() {
    for json in ["", "{}", r#"[["KOR"]]"#, r#"[["KOR", "KR", "한국", 1]]"#] {
        let error = Countries::parse(json).expect_err(json).to_string();
        assert!(error.contains("line"), "says where: {error}");
    }
    assert_eq!(Countries::parse("[]").unwrap(), Countries::none());
}
