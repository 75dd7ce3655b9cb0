import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../src/runtime/functions.js';
import { REFUSED_FUNCTIONS } from '../../src/runtime/refused.js';
import { acceptsArity, implement, SIGNATURES } from '../../src/runtime/signatures.js';
import { SUPPORT, supportTable } from '../../src/runtime/support.js';
import { typeTest } from '../../src/runtime/values/sequence-type.js';
import { parsePattern } from '../../src/xpath/parse.js';
import { answerAll } from '../conformance/answer.js';
import { codeOf } from './call.js';

/** Appendix C of Functions and Operators 2.0: every function with its arities. */
const FUNCTIONS_AND_OPERATORS = `
abs/1 adjust-date-to-timezone/1-2 adjust-dateTime-to-timezone/1-2 adjust-time-to-timezone/1-2 avg/1 base-uri/0-1 boolean/1 ceiling/1
codepoint-equal/2 codepoints-to-string/1 collection/0-1 compare/2-3 concat/2-9 contains/2-3 count/1 current-date/0 current-dateTime/0
current-time/0 data/1 dateTime/2 day-from-date/1 day-from-dateTime/1 days-from-duration/1 deep-equal/2-3 default-collation/0
distinct-values/1-2 doc-available/1 doc/1 document-uri/1 empty/1 encode-for-uri/1 ends-with/2-3 error/0-3 escape-html-uri/1
exactly-one/1 exists/1 false/0 floor/1 hours-from-dateTime/1 hours-from-duration/1 hours-from-time/1 id/1-2 idref/1-2
implicit-timezone/0 in-scope-prefixes/1 index-of/2-3 insert-before/3 iri-to-uri/1 lang/1-2 last/0 local-name-from-QName/1
local-name/0-1 lower-case/1 matches/2-3 max/1-2 min/1-2 minutes-from-dateTime/1 minutes-from-duration/1 minutes-from-time/1
month-from-date/1 month-from-dateTime/1 months-from-duration/1 name/0-1 namespace-uri-for-prefix/2 namespace-uri-from-QName/1
namespace-uri/0-1 nilled/1 node-name/1 normalize-space/0-1 normalize-unicode/1-2 not/1 number/0-1 one-or-more/1 position/0
prefix-from-QName/1 QName/2 remove/2 replace/3-4 resolve-QName/2 resolve-uri/1-2 reverse/1 root/0-1 round-half-to-even/1-2 round/1
seconds-from-dateTime/1 seconds-from-duration/1 seconds-from-time/1 starts-with/2-3 static-base-uri/0 string-join/2 string-length/0-1
string-to-codepoints/1 string/0-1 subsequence/2-3 substring-after/2-3 substring-before/2-3 substring/2-3 sum/1-2
timezone-from-date/1 timezone-from-dateTime/1 timezone-from-time/1 tokenize/2-3 trace/2 translate/3 true/0 unordered/1 upper-case/1
year-from-date/1 year-from-dateTime/1 years-from-duration/1 zero-or-one/1`;

/** Chapter 16 of XSLT 2.0, and what its instructions about groups and regular expressions bring. */
const XSLT = `
current-group/0 current-grouping-key/0 current/0 document/1-2 element-available/1 format-date/2 format-date/5 format-dateTime/2
format-dateTime/5 format-number/2-3 format-time/2 format-time/5 function-available/1-2 generate-id/0-1 key/2-3 regex-group/1
system-property/1 type-available/1 unparsed-entity-public-id/1 unparsed-entity-uri/1 unparsed-text-available/1-2 unparsed-text/1-2`;

const listed = `${FUNCTIONS_AND_OPERATORS} ${XSLT}`
  .trim()
  .split(/\s+/)
  .map((each) => {
    const [name = '', arities = ''] = each.split('/');
    const [least = '', most = least] = arities.split('-');
    return { name, least: Number(least), most: Number(most) };
  });

describe('signatures', () => {
  it.each(listed)('$name has $least to $most arguments', ({ name, least, most }) => {
    const refused = REFUSED_FUNCTIONS.get(name);
    const signature = SIGNATURES.get(name);
    for (let arity = least; arity <= most; arity++) {
      const known =
        signature === undefined
          ? refused !== undefined && arity >= refused.minArity && arity <= refused.maxArity
          : acceptsArity(signature, arity);
      expect(known, `${name}#${arity}`).toBe(true);
    }
    expect((signature === undefined) !== (refused === undefined)).toBe(true);
  });

  it('have types that arguments can be converted to', () => {
    for (const { parameters, result } of SIGNATURES.values()) {
      for (const type of [...parameters, result]) expect(() => typeTest(type), type).not.toThrow();
    }
  });

  it('have as many parameters as arguments', () => {
    for (const { name, parameters, maxArity, minArity, contextArgument } of SIGNATURES.values()) {
      if (maxArity !== Number.POSITIVE_INFINITY) expect(parameters.length, name).toBe(maxArity);
      if (contextArgument !== undefined) expect(minArity, name).toBe(maxArity - 1);
    }
  });

  it('have an implementation each, or are written out by the compiler', () => {
    for (const { name, compiled } of SIGNATURES.values()) expect(FUNCTIONS.has(name), name).toBe(compiled !== true);
    expect(() => implement('nonsense', () => [])).toThrow(TypeError);
  });

  it('of dates have two arguments or five', () => {
    const signature = SIGNATURES.get('format-date');
    expect([1, 2, 3, 4, 5, 6].filter((arity) => signature !== undefined && acceptsArity(signature, arity))).toEqual([
      2, 5,
    ]);
  });
});

describe('the table of what is supported', () => {
  it('has every function once', () => {
    const names = SUPPORT.filter((entry) => entry.kind === 'function').map((entry) => entry.name);
    expect(new Set(names).size).toBe(names.length);
    expect(listed.filter(({ name }) => !names.includes(name))).toEqual([]);
    expect(names.length).toBe(SIGNATURES.size + REFUSED_FUNCTIONS.size);
  });

  it('says of a function which recommendation it is of', () => {
    const of = (entries: string) =>
      new Set(
        entries
          .trim()
          .split(/\s+/)
          .map((each) => each.replace(/\/.*/, '')),
      );
    for (const entry of SUPPORT.filter(({ kind }) => kind === 'function')) {
      const expected = of(XSLT).has(entry.name)
        ? 'XSLT 2.0'
        : of(FUNCTIONS_AND_OPERATORS).has(entry.name)
          ? 'F&O 2.0'
          : '3';
      expect(
        entry.of.includes(expected) || (expected === '3' && /3\.[01]/.test(entry.of)),
        `${entry.name} of ${entry.of}`,
      ).toBe(true);
    }
  });

  it('says why, wherever it does not say supported', () => {
    for (const entry of SUPPORT) if (entry.status !== 'supported') expect(entry.note ?? '', entry.name).not.toBe('');
  });

  it('refuses what it says is refused when a schema is compiled, and nothing else', async () => {
    const expressions = SUPPORT.filter((entry) => entry.kind !== 'pattern');
    const questions = expressions.map(({ example }, index) => ({
      id: String(index),
      document: 'a',
      expression: example,
    }));
    const answers = await answerAll({ a: '<a/>' }, questions);
    const wrong = expressions.filter(({ status }, index) => {
      const answer = answers.get(String(index));
      const refused = answer === undefined || ('error' in answer && answer.phase === 'compile');
      return refused !== (status === 'refused');
    });
    expect(wrong.map(({ example }) => example)).toEqual([]);
  });

  it('reads the patterns', () => {
    for (const { example, kind } of SUPPORT)
      if (kind === 'pattern') expect(codeOf(() => parsePattern(example))).toBe('no error');
  });

  it('is written in Markdown', () => {
    const table = supportTable('operator').split('\n');
    expect(table.slice(0, 3)).toEqual([
      '| Name | Of | Here | Note |',
      '|---|---|---|---|',
      '| `or` | XPath 2.0 | supported |  |',
    ]);
    expect(table.some((line) => line.startsWith('| `union \\|`'))).toBe(true);
  });
});
