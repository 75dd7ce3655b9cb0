import { join, resolve } from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { findTool } from './debian.ts';
import { workspaceSources } from './workspace-sources.ts';

const root = resolve(import.meta.dirname, '../../..');

/**
 * Chromium of the machine (`CHROMIUM`, or the one of the PATH), with nothing that calls out. A fresh object for each project: Vitest
 * writes the name of the project into it.
 */
function chromium(): BrowserConfigOptions {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    instances: [{ browser: 'chromium' }],
    provider: playwright({
      launchOptions: {
        executablePath: findTool('chromium') ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  };
}

/** Every story as a test: its `play` function, then axe. */
export async function storybookProject(): Promise<TestProjectConfiguration> {
  return {
    root,
    plugins: [workspaceSources(), ...(await storybookTest({ configDir: join(root, '.storybook') }))],
    // One page for all the files: setting Storybook up for each costs as much as the stories.
    test: { name: 'storybook', testTimeout: 30_000, isolate: false, browser: chromium() },
  };
}

/** Tests that need a real browser and are not stories: packages/x/test/y.browser.test.tsx. */
export function browserProject(): TestProjectConfiguration {
  return {
    root,
    plugins: [workspaceSources(), react()],
    // Loaded on first use: found late, they would make the server start again in the middle of a test, with a second React.
    optimizeDeps: {
      exclude: ['bwip-js', 'zxing-wasm'],
      include: ['react-aria-components', '@tanstack/react-query'],
    },
    test: {
      name: 'browser',
      include: ['packages/*/test/**/*.browser.test.{ts,tsx}'],
      testTimeout: 30_000,
      browser: chromium(),
    },
  };
}
