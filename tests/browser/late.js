// Pages whose workers hear late. Suites are processes of their own, which find in
// the environment how late all of theirs do.

const VARIABLE = 'CENSUS_TEST_LATE_MS';

/** Has all suites that are run from now on open pages whose workers hear so late. */
export function beLate(ms) {
  if (ms > 0) process.env[VARIABLE] = String(ms);
}

/** Delays what the pages of a context say to their workers, where it was asked for. */
export async function delayed(context) {
  const late = Number(process.env[VARIABLE] ?? 0);
  if (late > 0) await watchWorkers(context, late);
}

/**
 * Has the pages of a context keep their workers in `window.workers`, which hear
 * as late as `window.late` says: so many milliseconds at first. They hear in order,
 * as workers do.
 */
export async function watchWorkers(context, late = 0) {
  await context.addInitScript((late) => {
    window.workers = [];
    window.late = late;
    window.Worker = class extends Worker {
      waiting = [];
      constructor(...all) {
        super(...all);
        window.workers.push(this);
      }
      postMessage(...all) {
        if (window.late === 0 && this.waiting.length === 0) return super.postMessage(...all);
        this.waiting.push(all);
        setTimeout(() => super.postMessage(...this.waiting.shift()), window.late);
      }
    };
  }, late);
}
