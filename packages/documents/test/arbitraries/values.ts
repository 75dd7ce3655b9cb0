import type { Coded } from '@socle-sante/core/coded';
import type { ConceptSet } from '@socle-sante/nomenclatures';
import { toCoded } from '@socle-sante/nomenclatures/lookup';
import fc from 'fast-check';
import type { Contact, InstanceId, Period, PostalAddress, Telecom } from '../../src/submission.ts';

/** Any official code of a list that is still in use. */
export function codeOf(set: ConceptSet): fc.Arbitrary<Coded> {
  return fc.constantFrom(...set.concepts.filter(({ status }) => status === 'active')).map(toCoded);
}

/** A text that says something: accents, XML signs, other scripts; no control character. */
export const someText = fc
  .string({ unit: fc.constantFrom(...'abcXYZ éàÉœ-\'’"&<>012;/()[]日本🙂'), minLength: 1, maxLength: 24 })
  .map((text) => text.trim())
  .filter((text) => text !== '');

export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** An ISO instant of 2020–2026 with one of the offsets of French territories. */
export const instant = fc
  .tuple(
    fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2026, 11, 31) }),
    fc.constantFrom('+01:00', '+02:00', '+00:00', '-04:00', '+11:00', 'Z'),
  )
  .map(([at, offset]) => new Date(at).toISOString().slice(0, 19) + offset);

/** A day after 1950. */
export const day = fc
  .integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2026, 11, 31) })
  .map((at) => new Date(at).toISOString().slice(0, 10));

/** An act between two instants, the second not always known. */
export const instantPeriod: fc.Arbitrary<{ readonly start: string; readonly end?: string }> = fc
  .tuple(
    fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2026, 0, 1) }),
    maybe(fc.integer({ min: 60_000, max: 9e9 })),
  )
  .map(([from, length]) => ({
    start: `${new Date(from).toISOString().slice(0, 19)}+01:00`,
    ...(length === undefined ? {} : { end: `${new Date(from + length).toISOString().slice(0, 19)}+01:00` }),
  }));

/** A period whose end comes after its start; either end may be missing, not both. */
export const period: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2026, 0, 1) }), fc.integer({ min: 60_000, max: 9e9 }))
  .map(([from, length]) => ({
    start: `${new Date(from).toISOString().slice(0, 19)}+01:00`,
    stop: `${new Date(from + length).toISOString().slice(0, 19)}+01:00`,
  }))
  .chain((whole) => fc.constantFrom<Period>(whole, { start: whole.start }, { stop: whole.stop }));

export const oid = fc
  .array(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 5 })
  .map((arcs) => `2.999.${arcs.join('.')}`);

export const instanceId: fc.Arbitrary<InstanceId> = fc.oneof(
  oid.map((root) => ({ root })),
  fc.record({ root: oid, extension: fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/) }),
  fc.uuid().map((root) => ({ root: root.toUpperCase() })),
);

/** Identifiers, each once. */
export const instanceIds = fc.uniqueArray(instanceId, { maxLength: 2, selector: ({ root }) => root });

const addressUse = maybe(fc.constantFrom('H', 'HP', 'HV', 'WP', 'TMP'));

const address: fc.Arbitrary<PostalAddress> = fc.oneof(
  fc.record({ use: addressUse, lines: fc.array(someText, { minLength: 1, maxLength: 7 }) }),
  fc.record({
    use: addressUse,
    houseNumber: maybe(someText),
    streetNameType: maybe(someText),
    streetName: maybe(someText),
    additionalLocator: maybe(someText),
    unitID: maybe(someText),
    postBox: maybe(someText),
    precinct: maybe(someText),
    postalCode: fc.stringMatching(/^[0-9]{5}$/),
    city: someText,
    state: maybe(someText),
    country: maybe(someText),
  }),
);

const digits = fc.stringMatching(/^[0-9]{10}$/);
const telecom: fc.Arbitrary<Telecom> = fc.record({
  value: fc.oneof(
    digits.map((number) => `tel:${number}`),
    digits.map((number) => `fax:${number}`),
    fc.stringMatching(/^[a-z]{3,9}$/).map((name) => `mailto:${name}@exemple.fr`),
  ),
  use: maybe(fc.constantFrom('H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG')),
});

const whyNone = fc.constantFrom('UNK', 'NASK', 'ASKU', 'NAV', 'MSK');
/** Why there is none: alone in its list. */
const absent = whyNone.map((nullFlavor) => [{ nullFlavor }]);

/** Addresses and telecoms, none twice. */
export const contact: fc.Arbitrary<Contact> = fc.record({
  addresses: maybe(
    fc.oneof(
      { weight: 4, arbitrary: fc.uniqueArray(address, { maxLength: 2, selector: addressKey }) },
      { weight: 1, arbitrary: absent },
    ),
  ),
  telecoms: maybe(
    fc.oneof(
      { weight: 4, arbitrary: fc.uniqueArray(telecom, { maxLength: 2, selector: ({ value }) => value }) },
      { weight: 1, arbitrary: absent },
    ),
  ),
});

/** As the rules compare addresses: use and texts, whatever the parts. */
function addressKey({ use, lines, ...parts }: PostalAddress): string {
  return [use, ...(lines ?? Object.values(parts))].join('');
}

/** At least one of each, as biology asks. */
export const fullContact: fc.Arbitrary<Contact> = fc.record({
  addresses: fc.tuple(address),
  telecoms: fc.tuple(telecom),
});
