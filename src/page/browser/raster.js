// Makes a PNG file of an SVG document (png.js), by what a page fetches once it stands.
export const toPng = (...asked) => import('./after.js').then(({ png }) => png(...asked));
