// Serves one engine: what a page asks of it, in the worker and, where none can
// start, in the page. What is read and offered stands beside what is shown until
// it is taken, so that whatever comes too late changes nothing.
import { Hasher } from '#wasm';
import { CANCELLED, fingerprint, read, readBeside, readOthers, statements } from './reading.js';

// `anew()` makes a host; `pause` is awaited between the parts of a file; `tell`
// is given {contract, number} once an answer is taken, and again once its
// fingerprint is known.
export function serve(anew, { pause, tell }) {
  const host = anew();
  // The read that was asked for last: another ends those before it.
  let latest = CANCELLED;
  // What was read and is not shown yet, what was offered, and what is shown.
  let aside;
  let offered;
  let shown = {};
  // One record is looked for after the other.
  let looked = Promise.resolve();

  // After the numbers the contract, and last the fingerprint of a large file;
  // between its parts other questions are answered.
  const follow = async (late, isHushed) => {
    await pause?.();
    if (!isHushed) tell({ contract: host.contract(), number: shown.number });
    if (late === undefined) return;
    const { list } = shown;
    const isOver = () => shown.list !== list;
    const sha256 = await fingerprint(new Hasher(), late, { isOver, pause });
    if (sha256 === undefined) return;
    host.setSha256(sha256);
    tell({ contract: host.contract(), number: shown.number });
  };

  return {
    know: ({ countries }) => host.know(countries),
    knowLists: ({ lists, today }) => host.knowLists(lists, today),
    beside: ({ request }) => readBeside(host, anew(), request, { pause }),
    answer: ({ question }) => host.answer(question),
    // All that the shown file, or a table that came with it, says of a record.
    statements({ list, record }) {
      const look = () => statements(host, shown, list, record, { pause });
      looked = looked.then(look, look);
      return looked;
    },
    // Reads a file beside the one that is shown.
    async read({ request }, progress) {
      latest = request;
      aside = undefined;
      const isOver = () => latest !== request;
      const { late, ...answer } = await read(host, request, { isOver, pause, progress });
      if (answer.table !== undefined) {
        const { kept, rivals } = await readOthers(host, anew, request, answer.table, { isOver, pause });
        if (isOver()) return CANCELLED;
        answer.table.rivals = rivals;
        aside = { number: request.number, late, table: answer.table.blob, archive: request, tables: kept };
      }
      return answer;
    },
    // The findings that would be shown next: of the list that was read by a
    // number, or of the one that is shown.
    offer({ number, list, question }) {
      offered = undefined;
      if (list !== undefined && aside?.number !== list) throw new Error('The list is gone.');
      const findings = host.answer(question);
      const { table, archive, tables } = list === undefined ? shown : aside;
      offered = { number, list, late: list === undefined ? undefined : aside.late, table, archive, tables };
      return findings;
    },
    // Shows what was offered; `isHushed` where that is published already.
    async take({ number, isHushed }) {
      if (offered?.number !== number) return;
      const { late, list, ...file } = offered;
      host.take();
      shown = { ...file, number, list: list ?? shown.list };
      if (list !== undefined) aside = undefined;
      offered = undefined;
      void follow(late, isHushed);
    },
    // Nobody needs the list of this number any longer.
    giveUp({ number }) {
      if (latest.number === number) latest = CANCELLED;
      if (aside?.number !== number) return;
      aside = undefined;
      host.forget();
    },
  };
}
