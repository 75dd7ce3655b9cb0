import type { DmpAccess, DmpCondition } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const at = '2026-11-21T08:42:00Z';
const ids = ['availability', 'identity', 'consent', 'authentication', 'habilitation'] as const;
const conditions = (
  unmet: Partial<Record<(typeof ids)[number], Omit<DmpCondition, 'id' | 'met'>>> = {},
): DmpCondition[] => ids.map((id) => ({ id, met: !(id in unmet), ...unmet[id] }));

const base: DmpAccess = {
  status: { kind: 'open-authorised', at },
  conditions: conditions(),
  canOpen: true,
  willAuthorise: false,
  mode: 'normal',
  emergency: { allowed: false, reason: 'normalAccess' },
  secretConnection: { available: false, active: false },
};

/** What the server may say of an access. */
export const dmpAccessPanelStates = defineStates<DmpAccess>()({
  ready: base,
  willAuthorise: { ...base, status: { kind: 'open-not-authorised', at }, willAuthorise: true },
  consentToCollect: {
    ...base,
    conditions: conditions({ consent: { why: 'toCollect', action: 'collectConsent' } }),
    canOpen: false,
  },
  refused: {
    ...base,
    conditions: conditions({ consent: { why: 'refused', action: 'collectConsent' } }),
    canOpen: false,
  },
  notQualified: {
    ...base,
    status: { kind: 'not-qualified', at },
    conditions: conditions({ availability: { why: 'unknown' }, identity: { why: 'notQualified', action: 'qualify' } }),
    canOpen: false,
  },
  notAuthorised: {
    ...base,
    status: { kind: 'open-not-authorised', at },
    conditions: conditions({ habilitation: { why: 'notAuthorised', action: 'authorise' } }),
    canOpen: false,
  },
  indirect: {
    ...base,
    conditions: conditions({ authentication: { why: 'indirect' } }),
    canOpen: false,
  },
  blocked: {
    ...base,
    status: { kind: 'open-not-authorised', blocked: true, at },
    conditions: conditions({ habilitation: { why: 'blocked' } }),
    canOpen: false,
  },
  closed: {
    ...base,
    status: { kind: 'closed', at },
    conditions: conditions({ availability: { why: 'closed' } }),
    canOpen: false,
  },
  emergency: { ...base, mode: 'emergency', emergency: { allowed: true, openSince: at } },
  regulation: { ...base, mode: 'regulation' },
});
