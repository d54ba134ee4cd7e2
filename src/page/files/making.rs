//! Makes each kind of file of what is shown.

use std::sync::Arc;

use wasm_bindgen::prelude::JsValue;

use crate::document::{
    Annexes, Block, Document, Illustrated, Picture, Workbook, document_with, drawing,
    verification_grid, workbook,
};
use crate::engine::ask;
use crate::export::{
    Format, Made, ModelsAs, Office, csv, datapackage, grid_rows_csv, html, json_written, markdown,
    problems_csv, readme,
};
use crate::locale::Language;
use crate::page::address::EDITIONS;
use crate::page::beyond::edition;
use crate::page::browser::{png, today};
use crate::page::chart::{PRINT, on_paper};
use crate::page::engine::client;
use crate::page::report::infographic_picture;
use crate::report::Report;
use crate::verification::Verification;

use super::office;

/// A file to be saved.
#[derive(Debug)]
pub(super) struct SavedFile {
    pub name: String,
    pub media: &'static str,
    pub bytes: Vec<u8>,
}

/// Makes a file of what is shown, with these chapters more.
pub(super) async fn made(
    format: &'static Format,
    report: Arc<Report>,
    annexes: Annexes,
    language: Language,
) -> Result<SavedFile, JsValue> {
    let making = Making {
        report,
        annexes,
        language,
    };
    let bytes = match format.made {
        Made::Text(write) => write(&making.report, &today(), language).into_bytes(),
        Made::Models(form) => models(form).await.into_bytes(),
        Made::Markdown => markdown(&making.document()).into_bytes(),
        Made::Html => making.html().await?.into_bytes(),
        Made::Office(Office::Docx) => office::write("docx", &making.illustrated().await?).await?,
        Made::Office(Office::Hwpx) => office::write("hwpx", &making.illustrated().await?).await?,
        Made::Office(Office::Xlsx) => office::write("xlsx", &making.workbook().await).await?,
        Made::Office(Office::Package) => office::write("archive", &making.package().await?).await?,
    };
    let source = &making.report.findings.source;
    let date = source.snapshot_date().map(|date| format!("-{date}"));
    let ending = format.ending;
    Ok(SavedFile {
        name: format!("model-census{}{ending}", date.unwrap_or_default()),
        media: format.media,
        bytes,
    })
}

async fn models(form: ModelsAs) -> String {
    let written = today();
    let models = client::ask(ask::ModelsFile { form, written }).await;
    models.unwrap_or_default()
}

struct Making {
    report: Arc<Report>,
    annexes: Annexes,
    language: Language,
}

impl Making {
    fn document(&self) -> Document {
        document_with(&self.report, &today(), &self.annexes, self.language)
    }

    fn figures(document: &Document) -> Vec<String> {
        let figures = document.blocks.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure.id.clone()),
            _ => None,
        });
        figures.collect()
    }

    /// The charts as the documents have them: captions and notes stand beside.
    async fn charts(&self, ids: Vec<String>) -> Result<Vec<Chart>, JsValue> {
        let mut out = Vec::new();
        let mut more = self.annexes.drawings(&self.report, self.language);
        for id in ids {
            let own = more.iter().position(|(own, _)| *own == id);
            let drawing = match own {
                Some(at) => Some(more.swap_remove(at).1),
                None => drawing(&self.report, &id, self.language),
            };
            if let Some(drawing) = drawing {
                out.push((id, on_paper(&drawing, "", &[]).await?));
            }
        }
        Ok(out)
    }

    async fn illustrated(&self) -> Result<Illustrated, JsValue> {
        let document = self.document();
        let charts = self.charts(Self::figures(&document)).await?;
        Ok(Illustrated {
            pictures: pictures(&charts).await?,
            document,
        })
    }

    async fn html(&self) -> Result<String, JsValue> {
        let document = self.document();
        let charts = self.charts(Self::figures(&document)).await?;
        Ok(html(&document, &drawn(&charts)))
    }

    async fn workbook(&self) -> Workbook {
        let found = self.verification().await;
        let all = client::ask(ask::Counted).await.ok();
        let (found, all) = (found.as_ref(), all.as_ref());
        let annexes = &self.annexes;
        workbook(&self.report, &today(), found, all, annexes, self.language)
    }

    /// The first edition's figures beside these.
    async fn verification(&self) -> Option<Verification> {
        let [first, _] = EDITIONS;
        client::ask(ask::Verify(edition(first.id).await?))
            .await
            .ok()
    }

    /// Everything: the report in every format, tables, models, definition,
    /// diagnostics, figures.
    async fn package(&self) -> Result<Vec<(String, Vec<u8>)>, JsValue> {
        let (report, language) = (&*self.report, self.language);
        let document = self.document();
        let charts = self.charts(Self::figures(&document)).await?;
        let illustrated = Illustrated {
            pictures: pictures(&charts).await?,
            document,
        };
        let document = &illustrated.document;
        let mut files = vec![
            file("report.docx", office::write("docx", &illustrated).await?),
            file("report.hwpx", office::write("hwpx", &illustrated).await?),
            file("report.html", html(document, &drawn(&charts))),
            file("report.md", markdown(document)),
            file(
                "tables.xlsx",
                office::write("xlsx", &self.workbook().await).await?,
            ),
            file("breakdowns.json", json_written(report, &today())),
            file("tables.csv", csv(report)),
            file("models.csv", models(ModelsAs::Csv).await),
            file("models.jsonl", models(ModelsAs::JsonLines).await),
            file("definition.json", report.definition.to_json()),
            file(
                "diagnostics.csv",
                // README.md says what they are of.
                problems_csv(report, &[], language),
            ),
        ];
        if let Some(found) = self.verification().await {
            let grid = verification_grid(report, &found, None, language);
            files.push(file("verification.csv", grid_rows_csv(&grid)));
        }
        for grid in self.annexes.grids(report, language) {
            files.push(file(&format!("{}.csv", grid.id), grid_rows_csv(&grid)));
        }
        for (id, own) in charts {
            files.push(file(&format!("figures/{id}.svg"), own.svg));
        }
        let picture = infographic_picture(report, language).await?;
        files.push(file("figures/infographic.svg", picture.svg));
        let readme = readme(report, document, &files);
        files.insert(0, file("README.md", readme));
        let package = datapackage(report, document, &files);
        files.insert(1, file("datapackage.json", package));
        Ok(files)
    }
}

/// A figure's id and its chart.
type Chart = (String, crate::export::Picture);

/// As HTML has them.
fn drawn(charts: &[Chart]) -> Vec<(String, String)> {
    let charts = charts.iter();
    charts
        .map(|(id, own)| (id.clone(), own.svg.clone()))
        .collect()
}

/// As offices have them.
async fn pictures(charts: &[Chart]) -> Result<Vec<Picture>, JsValue> {
    let mut out = Vec::new();
    for (figure, own) in charts {
        let (width, height) = (own.width, own.height);
        out.push(Picture {
            figure: figure.clone(),
            png: png(&own.svg, (width, height), PRINT).await?,
            width,
            height,
        });
    }
    Ok(out)
}

fn file(path: &str, content: impl Into<Vec<u8>>) -> (String, Vec<u8>) {
    (path.to_owned(), content.into())
}
