// npm test [STEP…]: every check and every test, or those that are named. One line a step; of a step that fails, all it said.
import { availableParallelism } from 'node:os';
import { argv, env, stdout } from 'node:process';
import { stepLine } from '../../bin/lib/report.mjs';
import { hasConformance } from '../conformance.ts';
import { DEBIAN_TOOLS, installDebianTools } from '../debian.ts';
import { explain } from '../gate/failure.ts';
import { buildPkcs11Driver } from '../gate/native-driver.ts';
import { type Outcome, runSteps } from '../gate/scheduler.ts';
import { gateSteps } from '../gate/steps.ts';
import { TestsFailed, type Totals } from '../vitest-run.ts';

const ci = env.CI === 'true';
const totals: Totals[] = [];
let otherFailures = 0;

function say(text: string): void {
  stdout.write(`${text}\n`);
}

/** Installs what the machine lacks; says what is left out, which under CI is a failure. */
function prepare(): { browser: boolean } {
  const start = performance.now();
  const missing = installDebianTools();
  say(
    stepLine(
      missing.length === 0 || !ci,
      `programs of the machine: ${Object.keys(DEBIAN_TOOLS).join(' ')}`,
      performance.now() - start,
    ),
  );
  for (const name of missing)
    say(`    left out: the tests that need ${name} (Debian: ${DEBIAN_TOOLS[name].packages.join(', ')})`);
  if (!buildPkcs11Driver())
    say('    left out: the tests of keys in a software HSM (the package pkcs11js could not be compiled)');
  if (!hasConformance)
    say('    left out: the tests that need the official files (SOCLE_CONFORMANCE, or ../shared/conformance)');
  if (ci) otherFailures += missing.length + (hasConformance ? 0 : 1);
  return { browser: !missing.includes('chromium') };
}

function tell(outcome: Outcome): void {
  const { step } = outcome;
  if (outcome.state === 'notRun') {
    say(`  – ${step.title}: not run, since ${outcome.because} failed`);
    return;
  }
  const words = outcome.state === 'passed' && outcome.words !== undefined ? `: ${outcome.words}` : '';
  say(stepLine(outcome.state === 'passed', `${step.title}${words}`, outcome.milliseconds));
  if (outcome.state === 'passed') return;
  say(`\n${explain(outcome.error).trimEnd()}\n`);
  if (outcome.error instanceof TestsFailed) totals.push(outcome.error.totals);
  else otherFailures += 1;
}

/** Under CI a test that did not run is a failure. */
function refuseLeftOut(): void {
  const leftOut = totals.flatMap((total) => total.leftOut);
  if (!ci || leftOut.length === 0) return;
  say(`\n${leftOut.length} tests did not run:\n${[...new Set(leftOut)].map((name) => `  - ${name}`).join('\n')}`);
  otherFailures += leftOut.length;
}

const start = performance.now();
try {
  const { browser } = prepare();
  const wanted = new Set(argv.slice(2));
  const all = gateSteps({ ci, browser, count: (_name, total) => totals.push(total) });
  const unknown = [...wanted].filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(`no step ${unknown.join(', ')}: there are ${all.map((step) => step.name).join(', ')}`);
  const steps = wanted.size === 0 ? all : all.filter((step) => wanted.has(step.name));
  await runSteps(steps, Math.max(2, Math.floor(availableParallelism() / 2)), tell);
  refuseLeftOut();
} catch (error) {
  say(explain(error));
  otherFailures += 1;
}
const passed = totals.reduce((sum, total) => sum + total.passed, 0);
const failed = totals.reduce((sum, total) => sum + total.failed, 0) + otherFailures;
say(stepLine(failed === 0, 'in all', performance.now() - start));
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
