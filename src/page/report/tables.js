// Reads a table of the page as it is shown.

// The table before an element: its rows of texts, the headings first.
export function tableBefore(element) {
  const table = element.previousElementSibling?.querySelector('table');
  const text = (cell) => cell.textContent.replace(/\s+/g, ' ').trim();
  return [...(table?.rows ?? [])].map((row) => [...row.cells].map(text));
}
