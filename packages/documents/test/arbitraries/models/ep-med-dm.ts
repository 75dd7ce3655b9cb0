import type { Coded } from '@socle-sante/core/coded';
import fc from 'fast-check';
import type {
  DispensedMedicine,
  Dose,
  EpMedDmContent,
  Medicine,
  Posology,
  PrescribedDevice,
  PrescribedMedicine,
  Timing,
} from '../../../src/submission.ts';
import { day, instanceId, maybe, someText } from '../values.ts';
import { prose } from './img-cr.ts';
import type { ModelCase } from './model-case.ts';
import { codedText, few, number, past } from './values.ts';

const EDQM = '0.4.0.127.0.16.1.1.2.1';
const route = fc.constant({ code: '20053000', displayName: 'Voie orale', codeSystem: EDQM });
const dose: fc.Arbitrary<Dose> = fc.record({
  value: number,
  unit: fc.constantFrom('{tablet}', 'mg', 'mL'),
  label: maybe(fc.constantFrom('comprimé', 'mg')),
});
const range = fc.record({ low: dose, high: maybe(dose) });
const cip = fc.constant({
  code: '3400933516390',
  displayName: 'PARACETAMOL 500 mg',
  codeSystem: '1.2.250.1.213.2.3.2',
});

export const medicine: fc.Arbitrary<Medicine> = fc.record({
  text: prose,
  code: maybe(
    fc.record({
      code: fc.stringMatching(/^6[0-9]{7}$/),
      displayName: someText,
      codeSystem: fc.constant('1.2.250.1.213.2.3.1'),
    }),
  ),
  otherCodes: maybe(
    fc.constantFrom([
      { code: 'MV00002306', displayName: 'Paracétamol 500 mg comprimé', codeSystem: '1.2.250.1.213.2.59' },
      { code: '3400933516390', displayName: 'PARACETAMOL', codeSystem: '1.2.250.1.213.2.3.2' },
    ]),
  ),
  name: maybe(someText),
  form: maybe(fc.constant({ code: '10219000', displayName: 'Comprimé', codeSystem: EDQM })),
  generic: maybe(fc.constant({ code: 'N02BE01', displayName: 'paracetamol', codeSystem: '2.16.840.1.113883.6.73' })),
  substances: maybe(
    few(
      fc.record({
        code: fc.constant({
          code: '100000090270',
          displayName: 'Paracetamol',
          codeSystem: '2.16.840.1.113883.3.6905.2',
        }),
        strength: maybe(fc.record({ of: dose, per: dose })),
      }),
    ),
  ),
});

/** A medicine that was handed out. */
export const dispensedMedicine: fc.Arbitrary<DispensedMedicine> = fc
  .tuple(
    medicine,
    fc.record({
      lot: maybe(fc.constant('12345')),
      expires: maybe(day),
      package: maybe(
        fc.record({
          code: cip,
          form: maybe(fc.constant({ code: '30009000', displayName: 'Boîte', codeSystem: EDQM })),
          capacity: maybe(dose),
        }),
      ),
    }),
  )
  .map(([what, more]) => ({ ...what, ...more }));

const span = fc.record({ value: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom('d', 'h') });
const timing: fc.Arbitrary<Timing> = fc.oneof(
  fc.record({ kind: fc.constant('interval' as const), every: span }),
  fc.record({
    kind: fc.constant('event' as const),
    event: fc.constantFrom('ACM', 'PCV', 'HS', 'WAKE'),
    after: maybe(span),
  }),
);
export const frequency = fc.record({ said: someText, timings: fc.array(timing, { minLength: 1, maxLength: 3 }) });
export const way = {
  route: maybe(route),
  site: maybe(codedText),
  most: maybe(fc.record({ dose, per: fc.constant({ value: 1, unit: 'd', label: 'jour' }) })),
};
export const intake = { frequency: maybe(frequency), dose: maybe(range), rate: maybe(range) };
const posology: fc.Arbitrary<Posology> = fc.record({ ...intake, ...way });

const coverage = {
  ald: fc.boolean(),
  accidentTravail: fc.boolean(),
  prevention: fc.boolean(),
  nonRemboursable: fc.boolean(),
};

const line: fc.Arbitrary<PrescribedMedicine> = fc
  .record({
    id: maybe(instanceId),
    medicine,
    when: maybe(past),
    text: prose,
    posology: maybe(posology),
    mode: fc.constantFrom('normal', 'steps', 'delayed', 'delayedLength'),
    length: span,
    steps: fc.record({
      kind: fc.constantFrom('progressive', 'split', 'conditional', 'combined'),
      items: fc.array(fc.record({ text: prose, start: maybe(day), length: maybe(span), ...intake }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
    renewals: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant('unlimited' as const)),
    renewableUntil: maybe(day),
    quantity: maybe(fc.record({ value: number, unit: fc.constant('30009000'), label: fc.constant('boîtes') })),
    notSubstitutable: maybe(someText),
    ...coverage,
    horsAmm: fc.boolean(),
    condition: maybe(someText),
    reason: maybe(codedText),
    patientInstructions: maybe(prose),
    dispenserInstructions: maybe(prose),
  })
  .map(({ when, mode, length, steps, posology: how, ...rest }) => {
    const dates = when === undefined ? {} : { start: when.since, end: when.until };
    const { frequency: _f, dose: _d, rate: _r, ...only } = how ?? {};
    if (mode === 'steps') return { ...rest, ...dates, posology: how && only, steps };
    if (mode === 'delayedLength') return { ...rest, posology: how, delayed: { length } };
    if (mode === 'delayed' && when) return { ...rest, ...dates, posology: how, delayed: {} };
    return { ...rest, ...dates, posology: how };
  });

const device: fc.Arbitrary<PrescribedDevice> = fc
  .record({
    name: codedText,
    otherCodes: maybe(
      fc.constantFrom<Coded[]>([{ code: '1215702', displayName: 'lit médical', codeSystem: '1.2.250.1.215.200.2.1' }]),
    ),
    when: maybe(past),
    renewals: fc.integer({ min: 0, max: 12 }),
    packages: maybe(fc.integer({ min: 1, max: 9 })),
    rentedDays: maybe(fc.integer({ min: 1, max: 365 })),
    ...coverage,
  })
  .map(({ when, ...rest }) => ({ ...rest, ...(when === undefined ? {} : { start: when.since, end: when.until }) }));

const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 2 });

const epMedDmContent: fc.Arbitrary<EpMedDmContent> = fc
  .record({
    kinds: maybe(fc.uniqueArray(fc.constantFrom('bizone', 'ordonnanceSecurisee', 'executionEnUrgence'))),
    barcode: maybe(fc.constant(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))),
    medicines: some(line),
    devices: some(device),
    what: fc.constantFrom('both', 'medicines', 'devices'),
    comment: maybe(prose),
    vitalSigns: maybe(
      fc.record({
        at: day,
        measures: some(fc.record({ code: fc.constant('29463-7' as const), value: number, unit: fc.constant('kg') })),
      }),
    ),
    pregnancies: maybe(fc.record({ status: fc.constantFrom('pregnant', 'unknown'), lastPeriodAt: maybe(day) })),
  })
  .map(({ what, medicines, devices, ...rest }) => ({
    ...rest,
    ...(what === 'devices' ? {} : { medicines }),
    ...(what === 'medicines' ? {} : { devices }),
  }));

export const epMedDmCase: ModelCase<'ep-med-dm'> = {
  rules: 'schematrons/CI-SIS_EP-MED-DM_2024.01.sch',
  content: epMedDmContent,
  // The model fixes the code of the first act, which has a start and an end.
  shape: (document) => ({
    ...document,
    acts: document.acts.map((act, index) =>
      index === 0 ? { ...act, code: undefined, stop: act.stop ?? '2027-01-15T10:00:00+01:00' } : act,
    ),
  }),
};
