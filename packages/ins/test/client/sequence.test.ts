import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttemptAnswer,
  MAX_SEARCH_CALLS,
  nextStep,
  planAttempts,
  recordAnswer,
  type SequenceInput,
  startSequence,
} from '../../src/sequence.js';

/** Plays answers one after the other, and returns what was called. The last answer is repeated. */
function play(input: SequenceInput, ...answers: AttemptAnswer[]): { calls: string[]; end: string } {
  let state = startSequence(input);
  const calls: string[] = [];
  for (;;) {
    const step = nextStep(state);
    if (step.kind !== 'call') {
      const next = step.kind === 'multiple' ? ` ${step.next}` : '';
      const cut = 'truncated' in step && step.truncated ? ' truncated' : '';
      return { calls, end: `${step.kind}${next}${cut}` };
    }
    const { prenom, lieuNaissance } = step.attempt;
    calls.push(lieuNaissance === undefined ? prenom : `${prenom} @${lieuNaissance}`);
    state = recordAnswer(state, step.attempt, answers[calls.length - 1] ?? answers.at(-1) ?? '01');
  }
}

describe('the candidates', () => {
  it.each([
    ['ZOE', ['ZOE']],
    ['PIERRE PAUL JACQUES', ['PIERRE', 'PAUL', 'JACQUES', 'PIERRE PAUL JACQUES']],
    ['PIERRE-ALAIN MURIEL', ['PIERRE-ALAIN', 'MURIEL', 'PIERRE-ALAIN MURIEL']],
    ['JEAN JEAN', ['JEAN', 'JEAN JEAN']],
    ['  OLA   CATARINA ', ['OLA', 'CATARINA', 'OLA CATARINA']],
    ['', []],
  ])('of "%s"', (list, expected) => {
    expect(planAttempts(list).map(({ prenom }) => prenom)).toEqual(expected);
  });

  it('keep a prénom that holds a space when a list is given as an array', () => {
    expect(planAttempts(['MARIE ANNE', 'ROSE']).map(({ prenom }) => prenom)).toEqual([
      'MARIE ANNE',
      'ROSE',
      'MARIE ANNE ROSE',
    ]);
  });
});

describe('the sequence', () => {
  it('CNDA 2.07 cas 1: stops at the first 00', () => {
    expect(play({ prenoms: 'OLA CATARINA BELLA' }, '01', '00')).toEqual({ calls: ['OLA', 'CATARINA'], end: 'found' });
  });

  it('never sends the unknown place 99999, which tells nobody apart', () => {
    expect(play({ prenoms: 'LEONARDO', lieuNaissance: '99999' }, '02')).toEqual({
      calls: ['LEONARDO'],
      end: 'multiple prenoms',
    });
  });

  it('CNDA 2.07 cas 2: four times 01', () => {
    expect(play({ prenoms: 'PIERRE PAUL JACQUES' }, '01')).toEqual({
      calls: ['PIERRE', 'PAUL', 'JACQUES', 'PIERRE PAUL JACQUES'],
      end: 'notFound',
    });
  });

  it('CNDA 2.06: 02, then the same candidate with the birth place', () => {
    expect(play({ prenoms: 'LEONARDO', lieuNaissance: '63220' }, '02', '00')).toEqual({
      calls: ['LEONARDO', 'LEONARDO @63220'],
      end: 'found',
    });
  });

  it('after 02 leaves the loop, joins the prénoms once, then adds the place to the candidate that gave 02', () => {
    expect(play({ prenoms: 'ANNA BELLA CLARA', lieuNaissance: '63220' }, '01', '02', '02', '02')).toEqual({
      calls: ['ANNA', 'BELLA', 'ANNA BELLA CLARA', 'BELLA @63220'],
      end: 'multiple lieuNaissance',
    });
    expect(play({ prenoms: 'ANNA BELLA', lieuNaissance: '63220' }, '02', '01', '00')).toEqual({
      calls: ['ANNA', 'ANNA BELLA', 'ANNA @63220'],
      end: 'found',
    });
  });

  it('says what to add: the other prénoms first, then the place', () => {
    expect(play({ prenoms: 'LEONARDO' }, '02').end).toBe('multiple prenoms');
    expect(play({ prenoms: 'ANNA BELLA' }, '02').end).toBe('multiple lieuNaissance');
    expect(play({ prenoms: 'ANNA BELLA' }, '01', '01', '02')).toEqual({
      calls: ['ANNA', 'BELLA', 'ANNA BELLA'],
      end: 'multiple lieuNaissance',
    });
  });

  it.each(['fault', 'other'] as const)('stops on %s', (answer) => {
    expect(play({ prenoms: 'ANNA BELLA' }, '01', answer)).toEqual({ calls: ['ANNA', 'BELLA'], end: 'stopped' });
  });

  it('never makes more calls than its bound', () => {
    expect(play({ prenoms: 'A B C D E F G' }, '01')).toEqual({
      calls: ['A', 'B', 'C', 'D', 'E', 'F'],
      end: 'notFound truncated',
    });
    expect(play({ prenoms: 'A B C', maxCalls: 2 }, '01').calls).toEqual(['A', 'B']);
    expect(play({ prenoms: 'A B', lieuNaissance: '63220', maxCalls: 2 }, '02')).toEqual({
      calls: ['A', 'A B'],
      end: 'multiple lieuNaissance truncated',
    });
    for (const maxCalls of [0, -1, 7, 100, Number.NaN, Number.POSITIVE_INFINITY]) {
      const { length } = play({ prenoms: 'A B C D E F G', maxCalls }, '01').calls;
      expect(length).toBeGreaterThanOrEqual(1);
      expect(length).toBeLessThanOrEqual(MAX_SEARCH_CALLS);
    }
  });

  it('always ends, within the bound, and never sends the same thing twice', () => {
    const prenoms = fc.array(fc.constantFrom('ANNA', 'BELLA', 'CLARA', 'DORA-LOU'), { minLength: 0, maxLength: 9 });
    const answers = fc.array(fc.constantFrom<AttemptAnswer>('00', '01', '02', 'other', 'fault'), { maxLength: 12 });
    fc.assert(
      fc.property(prenoms, answers, fc.option(fc.constant('63220'), { nil: undefined }), (list, given, place) => {
        const input = { prenoms: list, ...(place === undefined ? {} : { lieuNaissance: place }) };
        const { calls } = play(input, ...given);
        return calls.length <= MAX_SEARCH_CALLS && new Set(calls).size === calls.length;
      }),
    );
  });
});
