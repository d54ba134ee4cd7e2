//! Plain English.

use crate::paper::Item;

use crate::breakdown::{BreakdownText, BreakdownTexts};
use crate::dimension::DimensionNames;
use crate::locale::phrases::Phrases;

pub(in crate::locale) static PHRASES: Phrases = Phrases {
    breakdowns: BreakdownTexts {
        year: BreakdownText {
            title: "Large-scale AI models by {each} of release",
            short_title: "Models by {each}",
            notes: &[],
        },
        country: BreakdownText {
            title: "Large-scale AI models by country and {each}",
            short_title: "Models by country and {each}, with ranks",
            notes: &[
                "“Shared” is the number of models developed together with another country and counted for each",
            ],
        },
        domain: BreakdownText {
            title: "Large-scale AI models by domain ({period})",
            short_title: "Models by domain",
            notes: &["A model counts in each of its domains; the multimodal tag is not a domain"],
        },
        multimodal: BreakdownText {
            title: "Multimodal large-scale AI models by {each} of release",
            short_title: "Multimodal models by {each}",
            notes: &["Only models tagged as multimodal in Epoch AI’s database are counted"],
        },
        task: BreakdownText {
            title: "Large-scale AI models by main task ({period})",
            short_title: "Models by task",
            notes: &[
                "Similar tasks are merged as the definition says; only tasks with at least the minimum number of models are shown",
            ],
        },
        task_count: BreakdownText {
            title: "Large-scale AI models by number of tasks and {each} ({period})",
            short_title: "Models by number of tasks",
            notes: &["Only models whose tasks are known"],
        },
        development: BreakdownText {
            title: "Large-scale AI models by form of development ({period})",
            short_title: "Single and joint development",
            notes: &["Organisations of one group are one developer where the definition says so"],
        },
        organization_category: BreakdownText {
            title: "Large-scale AI models by type of organisation ({period})",
            short_title: "Models by type of developer",
            notes: &[
                "Where the export states no type, the definition’s type of the organisation applies",
            ],
        },
        organization: BreakdownText {
            title: "Organisations with {minimum} or more large-scale AI models",
            short_title: "Organisations with {minimum} or more",
            notes: &[
                "All organisations of a group are added up; a joint model counts for each partner",
            ],
        },
    },
    dimensions: DimensionNames {
        all: "Group",
        year: "Year",
        country: "Country",
        domain: "Domain",
        multimodal: "Group",
        task: "Task",
        task_count: "Number of tasks",
        development: "Form of development",
        organization_category: "Type",
        organization: "Organisation",
        confidence: "Confidence",
        accessibility: "Accessibility",
        hardware: "Training hardware",
        compute_decade: "Training compute (FLOP)",
    },
    in_sentence,
    finish,
    method_source: "{n} of the {records} rows of an export of Epoch AI’s models database (“{name}”, {as_of}) are analysed.",
    method_coverage: "Epoch AI states that its search may have missed models, so the numbers are those of the models in the data.",
    method_left_out: "Rows left out: {list}.",
    method_threshold: "Models of {threshold} FLOP or more of training compute are taken as large-scale AI models.",
    method_unknown_keep: "Models of unknown training compute are counted too.",
    method_unknown_left_out: "Models of unknown training compute are left out.",
    method_unknown_filtered: "Models of unknown training compute are counted only where the export is limited to large-scale models.",
    method_derived_own: "Models derived from others by further training are counted only where the compute of that training is known to reach the threshold.",
    method_derived_left_out: "Models derived from others by further training are left out.",
    unchecked_compute: "The data state no training compute, so that all models are counted without knowing whether they are large.",
    method_home: "Countries are the home countries of the developing organisations; a model developed jointly counts for each country.",
    method_exported: "Countries are those of the export; a model developed jointly counts for each country.",
    method_definition: "Which values are merged, what belongs to which group and where each organisation is at home follows the definition “{title}” (SHA-256 {digest}).",
    method_problems: "The data have {warnings} {warnings#warning|warnings} to look at.",
    total: "{n} large-scale AI {n#model was|models were} released worldwide in {during}.",
    total_one: "{n} large-scale AI {n#model was|models were} released worldwide in {period}.",
    none: "No large-scale AI model of {during} is in the data.",
    listed: "Counted are the models of Epoch AI’s list of {list} whose training compute is {compute}: not the list of large-scale models that IS-178 counts.",
    listed_total: "Among {list}, {n} {n#model|models} of {during} {n#has|have} a training compute that is {compute}.",
    compute_known: "known to be {threshold} FLOP or more",
    compute_or_unknown: "{threshold} FLOP or more, or not known",
    no_compute: "No column tells the training compute, so that no model can be said to reach the threshold, and none is counted.",
    filtered: "Only models that meet these conditions are counted ({filter}).",
    filtered_total: "{n} such large-scale AI {n#model was|models were} released in {during}.",
    filtered_none: "No such large-scale AI model of {during} is in the data.",
    during: "{period}",
    every_year: "every year",
    every_half: "every half-year",
    by_year: "By year: {list}.",
    by_half: "By half-year: {list}.",
    year_item: "{n} in {year}",
    list_join: ", ",
    list_last: " and ",
    tied_last: ", and ",
    name_join: ", ",
    name_last: " and ",
    new_join: "; ",
    rose_rapidly: "The number rose rapidly {every}, from {from} in {first} to {to} in {last}.",
    rose_once_rapidly: "The number rose rapidly, from {from} in {first} to {to} in {last}.",
    rose_once: "The number rose from {from} in {first} to {to} in {last}.",
    fell_once: "The number fell from {from} in {first} to {to} in {last}.",
    rose_yearly: "The number rose {every}, from {from} in {first} to {to} in {last}.",
    rose: "The number rose from {from} in {first} to {to} in {last}, though not {every}.",
    fell_yearly: "The number fell {every}, from {from} in {first} to {to} in {last}.",
    fell: "The number fell from {from} in {first} to {to} in {last}, though not {every}.",
    level: "The number was the same in {first} and in {last}: {from}.",
    growth: "The compound annual growth rate (CAGR) is {cagr} ({span}).",
    no_growth_from_none: "No model was released in {first}, so no growth rate is computed.",
    series_rising: "{list}: the number is rising.",
    series_falling: "{list}: the number is falling.",
    series: "{list}.",
    ranked: "{name} ({n})",
    ranked_tied: "{names} ({n} each, tied for No. {rank})",
    ranked_many: "{names} and others ({count}{unit} in all, {n} each, tied for No. {rank})",
    placed: "{name} ({n})",
    placed_tied: "{names} ({n} each, tied for No. {rank})",
    placed_many: "{names} and others ({count}{unit} in all, {n} each, tied for No. {rank})",
    countries: " countries",
    organizations: " organisations",
    values: "",
    country_most: "The country that developed the most large-scale AI models in {during} is {leader}, followed by {rest}.",
    country_only_known: "Of the {of} {of#model|models} of {during}, the {known} whose country is known {known#was|were} developed in {leader} only.",
    country_only: "The only country that developed large-scale AI models in {during} is {leader}.",
    country_tied: "The countries that developed the most large-scale AI models in {during} are {leader}.",
    country_most_one: "The country that developed the most large-scale AI models in {during} is {leader}, followed by {rest}.",
    country_half: "In {year} alone, the order is {list}.",
    country_year: "In {year} alone, the order is {list}.",
    country_shared: "Jointly developed models count for each country, so the countries’ numbers add up to {sum}, more than the {known} {known#model|models} whose country is known.",
    focus_rank: "{country} has {n} {n#model|models} ({share} of all) and ranks {rank} among {countries} {countries#country|countries}.",
    focus_first: "{country} has {n} {n#model|models} ({share} of all), the most of {countries} {countries#country|countries}.",
    focus_gap: "It is {gap} {gap#model|models} behind {leader} and has {ratio} of {leaders#the leader’s number|the number of each}.",
    focus_none: "No large-scale AI model of {country} was found in {during}.",
    filtered_focus_none: "No such large-scale AI model of {country} was found in {during}.",
    focus_total: "In {during}, {country} released {n} large-scale AI {n#model|models}.",
    focus_developers_more: "Among their {count} developers are {list}.",
    focus_developers: "Their {count#developer is|developers are} {list}.",
    focus_domains_more: "By domain ({count} in all): {list} and others; a model may count in several.",
    focus_domains: "By domain: {list}; a model may count in several.",
    domain_all: "{of#The one|All} large-scale AI {of#model|models} of {during} {of#is a|are} {name} {of#model|models} ({n}).",
    domain_mostly: "Most large-scale AI models of {during} are {name} models ({n} of {of}, {share}).",
    domain_most: "{name} is the most frequent domain of {during}, with {n} of {of} models ({share}).",
    domain_tied: "{names} are the most frequent domains of {during}, with {n} of {of} models each.",
    followed_by: "Next come {rest}.",
    followed_by_one: "Next: {rest}.",
    domain_new: "Domains absent in {first} appeared later: {list}.",
    domain_new_item: "{names} in {year}",
    multimodal_total: "{n} of {of} models ({share}) {n#is|are} multimodal.",
    multimodal_none: "No model is multimodal.",
    multimodal_first: "Within the period, multimodal models first appeared in {year} ({n}).",
    task_known: "The tasks of {known} of the {of} models of {during} are known.",
    task_most: "The most frequent task is {name}, with {n} {n#model|models}.",
    task_tied: "The most frequent tasks are {names}, with {n} {n#model|models} each.",
    tasks_several: "Of the {known} {known#model|models} whose tasks are known, {n} ({share}) {n#performs|perform} several.",
    tasks_three: "Within the period, models of three or more tasks first appeared in {year}: {list}.",
    tasks_three_list: "Models of three or more tasks: {list}.",
    tasks_three_one: "{n} {n#performs|perform} three or more tasks.",
    tasks_three_none: "No model performs three or more tasks.",
    development_all_single: "{of#The one|All} large-scale AI {of#model|models} of {during} {of#was|were} developed by a single organisation ({n}).",
    development_mostly_single: "Most large-scale AI models of {during} were developed by a single organisation.",
    development: "Of {of} {of#model|models}, {n} ({share}) {n#was|were} developed by a single organisation and {joint} ({joint_share}) jointly by several.",
    category_all: "{of#The one model was|All models were} developed by {name}, alone or jointly ({n}).",
    category_mostly: "Most models were developed by {name}, alone or jointly ({n} of {of}, {share}).",
    category_most: "{name} developed the most models, alone or jointly: {n} of {of} ({share}).",
    category_tied: "{names} developed the most models, alone or jointly: {n} of {of} each.",
    category_rest: "Others: {rest}; a model may count in several.",
    organization_most: "The organisation that released the most large-scale AI models in {during} is {leader}.",
    organization_tied: "The organisations that released the most large-scale AI models in {during} are {leader}.",
    organization_more: "Others with {minimum} or more models ({count} in all): {list} and others.",
    organization_others: "Others with {minimum} or more models: {list}.",
    top_models: "The {n} largest {n#model|models} of {year} by known training compute {n#is|are} {list}.",
    top_model: "The largest model of {year} by known training compute is {list}.",
    top_model_item: "{name} ({developers})",
    top_tied: "{more} more {more#model has|models have} the same training compute as the last of these.",
    top_domain: "All {n} are of the same {domains#domain|domains}: {names}.",
    compute_largest: "{n} {n#model is|models are} known to have used {threshold} FLOP or more of training compute; the largest {largest}.",
    compute_largest_outside: "In all of the data, also outside the period, {n} {n#model is|models are} known to have used {threshold} FLOP or more of training compute; the largest {largest}.",
    compute_largest_one: "is {names} ({flop} FLOP)",
    compute_largest_tied: "are {names} ({flop} FLOP each)",
    compute_largest_many: "are {names} and others ({count} in all, {flop} FLOP each)",
    compute_note_cut: "Of the {n} models whose training compute is known to be {threshold} FLOP or more, the {shown} with the most (faint: outside the period)",
    list_cut: "Of {n} models the {shown} with the most training compute",
    top_note_tied: "The {n} largest by training compute; {more} more have as much as the last of them; blank where unpublished",
    policy_rank: "Rank and share of {country}: {rank} among {countries} {countries#country|countries}, {n} of {of} models ({share}).",
    policy_leader: "{country} ranks first, {gap} {gap#model|models} ahead of {second}.",
    policy_gap: "It has {gap} {gap#model|models} fewer than the {leaders#leader|leaders}, {leader}: {ratio} of {leaders#its number|the number of each}.",
    policy_development: "Of the {n} {n#model|models} of {country}, {single} ({share}) {single#was|were} developed by a single organisation and {joint} ({joint_share}) jointly.",
    policy_all_single: "{n#The one model|All models} of {country} {n#was|were} developed by a single organisation.",
    policy_industry: "Industry took part in {industry} ({share}) of the {n} {n#model|models} of {country}.",
    policy_all_industry: "Industry took part in {n#the one model|all models} of {country}.",
    policy_against_all: "Of all models, {single_share} were developed by a single organisation, and industry took part in {industry_share}.",
    policy_filtered: "Only the models of some countries are counted, so the rank and share of {country} are not given.",
};

/// Countries with their article, words in small letters.
fn in_sentence(labels: &str, name: &str) -> String {
    if labels == "country" && takes_article(name) {
        format!("the {name}")
    } else if is_common(labels) {
        lower_case(name)
    } else {
        name.to_owned()
    }
}

/// Whether the names of a dimension are words, not proper names.
fn is_common(labels: &str) -> bool {
    matches!(labels, "domain" | "task" | "organization-category")
}

/// `Image generation` inside a sentence; `3D modeling`, `OCR` stay as they are.
fn lower_case(name: &str) -> String {
    let words: Vec<String> = name.split(' ').map(lower_case_word).collect();
    words.join(" ")
}

fn is_proper(word: &str) -> bool {
    matches!(word, "Japanese" | "StarCraft" | "Go")
}

fn lower_case_word(word: &str) -> String {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() && !is_proper(word) => {
            first.to_lowercase().chain(word.chars().skip(1)).collect()
        }
        _ => word.to_owned(),
    }
}

fn takes_article(country: &str) -> bool {
    country.starts_with("United ")
        || matches!(country, "Netherlands" | "Philippines" | "Czech Republic")
}

/// A sentence begins with a capital, also where a name put in front
/// does not, and ends in a full stop.
fn finish(item: &mut Item) {
    if let Some(run) = item.runs.last_mut().filter(|run| !run.text.ends_with('.')) {
        run.text.push('.');
    }
    if let Some(run) = item.runs.first_mut() {
        let mut letters = run.text.chars();
        if let Some(first) = letters.next() {
            run.text = first.to_uppercase().chain(letters).collect();
        }
    }
}
