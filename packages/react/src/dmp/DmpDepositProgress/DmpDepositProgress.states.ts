import type { ChannelState, Submission } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const type = { code: '11488-4', system: '2.16.840.1.113883.6.1', label: 'CR ou fiche de consultation ou de visite' };
const at = '2026-11-21T08:42:00Z';

/** A sending of one document, in one state. */
export function submissionIn(state: ChannelState, extra: Partial<Submission> = {}): Submission {
  return {
    ref: `s-${state}`,
    patientRef: 'p-0001',
    createdAt: at,
    by: 'Dr Camille EXEMPLE',
    documents: [{ title: 'Compte rendu de consultation', type, channels: [{ channel: 'dmp', state, at }] }],
    actions: state === 'refused' ? ['replay', 'cancel'] : state === 'queued' ? ['cancel'] : [],
    ...extra,
  };
}

const refusal = {
  code: 'dmp.refused',
  service: 'dmp',
  officialCode: 'XDSRegistryMetadataError',
  retryable: false,
  audience: 'user',
} as const;

/** What becomes of a sending. */
export const dmpDepositProgressStates = defineStates<Submission>()({
  queued: submissionIn('queued', {
    documents: [
      {
        title: 'Compte rendu de consultation',
        type,
        channels: [{ channel: 'dmp', state: 'queued', at, nextTryAt: '2026-11-21T09:12:00Z', attempts: 2 }],
      },
    ],
  }),
  sending: submissionIn('sending'),
  sent: submissionIn('sent'),
  refused: submissionIn('refused', {
    documents: [
      {
        title: 'Compte rendu de consultation',
        type,
        channels: [{ channel: 'dmp', state: 'refused', at, error: refusal }],
      },
    ],
  }),
  held: submissionIn('held', { hold: { by: 'Dr Camille EXEMPLE', at } }),
  mixed: submissionIn('sent', {
    ref: 's-mixed',
    documents: [
      {
        title: 'Lettre de liaison à la sortie',
        type: { ...type, code: '11490-0', label: 'Lettre de liaison à la sortie d’un établissement de soins' },
        replaces: true,
        channels: [
          { channel: 'dmp', state: 'sent', at },
          { channel: 'mss-pro', state: 'sending', at },
        ],
      },
      {
        title: 'Compte rendu de consultation',
        type,
        channels: [{ channel: 'dmp', state: 'refused', at, error: refusal }],
      },
    ],
  }),
});
