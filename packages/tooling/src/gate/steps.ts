import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../bin/lib/command.mjs';
import { buildPackages } from '../build.ts';
import { checkPublint, checkTypesResolve } from '../checks/package-shape.ts';
import { REPOSITORY_CHECKS } from '../checks/repository.ts';
import { loadEntries } from '../load-entries.ts';
import { canRunOtherNodes, OTHER_NODES, testOtherNode } from '../nodes.ts';
import { packAll } from '../pack.ts';
import { root, tool } from '../paths.ts';
import { runVitest, type Totals, type VitestRun } from '../vitest-run.ts';
import { published, readWorkspace } from '../workspace.ts';
import { refuse } from './failure.ts';
import type { Step } from './scheduler.ts';

export interface GateContext {
  /** Under CI nothing may be left out. */
  readonly ci: boolean;
  /** False when the machine has no browser and none could be installed. */
  readonly browser: boolean;
  /** Told of the tests that a step counted, as soon as they are known. */
  readonly count: (name: string, totals: Totals) => void;
}

/** Every step of `npm test`, the long ones first, so that the two lanes end together. */
export function gateSteps(context: GateContext): Step[] {
  const tests = (vitest: VitestRun) => async () => {
    const totals = await runVitest(vitest);
    context.count(vitest.name, totals);
    return testWords(totals);
  };
  const steps: Step[] = [
    {
      name: 'build',
      title: 'build of the packages',
      run: () => buildPackages().then(countWords('built', 'up to date')),
    },
    { name: 'repository', title: 'layering, texts, licences, notes for users', run: checkRepository },
    {
      name: 'lint',
      title: 'lint and format',
      run: () => node('@biomejs/biome', 'bin/biome', 'check', '--error-on-warnings', '.'),
    },
    { name: 'typecheck', title: 'types', run: () => node('typescript', 'bin/tsc', '-p', 'tsconfig.json') },
    {
      name: 'unused',
      title: 'unused code and dependencies',
      run: () => node('knip', 'bin/knip.js', '--config', 'packages/tooling/knip.config.ts'),
    },
    { name: 'unit', title: 'unit tests', run: tests({ name: 'unit', projects: ['node'] }) },
    {
      name: 'interop',
      title: 'foreign peers, official rules, whole processes',
      run: tests({ name: 'interop', projects: ['interop'] }),
    },
    { name: 'load', title: 'built packages load, ESM and CJS', after: ['build'], run: loadAll },
    { name: 'pack', title: 'archives of the packages (publint, attw)', after: ['build'], run: checkPackages },
    { name: 'size', title: 'size budgets', after: ['build'], run: checkSizes },
    {
      name: 'stories',
      title: 'stories and components in a browser',
      run: tests({ name: 'stories', projects: ['storybook', 'browser'] }),
    },
    { name: 'storybook', title: 'Storybook build', run: () => buildStorybook() },
    {
      name: 'publish',
      title: 'archives in empty projects, npm and pnpm',
      after: ['pack'],
      run: tests({ name: 'publish', projects: ['publish'] }),
    },
    {
      name: 'e2e',
      title: 'journeys of the examples in a browser',
      after: ['build'],
      run: tests({ name: 'e2e', projects: ['e2e'] }),
    },
    ...OTHER_NODES.map((major) => ({
      name: `node${major}`,
      title: `packages and platform tests on Node ${major}`,
      after: ['build', 'unit'],
      run: () => otherNode(major),
    })),
  ];
  const needsBrowser = new Set(['stories', 'e2e']);
  return steps.filter((step) => {
    if (needsBrowser.has(step.name)) return context.browser;
    return !step.name.startsWith('node') || canRunOtherNodes || context.ci;
  });

  async function otherNode(major: number): Promise<string> {
    const { version, totals } = await testOtherNode(major);
    context.count(version, totals);
    return `${testWords(totals)} (${version})`;
  }
}

function testWords(totals: Totals): string {
  const leftOut = totals.leftOut.length === 0 ? '' : `, ${totals.leftOut.length} left out`;
  return `${totals.passed} passed${leftOut}`;
}

function countWords(done: string, nothing: string): (names: readonly string[]) => string {
  return (names) => (names.length === 0 ? nothing : `${names.length} ${done}`);
}

async function node(packageName: string, script: string, ...args: readonly string[]): Promise<undefined> {
  await run(process.execPath, [tool(packageName, script), ...args], { cwd: root });
}

async function checkRepository(): Promise<undefined> {
  refuse(Object.values(REPOSITORY_CHECKS).flatMap((check) => check(root)));
}

async function loadAll(): Promise<undefined> {
  for (const pkg of published(readWorkspace(root))) await loadEntries(pkg);
}

async function checkPackages(): Promise<string> {
  const packages = await packAll();
  const problems = [];
  for (const pkg of packages) problems.push(...(await checkPublint(pkg)), ...(await checkTypesResolve(pkg)));
  refuse(problems);
  return `${packages.length} packed`;
}

async function checkSizes(): Promise<undefined> {
  await run(process.execPath, [tool('size-limit', 'bin.js')], { cwd: join(root, 'packages/tooling') });
}

async function buildStorybook(): Promise<undefined> {
  const args = ['build', '--disable-telemetry', '--quiet', '--output-dir', 'storybook-static'];
  await run(process.execPath, [tool('storybook', 'dist/bin/dispatcher.js'), ...args], {
    cwd: root,
    env: { ...process.env, CI: 'true' },
  });
  if (!existsSync(join(root, 'storybook-static/index.html')))
    throw new Error('storybook-static/index.html was not written');
}
