import { jdvJ07 } from '@socle-sante/nomenclatures/jdv-j07';
import { jdvJ59 } from '@socle-sante/nomenclatures/jdv-j59';
import { jdvJ66 } from '@socle-sante/nomenclatures/jdv-j66';
import fc from 'fast-check';
import type {
  DocumentBody,
  Submission,
  SubmissionDocument,
  SubmissionPatient,
  UnstructuredBody,
} from '../../src/submission.ts';
import { qualifiedIdentity, samplePdf } from '../support/sample.ts';
import {
  consent,
  encounter,
  firstAct,
  informant,
  type Lists,
  order,
  otherAct,
  participant,
  recipient,
} from './header.ts';
import { author, organization, personName, professional, professionalAuthor } from './people.ts';
import { codeOf, contact, instant, maybe, oid, someText } from './values.ts';

/** Telemedicine reports have rules of their own; 101881-1 has no class yet; E1762 is the signature. */
const SPECIAL = new Set(['85208-7', '101881-1', 'E1762']);

const octets = fc.uint8Array({ minLength: 1, maxLength: 200 });
const after =
  (...beginning: number[]) =>
  (rest: Uint8Array) =>
    Uint8Array.from([...beginning, ...rest]);

/** Every unstructured body. */
export const unstructuredBody: fc.Arbitrary<UnstructuredBody> = fc.oneof(
  fc.constant<UnstructuredBody>({ kind: 'pdf', content: samplePdf }),
  someText.map((text) => ({ kind: 'text' as const, content: new TextEncoder().encode(`t${text}`) })),
  octets.map((rest) => ({ kind: 'jpeg' as const, content: after(0xff, 0xd8, 0xff)(rest) })),
  octets.map((rest) => ({ kind: 'tiff' as const, content: after(0x49, 0x49, 0x2a, 0)(rest) })),
  octets.map((rest) => ({ kind: 'rtf' as const, content: after(0x7b, 0x5c, 0x72, 0x74, 0x66)(rest) })),
  fc.constant<UnstructuredBody>({ kind: 'pdf', content: samplePdf, language: 'en-GB' }),
);

export const patient: fc.Arbitrary<SubmissionPatient> = fc
  .tuple(
    fc.record({
      identity: fc.constantFrom(
        qualifiedIdentity,
        { ...qualifiedIdentity, traits: { ...qualifiedIdentity.traits, nomUtilise: 'EXEMPLE', prenomUtilise: 'ZOE' } },
        // Not qualified: the document leaves with the local identifier alone.
        { ...qualifiedIdentity, document: undefined },
      ),
      localIdentifiers: fc.constant([{ root: '2.999.7.2', extension: 'IPP-000042' }]),
      birthPlace: maybe(fc.record({ name: maybe(someText), city: maybe(someText) })),
      guardians: maybe(
        fc.array(
          fc.oneof(
            fc.record({ kind: fc.constant('person' as const), name: personName }),
            fc.record({
              kind: fc.constant('organization' as const),
              idNat: fc.constant('1750803447'),
              name: maybe(someText),
            }),
          ),
          { maxLength: 2 },
        ),
      ),
      deceased: maybe(fc.record({ at: maybe(instant) })),
      multipleBirth: maybe(fc.record({ order: maybe(fc.integer({ min: 1, max: 5 })) })),
    }),
    contact,
  )
  .map(([fields, more]) => ({ ...fields, ...more }));

/** One document with any header; `body` unstructured by default. */
export function document(
  lists: Lists = 'cisis',
  body: fc.Arbitrary<DocumentBody> = unstructuredBody,
): fc.Arbitrary<SubmissionDocument> {
  const type = codeOf(lists === 'dmp' ? jdvJ66 : jdvJ07).filter(({ code }) => !SPECIAL.has(code));
  const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 2 });
  return fc
    .record({
      id: maybe(oid),
      replaced: maybe(fc.integer({ min: 1, max: 9 })),
      type,
      title: someText,
      createdAt: instant,
      language: fc.constantFrom(undefined, 'fr-FR', 'en-GB'),
      // The DMP takes N alone.
      confidentiality:
        lists === 'dmp'
          ? fc.constantFrom(undefined, 'N' as const)
          : fc.constantFrom(undefined, 'N' as const, 'R' as const, 'V' as const),
      authors: fc.tuple(professionalAuthor, few(author)).map(([first, more]) => [first, ...more]),
      signatory: professional,
      custodian: maybe(organization),
      act: firstAct(lists),
      acts: few(otherAct),
      encounter: encounter(lists),
      dataEnterer: maybe(fc.record({ time: maybe(instant), professional })),
      informants: few(informant),
      recipients: few(recipient),
      authenticators: few(fc.record({ time: instant, professional })),
      participants: few(participant),
      orders: few(order),
      consents: few(consent),
      body,
    })
    .map(({ replaced, signatory, act, acts, custodian, ...rest }) => ({
      ...rest,
      ...(replaced === undefined
        ? {}
        : { replaces: { uniqueId: '2.999.7.1.20250101.1', setId: '2.999.7.1.20250101', version: replaced } }),
      ...(custodian === undefined
        ? {}
        : {
            custodian: {
              idNat: custodian.idNat,
              name: custodian.name,
              addresses: custodian.addresses,
              telecoms: custodian.telecoms,
            },
          }),
      legalAuthenticator: { signatory },
      acts: [act, ...acts],
    }));
}

/** A submission of one to three documents. With `dmp`, one that the DMP can take: qualified identity, its own lists. */
export function submission(lists: Lists = 'cisis'): fc.Arbitrary<Submission> {
  return fc.record({
    vendor: fc.constant({ oid: '2.999.7', instance: '3' }),
    patient: lists === 'dmp' ? patient.map((one) => ({ ...one, identity: qualifiedIdentity })) : patient,
    submitter: professionalAuthor,
    contentType: codeOf(jdvJ59),
    title: maybe(someText),
    documents: fc.uniqueArray(document(lists), {
      minLength: 1,
      maxLength: 3,
      selector: ({ id }) => id ?? {},
    }),
  });
}

/** A report of telemedicine (TLM-CR): unstructured, with its type and its act. */
export const telemedicineReport: fc.Arbitrary<SubmissionDocument> = fc
  .tuple(document(), fc.constantFrom('TCG', 'TC', 'TE1', 'TE2', 'TLD', 'TLL', 'TLM', 'TLS'))
  .map(([one, code]) => ({
    ...one,
    type: { code: '85208-7', displayName: 'CR de télémédecine', codeSystem: '2.16.840.1.113883.6.1' },
    acts: one.acts.map((act, index) => ({
      ...act,
      code: index === 0 ? { code, displayName: 'Téléconsultation', codeSystem: '1.2.250.1.215.200.3.3' } : undefined,
    })),
  }));
