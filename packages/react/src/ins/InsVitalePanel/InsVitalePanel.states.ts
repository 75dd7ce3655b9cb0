import type { UiError, VitaleReader } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';
import type { InsVitalePanelProps } from './InsVitalePanel.js';

const patientRef = 'p-0009';

function refuses(code: string): VitaleReader {
  const error: UiError = { code, service: 'vitale', retryable: false, audience: 'user' };
  return { read: () => Promise.reject(error) };
}

/** What the reader may hold. What happens after a reading (swap, age, search) is in the stories. */
export const insVitalePanelStates = defineStates<Pick<InsVitalePanelProps, 'patientRef' | 'reader'>>()({
  waiting: { patientRef },
  absent: { patientRef, reader: refuses('insi.vitale.absent') },
  unreadable: { patientRef, reader: refuses('insi.vitale.unreadable') },
  twins: {
    patientRef,
    reader: {
      read: () =>
        Promise.resolve({
          readingRef: 'reading-of-twins',
          readAt: '2026-11-21T08:59:00Z',
          expiresAt: '2026-11-21T09:19:00Z',
          beneficiaries: [
            { index: 1, name: 'INSFAMILLEQUATRE', firstName: 'JUMEAUUN', birthDate: '1999-01-15', rank: 1 },
            { index: 2, name: 'INSFAMILLEQUATRE', firstName: 'JUMEAUDEUX', birthDate: '1999-01-15', rank: 2 },
          ],
        }),
    },
  },
  blocked: { patientRef: 'p-0015' },
});
