import { attributeOf, type SimElement } from '../../insi/element.js';
import type { DmpExistence } from '../core/api.js';
import type { DmpFoundPatient, DmpRecord } from '../core/record.js';
import { DMP_SYSTEM, findHl7, type PatientQuestion } from './hl7v3-read.js';
import { NS } from './namespaces.js';
import { leaf, OLD_IDENTIFIER_OID, oldIdentifier, tag } from './writer.js';

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
const CLOSING = '1.2.250.1.213.4.1.2.4';
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

/** Date and motive of the closing, where TD1.4 says them; their place in this answer is not confirmed. */
function closingOf(record: DmpRecord): string[] {
  if (record.closedAt === undefined) return [];
  return [
    tag(
      'reasonOf',
      { typeCode: 'RSON' },
      tag('detectedIssueEvent', { classCode: 'ALRT', moodCode: 'EVN' }, [
        tag('code', { code: record.closingReason, codeSystem: CLOSING }),
        tag('effectiveTime', { value: record.closedAt.replace(/[-:T]/g, '').slice(0, 14) }),
      ]),
    ),
  ];
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
                  tag('id', { root: OLD_IDENTIFIER_OID, extension: oldIdentifier(patient.matricule) }),
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
              ...closingOf(record),
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
    ...lines,
    tag(
      'acknowledgement',
      { typeCode: 'AA' },
      tag('targetMessage', {}, tag('id', { root: DMP_SYSTEM, extension: question.messageId })),
    ),
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
  const queryId = findHl7(message, 'queryId');
  const parameters = findHl7(message, 'queryByParameter');
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
            tag('id', { root: OLD_IDENTIFIER_OID, extension: oldIdentifier(patient.patientId.extension) }),
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
