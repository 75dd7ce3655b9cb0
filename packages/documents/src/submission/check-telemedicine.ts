import { type Finding, finding } from '@socle-sante/core/finding';
import type { ServiceEvent } from './header.js';

/** Acts of telemedicine (CI-SIS, volets TLM-DA and TLM-CR 2022.01). */
const ACTS = new Set(['TCG', 'TC', 'TE1', 'TE2', 'TLD', 'TLL', 'TLM', 'TLS']);

/** The first act must be one of telemedicine; another may have no code, not another code. */
export function checkTelemedicineActs(acts: readonly ServiceEvent[]): Finding[] {
  const allowed = [...ACTS].join(', ');
  return acts.flatMap(({ code }, index) =>
    ACTS.has(code?.code ?? '') || (index > 0 && !code)
      ? []
      : [finding('documents.telemedicine.act', 'error', ['acts', index, 'code'], { allowed })],
  );
}
