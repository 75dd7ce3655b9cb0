import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What no page may do. Each list is empty at the end of a good journey. */
export interface Watch {
  readonly errors: string[];
  readonly violations: string[];
  readonly foreign: string[];
  readonly leaks: string[];
  expectNothing(): void;
}

// Birth names, first names and matricules of the persons that the journeys meet.
const IDENTITIES =
  /ADRUN|ZOE|HOUILLES|VINCI|LEONARDO|TCHITCHI|CATARINA|HERMANN|GATIEN|NESSI|JUMEAU|INSFAMILLE|DOMINIQUE|PAT-TROIS|MEUHES|\b[12]\d{2}(?:0[1-9]|1[0-2])[0-9AB]\d{7,9}\b/i;

/** Watches every page of a context: policy of content, origins, console, addresses. */
export async function watch(context: BrowserContext, origin: string): Promise<Watch> {
  const errors: string[] = [];
  const violations: string[] = [];
  const foreign: string[] = [];
  const leaks: string[] = [];
  const inspect = (where: string, text: string): void => {
    if (IDENTITIES.test(text)) leaks.push(where);
  };

  await context.exposeBinding('cabinetViolation', (_source, text: string) => violations.push(text));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const told = `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`;
      (globalThis as unknown as { cabinetViolation(text: string): void }).cabinetViolation(told);
    });
  });
  context.on('request', (request) => {
    const url = request.url();
    // The reader of PDF of the browser is made of pages of its own.
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|chrome|chrome-extension):/.test(url)) foreign.push(url);
    inspect(`address of a request: ${request.method()}`, decodeURIComponent(url.startsWith('data:') ? '' : url));
  });
  const watchPage = (page: Page): void => {
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      inspect('line of the console', message.text());
      // Chromium writes this line by itself when the gateway refuses what was asked, or tells that the DMP does: it is an answer.
      if (
        /^Failed to load resource: the server responded with a status of (403|409|422|502|503|504) /.test(
          message.text(),
        )
      )
        return;
      if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
    });
    page.on('framenavigated', (frame) => inspect('address of a page', decodeURIComponent(frame.url())));
  };
  for (const page of context.pages()) watchPage(page);
  context.on('page', watchPage);

  return {
    errors,
    violations,
    foreign,
    leaks,
    expectNothing() {
      expect({ errors, violations, foreign, leaks }).toEqual({ errors: [], violations: [], foreign: [], leaks: [] });
    },
  };
}
