import type { IdentityEvent, IdentityState, TraitsIns, TraitsLocaux } from '@socle-sante/core';
import { statusOf, transition } from '@socle-sante/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODERS } from './everywhere.ts';
import { AT, arbMatricule, arbOid, arbTraits, qualified, ZOE, ZOE_MATRICULE } from './support.ts';

const at = fc.constant(AT);
const bool = fc.boolean();

/** Any event, with any content: most sequences make no sense, and that is the point. */
const arbEvent: fc.Arbitrary<IdentityEvent> = fc.oneof(
  fc.record({ type: fc.constant('create' as const), at, traits: arbTraits as fc.Arbitrary<TraitsLocaux> }),
  fc.record({
    type: fc.constant('insiFound' as const),
    at,
    ins: fc.record({ matricule: arbMatricule, oid: arbOid }),
    traits: arbTraits,
    accepted: fc.constantFrom(true, true, true, false),
    history: fc.array(
      fc.record({ matricule: arbMatricule as fc.Arbitrary<string>, oid: arbOid as fc.Arbitrary<string> }),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    type: fc.constant('documentChecked' as const),
    at,
    document: fc.record({ type: fc.constantFrom('CN', 'PA', 'CS', 'PC', 'AV', 'XX') }),
    coherent: fc.constantFrom(true, true, false),
  }),
  fc.record({
    type: fc.constant('apcvRead' as const),
    at,
    ins: fc.record({ matricule: arbMatricule, oid: arbOid }),
    traits: arbTraits,
    accepted: bool,
    genuine: bool,
  }),
  fc.record({
    type: fc.constant('editTrait' as const),
    at,
    changes: fc.constantFrom<Partial<TraitsLocaux>>(
      { nomNaissance: 'AUTRE' },
      { sexe: 'I' },
      { nomUtilise: 'USAGE' },
      { premierPrenom: '' },
      { dateNaissance: '2001-00-00' },
      { lieuNaissance: undefined },
    ),
    confirmed: bool,
    documentProves: bool,
  }),
  fc.record({ type: fc.constant('verificationKo' as const), at, documentProves: bool }),
  fc.record({ type: fc.constant('documentNotGenuine' as const), at }),
  fc.record({
    type: fc.constantFrom('setDouteuse', 'clearDouteuse', 'setFictive', 'clearFictive', 'setHomonyme', 'clearHomonyme'),
    at,
  }) as fc.Arbitrary<IdentityEvent>,
);

/** The matricules that the sequence ever spoke of. */
function matriculesOf(events: readonly IdentityEvent[]): string[] {
  return events.flatMap((event) => [
    ...('ins' in event ? [event.ins.matricule] : []),
    ...('history' in event ? (event.history ?? []).map((entry) => entry.matricule) : []),
  ]);
}

function outputs(
  state: IdentityState,
): [string, { readonly carries: boolean; readonly text: string; readonly ok: boolean }][] {
  return Object.entries(ENCODERS).map(([name, encode]) => {
    const answer = encode(state);
    // Findings too: a remark must not tell what the message hides.
    const text = JSON.stringify([answer.value ?? '', answer.findings]);
    return [name, { carries: answer.carriesIns ?? false, text, ok: answer.ok }];
  });
}

describe('no way round the qualified status', () => {
  it('no sequence of events lets an identity that is not qualified transmit an INS through any mapper', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbTraits, fc.array(arbEvent, { maxLength: 12 }), (traits, events) => {
        const all: IdentityEvent[] = [{ type: 'create', at: AT, traits }, ...events];
        const matricules = matriculesOf(all);
        let state: IdentityState | undefined;
        for (const event of all) {
          const next = transition(state, event);
          if (!next.ok) continue;
          state = next.state;
          const status = statusOf(state);
          seen.add(status);
          if (status === 'QUAL') continue;
          for (const [name, { carries, text }] of outputs(state)) {
            if (carries) throw new Error(`${name} says that it carries the INS of a ${status}`);
            if (matricules.some((matricule) => text.includes(matricule.slice(0, 13))))
              throw new Error(`${name} leaks in ${status}`);
            // The OIDs of the INS stand in no message of theirs either.
            if (/1\.2\.250\.1\.213\.1\.4\./.test(text)) throw new Error(`${name} holds an INS OID in ${status}`);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect([...seen].sort()).toEqual(['PROV', 'QUAL', 'RECUP', 'VALI']);
  });

  it('a qualified identity transmits only its present INS, and its history only where asked', () => {
    fc.assert(
      fc.property(arbTraits, arbMatricule, arbMatricule, arbOid, (traits, matricule, former, oid) => {
        fc.pre(former.slice(0, 13) !== matricule.slice(0, 13));
        const state: IdentityState = { ...qualified(traits, matricule, oid), history: [{ matricule: former, oid }] };
        for (const [name, { text, ok }] of outputs(state)) {
          if (!ok) throw new Error(`${name} refused`);
          if (!name.startsWith('fhir2') && text.includes(former.slice(0, 13)))
            throw new Error(`${name} tells the history`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('an identity made by hand, with the marks of a qualified one and an attribute that forbids it, transmits nothing', () => {
    const good = qualified(ZOE, ZOE_MATRICULE);
    const forged: IdentityState[] = [
      { ...good, attributes: ['douteuse'] },
      { ...good, attributes: ['fictive'] },
      { ...good, insi: false },
      { ...good, document: { type: 'PC', date: AT, trust: 'low' } },
      { ...good, traits: { ...good.traits, sexe: 'I' } },
      { ...good, ins: { matricule: ZOE_MATRICULE as never, oid: '1.2.250.1.213.1.4.2' as never } },
      { ...good, traits: { ...good.traits, premierPrenom: '' } as TraitsIns },
    ];
    for (const state of forged) {
      for (const [name, { carries, text }] of outputs(state)) {
        expect(carries, name).toBe(false);
        expect(text.includes(ZOE_MATRICULE.slice(0, 13)), name).toBe(false);
      }
    }
  });
});
