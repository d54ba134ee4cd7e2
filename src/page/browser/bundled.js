// Where a file that comes with the page is found: beside the page, or within it
// where everything is one file (tools/single-file.js).

export function address(name) {
  return globalThis.censusFiles?.[name] ?? name;
}
