// The page's WebAssembly module, compiled once for the page and its worker.
import address from '#built/model_census_bg.wasm?url';
import { compileIntact } from '../browser/intact.js';

let compiling;

export function compiled() {
  compiling ??= compileIntact(address);
  return compiling;
}
