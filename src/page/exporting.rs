//! Makes each kind of file of what is shown.

use std::sync::Arc;

use wasm_bindgen::prelude::JsValue;

use crate::breakdown::{Draw, Shape};
use crate::document::{
    Block, Cell, ChartKind, Column, Document, Grid, Illustrated, Kind, Picture, Sheet, Workbook,
    about, document, drawing, list_grid, table_grid, verification_grid,
};
use crate::engine::{ModelsAs, Question};
use crate::evidence::{Evidence, Meant};
use crate::export::{csv, evidence_rows, grid_csv, html, json, markdown, problems_csv};
use crate::list::ListId;
use crate::locale::{Language, Text};
use crate::report::Report;
use crate::verification::Verification;

use super::client;
use super::infographic_section::infographic_picture;
use super::office;
use super::picture::{PRINT, on_paper, today};
use super::save::png;
use super::verification_section::{EDITIONS, edition};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Docx,
    Hwpx,
    Html,
    Markdown,
    Xlsx,
    Json,
    ModelsCsv,
    ModelsJsonLines,
    Package,
}

/// A file to be saved.
#[derive(Debug)]
pub(super) struct Made {
    pub name: String,
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

impl Format {
    /// Those of the report as a text.
    pub const REPORTS: [Self; 4] = [Self::Docx, Self::Hwpx, Self::Html, Self::Markdown];
    /// Those of its numbers.
    pub const NUMBERS: [Self; 5] = [
        Self::Xlsx,
        Self::Json,
        Self::ModelsCsv,
        Self::ModelsJsonLines,
        Self::Package,
    ];

    /// Its name.
    pub fn name(self, text: &Text) -> &'static str {
        match self {
            Self::Docx => text.export_docx,
            Self::Hwpx => text.export_hwpx,
            Self::Html => text.export_html,
            Self::Markdown => text.export_markdown,
            Self::Xlsx => text.export_xlsx,
            Self::Json => text.export_json,
            Self::ModelsCsv => text.export_models_csv,
            Self::ModelsJsonLines => text.export_models_jsonl,
            Self::Package => text.export_package,
        }
    }

    /// What it is called in the page.
    pub fn id(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Hwpx => "hwpx",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::ModelsCsv => "models-csv",
            Self::ModelsJsonLines => "models-jsonl",
            Self::Package => "package",
        }
    }

    /// Its type, and how its file is called behind the name.
    fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Docx => (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                ".docx",
            ),
            Self::Hwpx => ("application/hwp+zip", ".hwpx"),
            Self::Html => ("text/html", ".html"),
            Self::Markdown => ("text/markdown", ".md"),
            Self::Xlsx => (
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                ".xlsx",
            ),
            Self::Json => ("application/json", ".json"),
            Self::ModelsCsv => ("text/csv", "-models.csv"),
            Self::ModelsJsonLines => ("application/x-ndjson", "-models.jsonl"),
            Self::Package => ("application/zip", ".zip"),
        }
    }

    /// Makes the file.
    pub async fn make(self, report: Arc<Report>, language: Language) -> Result<Made, JsValue> {
        let making = Making { report, language };
        let bytes = match self {
            Self::Docx => office::write("docx", &making.illustrated().await?).await?,
            Self::Hwpx => office::write("hwpx", &making.illustrated().await?).await?,
            Self::Html => making.html().await?.into_bytes(),
            Self::Markdown => markdown(&making.document()).into_bytes(),
            Self::Xlsx => office::write("xlsx", &making.workbook().await).await?,
            Self::Json => json(&making.report).into_bytes(),
            Self::ModelsCsv => models(ModelsAs::Csv).await.into_bytes(),
            Self::ModelsJsonLines => models(ModelsAs::JsonLines).await.into_bytes(),
            Self::Package => office::write("archive", &making.package().await?).await?,
        };
        let (kind, end) = self.file();
        let source = &making.report.findings.source;
        let date = source.snapshot_date().map(|date| format!("-{date}"));
        let name = format!("model-census{}{end}", date.unwrap_or_default());
        Ok(Made { name, kind, bytes })
    }
}

async fn models(form: ModelsAs) -> String {
    client::ask(Question::Models(form))
        .await
        .unwrap_or_default()
}

struct Making {
    report: Arc<Report>,
    language: Language,
}

impl Making {
    fn document(&self) -> Document {
        document(&self.report, &today(), self.language)
    }

    fn figures(document: &Document) -> Vec<String> {
        let figures = document.blocks.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure.id.clone()),
            _ => None,
        });
        figures.collect()
    }

    /// The charts as the documents have them: captions and notes stand beside.
    async fn charts(
        &self,
        ids: Vec<String>,
    ) -> Result<Vec<(String, crate::export::Picture)>, JsValue> {
        let mut out = Vec::new();
        for id in ids {
            if let Some(drawing) = drawing(&self.report, &id, self.language) {
                out.push((id, on_paper(&drawing, "", &[]).await?));
            }
        }
        Ok(out)
    }

    async fn illustrated(&self) -> Result<Illustrated, JsValue> {
        let document = self.document();
        let mut pictures = Vec::new();
        for (figure, own) in self.charts(Self::figures(&document)).await? {
            let (width, height) = (own.width, own.height);
            pictures.push(Picture {
                figure,
                png: png(&own.svg, (width, height), PRINT).await?,
                width,
                height,
            });
        }
        Ok(Illustrated { document, pictures })
    }

    async fn html(&self) -> Result<String, JsValue> {
        let document = self.document();
        let charts = self.charts(Self::figures(&document)).await?;
        let charts: Vec<(String, String)> =
            charts.into_iter().map(|(id, own)| (id, own.svg)).collect();
        Ok(html(&document, &charts))
    }

    async fn workbook(&self) -> Workbook {
        let (report, language) = (&*self.report, self.language);
        let text = language.text();
        let shape = Shape::default();
        let mut sheets: Vec<Sheet> = Vec::new();
        for (breakdown, table) in report.tables() {
            let Some(table) = table else { continue };
            let grid = table_grid(report, breakdown, table, shape, language);
            let chart = match breakdown.draw {
                Draw::Columns => ChartKind::Columns,
                Draw::Bars => ChartKind::Bars,
            };
            sheets.push(sheet(grid, Some(chart)));
        }
        for list in ListId::ALL {
            sheets.extend(list_grid(report, list, language).map(|grid| sheet(grid, None)));
        }
        if let Some(found) = self.verification().await {
            let grid = verification_grid(report, &found, None, language);
            sheets.push(Sheet {
                name: text.verification_title.to_owned(),
                grid,
                chart: None,
            });
        }
        let all: Option<Evidence> = client::ask(Question::Evidence(Meant::all())).await;
        sheets.extend(all.map(|all| Sheet {
            name: text.models_sheet.to_owned(),
            grid: self.models(&all),
            chart: None,
        }));
        Workbook {
            language,
            title: self.document().title,
            about: about(report, &today(), language),
            about_heading: text.data_title.to_owned(),
            sheets,
        }
    }

    /// The first edition's figures beside these.
    async fn verification(&self) -> Option<Verification> {
        let [first, _] = EDITIONS;
        client::ask(Question::Verify(edition(first).await?)).await
    }

    /// The counted models, as many as an evidence names, with large numbers as
    /// numbers.
    fn models(&self, all: &Evidence) -> Grid {
        let text = self.language.text();
        let mut rows = evidence_rows(all, &self.report.labels, self.language).into_iter();
        let headings = rows.next().unwrap_or_default();
        let is_number =
            |heading: &str| heading == text.training_compute || heading == text.parameters;
        let columns: Vec<Column> = headings
            .into_iter()
            .enumerate()
            .map(|(at, heading)| Column {
                kind: match at {
                    0 => Kind::Label,
                    _ if is_number(&heading) => Kind::Number,
                    _ => Kind::Text,
                },
                heading,
                group: None,
            })
            .collect();
        let rows = rows.map(|row| {
            let cells = row.into_iter().zip(&columns);
            let cells = cells.map(|(text, column)| Cell {
                number: match column.kind {
                    Kind::Number => text.parse().ok(),
                    _ => None,
                },
                text,
            });
            cells.collect()
        });
        Grid {
            id: "models".to_owned(),
            title: text.models_sheet.to_owned(),
            rows: rows.collect(),
            columns,
            ..Grid::default()
        }
    }

    /// Everything: tables, models, definition, diagnostics, report, figures.
    async fn package(&self) -> Result<Vec<(String, Vec<u8>)>, JsValue> {
        let report = &*self.report;
        let document = self.document();
        let mut files: Vec<(String, String)> = vec![
            ("report.md".to_owned(), markdown(&document)),
            ("report.html".to_owned(), self.html().await?),
            ("breakdowns.json".to_owned(), json(report)),
            ("tables.csv".to_owned(), csv(report)),
            ("models.csv".to_owned(), models(ModelsAs::Csv).await),
            ("models.jsonl".to_owned(), models(ModelsAs::JsonLines).await),
            ("definition.json".to_owned(), report.definition.to_json()),
            (
                "diagnostics.csv".to_owned(),
                problems_csv(report, self.language),
            ),
        ];
        if let Some(found) = self.verification().await {
            let grid = verification_grid(report, &found, None, self.language);
            files.push((
                "verification.csv".to_owned(),
                grid_csv(&grid, &document.about),
            ));
        }
        for (id, own) in self.charts(Self::figures(&document)).await? {
            files.push((format!("figures/{id}.svg"), own.svg));
        }
        let picture = infographic_picture(report, self.language).await?;
        files.push(("figures/infographic.svg".to_owned(), picture.svg));
        let readme = crate::export::readme(report, &document, &files);
        files.insert(0, ("README.md".to_owned(), readme));
        let package = crate::export::datapackage(report, &document, &files);
        files.insert(1, ("datapackage.json".to_owned(), package));
        Ok(files
            .into_iter()
            .map(|(path, text)| (path, text.into_bytes()))
            .collect())
    }
}

fn sheet(grid: Grid, chart: Option<ChartKind>) -> Sheet {
    // `<표 1>` and `[그림 2]` without what a sheet's name may not have.
    let name = grid.number.trim_matches(['<', '>', '[', ']']).to_owned();
    Sheet { name, grid, chart }
}
