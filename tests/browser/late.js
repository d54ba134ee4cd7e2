// Pages whose workers hear late. Suites are processes of their own, which find in
// the environment how late.

const VARIABLE = 'CENSUS_TEST_LATE_MS';

/** Has all suites that are run from now on open pages whose workers hear so late. */
export function beLate(ms) {
  if (ms > 0) process.env[VARIABLE] = String(ms);
}

/** Delays what the pages of a context say to their workers, where it was asked for. */
export async function delayed(context) {
  const late = Number(process.env[VARIABLE] ?? 0);
  if (late === 0) return;
  await context.addInitScript((late) => {
    globalThis.Worker = class extends Worker {
      postMessage(...said) {
        setTimeout(() => super.postMessage(...said), late);
      }
    };
  }, late);
}
