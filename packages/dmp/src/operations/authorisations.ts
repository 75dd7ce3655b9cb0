// TD0.3 and TD1.6: who may open a record. TD0.4: which records the caller may open.

import type { Finding } from '@socle-sante/core/finding';
import { fromCdaId } from '@socle-sante/core/ins-identifier';
import { element, type XmlElement, type XmlElementNode } from '@socle-sante/wire/xml';
import type { AccessibleRecord, AuthorisationChange, AuthorisedProfessional } from '../patients/types.js';
import { unexpected } from './answer.js';
import { define } from './define.js';
import { answeredRefusal } from './fault.js';
import { v3Time } from './hl7v3.js';
import { all, defined, one, valueIn } from './local.js';
import type { DmpOperation } from './operation.js';

const HABILITATIONS = 'urn:si-dmp-habilitations';
const PATIENTS = 'urn:si-dmp-patients';

const simple = (
  namespace: string,
  local: string,
  values: Readonly<Record<string, string | undefined>>,
): XmlElementNode =>
  element(
    { prefix: '', namespace, local },
    {},
    Object.entries(values).map(
      ([name, value]) => value !== undefined && element({ prefix: '', namespace, local: name }, {}, [value]),
    ),
  );

const nothing = (): Finding[] => [];

/** TD0.3. Patient and user come from the VIHF, not from the body. */
export interface AuthorisationRequest {
  readonly action: 'AJOUT' | 'SUPPRESSION';
  /** The role of médecin traitant, dropped with SUPPRESSION. */
  readonly role?: 'MEDECIN_TRAITANT';
}

/** TD0.3: adds or removes the authorisation of the caller, or drops his role of médecin traitant. */
export const setAuthorization: DmpOperation<AuthorisationRequest, AuthorisationChange> = define({
  transaction: 'TD0.3',
  service: 'habilitations',
  action: 'urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization',
  // Setting what is set already answers DMPOk too.
  repeatable: true,
  validate: nothing,
  body: ({ action, role }) => simple(HABILITATIONS, 'setAuthorization', { action, role }),
  read(body, { messageId }) {
    const output = outputOf(body, 'setAuthorizationResponse', messageId);
    const status = checkStatus(output, messageId);
    // Nothing said is not a success: the right would be believed set.
    if (status === undefined) throw unexpected('status', messageId);
    const context = valueIn(output, 'context');
    return { status, ...(context === undefined ? {} : { context }), messageId };
  },
});

/** TD1.6. */
export interface AuthorisationListRequest {
  readonly mode: 'ACTIVE' | 'INTERDITE' | 'TOUTE';
}

/** Answer of TD1.6. */
export interface AuthorisationList {
  readonly professionals: readonly AuthorisedProfessional[];
  readonly messageId: string;
}

/** TD1.6: professionals authorised or blocked on the record of the patient that the VIHF names. */
export const listAuthorizationByPatient: DmpOperation<AuthorisationListRequest, AuthorisationList> = define({
  transaction: 'TD1.6',
  service: 'habilitations',
  action: 'urn:si-dmp-habilitations:HabilitationsEndPoint:listAuthorizationByPatient',
  repeatable: true,
  validate: nothing,
  body: ({ mode }) => simple(HABILITATIONS, 'listAuthorizationByPatient', { mode }),
  read(body, { messageId }) {
    const output = outputOf(body, 'listAuthorizationByPatientResponse', messageId);
    checkStatus(output, messageId);
    return { professionals: all(output, 'listOfAuthorizationByPatient').map(professional), messageId };
  },
});

function professional(item: XmlElement): AuthorisedProfessional {
  return {
    nationalId: valueIn(item, 'nationalId') ?? '',
    ...defined<AuthorisedProfessional>({
      nationalId: undefined,
      nationalIdType: valueIn(item, 'nationalIdType'),
      family: valueIn(item, 'lastName'),
      given: valueIn(item, 'firstName'),
      specialtyCode: valueIn(item, 'codeSpeciality'),
      specialtyLabel: valueIn(item, 'libSpeciality'),
      since: valueIn(item, 'startOfAuthorization'),
      lastAction: valueIn(item, 'lastActionDate'),
      mode: valueIn(item, 'mode'),
      specificRight: valueIn(item, 'specificRight'),
    }),
  } as AuthorisedProfessional;
}

/** TD0.4. */
export interface RecordListRequest {
  readonly since: Date;
  /** As the service spells it: a new authorisation, or a new document. */
  readonly dateType: 'LASTAUTORIZATION' | 'LASTDOC';
  readonly owner?: string;
}

/** Answer of TD0.4. */
export interface RecordList {
  readonly records: readonly AccessibleRecord[];
  readonly messageId: string;
}

/** TD0.4: records that the caller may open. Names that the DMP sends are not given (RG_0320). */
export const patientList: DmpOperation<RecordListRequest, RecordList> = define({
  transaction: 'TD0.4',
  service: 'patientsSpecific',
  action: 'urn:si-dmp-patients:PatientSpecificEndPoint:patientList',
  repeatable: true,
  validate: nothing,
  body: ({ since, dateType, owner }) =>
    simple(PATIENTS, 'patientList', { startDate: v3Time(since), dateType, psOwnerId: owner }),
  read(body, { messageId }) {
    const output = outputOf(body, 'patientListResponse', messageId);
    checkStatus(output, messageId);
    return { records: all(output, 'patientlistData').map(record), messageId };
  },
});

function record(item: XmlElement): AccessibleRecord {
  const identifiers = all(item, 'patientIdentifier').map((id) =>
    fromCdaId({ extension: valueIn(id, 'nationalId') ?? '', root: oidOf(valueIn(id, 'nationalIdType') ?? '') }),
  );
  const ins = identifiers.find((id) => id.ok);
  const treating = valueIn(item, 'MT')?.toLowerCase();
  return defined<AccessibleRecord>({
    ins: ins?.ok ? ins.value : undefined,
    treatingDoctor: treating === undefined ? undefined : ['true', '1', 'o', 'oui'].includes(treating),
    message: valueIn(item, 'message'),
    lastAccess: valueIn(item, 'lastAccessDate'),
    lastUpdate: valueIn(item, 'lastUpdateDate'),
    lastAddition: valueIn(item, 'lastAddDate'),
  });
}

/** The type is an OID, alone or inside a longer word. */
function oidOf(type: string): string {
  return /\d+(?:\.\d+){3,}/.exec(type)?.[0] ?? type;
}

function outputOf(body: XmlElement, local: string, messageId: string): XmlElement {
  if (body.local !== local) throw unexpected(local, messageId);
  return one(body, 'output') ?? body;
}

/** `DMPOk`, `undefined` when nothing is said, or a refusal with the status as its official code. */
function checkStatus(output: XmlElement, messageId: string): string | undefined {
  const status = valueIn(output, 'status');
  if (status === undefined || status.toLowerCase() === 'dmpok') return status;
  const context = valueIn(output, 'context');
  throw answeredRefusal(
    { role: 'status', code: status, ...(context === undefined ? {} : { sentence: context }) },
    messageId,
  );
}
