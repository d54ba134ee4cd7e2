//! Numbers as every reader takes them.
//!
//! rust_xlsxwriter writes all digits of a number (2e25 as 2 and 25 zeros), which
//! readers take for a whole number, and then have none that is so large.

use crate::NotWritten;
use crate::archive::{archive, parts};

/// A whole number of more digits is not exact in a spreadsheet.
const DIGITS: usize = 15;

/// A workbook whose large numbers have exponents (`2E+25`), as Excel writes them.
pub(super) fn exponents(workbook: &[u8]) -> Result<Vec<u8>, NotWritten> {
    let mut parts = parts(workbook)?;
    for (path, bytes) in &mut parts {
        if path.starts_with("xl/worksheets/sheet") {
            *bytes = exponents_in(&String::from_utf8_lossy(bytes)).into_bytes();
        }
    }
    archive(&parts)
}

fn exponents_in(sheet: &str) -> String {
    const OPEN: &str = "<v>";
    let mut values = sheet.split(OPEN);
    let mut out = values.next().unwrap_or_default().to_owned();
    for value in values {
        out += OPEN;
        let (number, rest) = value.split_once('<').unwrap_or((value, ""));
        let digits = number.trim_start_matches('-');
        let is_long = digits.len() > DIGITS && digits.bytes().all(|c| c.is_ascii_digit());
        match number.parse::<f64>() {
            Ok(number) if is_long => out += &format!("{number:E}").replace('E', "E+"),
            _ => out += number,
        }
        out.push('<');
        out += rest;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_numbers_that_no_integer_holds_get_an_exponent() {
        let sheet = "<row><c><v>20000000000000000000000000</v></c><c><v>41</v></c>\
                     <c><v>-123456789012345678</v></c><c><v>0.4444444444444444</v></c>\
                     <c t=\"s\"><v>999999999999999</v></c></row>";
        assert_eq!(
            exponents_in(sheet),
            "<row><c><v>2E+25</v></c><c><v>41</v></c>\
             <c><v>-1.2345678901234568E+17</v></c><c><v>0.4444444444444444</v></c>\
             <c t=\"s\"><v>999999999999999</v></c></row>"
        );
        assert_eq!(exponents_in("<sheetData/>"), "<sheetData/>");
    }
}
