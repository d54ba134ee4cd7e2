// Keeps and reads the data beside the page: the same WebAssembly module, run a
// second time. client.js talks to it.
import init, { fetchEngine, Hasher, Host } from '#wasm';
import { CANCELLED, fingerprint, read, readBeside } from './reading.js';

let host;
// An engine of its own for a file that is read beside the one that is kept.
let anew;
// The read that is asked for last: another ends those before it.
let latest = CANCELLED;

const answers = {
  async start({ module, definition, labels }) {
    await init({ module_or_path: module });
    await fetchEngine();
    anew = () => new Host(definition, labels);
    host = anew();
  },
  know: ({ countries }) => host.know(countries),
  knowLists: ({ lists, today }) => host.knowLists(lists, today),
  beside: ({ request }) => readBeside(host, anew(), request, {}),
  cancel() {
    latest = CANCELLED;
  },
  findings: ({ question }) => ({ findings: host.answer(question) }),
  answer: ({ question }) => host.answer(question),
  read(question) {
    latest = question;
    const progress = (progress) => postMessage({ id: question.id, progress });
    return read(host, question, { isOver: () => latest !== question, progress });
  },
};

// After the numbers the contract, and last the fingerprint of a large file;
// between the parts of a file other questions are answered.
async function follow(question, late) {
  postMessage({ contract: host.contract() });
  if (late === undefined) return;
  const isOver = () => latest !== question;
  const sha256 = await fingerprint(new Hasher(), late, { isOver });
  if (sha256 === undefined) return;
  host.setSha256(sha256);
  postMessage({ contract: host.contract() });
}

addEventListener('message', async ({ data: question }) => {
  const { id, ask } = question;
  try {
    const value = await answers[ask](question);
    const bytes = value?.findings ?? value;
    postMessage({ id, value }, bytes instanceof Uint8Array ? [bytes.buffer] : []);
    if (value?.findings) await follow(question, value.late);
  } catch (error) {
    postMessage({ id, failed: String(error?.message ?? error) });
  }
});
