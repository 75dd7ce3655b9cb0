import fc from 'fast-check';
import type { Treatment } from '../../../src/submission.ts';
import { clinicalCode } from '../header.ts';
import { day, maybe, someText } from '../values.ts';

/** As precise as a clinician knows it. */
export const clinicalDate = day.chain((date) => fc.constantFrom(date, date.slice(0, 7), date.slice(0, 4)));

/** Two dates in order, of the same precision. */
export const past = fc
  .tuple(day, day, fc.constantFrom(4, 7, 10))
  .map(([a, b, length]) => [a.slice(0, length), b.slice(0, length)].sort())
  .filter(([since, until]) => since !== until)
  .map(([since, until]) => ({ since, until }));

export const codedText = fc.record({ text: someText, code: maybe(clinicalCode) });
export const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
export const number = fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100);

export const treatment: fc.Arbitrary<Treatment> = fc.record({
  product: fc.record({
    text: someText,
    code: maybe(
      fc.record({
        code: fc.stringMatching(/^6[0-9]{7}$/),
        displayName: someText,
        codeSystem: fc.constant('1.2.250.1.213.2.3.1'),
      }),
    ),
  }),
  start: maybe(day),
  posology: someText,
  dose: maybe(fc.record({ value: number, unit: fc.constantFrom('{tablet}', 'mg', 'mL') })),
  every: maybe(fc.record({ value: fc.integer({ min: 1, max: 24 }), unit: fc.constantFrom('h', 'd') })),
  route: maybe(fc.constant({ code: '20053000', displayName: 'Voie orale', codeSystem: '0.4.0.127.0.16.1.1.2.1' })),
  reason: maybe(codedText),
});
