// Hands the dropped file to the worker that the address names, and tells of the
// result with the mark and the event of the page, so that all are measured
// alike.
const contender = new URLSearchParams(location.search).get('contender');

if (contender === 'empty') {
  document.documentElement.dataset.ready = '';
} else {
  const worker = new Worker(`${contender}-worker.js`, { type: contender === 'papa' ? 'classic' : 'module' });
  let name;
  worker.addEventListener('message', ({ data }) => {
    if (data === 'ready') {
      document.documentElement.dataset.ready = '';
      return;
    }
    performance.mark('breakdowns-ready');
    dispatchEvent(new CustomEvent('census:ready', { detail: { ...data, source: { name } } }));
  });
  worker.addEventListener('error', ({ message }) => {
    dispatchEvent(new CustomEvent('census:error', { detail: { value: name, message } }));
  });
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    name = file.name;
    worker.postMessage({ file });
  });
}
