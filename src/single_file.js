// Starts the page where all of it is one file (tools/single-file.js): every file
// stands packed in an element of its own and gets an address in memory, which
// the page and its workers find in `censusFiles` by the file's name.
import { sayNotStarted } from './page/not_started.js';

async function unpack(element) {
  const { name, type } = element.dataset;
  const packed = Uint8Array.from(atob(element.textContent), (char) => char.charCodeAt(0));
  element.remove();
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const blob = await new Response(stream, { headers: { 'Content-Type': type } }).blob();
  return { name, blob };
}

async function start() {
  const elements = [...document.querySelectorAll('script[data-name]')];
  const unpacked = await Promise.all(elements.map(unpack));
  const isScript = ({ blob }) => blob.type === 'text/javascript';
  const addresses = (files) => files.map(({ name, blob }) => [name, URL.createObjectURL(blob)]);
  const data = Object.fromEntries(addresses(unpacked.filter((file) => !isScript(file))));
  // A worker has globals of its own.
  const preamble = `globalThis.censusFiles??=${JSON.stringify(data)};\n`;
  const scripts = unpacked
    .filter(isScript)
    .map(({ name, blob }) => ({ name, blob: new Blob([preamble, blob], { type: blob.type }) }));
  globalThis.censusFiles = { ...data, ...Object.fromEntries(addresses(scripts)) };
  await import(/* @vite-ignore */ globalThis.censusFiles.start);
}

start().catch(sayNotStarted);
