import { attributeOf, first, type SimElement, textOf, walk } from '../../insi/element.js';
import type { DmpPatientId } from '../core/metadata.js';
import type { DmpPatientCriteria } from '../core/record.js';
import { DmpRefused, faultRefusal } from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';
import { NS } from './namespaces.js';

/** Receiver that every message names. */
export const DMP_SYSTEM = '1.2.250.1.213.4.1.1.1';
const CLOSING_SYSTEM = '1.2.250.1.213.4.1.2.4';
const REASON_SYSTEM = '1.2.250.1.213.1.1.4.11';

export const findHl7 = (root: SimElement, local: string) =>
  [...walk(root)].find((e) => e.namespace === NS.hl7 && e.local === local);
const path = (root: SimElement | undefined, ...names: readonly string[]) =>
  names.reduce<SimElement | undefined>((current, local) => first(current, NS.hl7, local), root);

const malformed = (reason: string, context: string) =>
  new DmpRefused([faultRefusal(2, FAULT.request, `hl7.${reason}`, context)]);

export interface PatientQuestion {
  readonly reason: string;
  readonly patient: DmpPatientId;
  /** For the answer. */
  readonly messageId: string;
  readonly queryId: { readonly root: string; readonly extension: string };
}

/** TD0.2, TD1.3a. */
export function readPatientQuestion(message: SimElement): PatientQuestion {
  const control = path(message, 'controlActProcess');
  const reason = path(control, 'reasonCode');
  const code = reason && attributeOf(reason, 'code');
  if (!reason || attributeOf(reason, 'codeSystem') !== REASON_SYSTEM || (code !== 'TEST_EXST' && code !== 'CNSLT_DATA'))
    throw malformed('reason', 'reasonCode : TEST_EXST ou CNSLT_DATA');
  const value = path(control, 'queryByParameter', 'parameterList', 'patientIdentifier', 'value');
  const queryId = path(control, 'queryByParameter', 'queryId');
  if (!value) throw malformed('patient', 'patientIdentifier/value absent');
  checkFrame(message);
  return {
    reason: code,
    patient: { extension: attributeOf(value, 'extension') ?? '', oid: attributeOf(value, 'root') ?? '' },
    messageId: attributeOf(path(message, 'id') ?? message, 'extension') ?? '',
    queryId: {
      root: (queryId && attributeOf(queryId, 'root')) ?? '',
      extension: (queryId && attributeOf(queryId, 'extension')) ?? '',
    },
  };
}

function checkFrame(message: SimElement): void {
  const interaction = path(message, 'interactionId');
  if (!interaction || attributeOf(interaction, 'extension') !== message.local)
    throw malformed('interactionId', 'interactionId n’est pas celui du message');
  const id = path(message, 'id');
  if (!id || !attributeOf(id, 'root') || !attributeOf(id, 'extension'))
    throw malformed('id', 'id du message : root et extension attendus');
  const created = path(message, 'creationTime');
  if (!/^\d{14}/.test((created && attributeOf(created, 'value')) ?? ''))
    throw malformed('creationTime', 'creationTime : yyyyMMddHHmmss attendu');
  const receiver = path(message, 'receiver', 'device', 'id');
  if (!receiver || attributeOf(receiver, 'root') !== DMP_SYSTEM)
    throw malformed('receiver', 'receiver : le DMP attendu');
  if (!path(message, 'sender', 'device', 'id')) throw malformed('sender', 'sender absent');
}

interface PatientRevision {
  readonly reason: 'MODIF_DATA' | 'FERM';
  readonly patient: DmpPatientId;
  readonly closingReason: string;
  readonly author: { readonly person: string | undefined; readonly structure: string | undefined };
  readonly telecoms: readonly string[] | undefined;
  readonly address: { street?: string; postalCode?: string; city?: string } | undefined;
  readonly opposesBreakGlass: boolean | undefined;
  readonly opposesEmergencyAccess: boolean | undefined;
}

/** TD1.3b, TD1.4. */
export function readPatientRevision(message: SimElement): PatientRevision {
  const control = path(message, 'controlActProcess');
  const reason = path(control, 'reasonCode');
  const code = reason && attributeOf(reason, 'code');
  if (!reason || attributeOf(reason, 'codeSystem') !== REASON_SYSTEM || (code !== 'MODIF_DATA' && code !== 'FERM'))
    throw malformed('reason', 'reasonCode : MODIF_DATA ou FERM');
  checkFrame(message);
  const request = findHl7(message, 'registrationRequest');
  const patient = request && findHl7(request, 'patient');
  const id = patient && path(patient, 'id');
  if (!request || !patient || !id) throw malformed('patient', 'registrationRequest/…/patient/id absent');
  const entity = path(findHl7(request, 'author'), 'assignedEntity');
  const authorId = path(entity, 'id');
  if (!authorId) throw malformed('author', 'author/assignedEntity/id absent');
  if (code === 'FERM') {
    const status = path(patient, 'statusCode');
    if (!status || attributeOf(status, 'code') !== 'terminated')
      throw malformed('status', 'statusCode : terminated attendu');
  }
  const event = findHl7(request, 'detectedIssueEvent');
  const eventCode = event && path(event, 'code');
  if (code === 'FERM' && (!eventCode || attributeOf(eventCode, 'codeSystem') !== CLOSING_SYSTEM))
    throw malformed('closing', 'detectedIssueEvent/code : motif de fermeture attendu');
  const structureId = path(entity, 'representedOrganization', 'id');
  const person = findHl7(patient, 'patientPerson');
  const telecoms = [...walk(patient)].filter((e) => e.namespace === NS.hl7 && e.local === 'telecom');
  const address = findHl7(patient, 'addr');
  const part = (local: string) => textOf(address && path(address, local))?.trim();
  const flag = (name: string): boolean | undefined => {
    for (const e of walk(patient)) {
      if (e.local !== 'administrativeObservation') continue;
      const observed = path(e, 'code');
      if (!observed || attributeOf(observed, 'code') !== name) continue;
      const value = path(e, 'value');
      return value && attributeOf(value, 'value') === 'true';
    }
    return undefined;
  };
  const street = part('streetAddressLine') ?? part('streetName');
  const postalCode = part('postalCode');
  const city = part('city');
  return {
    reason: code,
    patient: { extension: attributeOf(id, 'extension') ?? '', oid: attributeOf(id, 'root') ?? '' },
    author: {
      person: attributeOf(authorId, 'extension'),
      structure: structureId && attributeOf(structureId, 'extension'),
    },
    closingReason: (eventCode && attributeOf(eventCode, 'code')) ?? '',
    telecoms: person || telecoms.length > 0 ? telecoms.flatMap((e) => attributeOf(e, 'value') ?? []) : undefined,
    address: address
      ? {
          ...(street === undefined ? {} : { street }),
          ...(postalCode === undefined ? {} : { postalCode }),
          ...(city === undefined ? {} : { city }),
        }
      : undefined,
    opposesBreakGlass: flag('OPPOSITION_BRIS_DE_GLACE'),
    opposesEmergencyAccess: flag('OPPOSITION_ACCES_URGENCE'),
  };
}

/** TD0.5. */
export function readCandidates(message: SimElement): DmpPatientCriteria {
  checkFrame(message);
  const parameters = findHl7(message, 'parameterList');
  const name = parameters && findHl7(parameters, 'livingSubjectName');
  const value = name && path(name, 'value');
  const familyName = textOf(value && path(value, 'family'))?.trim() ?? '';
  if (familyName === '') throw malformed('name', 'livingSubjectName/value/family absent');
  const givenName = textOf(value && path(value, 'given'))?.trim();
  const sexElement = parameters && findHl7(parameters, 'livingSubjectAdministrativeGender');
  const sexValue = sexElement && path(sexElement, 'value');
  const sex = sexValue && attributeOf(sexValue, 'code');
  const birthElement = parameters && findHl7(parameters, 'livingSubjectBirthTime');
  const birthValue = birthElement && path(birthElement, 'value');
  const birth = /^(\d{4})(\d{2})?(\d{2})?/.exec((birthValue && attributeOf(birthValue, 'value')) ?? '');
  return {
    familyName,
    ...(givenName ? { givenName } : {}),
    ...(sex === 'F' || sex === 'M' ? { sex } : {}),
    ...(birth ? { birthDate: birth.slice(1).filter(Boolean).join('-') } : {}),
  };
}
