import { isMatricule } from '@socle-sante/core/matricule';
import { createIdentity, type IdentityEvent, type IdentityState, statusOf, transition } from '@socle-sante/core/rniv';
import { describe, expect, it } from 'vitest';
import type { IdentityField, IdentityValues } from '../../src/ins/IdentityForm/identity-values.js';
import {
  consequenceOf,
  issuesOf,
  mandatoryFields,
  noIdentity,
  saveInputOf,
} from '../../src/ins/IdentityForm/identity-values.js';

const values: IdentityValues = {
  ...noIdentity,
  birthName: 'ADRUN',
  firstNames: 'ZOE MARIE',
  firstName: 'ZOE',
  sex: 'F',
  birthDate: '1975-12-31',
  birthPlace: '63220',
};
const traits = {
  nomNaissance: 'ADRUN',
  listePrenoms: 'ZOE MARIE',
  premierPrenom: 'ZOE',
  sexe: 'F',
  dateNaissance: '1975-12-31',
  lieuNaissance: '63220',
} as const;

const matricule = '275126322074974';
const found: IdentityEvent | undefined = isMatricule(matricule)
  ? {
      type: 'insiFound',
      at: '2026-01-01T00:00:00Z',
      ins: { matricule, oid: '1.2.250.1.213.1.4.10' },
      traits,
      accepted: true,
    }
  : undefined;
const checked: IdentityEvent = {
  type: 'documentChecked',
  at: '2026-01-01T00:00:00Z',
  document: { type: 'CN' },
  coherent: true,
};

function after(...events: readonly (IdentityEvent | undefined)[]): IdentityState {
  return events.reduce<IdentityState>((state, event) => {
    const done = event ? transition(state, event) : undefined;
    if (!done?.ok) throw new Error('a seed is refused');
    return done.state;
  }, createIdentity(traits));
}

describe('consequences of the change of a locked trait', () => {
  const states = { RECUP: after(found), VALI: after(checked), QUAL: after(found, checked) };
  const changes: readonly (readonly [IdentityField, Partial<IdentityValues>, object])[] = [
    ['birthDate', { birthDate: '1975-12-30' }, { dateNaissance: '1975-12-30' }],
    ['birthName', { birthName: 'ADRIN' }, { nomNaissance: 'ADRIN' }],
    ['firstName', { firstName: 'ZOE MARIE' }, { premierPrenom: 'ZOE MARIE' }],
  ];
  for (const [status, state] of Object.entries(states)) {
    for (const [field, typed, core] of changes) {
      for (const documentProves of [true, false]) {
        it(`${status}, ${field}, document ${documentProves ? 'bears it' : 'does not'}: as the state machine does`, () => {
          const done = transition(state, {
            type: 'editTrait',
            at: '2026-01-02T00:00:00Z',
            changes: core,
            confirmed: true,
            documentProves,
          });
          if (!done.ok) throw new Error('refused');
          const told = consequenceOf(
            {
              status: statusOf(state),
              traits: {
                birthName: 'ADRUN',
                firstNames: 'ZOE MARIE',
                firstName: 'ZOE',
                sex: 'F',
                birthDate: '1975-12-31',
              },
            },
            [field],
            { ...values, ...typed },
            documentProves,
          );
          expect(told).toEqual({
            to: statusOf(done.state),
            losesIns: done.effects.some(({ kind }) => kind === 'insInvalidated'),
          });
        });
      }
    }
  }
});

describe('issues of the form', () => {
  const issues = (typed: Partial<IdentityValues>) => issuesOf({ ...values, ...typed }, '2026-11-21');

  it('finds nothing in a right identity', () => {
    expect(issues({})).toEqual({});
  });
  it('asks for the five traits, and only for them', () => {
    expect(Object.keys(issuesOf(noIdentity, '2026-11-21')).sort()).toEqual([...mandatoryFields].sort());
    expect(mandatoryFields.size).toBe(5);
  });
  it('accepts a name of 100 characters, not of 101', () => {
    expect(issues({ birthName: 'A'.repeat(100) })).toEqual({});
    expect(issues({ birthName: 'A'.repeat(101) }).birthName).toMatchObject({
      finding: { rule: 'traits.name.tooLong' },
    });
  });
  it('tells the place of a refused character', () => {
    expect(issues({ birthName: 'ADR2N' }).birthName).toMatchObject({ finding: { params: { position: 4 } } });
  });
  it('wants the first first name at the start of the list', () => {
    expect(issues({ firstName: 'MARIE' }).firstName).toEqual({ kind: 'incoherent', list: 'ZOE MARIE' });
    expect(issues({ firstName: 'ZOE MARIE' })).toEqual({});
  });
  it('refuses a lunar or a future date, and a place that is no code', () => {
    expect(issues({ birthDate: '1975-00-00' }).birthDate).toMatchObject({ kind: 'finding' });
    expect(issues({ birthDate: '2026-11-22' }).birthDate).toEqual({ kind: 'future' });
    expect(issues({ birthPlace: 'Thiers' }).birthPlace).toMatchObject({ kind: 'finding' });
  });
  it('leaves out what is empty, and never fills a used name', () => {
    expect(saveInputOf({ ...values, firstNames: '' }, undefined)).toEqual({
      traits: { birthName: 'ADRUN', firstName: 'ZOE', sex: 'F', birthDate: '1975-12-31', birthPlace: '63220' },
    });
  });
});
