// What all suites of a run use together: a Chromium, a host of dist/ and the
// command line program. run.js starts them and names them to the suites; a suite
// that is run alone starts its own.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

// What Chromium is to leave out. Of two such switches it hears the last: those of
// Playwright that concern these pages, and two pages that every window makes for its
// address bar, which cost as much as an empty tab.
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const LAUNCH = {
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${WITHOUT}`,
  ],
};

/** A Chromium of one's own. */
export const launch = () => chromium.launch(LAUNCH);

async function serve() {
  // Only where it is needed: it takes a second of every process.
  const { preview } = await import('vite');
  const server = await preview({
    root,
    logLevel: 'warn',
    // Any free port; with the same headers as `make serve`.
    preview: { host: '127.0.0.1', port: 0, strictPort: true, open: false },
  });
  return { url: `http://127.0.0.1:${server.httpServer.address().port}/`, stop: () => server.close() };
}

/** Has cargo decide whether the program is up to date, and say where it is. */
function buildCensus() {
  const build = spawnSync('cargo', ['build', '--features', 'ssr', '--quiet', '--bin', 'census', '--message-format=json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (build.status !== 0) throw new Error(`census does not compile:\n${build.stderr}`);
  return build.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .find((message) => message.executable && message.target?.name === 'census').executable;
}

/** Starts all three for the suites that this process runs; returns what stops them. */
export async function share() {
  // Who stops this process stops it at once; the browser ends with it.
  const browser = await chromium.launchServer({ ...LAUNCH, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
  let isOver = false;
  browser.on('close', (code) => {
    if (!isOver) console.error(`Chromium ended by itself (${code}): every test after that fails.`);
  });
  const site = await serve();
  Object.assign(process.env, { SUITES_BROWSER: browser.wsEndpoint(), SUITES_SITE: site.url, SUITES_CENSUS: censusCommand() });
  return () => {
    isOver = true;
    return Promise.all([browser.close(), site.stop()]);
  };
}

const { SUITES_BROWSER, SUITES_SITE, SUITES_CENSUS } = process.env;

/** The Chromium of the run; closing it closes what this process opened in it. */
export const sharedBrowser = () => (SUITES_BROWSER ? chromium.connect(SUITES_BROWSER) : launch());

/** The host of dist/: `{url, stop()}`. */
export const sharedSite = async () => (SUITES_SITE ? { url: SUITES_SITE, stop() {} } : serve());

/** The path of the command line program. */
export const censusCommand = () => SUITES_CENSUS ?? buildCensus();
