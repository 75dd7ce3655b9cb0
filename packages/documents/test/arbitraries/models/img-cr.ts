import fc from 'fast-check';
import {
  CONTRAINDICATIONS,
  LATERALITIES,
  MODALITIES,
  PREGNANCIES,
  RADIATION_QUANTITIES,
  REGIONS,
  SITES,
} from '../../../src/models/imaging-lists.ts';
import type { ImagingAct, ImagingProduct, ImgCrContent, MedicalDevice } from '../../../src/submission.ts';
import { personName, specialty } from '../people.ts';
import { contact, day, instant, instantPeriod, maybe, oid, someText } from '../values.ts';
import type { ModelCase } from './model-case.ts';
import { clinicalDate, codedText, few, number } from './values.ts';

const LOINC = '2.16.840.1.113883.6.1';
const CIP = '1.2.250.1.213.2.3.2';
const ATC = '2.16.840.1.113883.6.73';

export const keyOf = <Key extends string>(list: Readonly<Record<Key, unknown>>): fc.Arbitrary<Key> =>
  fc.constantFrom(...(Object.keys(list) as Key[]));

/** One or more paragraphs. */
export const prose = fc.array(someText, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

const product: fc.Arbitrary<ImagingProduct> = fc.record({
  name: someText,
  codes: maybe(
    fc.constantFrom([
      { code: '3400936915657', displayName: 'XENETIX 350 SOL INJ', codeSystem: CIP },
      { code: 'V08AB11', displayName: 'IOBITRIDOL', codeSystem: ATC },
    ]),
  ),
  dose: maybe(fc.record({ value: number, unit: fc.constantFrom('mL', 'MBq') })),
  route: maybe(
    fc.constant({ code: '20045000', displayName: 'Voie intraveineuse', codeSystem: '0.4.0.127.0.16.1.1.2.1' }),
  ),
  lot: maybe(fc.constant('0002034')),
  comment: maybe(someText),
});

const site = fc.record({
  code: fc.constantFrom(...SITES),
  label: someText,
  laterality: maybe(keyOf(LATERALITIES)),
});

const signer = fc.tuple(personName, specialty, contact).map(([name, what, more]) => ({
  idNat: '899900000017',
  name,
  specialty: what,
  organization: { idNat: '10B0999999', name: 'IMAGERIE' },
  ...more,
}));

const act: fc.Arbitrary<ImagingAct> = fc
  .record({
    code: fc.constantFrom(
      { code: '24727-0', displayName: 'CT tête avec contraste IV', codeSystem: LOINC },
      { code: '36235-0', displayName: 'CT cou avec contraste IV', codeSystem: LOINC },
    ),
    ccam: maybe(fc.constant({ code: 'ACQH004', label: 'Scanographie du crâne' })),
    studyUid: oid,
    when: maybe(instantPeriod),
    modalities: fc.uniqueArray(keyOf(MODALITIES), { minLength: 1, maxLength: 3 }),
    regions: maybe(fc.uniqueArray(keyOf(REGIONS), { maxLength: 2 })),
    site,
    description: prose,
    parameters: maybe(prose),
    products: maybe(few(product)),
    complications: maybe(prose),
    radiation: maybe(
      fc.record({
        authorizedBy: signer,
        pregnancy: keyOf(PREGNANCIES),
        measures: few(
          fc.record({
            quantity: keyOf(RADIATION_QUANTITIES),
            value: number,
            unit: fc.constantFrom('mGy.cm', 'mGy'),
            site,
            at: maybe(clinicalDate),
          }),
        ),
        radiopharmaceutical: maybe(product),
      }),
    ),
    images: maybe(
      fc.record({
        seriesUid: oid,
        modality: keyOf(MODALITIES),
        objectUid: oid,
        sopClass: fc.constant({ uid: '1.2.840.10008.5.1.4.1.1.2', name: 'CT Image Storage' }),
        url: maybe(fc.constant('https://images.exemple.fr/wado?requestType=WADO&studyUID=2.999.1')),
        at: maybe(instant),
      }),
    ),
  })
  .map(({ when, ...rest }) => ({ ...rest, ...when }));

const device: fc.Arbitrary<MedicalDevice> = fc.record({
  name: codedText,
  id: maybe(fc.constant({ root: '2.999.3', extension: '{01}00844588003288' })),
  since: maybe(day),
});

const imgCrContent: fc.Arbitrary<ImgCrContent> = fc.record({
  addendum: maybe(fc.record({ text: prose, at: instant, author: signer })),
  clinicalInformation: maybe(
    fc.record({
      reason: prose,
      purpose: maybe(prose),
      medicalHistory: prose,
      surgicalHistory: prose,
      contraindications: few(
        fc.record({ what: keyOf(CONTRAINDICATIONS), comment: maybe(someText), at: maybe(clinicalDate) }),
      ),
    }),
  ),
  acts: fc.array(act, { minLength: 1, maxLength: 3 }),
  devices: maybe(fc.array(device, { minLength: 1, maxLength: 2 })),
  findings: maybe(
    fc.record({
      text: prose,
      measures: maybe(
        few(
          fc.record({
            what: fc.constant({ code: '21889-1', displayName: 'Taille de la tumeur', codeSystem: LOINC }),
            value: number,
            unit: fc.constant('mm'),
            site: maybe(site),
            at: maybe(clinicalDate),
          }),
        ),
      ),
    }),
  ),
  earlierResults: maybe(prose),
  comparison: maybe(prose),
  conclusion: prose,
  comment: maybe(prose),
  patientInformation: maybe(prose),
});

export const imgCrCase: ModelCase<'img-cr'> = {
  rules: 'schematrons/CI-SIS_IMG-CR-IMG_2024.01.sch',
  content: imgCrContent,
  // The content says the acts; orders have their accession number.
  shape: (document) => ({
    ...document,
    acts: document.acts.slice(0, 1).map(({ ids: _ids, code: _code, ...act }) => act),
    orders: (document.orders ?? []).map((order) => ({
      ...order,
      accessionNumber: order.accessionNumber ?? { root: '2.999.5', extension: '105234751' },
    })),
  }),
};
