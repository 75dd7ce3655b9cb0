/** What the toolbar asks of the in-memory gateway. */
export interface DemoSettings {
  readonly scenario: string;
  readonly network: string;
  readonly role: string;
  readonly id: string;
}

/** The network of a story: no server, no request leaves the page. */
export function demoFetch(_settings: DemoSettings, _now: () => Date): (input: Request) => Promise<Response> {
  return () => Promise.reject(new TypeError('network'));
}
