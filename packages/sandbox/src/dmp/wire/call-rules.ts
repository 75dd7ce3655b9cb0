import { OTHER_PS_ID, OTHER_STRUCTURE_ID, TEST_PS_ID, TEST_STRUCTURE_ID } from '../../pki/leaves.js';
import type { DmpCore } from '../core/api.js';
import type { DmpCaller } from '../core/caller.js';
import { type DmpRefusal, faultRefusal } from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';
import type { DmpOperation } from './namespaces.js';
import type { ReceivedBody } from './request-body.js';

// Rules of a call that no part of its message says alone.

/** Structures of the card holders of the test PKI. */
export const CARD_ACTIVITIES: Readonly<Record<string, readonly string[]>> = {
  [TEST_PS_ID]: [TEST_STRUCTURE_ID],
  [OTHER_PS_ID]: [OTHER_STRUCTURE_ID],
};

/** TD0.4 and TD0.5: no patient is open. The samples carry one all the same; whether he may be left out is not confirmed. */
export const WITHOUT_PATIENT: ReadonlySet<DmpOperation> = new Set(['patientList', 'findCandidates']);

/** Check 3: a MessageID is used once. */
export function messageIdReused(): DmpRefusal {
  return faultRefusal(3, FAULT.addressingInvalid, 'addressing.messageIdReused', 'MessageID déjà utilisé', {
    from: 'strict',
  });
}

/** Check 2: only a deposit has parts beside its envelope. */
export function strayParts(operation: DmpOperation, { parts }: ReceivedBody): DmpRefusal[] {
  return operation !== 'provideAndRegister' && parts.size > 0
    ? [faultRefusal(2, FAULT.request, 'mime.unused', 'partie MIME que rien ne désigne', { from: 'strict' })]
    : [];
}

/** Check 6: `subject-id` is the user, never the patient. */
export function subjectRefusals(core: DmpCore, { userName, patient }: DmpCaller): DmpRefusal[] {
  const person = patient && core.admin.patient(patient.extension);
  const words = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toUpperCase()
      .split(/[^A-Z]+/);
  const said = new Set(words(userName ?? ''));
  const traits = person ? words(`${person.birthName} ${person.givenNames.split(' ')[0] ?? ''}`) : [];
  return traits.length > 0 && traits.every((word) => said.has(word))
    ? [
        faultRefusal(6, FAULT.vihf, 'vihf.subjectPatient', 'subject-id : nom de l’utilisateur, jamais du patient', {
          from: 'strict',
        }),
      ]
    : [];
}
