import { resolve } from 'node:path';
import type { StorybookConfig } from '@storybook/react-vite';
import { runnerImport } from 'vite';
import { packPlugin, type SitePack } from '../examples/controle/build/pack-plugin.ts';
import { workspaceSources } from '../packages/tooling/src/workspace-sources.ts';

/** The invented rules of the example, compiled from the sources when a story first asks for them. */
async function demonstrationPacks(): Promise<readonly SitePack[]> {
  const file = resolve(import.meta.dirname, '../examples/controle/build/packs.ts');
  const { module } = await runnerImport<{ demonstrationPack(): SitePack }>(file, {
    configFile: false,
    plugins: [workspaceSources()],
  });
  return [module.demonstrationPack()];
}

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['./docs/*.mdx', './recipes/*.stories.tsx', '../packages/react/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: {
    // Reads the props of `component<Props>(…)` from the types.
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      tsconfigPath: './tsconfig.json',
      include: ['packages/react/src/**/*.tsx'],
      exclude: ['**/*.stories.tsx'],
      propFilter: (prop) => !prop.parent?.fileName.includes('node_modules'),
      shouldExtractLiteralValuesFromEnum: true,
      shouldRemoveUndefinedFromOptional: true,
    },
  },
  viteFinal: (vite) => ({
    ...vite,
    // Relative addresses: the build works under any folder.
    base: './',
    plugins: [workspaceSources(), packPlugin(demonstrationPacks), ...(vite.plugins ?? [])],
    worker: { ...vite.worker, format: 'es', plugins: () => [workspaceSources()] },
    // Loaded on first use by a component: found late, they would make the development server start again in mid-story.
    optimizeDeps: { ...vite.optimizeDeps, exclude: [...(vite.optimizeDeps?.exclude ?? []), 'bwip-js', 'zxing-wasm'] },
    build: {
      ...vite.build,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        ...vite.build?.rolldownOptions,
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  }),
};

export default config;
