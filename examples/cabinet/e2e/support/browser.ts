import { type Browser, chromium } from 'playwright-core';
import { findTool } from '../../../../packages/tooling/src/debian.ts';

/** The Chromium of the machine, with nothing that calls out. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
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
  });
}
