// Numbers that can be opened bear `data-meant`: one listener serves them all.
// In a table they are one stop of the Tab key; arrows walk from one to the next.

export function watch(open) {
  document.addEventListener('click', (event) => {
    const number = event.target.closest?.('[data-meant]');
    if (number) open(number.dataset.meant);
  });
  document.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    const from = event.target.closest?.('table [data-meant]');
    if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = next(from, step);
    if (to === undefined) return;
    event.preventDefault();
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  });
}

const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

// The nearest number in that direction.
function next(from, [down, right]) {
  const cell = from.closest('td, th');
  const rows = [...cell.closest('table').rows];
  let at = rows.indexOf(cell.parentElement);
  let column = cell.cellIndex;
  for (;;) {
    at += down;
    column += right;
    const row = rows[at];
    if (row === undefined || column < 0 || column >= row.cells.length) return undefined;
    const number = row.cells[column].querySelector('[data-meant]');
    if (number) return number;
  }
}
