import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { workspaceSources } from './src/workspace-sources.ts';

export { workspaceSources };

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const nodeProject: TestProjectConfiguration = {
  plugins: [workspaceSources()],
  test: {
    name: 'node',
    root,
    environment: 'node',
    include: ['packages/*/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
    testTimeout: 20_000,
    setupFiles: [join(root, 'packages/tooling/src/no-leak.setup.ts')],
  },
};

/** Names after `--project`. The browser projects are loaded only when wanted: their plugins start Storybook. */
const asked = process.argv.flatMap((argument, index, all) =>
  argument === '--project' ? [all[index + 1] ?? ''] : argument.startsWith('--project=') ? [argument.slice(10)] : [],
);
const wants = (name: string): boolean => asked.length === 0 || asked.includes(name);

export default defineConfig(async () => {
  const projects: TestProjectConfiguration[] = wants('node') ? [nodeProject] : [];
  if (wants('storybook') || wants('browser')) {
    const { browserProject, storybookProject } = await import('./src/browser-projects.ts');
    if (wants('browser')) projects.push(browserProject());
    if (wants('storybook')) projects.push(await storybookProject());
  }
  return { root, test: { projects } };
});
