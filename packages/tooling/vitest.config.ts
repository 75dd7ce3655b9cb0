import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { workspaceSources } from './src/workspace-sources.ts';

export { workspaceSources };

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * What may differ from one version of Node to another: sockets, TLS, streams, keys, processes. The rest is plain JavaScript that the
 * version of the gate has run already.
 */
const platformTests = [
  'packages/wire/test/{c14n,certificate,dsig,http,multipart,pkcs11,tls}/**/*.test.ts',
  'packages/{vihf,dmp}/test/**/*.test.ts',
  'packages/ins/test/{client,e2e}/**/*.test.ts',
  'packages/sandbox/test/insi/**/*.test.ts',
  'packages/sandbox/test/{pki,sandbox,dmp-state,dmp-large}.test.ts',
  'packages/gateway/test/{http,stream,node-dmp,node-services,sandbox,sandbox-dmp}.test.ts',
  'packages/cli/test/*online*.test.ts',
  // What they compile to leans on the regular expressions and the module loader of the platform.
  'packages/schematron/test/{regex,pack,validate}/**/*.test.ts',
];

const nodeProject: TestProjectConfiguration = {
  plugins: [workspaceSources()],
  test: {
    name: 'node',
    root,
    environment: 'node',
    include:
      process.env['SOCLE_TESTS'] === 'platform'
        ? platformTests
        : ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.browser.test.ts', 'packages/interop/**', 'packages/*/test/heavy/**'],
    // Wide, and a second chance: real sockets and time-outs, while the gate shares two cores with a browser.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: process.env['CI'] === 'true' ? 1 : 0,
    // The files share nothing but modules, and loading the modules for each costs half as much as the tests.
    isolate: false,
    setupFiles: [join(root, 'packages/tooling/src/no-leak.setup.ts')],
  },
};

/** Names after `--project`. The browser projects are loaded only when wanted: their plugins start Storybook. */
const asked = process.argv.flatMap((argument, index, all) =>
  argument === '--project' ? [all[index + 1] ?? ''] : argument.startsWith('--project=') ? [argument.slice(10)] : [],
);
const wants = (name: string): boolean => asked.length === 0 || asked.includes(name);

/** Foreign peers and long tests of whole processes: once a gate, not once for each version of Node. */
const peerProject: TestProjectConfiguration = {
  plugins: [workspaceSources()],
  test: {
    name: 'interop',
    root,
    environment: 'node',
    include: ['packages/interop/test/**/*.test.ts', 'packages/*/test/heavy/**/*.test.ts'],
    // Each starts a server, a Java machine or a child with its memory measured: one at a time.
    fileParallelism: false,
    retry: process.env['CI'] === 'true' ? 1 : 0,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    setupFiles: [join(root, 'packages/tooling/src/no-leak.setup.ts')],
  },
};

/** Tests of what is built, without the sources: the archives in empty projects, and the examples in a browser. */
const builtProjects: Readonly<Record<string, TestProjectConfiguration>> = {
  publish: {
    test: {
      name: 'publish',
      root,
      include: ['packages/tooling/publish/**/*.test.ts'],
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  },
  e2e: {
    test: {
      name: 'e2e',
      root,
      include: ['examples/*/e2e/**/*.test.ts'],
      globalSetup: [join(root, 'examples/cabinet/e2e/build.ts'), join(root, 'examples/controle/e2e/build.ts')],
      // One browser and one simulator at a time, and the modules of the server loaded once.
      fileParallelism: false,
      isolate: false,
      retry: process.env['CI'] === 'true' ? 1 : 0,
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  },
};

export default defineConfig(async () => {
  const projects: TestProjectConfiguration[] = wants('node') ? [nodeProject] : [];
  // They are slow and want a build, so a bare `vitest run` leaves them out.
  for (const [name, project] of Object.entries(builtProjects)) if (asked.includes(name)) projects.push(project);
  if (asked.includes('interop')) projects.push(peerProject);
  if (wants('storybook') || wants('browser')) {
    const { browserProject, storybookProject } = await import('./src/browser-projects.ts');
    if (wants('browser')) projects.push(browserProject());
    if (wants('storybook')) projects.push(await storybookProject());
  }
  return { root, test: { projects } };
});
