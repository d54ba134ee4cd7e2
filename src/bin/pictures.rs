//! `pictures FOLDER [SITE]`: a static picture of every view, of what a first
//! visit shows, a page for each, and descriptions of them by oEmbed.
//!
//! ECharts draws them, beside this program (tools/pictures.js): each chart goes
//! out as a line of JSON, its SVG comes back as one.

use std::io::{BufRead as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use model_census::breakdown::{BREAKDOWNS, Shape};
use model_census::chart::{self, ColourBy, Look};
use model_census::dataset::{self, native_decoders};
use model_census::definition::Definition;
use model_census::document::{About, form_number};
use model_census::engine::{Engine, View};
use model_census::export::{
    EmbedCode, LINK_PICTURE, Picture, VIEW_STYLE, ViewPage, framed, infographic,
    infographic_charts, lines_below, usual_height,
};
use model_census::list::ListId;
use model_census::locale::{Labels, Language, share};
use model_census::report::Report;

const SNAPSHOT: &str = "large-scale-models-2024-07-16.csv";
const BYTES: &[u8] = include_bytes!("../../public/data/large-scale-models-2024-07-16.csv");
const DEFINITION: &str = include_str!("../../public/definitions/is-178.json");
const LABELS: &str = include_str!("../../public/data/labels.json");

/// The width of a picture's chart, 160 mm, and of an embedded frame.
const COLUMN: u32 = 605;
const FRAME: u32 = 680;

/// The view that is the page itself.
const WHOLE: &str = "report";

/// What is made when the page is built is the same on any day.
const UNDATED: About = About {
    written: String::new(),
};

type Failed = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_default();
    match write(Path::new(&folder), &arguments.next().unwrap_or_default()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where standard error is closed there is nobody left to tell.
            let _ = writeln!(std::io::stderr(), "pictures: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path, site: &str) -> Result<(), Failed> {
    let definition = Definition::parse(DEFINITION).map_err(|error| format!("{error:?}"))?;
    let definition = Arc::new(definition);
    let mut engine = Engine::new(Arc::clone(&definition), Labels::parse(LABELS)?);
    // The day of the snapshot stands for today: the pictures are the same
    // whenever they are made.
    let options = engine.options(
        dataset::PartialDate::in_file_name(SNAPSHOT),
        native_decoders,
    );
    let dataset = dataset::read(BYTES, SNAPSHOT, &options).map_err(|error| format!("{error:?}"))?;
    let period = definition.period.over(&dataset);
    engine.keep(dataset);
    engine.look(View {
        period: Some(period),
        ..View::default()
    });
    let report = engine.report().ok_or("nothing was read")?;
    for part in ["pictures", "views", "oembed"] {
        std::fs::create_dir_all(folder.join(part))?;
    }
    std::fs::write(folder.join("views/view.css"), VIEW_STYLE)?;
    for language in Language::ALL {
        let tag = language.tag();
        for (view, title, picture) in pictures(&report, language)? {
            let path = format!("pictures/{view}.{tag}.svg");
            std::fs::write(folder.join(&path), &picture.svg)?;
            let page = ViewPage {
                view: &view,
                title: &title,
                picture: &picture,
                site,
                language,
            };
            // The whole page is its own.
            if view != WHOLE {
                let html = page.html(&report, &UNDATED);
                std::fs::write(folder.join(format!("views/{view}.{tag}.html")), html)?;
            }
            // By the standard the addresses in it are whole ones.
            if !site.is_empty() {
                let json = oembed(site, &view, &title, language)?;
                std::fs::write(folder.join(format!("oembed/{view}.{tag}.json")), json)?;
            }
        }
    }
    Ok(())
}

/// Every view's id, title and picture.
fn pictures(report: &Report, language: Language) -> Result<Vec<(String, String, Picture)>, Failed> {
    let look = Look {
        language,
        ..Look::default()
    };
    let mut drawings = Vec::new();
    for breakdown in BREAKDOWNS {
        if let Some(table) = report.table(breakdown.id) {
            let title = report.title(breakdown, language);
            let title = format!("{} {title}", form_number(breakdown.form, language));
            let drawing = chart::breakdown(report, breakdown, table, Shape::default(), look);
            drawings.push((breakdown.id, title, drawing));
        }
    }
    for list in ListId::ALL {
        let title = report.list_title(list, language);
        let title = format!("{} {title}", form_number(list.form(), language));
        let drawing = chart::list(report, list, ColourBy::default(), look);
        drawings.push((list.id(), title, drawing));
    }
    let mut all = Vec::new();
    for (id, title, drawing) in drawings {
        let svg = draw(&drawing.option(), COLUMN, drawing.height)?;
        let notes = lines_below(report, &drawing, &UNDATED, language);
        let picture = framed(&svg, COLUMN, drawing.height, &title, &notes);
        all.push((id.to_owned(), title, picture));
    }
    let mut charts = Vec::new();
    for own in infographic_charts(report, language) {
        charts.push((own.id, draw(&own.option, own.width, own.height)?));
    }
    let page = infographic(report, &charts, &UNDATED, language);
    let title = language.text().infographic_title;
    all.push(("infographic".to_owned(), title.to_owned(), page.clone()));
    // What has no picture of its own is summed up there.
    let wholes = [
        ("summary", language.text().summary),
        (WHOLE, share(language).whole_page),
    ];
    for (view, title) in wholes {
        all.push((view.to_owned(), title.to_owned(), page.clone()));
    }
    Ok(all)
}

/// What ECharts makes of an option object.
fn draw(option: &str, width: u32, height: u32) -> Result<String, Failed> {
    let mut out = std::io::stdout().lock();
    let chart = serde_json::json!({ "option": option, "width": width, "height": height });
    writeln!(out, "{chart}")?;
    out.flush()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(serde_json::from_str(&line)?)
}

/// What a system that knows oEmbed puts into its page.
fn oembed(site: &str, view: &str, title: &str, language: Language) -> Result<String, Failed> {
    let code = EmbedCode {
        site: site.to_owned(),
        view: view.to_owned(),
        title: title.to_owned(),
        parameters: vec![("lang".to_owned(), language.tag().to_owned())],
        height: usual_height(view, language, FRAME),
        picture: None,
        language,
    };
    let said = serde_json::json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Model Census",
        "provider_url": site,
        "html": code.frame(),
        "width": FRAME,
        "height": code.height,
        "thumbnail_url": format!("{site}pictures/{view}.{}.png", language.tag()),
        "thumbnail_width": LINK_PICTURE.0,
        "thumbnail_height": LINK_PICTURE.1,
    });
    Ok(serde_json::to_string_pretty(&said)? + "\n")
}
