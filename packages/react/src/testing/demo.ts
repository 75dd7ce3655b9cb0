import { createDemoGateway, type DemoChange, type DemoGateway } from '@socle-sante/gateway/demo';

let current: DemoGateway | undefined;

/** The in-memory gateway of the story on screen, for a `play` that changes it: `currentDemo().set({ offline: true })`. */
export function currentDemo(): DemoGateway {
  if (!current) throw new Error('No story is mounted.');
  return current;
}

/** Makes the in-memory gateway of a story. It answers at once under test. */
export function startDemo(change: DemoChange, clock: () => Date): DemoGateway {
  const demo = createDemoGateway({
    clock,
    latency: navigator.webdriver ? false : { median: 250, p95: 700 },
    basePath: '/socle',
  });
  demo.set(change);
  current = demo;
  return demo;
}
