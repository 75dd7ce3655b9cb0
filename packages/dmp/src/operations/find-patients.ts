// TD0.5: a person whose INS is not known, in the régulation mode (centre 15).

import { type Finding, finding } from '@socle-sante/core/finding';
import { attribute, child, children, text, type XmlElement } from '@socle-sante/wire/xml';
import type { PatientCandidate } from '../patients/types.js';
import { unexpected } from './answer.js';
import { define } from './define.js';
import { below, boolean, insAmong, nameParts, observation, V3, v3, v3Message, v3Query } from './hl7v3.js';
import type { DmpOperation } from './operation.js';
import { checkAccepted } from './patients.js';

/** What is known of the person. */
export interface PatientSearch {
  readonly family: string;
  readonly given?: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
  readonly sex?: 'F' | 'M';
  readonly city?: string;
  readonly postalCode?: string;
}

/** Answer of TD0.5. */
export interface PatientSearchResult {
  readonly candidates: readonly PatientCandidate[];
  readonly messageId: string;
}

/** TD0.5: IHE PDQv3 (ITI-47). */
export const findPatients: DmpOperation<PatientSearch, PatientSearchResult> = define({
  transaction: 'TD0.5',
  service: 'patientsPDQ',
  action: 'urn:hl7-org:v3:PRPA_IN201305UV02',
  repeatable: true,
  validate(input): Finding[] {
    const findings: Finding[] = [];
    if (input.family.trim() === '') findings.push(finding('dmp.patients.family', 'error', ['family']));
    if (input.birthDate !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(input.birthDate))
      findings.push(finding('dmp.patients.birthDate', 'error', ['birthDate']));
    return findings;
  },
  body(input, context) {
    const parameter = (name: string, value: ReturnType<typeof v3>, semantics: string) =>
      v3(name, {}, [value, v3('semanticsText', {}, [semantics])]);
    const { family, given, birthDate, sex, city, postalCode } = input;
    return v3Message(
      'PRPA_IN201305UV02',
      [
        v3('code', { code: 'PRPA_TE201305UV02', codeSystem: '2.16.840.1.113883.1.6' }),
        v3Query(
          [
            ...(sex === undefined
              ? []
              : [
                  parameter(
                    'livingSubjectAdministrativeGender',
                    v3('value', { code: sex, codeSystem: '2.16.840.1.113883.5.1' }),
                    'LivingSubject.administrativeGender',
                  ),
                ]),
            ...(birthDate === undefined
              ? []
              : [
                  parameter(
                    'livingSubjectBirthTime',
                    v3('value', { value: birthDate.replaceAll('-', '') }),
                    'LivingSubject.birthTime',
                  ),
                ]),
            parameter(
              'livingSubjectName',
              v3('value', {}, [
                v3('family', {}, [family]),
                given !== undefined && given !== '' && v3('given', {}, [given]),
              ]),
              'LivingSubject.name',
            ),
            ...(city === undefined && postalCode === undefined
              ? []
              : [
                  parameter(
                    'patientAddress',
                    v3('value', {}, [
                      postalCode !== undefined && v3('postalCode', {}, [postalCode]),
                      city !== undefined && v3('city', {}, [city]),
                    ]),
                    'Patient.addr',
                  ),
                ]),
          ],
          context,
        ),
      ],
      context,
    );
  },
  read(body, { messageId }) {
    if (body.local !== 'PRPA_IN201306UV02') throw unexpected('PRPA_IN201306UV02', messageId);
    checkAccepted(body, messageId);
    return { candidates: below(body, 'patient').map(candidate), messageId };
  },
});

function candidate(patient: XmlElement): PatientCandidate {
  const ins = insAmong(children(patient, V3, 'id'));
  const value = observation(patient, 'queryMatchObservation', 'POURCENTAGE');
  const score = value === undefined ? Number.NaN : Number(attribute(value, 'value') ?? text(value));
  const opposed = boolean(
    observation(patient, 'queryMatchObservation', 'OPPOSITION_ACCES_URGENCE') ??
      observation(patient, 'administrativeObservation', 'OPPOSITION_ACCES_URGENCE'),
  );
  const person = child(patient, V3, 'patientPerson');
  const names = (person === undefined ? [] : children(person, V3, 'name')).map((name) =>
    [...nameParts(name, 'family'), ...nameParts(name, 'given')].join(' '),
  );
  const birth = person && child(person, V3, 'birthTime');
  const birthDate = birth && attribute(birth, 'value');
  const city = person && below(person, 'city').map((item) => text(item).trim())[0];
  const found: PatientCandidate = {
    ...(ins === undefined ? {} : { ins }),
    ...(Number.isFinite(score) ? { score } : {}),
    ...(opposed === undefined ? {} : { opposedToEmergencyAccess: opposed }),
    recognise: {
      names,
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(city === undefined ? {} : { city }),
    },
  };
  // Out of logs, of JSON and of copies: it is for one screen only.
  return Object.defineProperty(found, 'recognise', { value: found.recognise, enumerable: false });
}
