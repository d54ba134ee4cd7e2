// The page's WebAssembly module, compiled once for the page and its worker.
import address from '#built/model_census_bg.wasm?url';

let compiling;

export function compiled() {
  compiling ??= compile();
  return compiling;
}

async function compile() {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  const isTyped = response.headers.get('Content-Type') === 'application/wasm';
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
