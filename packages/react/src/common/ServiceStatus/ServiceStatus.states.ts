import type { ServiceStatusView } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const at = '2026-11-21T08:42:00Z';
const services = (...list: ServiceStatusView[]) => ({ services: list });

/** What the gateway may say of the services. */
export const serviceStatusStates = defineStates<{ readonly services: readonly ServiceStatusView[] }>()({
  ok: services({ service: 'insi', state: 'ok', lastSuccess: at, medianMs: 640 }),
  slow: services({ service: 'insi', state: 'slow', since: at, lastSuccess: at, medianMs: 5200 }),
  down: services(
    { service: 'insi', state: 'down', since: at, lastSuccess: '2026-11-21T07:10:00Z', queued: 3 },
    { service: 'verification', state: 'ok', lastSuccess: at },
  ),
  unknown: services({ service: 'insi', state: 'unknown' }),
  certificates: services({
    service: 'insi',
    state: 'ok',
    lastSuccess: at,
    certificates: [
      { name: 'INSI-AUTO', expiresAt: '2026-11-25T00:00:00Z', days: 4 },
      { name: 'MSS serveur', expiresAt: '2026-12-15T00:00:00Z', days: 24 },
      { name: 'PSC', expiresAt: '2027-01-10T00:00:00Z', days: 50 },
    ],
  }),
});
