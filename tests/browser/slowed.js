// Pages on a machine that is slower than this one. Tests are in processes of their
// own; how slow it is to be they find in the environment.

const VARIABLE = 'CENSUS_TEST_SLOWER';

// How late a worker hears what the page says, for each time that it is slower.
const LATE_MS = 40;

/** Has all suites that are run from now on open pages that are so much slower. */
export function slow(factor) {
  if (factor > 1) process.env[VARIABLE] = String(factor);
}

/** Slows what a context opens, where it was asked for. */
export async function slowed(context) {
  const factor = Number(process.env[VARIABLE] ?? 1);
  if (factor === 1) return;
  await context.addInitScript((late) => {
    globalThis.Worker = class extends Worker {
      postMessage(...said) {
        setTimeout(() => super.postMessage(...said), late);
      }
    };
  }, LATE_MS * factor);
  context.on('page', async (page) => {
    // A page that is closed meanwhile need not be slow.
    const session = await context.newCDPSession(page).catch(() => undefined);
    await session?.send('Emulation.setCPUThrottlingRate', { rate: factor }).catch(() => {});
  });
}
