// TD0.2 and TD1.3a: is there a record, and what does it say besides documents.

import { type Finding, finding } from '@socle-sante/core/finding';
import type { InsIdentifier } from '@socle-sante/core/ins-identifier';
import { attribute, child, children, text, type XmlElement } from '@socle-sante/wire/xml';
import type { DmpWireOptions } from '../client/options.js';
import type {
  AuthorisationState,
  DmpAddress,
  DmpAdministrativeData,
  DmpExistence,
  DmpRecordStatus,
  LegalRepresentative,
} from '../patients/types.js';
import { unexpected } from './answer.js';
import { define } from './define.js';
import { answeredRefusal } from './fault.js';
import {
  acknowledged,
  attention,
  below,
  boolean,
  code,
  first,
  nameParts,
  observation,
  V3,
  v3PatientQuery,
} from './hl7v3.js';
import type { DmpAnswerContext, DmpOperation } from './operation.js';

/** A question about one patient. */
export interface PatientQuestion {
  readonly patient: InsIdentifier;
}

type Known = DmpAnswerContext & { readonly messageId: string };

const ACTION = 'urn:hl7-org:v3:PRPA_IN201307UV02';

function validatePatient({ patient }: PatientQuestion): Finding[] {
  return /^\d{6}[\dAB]\d{8}$/.test(patient.matricule) ? [] : [finding('dmp.patient.ins', 'error', ['patient'])];
}

/** TD0.2: existence of the record, authorisation of the caller, médecin traitant. */
export const existence: DmpOperation<PatientQuestion, DmpExistence> = define({
  transaction: 'TD0.2',
  service: 'patients',
  action: ACTION,
  repeatable: true,
  validate: validatePatient,
  body: ({ patient }, context) =>
    v3PatientQuery({ code: 'TEST_EXST', label: "Test d'existence de dossier" }, patient, context),
  read: readExistence,
});

/** TD1.3a: administrative data. The same message with another reason; its code is official, its label is ours. */
export const administrativeData: DmpOperation<PatientQuestion, DmpAdministrativeData> = define({
  transaction: 'TD1.3a',
  service: 'patients',
  action: ACTION,
  repeatable: true,
  validate: validatePatient,
  body: ({ patient }, context) =>
    v3PatientQuery({ code: 'CNSLT_DATA', label: 'Consultation des données administratives' }, patient, context),
  read(body, context) {
    const opposedToBrisDeGlace = boolean(administrative(body, 'OPPOSITION_BRIS_DE_GLACE'));
    const opposedToEmergencyAccess = boolean(administrative(body, 'OPPOSITION_ACCES_URGENCE'));
    const person = below(body, 'patientPerson')[0];
    return {
      ...readExistence(body, context),
      ...(opposedToBrisDeGlace === undefined ? {} : { opposedToBrisDeGlace }),
      ...(opposedToEmergencyAccess === undefined ? {} : { opposedToEmergencyAccess }),
      telecoms: person === undefined ? [] : telecoms(person),
      addresses: person === undefined ? [] : children(person, V3, 'addr').map(address),
      legalRepresentatives: below(body, 'personalRelationship').map(representative),
    };
  },
});

function readExistence(body: XmlElement, context: Known): DmpExistence {
  if (body.local !== 'PRPA_IN201308UV02') throw unexpected('PRPA_IN201308UV02', context.messageId);
  checkAccepted(body, context.messageId);
  const found = code(first(body, 'controlActProcess', 'queryAck', 'queryResponseCode'))?.toUpperCase();
  const rawStatus = code(
    below(body, 'patient')
      .map((item) => child(item, V3, 'statusCode'))
      .find((item) => item !== undefined),
  );
  const authorisation = code(attention(body, 'AUTORISATION'));
  const treatingDoctor = boolean(attention(body, 'STATUT_MT'));
  const internetAccountOpen = boolean(administrative(body, 'COMPTE_INTERNET_OUVERT'));
  const attachedToMonEspaceSante = boolean(administrative(body, 'RATTACHEMENT_ENS'));
  const status = statusOf(found, rawStatus);
  const closure = status === 'terminated' ? closureOf(body) : undefined;
  return {
    status,
    ...(rawStatus === undefined ? {} : { rawStatus }),
    authorisation: {
      state: authorisationState(authorisation, context.wire?.authorisationPrefixes),
      ...(authorisation === undefined ? {} : { raw: authorisation }),
    },
    ...(treatingDoctor === undefined ? {} : { treatingDoctor }),
    ...(internetAccountOpen === undefined ? {} : { internetAccountOpen }),
    ...(attachedToMonEspaceSante === undefined ? {} : { attachedToMonEspaceSante }),
    ...(closure === undefined ? {} : { closure }),
    messageId: context.messageId,
  };
}

/** A message that is not accepted (AE, AR) is a refusal, with the sentence that it gives. */
export function checkAccepted(body: XmlElement, messageId: string): void {
  const typeCode = acknowledged(body);
  if (typeCode === undefined || typeCode.toUpperCase() === 'AA' || typeCode.toUpperCase() === 'CA') return;
  const detail = below(body, 'acknowledgementDetail')[0];
  const sentence = detail && text(child(detail, V3, 'text') ?? detail).trim();
  const official = code(detail && child(detail, V3, 'code'));
  throw answeredRefusal(
    {
      role: typeCode,
      ...(official === undefined ? {} : { code: official }),
      ...(sentence ? { sentence } : {}),
    },
    messageId,
  );
}

function administrative(body: XmlElement, wanted: string): XmlElement | undefined {
  return observation(body, 'administrativeObservation', wanted);
}

function statusOf(found: string | undefined, raw: string | undefined): DmpRecordStatus {
  if (found === 'NF') return 'none';
  const value = raw?.toLowerCase();
  if (value === 'active' || value === 'terminated') return value;
  return 'unknown';
}

/** Beginnings exposed by the connectors: VALIDE, EXPIRE, INTERDIT, NON_EXISTE. Only VALIDE was seen in an official sample. */
const PREFIXES: NonNullable<DmpWireOptions['authorisationPrefixes']> = {
  valid: 'valid',
  expir: 'expired',
  interdi: 'denied',
  non_exist: 'none',
};

function authorisationState(
  raw: string | undefined,
  prefixes: NonNullable<DmpWireOptions['authorisationPrefixes']> = PREFIXES,
): AuthorisationState {
  const value = raw?.trim().toLowerCase();
  if (!value) return 'unknown';
  return Object.entries(prefixes).find(([prefix]) => value.startsWith(prefix))?.[1] ?? 'unknown';
}

/** Closing date and reason: paths not verified, looked for by the names that HL7 v3 gives them. */
function closureOf(body: XmlElement): DmpExistence['closure'] {
  const event = below(body, 'detectedIssueEvent')[0];
  const scope = event ?? below(body, 'patient')[0];
  const time = scope && below(scope, 'effectiveTime')[0];
  const date = time && (attribute(time, 'value') ?? attribute(child(time, V3, 'high') ?? time, 'value'));
  const reason = code(event && child(event, V3, 'code'));
  if (date === undefined && reason === undefined) return undefined;
  return { ...(date === undefined ? {} : { date }), ...(reason === undefined ? {} : { reason }) };
}

function telecoms(person: XmlElement): string[] {
  return children(person, V3, 'telecom')
    .map((item) => attribute(item, 'value')?.trim() ?? '')
    .filter((value) => value !== '');
}

function address(item: XmlElement): DmpAddress {
  const [postalCode] = nameParts(item, 'postalCode');
  const [city] = nameParts(item, 'city');
  const [country] = nameParts(item, 'country');
  const street = ['houseNumber', 'streetNameType', 'streetName'].flatMap((local) => nameParts(item, local)).join(' ');
  return {
    lines: [
      ...nameParts(item, 'streetAddressLine'),
      ...(street === '' ? [] : [street]),
      ...nameParts(item, 'additionalLocator'),
    ],
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(city === undefined ? {} : { city }),
    ...(country === undefined ? {} : { country }),
  };
}

function representative(item: XmlElement): LegalRepresentative {
  const relation = code(child(item, V3, 'code'));
  const name = below(item, 'name')[0];
  const [family] = name === undefined ? [] : nameParts(name, 'family');
  const given = name === undefined ? '' : nameParts(name, 'given').join(' ');
  return {
    ...(relation === undefined ? {} : { relation }),
    ...(family === undefined ? {} : { family }),
    ...(given === '' ? {} : { given }),
  };
}
