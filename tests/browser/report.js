// What a run of the browser suites says: each test with its time as it ends, why
// one failed and where its picture is, then the slowest tests, what failed and why,
// and the sums last, so that whoever reads the log finds them.
import { inspect } from 'node:util';

const SLOWEST = 10;

// Of a failure's reason, said again at the end; all of it stands where it failed.
const REASON_LINES = 12;

// The sums that node adds to each file.
const SUM = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

const time = (seconds) => `${seconds.toFixed(1)} s`.padStart(8);

/** Why a test failed and where: node wraps what was thrown. */
function reason({ details: { error } }) {
  const { cause = error } = error;
  return (cause?.stack ?? inspect(cause)).replace(/^/gm, '    ');
}

export class Report {
  #begun = performance.now();
  #tests = [];
  #runs = new Map();
  #isSoak;
  #isPart;
  #say;

  /** `times` a suite is run; `isPart`: not all of its tests; `say` gets lines. */
  constructor({ times = 1, isPart = false, say = console.log } = {}) {
    this.#isSoak = times > 1;
    this.#isPart = isPart;
    this.#say = say;
  }

  /** Listens to one run of a suite. */
  suite(name) {
    const begun = performance.now();
    const tests = [];
    const hear = ({ type, data }) => {
      if (type === 'test:stderr' || type === 'test:stdout') this.#say(data.message.trimEnd().replace(/^/gm, '    '));
      if (type === 'test:diagnostic' && !SUM.test(data.message)) this.#say(`    ${data.message}`);
      if ((type !== 'test:pass' && type !== 'test:fail') || data.nesting > 0 || (this.#isPart && data.skip !== undefined)) return;
      const passed = type === 'test:pass' && data.skip === undefined;
      const test = { name: `${name}: ${data.name}`, seconds: data.details.duration_ms / 1000, passed };
      if (type === 'test:fail') test.reason = reason(data);
      tests.push(test);
      if (test.passed && this.#isSoak) return;
      this.#say(`${test.passed ? '  ' : '✗ '}${time(test.seconds)}  ${test.name}`);
      if (test.reason) this.#say(test.reason);
    };
    const end = () => {
      const seconds = (performance.now() - begun) / 1000;
      this.#tests.push(...tests);
      const runs = this.#runs.get(name) ?? [];
      this.#runs.set(name, [...runs, { seconds, passed: tests.every(({ passed }) => passed) && (tests.length > 0 || this.#isPart) }]);
      if (this.#isSoak) this.#say(`${this.#passes(name)}  ${time(seconds)}`);
    };
    return { hear, end };
  }

  #passes(name) {
    const runs = this.#runs.get(name);
    return `${name.padEnd(14)} passed ${runs.filter(({ passed }) => passed).length} of ${runs.length}`;
  }

  /** Says the sums; whether all passed, and there were any. */
  end() {
    const slowest = [...this.#tests].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
    this.#say('\nThe slowest:');
    for (const { name, seconds } of slowest) this.#say(`  ${time(seconds)}  ${name}`);
    this.#say('\nSuites:');
    for (const [name, runs] of this.#runs) {
      const took = runs.map(({ seconds }) => seconds);
      const range = this.#isSoak ? `${time(Math.min(...took))} to ${time(Math.max(...took))}` : time(took[0]);
      this.#say(`  ${range}  ${this.#isSoak ? this.#passes(name) : name}`);
    }
    const failed = this.#tests.filter(({ passed }) => !passed);
    if (failed.length > 0) this.#say('\nFailed:');
    for (const { name, reason = '' } of failed) this.#say(`  ${name}\n${reason.split('\n').slice(0, REASON_LINES).join('\n')}`);
    const runs = [...this.#runs.values()].flat();
    const took = (performance.now() - this.#begun) / 1000;
    this.#say(`\n${this.#tests.length} tests in ${runs.length} runs of suites: ${failed.length} failed, ${time(took).trim()}`);
    return this.#tests.length > 0 && runs.every(({ passed }) => passed);
  }
}
