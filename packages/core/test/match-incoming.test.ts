import { describe, expect, test } from 'vitest';
import { INS_OIDS } from '../src/ins-identifier.js';
import { matchIncoming } from '../src/match-incoming.js';
import type { IdentityState } from '../src/rniv.js';
import { at, ruth, zoe, zoeLocal, zoeTraits } from './fixtures.js';

const qualified: IdentityState = {
  traits: zoeLocal,
  ins: zoe,
  insi: true,
  document: { type: 'CN', date: at, trust: 'high' },
  attributes: [],
  history: [],
};
const provisional: IdentityState = { traits: zoeLocal, insi: false, attributes: [], history: [] };
const incoming = { ins: zoe, traits: zoeTraits };
const other: IdentityState = {
  ...qualified,
  ins: ruth,
  traits: {
    ...zoeLocal,
    nomNaissance: 'NESSI',
    premierPrenom: 'RUTH',
    listePrenoms: 'RUTH',
    dateNaissance: '1977-07-14',
  },
};

const reasons = (...states: IdentityState[]): unknown => {
  const result = matchIncoming(
    incoming,
    states.map((state, ref) => ({ ref, state })),
  );
  return result.outcome === 'candidates' ? result.candidates.map((c) => [c.ref, c.reason]) : result.outcome;
};

describe('a document received with a qualified INS', () => {
  test('finds the one qualified record', () => {
    const result = matchIncoming(incoming, [
      { ref: 'a', state: other },
      { ref: 'b', state: qualified },
      { ref: 'c', state: provisional },
    ]);
    expect(result).toMatchObject({ outcome: 'match', ref: 'b' });
  });

  test('equivalent traits are no obstacle', () => {
    expect(reasons({ ...qualified, traits: { ...zoeLocal, nomNaissance: 'adrun', lieuNaissance: undefined } })).toBe(
      'match',
    );
  });

  test('finds nobody', () => {
    expect(reasons(other)).toBe('none');
    expect(reasons()).toBe('none');
    expect(reasons({ ...provisional, traits: { ...zoeLocal, nomNaissance: '' } })).toBe('none');
  });

  test('the same INS with other traits never matches by itself', () => {
    const differs: IdentityState = { ...qualified, traits: { ...zoeLocal, dateNaissance: '1980-01-01' } };
    expect(reasons(differs)).toEqual([[0, 'traitsDiffer']]);
    expect(reasons(qualified, differs)).toEqual([
      [1, 'traitsDiffer'],
      [0, 'duplicate'],
    ]);
  });

  test('anything weaker is for a person to choose, strongest first', () => {
    const recovered: IdentityState = { ...qualified, document: undefined };
    const doubtful: IdentityState = { ...qualified, attributes: ['douteuse'] };
    const otherOid: IdentityState = { ...qualified, ins: { ...zoe, oid: INS_OIDS.nirTest } };
    const former: IdentityState = { ...other, history: [{ matricule: zoe.matricule, oid: zoe.oid }] };
    expect(reasons(provisional, former, otherOid, recovered, doubtful, qualified, qualified)).toEqual([
      [5, 'duplicate'],
      [6, 'duplicate'],
      [3, 'notQualified'],
      [4, 'notQualified'],
      [2, 'otherOid'],
      [1, 'formerIns'],
      [0, 'sameTraits'],
    ]);
  });

  test('a fictitious record is never proposed', () => {
    expect(reasons({ ...qualified, attributes: ['fictive'] }, { ...provisional, attributes: ['fictive'] })).toBe(
      'none',
    );
  });
});
