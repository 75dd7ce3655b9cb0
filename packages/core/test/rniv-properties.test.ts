import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INS_OIDS } from '../src/ins-identifier.js';
import type { MatriculeIns } from '../src/matricule.js';
import {
  canQueryInsi,
  canTransmitIns,
  type IdentityEvent,
  type IdentityState,
  statusOf,
  transition,
} from '../src/rniv.js';
import type { TraitsIns, TraitsLocaux } from '../src/strict-traits.js';
import { at, ruth, zoe, zoeLocal, zoeTraits } from './fixtures.js';

const ins = fc.constantFrom(zoe, ruth, { matricule: '181036322045660' as MatriculeIns, oid: INS_OIDS.nir });
const insiTraits = fc.constantFrom<TraitsIns>(
  zoeTraits,
  { ...zoeTraits, nomNaissance: 'ADRDEUX' },
  { ...zoeTraits, nomNaissance: '' },
);
const localTraits = fc.constantFrom<TraitsLocaux>(
  zoeLocal,
  { ...zoeLocal, sexe: 'I' },
  { ...zoeLocal, nomNaissance: 'AUTRE' },
);
const edit = fc.constantFrom<Partial<TraitsLocaux>>(
  { nomNaissance: 'X' },
  { sexe: 'I' },
  { sexe: 'F' },
  { nomUtilise: 'Y' },
  {},
  { premierPrenom: '' },
  zoeLocal,
);
const flag = fc.boolean();
const plain = fc.constantFrom<IdentityEvent['type']>(
  'setDouteuse',
  'clearDouteuse',
  'setFictive',
  'clearFictive',
  'setHomonyme',
  'clearHomonyme',
  'documentNotGenuine',
);

const event: fc.Arbitrary<IdentityEvent> = fc.oneof(
  localTraits.map((traits): IdentityEvent => ({ type: 'create', at, traits })),
  fc.record({ type: fc.constant('insiFound' as const), at: fc.constant(at), ins, traits: insiTraits, accepted: flag }),
  fc.record({
    type: fc.constant('apcvRead' as const),
    at: fc.constant(at),
    ins,
    traits: insiTraits,
    accepted: flag,
    genuine: flag,
  }),
  fc.record({
    type: fc.constant('documentChecked' as const),
    at: fc.constant(at),
    document: fc.record({ type: fc.constantFrom('CN', 'PC', 'AV') }),
    coherent: flag,
  }),
  fc.record({
    type: fc.constant('editTrait' as const),
    at: fc.constant(at),
    changes: edit,
    confirmed: flag,
    documentProves: flag,
  }),
  fc.record({ type: fc.constant('verificationKo' as const), at: fc.constant(at), documentProves: flag }),
  plain.map((type) => ({ type, at }) as IdentityEvent),
);

/** A state as a database could give it back, coherent or not. */
const anyState: fc.Arbitrary<IdentityState> = fc.record({
  traits: localTraits,
  ins: fc.option(ins, { nil: undefined }),
  insi: flag,
  document: fc.option(
    fc.record({
      type: fc.constantFrom('CN', 'AV', 'PC'),
      date: fc.constant(at),
      trust: fc.constantFrom('high' as const, 'low' as const),
    }),
    { nil: undefined },
  ),
  attributes: fc.uniqueArray(fc.constantFrom('homonyme' as const, 'douteuse' as const, 'fictive' as const)),
  history: fc.constant([]),
});

/** The two axes and the attributes, followed apart from the code under test and from its table. */
interface Model {
  readonly insi: boolean;
  readonly checked: boolean;
  readonly doubt: boolean;
}

const right = (i: { matricule: string }): boolean => i.matricule === zoe.matricule || i.matricule === ruth.matricule;

/** What each event may at most give; an event that the code refuses leaves the model as it was. */
function follow(model: Model, e: IdentityEvent): Model {
  switch (e.type) {
    case 'insiFound':
      return {
        ...model,
        insi: model.insi || (e.accepted && right(e.ins) && e.traits.nomNaissance !== '' && !model.doubt),
      };
    case 'apcvRead':
      return e.genuine && e.accepted && right(e.ins) && e.traits.nomNaissance !== '' && !model.doubt
        ? { ...model, insi: true, checked: true }
        : model;
    case 'documentChecked':
      return { ...model, checked: model.checked || (e.coherent && e.document.type === 'CN' && !model.doubt) };
    case 'setDouteuse':
    case 'setFictive':
      return { insi: false, checked: false, doubt: true };
    case 'clearDouteuse':
    case 'clearFictive':
      return { insi: false, checked: false, doubt: false };
    case 'verificationKo':
      return { ...model, insi: false };
    default:
      return model;
  }
}

describe('any sequence of events', () => {
  test('an INS is transmissible only when QUAL, and QUAL only when both axes were earned', () => {
    fc.assert(
      fc.property(localTraits, fc.array(event, { maxLength: 30 }), (traits, events) => {
        let state: IdentityState | undefined;
        let model: Model = { insi: false, checked: false, doubt: false };
        for (const e of [{ type: 'create', at, traits } satisfies IdentityEvent, ...events]) {
          const next = transition(state, e);
          if (!next.ok) {
            expect(next.findings.length).toBeGreaterThan(0);
            continue;
          }
          model = follow(model, e);
          state = next.state;
          const status = statusOf(state);
          const transmit = canTransmitIns(state);
          if (transmit.ok) {
            expect(status).toBe('QUAL');
            expect(right(transmit.ins)).toBe(true);
          }
          if (status === 'QUAL' || status === 'RECUP') expect(model.insi).toBe(true);
          if (status === 'QUAL' || status === 'VALI') expect(model.checked).toBe(true);
          if (status !== 'QUAL' && status !== 'RECUP') expect(state.ins).toBeUndefined();
          expect(state.attributes.includes('fictive') && state.attributes.length > 1).toBe(false);
          expect(model.doubt).toBe(state.attributes.includes('douteuse') || state.attributes.includes('fictive'));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('doubtful and fictitious identities are blocked, from any state whatever', () => {
    fc.assert(
      fc.property(anyState, fc.array(event, { maxLength: 12 }), (start, events) => {
        let state = start;
        for (const e of [undefined, ...events]) {
          const next = e ? transition(state, e) : undefined;
          if (next?.ok) state = next.state;
          const doubt = state.attributes.includes('douteuse') || state.attributes.includes('fictive');
          if (doubt) {
            expect(statusOf(state)).toBe('PROV');
            expect(canTransmitIns(state).ok).toBe(false);
            expect(canQueryInsi(state).ok).toBe(false);
          }
          if (canTransmitIns(state).ok) expect(statusOf(state)).toBe('QUAL');
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('an invalidated INS is never lost from the history', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let state: IdentityState = { traits: zoeLocal, insi: false, attributes: [], history: [] };
        for (const e of events) {
          const next = transition(state, e);
          if (!next.ok) continue;
          const before = state;
          state = next.state;
          expect(state.history.slice(0, before.history.length)).toEqual(before.history);
          if (before.ins && before.ins.matricule !== state.ins?.matricule) {
            expect(state.history.at(-1)?.matricule).toBe(before.ins.matricule);
          }
        }
      }),
    );
  });

  test('the state given is never changed', () => {
    fc.assert(
      fc.property(anyState, event, (state, e) => {
        const before = structuredClone(state);
        transition(state, e);
        expect(state).toEqual(before);
      }),
    );
  });
});
