import { attributeOf, first, type SimElement, textOf, walk } from '../../insi/element.js';
import type { DmpExistence } from '../core/api.js';
import type { DmpPatientId } from '../core/metadata.js';
import type { DmpFoundPatient, DmpPatientCriteria } from '../core/record.js';
import { DmpRefused, faultRefusal } from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';
import { NS } from './namespaces.js';
import { leaf, tag } from './writer.js';

/** Receiver that every message names. */
export const DMP_SYSTEM = '1.2.250.1.213.4.1.1.1';
const REASON_SYSTEM = '1.2.250.1.213.1.1.4.11';

const find = (root: SimElement, local: string) =>
  [...walk(root)].find((e) => e.namespace === NS.hl7 && e.local === local);
const path = (root: SimElement | undefined, ...names: readonly string[]) =>
  names.reduce<SimElement | undefined>((current, local) => first(current, NS.hl7, local), root);

const malformed = (reason: string, context: string) =>
  new DmpRefused([faultRefusal(2, FAULT.request, `hl7.${reason}`, context)]);

interface PatientQuestion {
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
  const receiver = path(message, 'receiver', 'device', 'id');
  if (!receiver || attributeOf(receiver, 'root') !== DMP_SYSTEM)
    throw malformed('receiver', 'receiver : le DMP attendu');
  if (!path(message, 'sender', 'device', 'id')) throw malformed('sender', 'sender absent');
}

interface PatientRevision {
  readonly reason: 'MODIF_DATA' | 'FERM';
  readonly patient: DmpPatientId;
  readonly closingReason: string;
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
  if (code !== 'MODIF_DATA' && code !== 'FERM') throw malformed('reason', 'reasonCode : MODIF_DATA ou FERM');
  checkFrame(message);
  const request = find(message, 'registrationRequest');
  const patient = request && find(request, 'patient');
  const id = patient && path(patient, 'id');
  if (!request || !patient || !id) throw malformed('patient', 'registrationRequest/…/patient/id absent');
  if (!find(request, 'author')) throw malformed('author', 'author absent');
  if (code === 'FERM') {
    const status = path(patient, 'statusCode');
    if (!status || attributeOf(status, 'code') !== 'terminated')
      throw malformed('status', 'statusCode : terminated attendu');
  }
  const event = find(request, 'detectedIssueEvent');
  const eventCode = event && path(event, 'code');
  const person = find(patient, 'patientPerson');
  const telecoms = [...walk(patient)].filter((e) => e.namespace === NS.hl7 && e.local === 'telecom');
  const address = find(patient, 'addr');
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
  const parameters = find(message, 'parameterList');
  const name = parameters && find(parameters, 'livingSubjectName');
  const value = name && path(name, 'value');
  const familyName = textOf(value && path(value, 'family'))?.trim() ?? '';
  if (familyName === '') throw malformed('name', 'livingSubjectName/value/family absent');
  const givenName = textOf(value && path(value, 'given'))?.trim();
  const sexElement = parameters && find(parameters, 'livingSubjectAdministrativeGender');
  const sexValue = sexElement && path(sexElement, 'value');
  const sex = sexValue && attributeOf(sexValue, 'code');
  const birthElement = parameters && find(parameters, 'livingSubjectBirthTime');
  const birthValue = birthElement && path(birthElement, 'value');
  const birth = /^(\d{4})(\d{2})?(\d{2})?/.exec((birthValue && attributeOf(birthValue, 'value')) ?? '');
  return {
    familyName,
    ...(givenName ? { givenName } : {}),
    ...(sex === 'F' || sex === 'M' ? { sex } : {}),
    ...(birth ? { birthDate: birth.slice(1).filter(Boolean).join('-') } : {}),
  };
}

interface FrameValues {
  readonly uuid: string;
  /** `yyyyMMddHHmmss`, UTC */
  readonly now: string;
  readonly relatesTo: string;
}

const device = (element: 'receiver' | 'sender', typeCode: string, root: string, name: string) =>
  tag(
    element,
    { typeCode },
    tag('device', { classCode: 'DEV', determinerCode: 'INSTANCE' }, [tag('id', { root }), leaf('name', name)]),
  );

function frame(local: string, values: FrameValues, rest: readonly string[], tail: readonly string[] = []): string {
  return tag(local, { xmlns: NS.hl7, 'xmlns:xsi': NS.xsi, ITSVersion: 'XML_1.0' }, [
    tag('id', { root: `${DMP_SYSTEM}.1`, extension: values.uuid }),
    tag('creationTime', { value: values.now }),
    tag('interactionId', { root: '2.16.840.1.113883.1.6', extension: local }),
    tag('processingCode', { code: 'P' }),
    tag('processingModeCode', { code: 'T' }),
    tag('acceptAckCode', { code: 'NE' }),
    device('receiver', 'RCV', '2.16.840.1.113883.1.6', 'LPS'),
    device('sender', 'SND', DMP_SYSTEM, 'DMP'),
    ...rest,
    ...tail,
  ]);
}

const boolean = (value: boolean) => ({ 'xsi:type': 'BL', value: String(value) });
const KEYWORDS = '1.2.250.1.213.4.1.2.6.1';
const RIGHTS = '1.2.250.1.213.4.1.2.6.2';
const OBSERVATIONS = '1.2.250.1.213.4.1.2.3';
const ACCOUNT = '1.2.250.1.213.4.1.2.9';

function attention(code: string, value: string): string {
  return tag('attentionLine', {}, [tag('keyWordText', { code, codeSystem: KEYWORDS }), value]);
}

function observation(code: string, codeSystem: string, value: boolean): string {
  return tag(
    'subjectOf',
    { typeCode: 'SBJ' },
    tag('administrativeObservation', { classCode: 'OBS', moodCode: 'EVN' }, [
      tag('code', { code, codeSystem }),
      tag('value', boolean(value)),
    ]),
  );
}

/** `PRPA_IN201308UV02`: TD0.2, and TD1.3a with the administrative data. */
export function writePatientAnswer(question: PatientQuestion, found: DmpExistence, values: FrameValues): string {
  const { patient, record } = found;
  const full = question.reason === 'CNSLT_DATA';
  const lines =
    found.state === 'unknown'
      ? []
      : [
          attention('AUTORISATION', tag('value', { 'xsi:type': 'CE', code: found.authorization, codeSystem: RIGHTS })),
          attention('STATUT_MT', tag('value', boolean(found.treatingDoctor))),
        ];
  const person =
    patient &&
    tag('patientPerson', { classCode: 'PSN', determinerCode: 'INSTANCE' }, [
      tag('name', {}, [leaf('family', patient.birthName, { qualifier: 'BR' }), leaf('given', patient.givenNames)]),
      ...(full ? (record?.telecoms ?? []).map((value) => tag('telecom', { value })) : []),
      tag('administrativeGenderCode', { code: patient.sex, codeSystem: '2.16.840.1.113883.5.1' }),
      tag('birthTime', { value: patient.birthDate.replace(/-/g, '') }),
      ...(full && record?.address
        ? [
            tag('addr', {}, [
              leaf('streetAddressLine', record.address.street ?? ''),
              leaf('postalCode', record.address.postalCode ?? ''),
              leaf('city', record.address.city ?? ''),
            ]),
          ]
        : []),
      ...(full ? (record?.legalRepresentatives ?? []) : []).map(({ relation, familyName, givenName }) =>
        tag('personalRelationship', { classCode: 'PRS' }, [
          tag('code', { code: relation, codeSystem: '2.16.840.1.113883.1.11.19579' }),
          tag(
            'relationshipHolder1',
            { classCode: 'PSN', determinerCode: 'INSTANCE' },
            tag('name', {}, [leaf('family', familyName), leaf('given', givenName)]),
          ),
        ]),
      ),
    ]);
  const subject =
    patient && record
      ? [
          tag(
            'subject',
            { typeCode: 'SUBJ', contextConductionInd: 'false' },
            tag('registrationEvent', { classCode: 'REG', moodCode: 'EVN' }, [
              tag('statusCode', { code: 'active' }),
              tag(
                'subject1',
                { typeCode: 'SBJ' },
                tag('patient', { classCode: 'PAT' }, [
                  tag('id', { root: question.patient.oid, extension: patient.matricule }),
                  tag('statusCode', { code: record.status }),
                  person ?? '',
                  observation('COMPTE_INTERNET_OUVERT', ACCOUNT, record.internetAccount),
                  observation('RATTACHEMENT_ENS', OBSERVATIONS, record.attachedToMes),
                  ...(full
                    ? [
                        observation('OPPOSITION_BRIS_DE_GLACE', OBSERVATIONS, record.opposesBreakGlass),
                        observation('OPPOSITION_ACCES_URGENCE', OBSERVATIONS, record.opposesEmergencyAccess),
                      ]
                    : []),
                ]),
              ),
              tag(
                'custodian',
                { typeCode: 'CST' },
                tag('assignedEntity', { classCode: 'ASSIGNED' }, tag('id', { root: DMP_SYSTEM })),
              ),
            ]),
          ),
        ]
      : [];
  return frame('PRPA_IN201308UV02', values, [
    tag(
      'acknowledgement',
      { typeCode: 'AA' },
      tag('targetMessage', {}, tag('id', { root: DMP_SYSTEM, extension: question.messageId })),
    ),
    ...lines,
    tag('controlActProcess', { classCode: 'CACT', moodCode: 'EVN' }, [
      ...subject,
      tag('queryAck', {}, [
        tag('queryId', question.queryId),
        tag('queryResponseCode', { code: found.state === 'unknown' ? 'NF' : 'OK' }),
      ]),
    ]),
  ]);
}

/** Answer of TD1.3b and TD1.4. */
export function writeRevisionAnswer(values: FrameValues): string {
  return frame('PRPA_IN201314ResponseUV02', values, [
    tag(
      'acknowledgement',
      { typeCode: 'AA' },
      tag('targetMessage', {}, tag('id', { root: DMP_SYSTEM, extension: values.relatesTo })),
    ),
  ]);
}

/** `PRPA_IN201306UV02`, ITI-47: schema-valid, unlike the published sample. */
export function writeCandidates(found: readonly DmpFoundPatient[], message: SimElement, values: FrameValues): string {
  const queryId = find(message, 'queryId');
  const parameters = find(message, 'queryByParameter');
  const subjects = found.map((patient) =>
    tag(
      'subject',
      { typeCode: 'SUBJ', contextConductionInd: 'false' },
      tag('registrationEvent', { classCode: 'REG', moodCode: 'EVN' }, [
        tag('statusCode', { code: 'active' }),
        tag(
          'subject1',
          { typeCode: 'SBJ' },
          tag('patient', { classCode: 'PAT' }, [
            tag('id', { root: patient.patientId.oid, extension: patient.patientId.extension }),
            tag('statusCode', { code: 'active' }),
            tag('patientPerson', { classCode: 'PSN', determinerCode: 'INSTANCE' }, [
              tag('name', {}, [
                leaf('family', patient.familyName, { qualifier: 'BR' }),
                leaf('given', patient.givenName),
              ]),
              tag('administrativeGenderCode', { code: patient.sex, codeSystem: '2.16.840.1.113883.5.1' }),
              tag('birthTime', { value: patient.birthDate.replace(/-/g, '') }),
            ]),
            tag('providerOrganization', { classCode: 'ORG', determinerCode: 'INSTANCE' }, [
              tag('id', { root: DMP_SYSTEM }),
              leaf('name', 'DMP'),
              tag('contactParty', { classCode: 'CON' }, tag('telecom', { value: 'tel:0000000000' })),
            ]),
            tag(
              'subjectOf1',
              {},
              tag('queryMatchObservation', { classCode: 'OBS', moodCode: 'EVN' }, [
                tag('code', { code: 'POURCENTAGE', codeSystem: OBSERVATIONS }),
                tag('value', { 'xsi:type': 'INT', value: '100' }),
              ]),
            ),
            tag(
              'subjectOf2',
              { typeCode: 'SBJ' },
              tag('administrativeObservation', { classCode: 'OBS' }, [
                tag('code', { code: 'OPPOSITION_ACCES_URGENCE', codeSystem: OBSERVATIONS }),
                tag('value', boolean(patient.opposesEmergencyAccess)),
              ]),
            ),
          ]),
        ),
        tag(
          'custodian',
          { typeCode: 'CST' },
          tag('assignedEntity', { classCode: 'ASSIGNED' }, tag('id', { root: DMP_SYSTEM })),
        ),
      ]),
    ),
  );
  return frame('PRPA_IN201306UV02', values, [
    tag('acknowledgement', {}, [
      tag('typeCode', { code: 'AA' }),
      tag('targetMessage', {}, tag('id', { root: DMP_SYSTEM, extension: values.relatesTo })),
    ]),
    tag('controlActProcess', { classCode: 'CACT', moodCode: 'EVN' }, [
      tag('code', { code: 'PRPA_TE201306UV02', codeSystem: '2.16.840.1.113883.1.6' }),
      ...subjects,
      tag('queryAck', {}, [
        tag('queryId', {
          root: (queryId && attributeOf(queryId, 'root')) ?? '',
          extension: queryId && attributeOf(queryId, 'extension'),
        }),
        tag('queryResponseCode', { code: found.length === 0 ? 'NF' : 'OK' }),
        tag('resultTotalQuantity', { value: found.length }),
        tag('resultCurrentQuantity', { value: found.length }),
        tag('resultRemainingQuantity', { value: 0 }),
      ]),
      parameters ? rewrite(parameters) : '',
    ]),
  ]);
}

/** An element of the request, repeated in the answer. */
function rewrite(element: SimElement): string {
  const attributes = Object.fromEntries(
    element.attributes.map(({ namespace, local, value }) => [namespace === NS.xsi ? `xsi:${local}` : local, value]),
  );
  return tag(
    element.local,
    attributes,
    element.children.map((child) =>
      typeof child === 'string' ? child.replace(/&/g, '&amp;').replace(/</g, '&lt;') : rewrite(child),
    ),
  );
}
