import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRegex, type RegexEngine, RegexError } from '../../src/regex/index.js';
import { type GenerateOptions, generateCases, type RegexCase } from './generate.js';

function run(call: RegexCase, engine?: RegexEngine): unknown {
  try {
    const regex = compileRegex(call.pattern, call.flags, { engine, maxSteps: 1_000_000 });
    if (call.op === 'matches') return regex.matches(call.input);
    return call.op === 'replace' ? regex.replace(call.input, call.replacement) : regex.tokenize(call.input);
  } catch (error) {
    if (error instanceof RegexError) return error.code;
    throw error;
  }
}

const options = fc.record<GenerateOptions>({
  reluctant: fc.boolean(),
  emptyLoops: fc.boolean(),
  anchors: fc.boolean(),
});

describe('the engines', () => {
  it('give the same answers', () => {
    fc.assert(
      fc.property(fc.integer(), options, (seed, allowed) => {
        for (const call of generateCases(seed, 10, allowed)) {
          const expected = run(call, 'automaton');
          const backtracking = run(call, 'backtracking');
          expect(run(call), JSON.stringify(call)).toEqual(expected);
          if (backtracking !== 'regex.budget') expect(backtracking, JSON.stringify(call)).toEqual(expected);
          const chosen = compiledEngine(call);
          if (chosen === 'native') expect(run(call, 'native'), JSON.stringify(call)).toEqual(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('read a literal as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, around) => {
        const quoted = compileRegex(text, 'q');
        expect(quoted.matches(around + text + around)).toBe(true);
        expect(quoted.matches(around)).toBe(around.includes(text));
        if (text !== '')
          expect(quoted.tokenize(around + text)).toEqual(around + text === '' ? [] : (around + text).split(text));
      }),
    );
  });

  it('never throw anything but their own errors', () => {
    const pieces = fc.constantFrom(...('ab1^$.|?*+(){}[]\\-,:pdwscLu2é\u{1d504} \n'.match(/./gsu) ?? []));
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 20 }),
        fc.constantFrom('', 'i', 'x', 'm', 's', 'q'),
        fc.string(),
        (parts, flags, input) => {
          const call = { op: 'matches', pattern: parts.join(''), flags, input, replacement: '' } as const;
          const expected = run(call, 'automaton');
          expect(run(call)).toEqual(run({ ...call }, expected === 'FORX0002' ? undefined : compiledEngine(call)));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function compiledEngine(call: RegexCase): RegexEngine | undefined {
  try {
    return compileRegex(call.pattern, call.flags).engine;
  } catch {
    return undefined;
  }
}
