import type { ServiceStatusView } from '../contract.js';

/** How long a call may take before the service is called slow. */
const SLOW_MS = 4_000;
/** After this time without a call nothing is known any more. */
const STALE_MS = 60 * 60 * 1000;
const KEPT = 20;

interface Sample {
  readonly at: number;
  readonly ms: number;
  readonly reached: boolean;
}

/** State of the services, from the outcomes of real calls only. */
export interface HealthTracker {
  record(service: string, sample: { readonly ms: number; readonly reached: boolean }): void;
  report(services: readonly string[]): ServiceStatusView[];
}

export function createHealthTracker(now: () => Date): HealthTracker {
  const samples = new Map<string, Sample[]>();
  const since = new Map<string, { readonly state: ServiceStatusView['state']; readonly at: number }>();

  const stateOf = (list: readonly Sample[], at: number): ServiceStatusView['state'] => {
    const last = list.at(-1);
    if (!last || at - last.at > STALE_MS) return 'unknown';
    if (!last.reached) return 'down';
    return median(list) > SLOW_MS ? 'slow' : 'ok';
  };

  const touch = (service: string, at: number): ServiceStatusView['state'] => {
    const state = stateOf(samples.get(service) ?? [], at);
    if (since.get(service)?.state !== state) since.set(service, { state, at });
    return state;
  };

  return {
    record(service, { ms, reached }) {
      const at = now().getTime();
      samples.set(service, [...(samples.get(service) ?? []), { at, ms, reached }].slice(-KEPT));
      touch(service, at);
    },
    report(services) {
      const at = now().getTime();
      return services.map((service) => {
        const list = samples.get(service) ?? [];
        const state = touch(service, at);
        const success = list.findLast((sample) => sample.reached);
        const from = since.get(service);
        return {
          service,
          state,
          ...(state === 'unknown' || from === undefined ? {} : { since: new Date(from.at).toISOString() }),
          ...(success === undefined ? {} : { lastSuccess: new Date(success.at).toISOString() }),
          ...(success === undefined ? {} : { medianMs: median(list) }),
        };
      });
    },
  };
}

function median(list: readonly Sample[]): number {
  const times = list.filter((sample) => sample.reached).map((sample) => sample.ms);
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
