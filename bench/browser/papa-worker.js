// Papa Parse reading the file in chunks, in this worker: its own `worker: true`
// would send every row to the page's thread. A classic worker, since Papa Parse
// is no module.
importScripts('../modules/papaparse.min.js');

const starting = Promise.all([
  import('./breakdowns.js'),
  fetch('../../definitions/is-178.json').then((response) => response.json()),
]);

addEventListener('message', async ({ data: { file } }) => {
  const [{ Breakdowns }, definition] = await starting;
  let breakdowns = null;
  self.Papa.parse(file, {
    skipEmptyLines: true,
    chunk({ data }) {
      let first = 0;
      if (breakdowns === null) {
        breakdowns = new Breakdowns(definition, data[0], file.name);
        first = 1;
      }
      for (let at = first; at < data.length; at += 1) breakdowns.take(data[at]);
    },
    complete: () => postMessage(breakdowns.finish()),
  });
});
starting.then(() => postMessage('ready'));
