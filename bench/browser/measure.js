// Runs in every measured page before its own scripts. The clock starts when a
// file is dropped; it is read at the mark `breakdowns-ready`, and the page is
// watched on until it has come to rest.
(() => {
  // Charts follow in tasks of their own when everything else is shown.
  const AFTER = 500;
  // A timer set from a timer comes after 4 ms at the earliest.
  const TIMER = 4;
  // From the moment that a file is held over the page; a hand takes longer.
  const DRAG = 300;
  let current;

  // Whoever blocks the page delays this timer. A message channel would be finer
  // and would take a whole core from what is measured.
  function tick() {
    if (!current) return;
    const now = performance.now();
    const late = now - current.tick - TIMER;
    const phase = current.computed === undefined ? 'reading' : 'showing';
    current.block[phase] = Math.max(current.block[phase], late);
    current.tick = now;
    current.rest ??= isAtRest() ? now : undefined;
    if (current.rest !== undefined && now > current.rest + AFTER) finish();
    else setTimeout(tick, 1);
  }

  // The page tells of a large file once more when it has its fingerprint.
  function isAtRest() {
    if (current.error !== undefined) return true;
    const { detail } = current;
    const main = document.querySelector('main');
    return detail !== undefined && (main === null || (main.ariaBusy === 'false' && detail.source.sha256 !== null));
  }

  function finish() {
    const { begin, rest, computed, error, detail, block, entries, resolve } = current;
    const longest = (type) => Math.max(0, ...entries.filter(({ entryType }) => entryType === type).map(({ duration }) => duration));
    const [task, frame] = [longest('longtask'), longest('long-animation-frame')];
    resolve({
      error,
      computed: computed - begin,
      rest: rest - begin,
      block: Math.max(block.reading, block.showing, task),
      reading: block.reading,
      showing: block.showing,
      task,
      frame,
      detail,
    });
    current = undefined;
  }

  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!current || entry.startTime < current.begin) continue;
      if (entry.entryType !== 'mark') current.entries.push(entry);
      else if (entry.name === 'breakdowns-ready') current.computed ??= entry.startTime;
    }
  });
  observer.observe({ entryTypes: ['longtask', 'long-animation-frame', 'mark'] });

  // Before any listener of the page's.
  addEventListener(
    'drop',
    ({ dataTransfer }) => {
      const begin = performance.now();
      current = { name: dataTransfer.files[0].name, begin, tick: begin, block: { reading: 0, showing: 0 }, entries: [], resolve: window.bench.resolve };
      setTimeout(tick, 1);
    },
    true,
  );
  addEventListener('census:ready', ({ detail }) => {
    if (current && detail.source.name === current.name) current.detail = detail;
  });
  addEventListener('census:error', ({ detail }) => {
    if (current && detail.value === current.name) current.error = JSON.stringify(detail.message);
  });

  window.bench = {
    /** An input of ours: through one, a test can name a file on the disk. */
    prepare() {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'bench-file';
      input.hidden = true;
      document.body.append(input);
    },
    /** Drops the file that was picked there; the promise is of its times. */
    async drop() {
      const [file] = document.querySelector('#bench-file').files;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      const send = (type) => document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
      send('dragenter');
      send('dragover');
      // Nobody drops before having dragged.
      await new Promise((resolve) => setTimeout(resolve, DRAG));
      const result = new Promise((resolve) => (window.bench.resolve = resolve));
      send('drop');
      return result;
    },
  };
})();
