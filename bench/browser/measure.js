// Runs in every measured page before its own scripts: the clock starts when a
// file is picked and stops with the first `census:ready` that names it.
(() => {
  const AFTER = 1000;
  let current;

  // Whoever blocks the page delays this timer. A message channel would be finer
  // and would take a whole core from what is measured.
  function tick() {
    const now = performance.now();
    if (!current) return;
    const gap = now - current.tick;
    if (current.end === undefined || current.tick < current.end) current.block = Math.max(current.block, gap);
    else current.after = Math.max(current.after, gap);
    current.tick = now;
    if (current.end !== undefined && now > current.end + AFTER) finish();
    else setTimeout(tick, 1);
  }

  function finish() {
    const { begin, end, computed, error, detail, long, resolve } = current;
    // A timer set from a timer comes after 4 ms at the earliest.
    const beyond = (gap) => Math.max(0, gap - 4);
    resolve({
      error,
      ready: end - begin,
      computed: computed === undefined ? undefined : computed - begin,
      block: beyond(current.block),
      after: beyond(current.after),
      long: Math.max(0, ...long.filter(({ startTime }) => startTime < end).map(({ duration }) => duration)),
      detail,
    });
    current = undefined;
  }

  new PerformanceObserver((list) => current?.long.push(...list.getEntries())).observe({ type: 'longtask' });

  addEventListener(
    'change',
    ({ target }) => {
      if (target.type !== 'file' || !window.bench.next) return;
      const begin = performance.now();
      current = { name: target.files[0].name, begin, tick: begin, block: 0, after: 0, long: [], resolve: window.bench.next };
      window.bench.next = undefined;
      setTimeout(tick, 1);
    },
    true,
  );

  addEventListener('census:ready', ({ detail }) => {
    if (!current || current.end !== undefined || detail.source.name !== current.name) return;
    current.end = performance.now();
    current.detail = detail;
    // A page may say when the numbers were there, which is before they are drawn.
    current.computed = performance
      .getEntriesByName('breakdowns-computed')
      .map(({ startTime }) => startTime)
      .find((time) => time >= current.begin);
  });

  addEventListener('census:error', ({ detail }) => {
    if (!current || detail.value !== current.name) return;
    current.end = performance.now();
    current.error = JSON.stringify(detail.message);
  });

  window.bench = {
    /** To be called before a file is picked; the promise is of its times. */
    expect() {
      window.bench.result = new Promise((resolve) => (window.bench.next = resolve));
    },
  };
})();
