import type { Page, Request } from 'playwright-core';

const ROUNDS = 3;

/**
 * Follows the requests of a page, and gives what waits until none is under way and the page has drawn what they changed, several
 * times over: a drawing may ask for more. A stream of events never ends, and does not count.
 */
export function watchSettled(page: Page): () => Promise<void> {
  const pending = new Set<Request>();
  const over = (request: Request) => pending.delete(request);
  page.on('request', (request) => pending.add(request));
  page.on('requestfinished', over);
  page.on('requestfailed', over);
  page.on('response', (response) => {
    if (response.headers()['content-type']?.startsWith('text/event-stream')) over(response.request());
  });
  return async () => {
    for (let quiet = 0; quiet < ROUNDS; ) {
      // Counted in work of the page, not in time alone: on a busy machine it waits longer.
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)));
          }),
      );
      quiet = pending.size > 0 ? 0 : quiet + 1;
    }
  };
}
