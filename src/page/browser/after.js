// What a page needs once it stands: fetched then, so that a first view does not
// wait for it.
import './translated.js';

export { comeTo, layNext } from './places.js';
export { png } from './png.js';
