import { describe, expect, it } from 'vitest';
import { compileRegex, RegexError, type RegexOptions } from '../../src/regex/index.js';
import { SAXON_VERDICTS, type Verdict } from './saxon-verdicts.js';

type Call = Omit<Verdict, 'answer'>;

function answer(call: Call, options: RegexOptions = { quantifiedAnchors: 'accept' }): Verdict['answer'] {
  try {
    const regex = compileRegex(call.pattern, call.flags, options);
    if (call.op === 'matches') return regex.matches(call.input);
    return call.op === 'replace' ? regex.replace(call.input, call.replacement ?? '') : regex.tokenize(call.input);
  } catch (error) {
    if (error instanceof RegexError) return error.code;
    throw error;
  }
}

describe('the verdicts of Saxon-HE 9.9', () => {
  for (const [section, verdicts] of Object.entries(SAXON_VERDICTS)) {
    it(`are those of: ${section}`, () => {
      const asked = verdicts.map((verdict) => ({ ...verdict, answer: answer(verdict) }));
      expect(asked).toEqual(verdicts);
    });
  }
});

describe('a quantifier after an anchor', () => {
  it('is an error unless the caller accepts it', () => {
    for (const pattern of ['^+?\\d*$', '^*', '$?', 'a|$+']) {
      expect(answer({ op: 'matches', pattern, flags: '', input: '12' }, {})).toBe('FORX0002');
    }
    expect(compileRegex('^+?\\d*$', '', { quantifiedAnchors: 'accept' }).matches('12')).toBe(true);
    expect(compileRegex('^?\\d$', '', { quantifiedAnchors: 'accept' }).matches('a1')).toBe(true);
  });
});

describe('where Saxon-HE 9.9 does not do what the recommendation says', () => {
  // Found by comparing some 150 000 generated calls (generate.ts): about one in a thousand disagrees, six in a thousand of those with
  // back-references, reluctant quantifiers or loops in loops that may be empty; those looked into have one of these reasons. The two
  // agree on 120 000 random strings of metacharacters as to which are patterns. `saxon` is what it answers, `ours` what we do.
  const differences: readonly (Call & { readonly why: string; readonly ours: unknown; readonly saxon: unknown })[] = [
    // 1. A repeated character just before an anchor never gives anything back (taken for unambiguous).
    { why: 'anchor', op: 'matches', pattern: 'b?^b', flags: '', input: 'b', ours: true, saxon: false },
    { why: 'anchor', op: 'matches', pattern: '\\s+$', flags: 'm', input: 'a \n b', ours: true, saxon: false },
    { why: 'anchor', op: 'matches', pattern: '(^)*a', flags: '', input: 'ba', ours: true, saxon: false },
    // 2. With flag m, what must follow an anchor within the pattern is looked for at the start of the input.
    { why: 'lines', op: 'matches', pattern: '.?\n^b', flags: 'm', input: 'a\nb', ours: true, saxon: false },
    // 3. A repeated group of fixed length that gives a turn back is left empty, instead of holding the turn before.
    {
      why: 'group',
      op: 'replace',
      pattern: '(a)*a',
      flags: '',
      input: 'aaa',
      replacement: '[$1]',
      ours: '[a]',
      saxon: '[]',
    },
    {
      why: 'group',
      op: 'replace',
      pattern: 'x(a?|b)*y',
      flags: '',
      input: 'xabay',
      replacement: '[$1]',
      ours: '[]',
      saxon: '[a]',
    },
    // 4. The same for back-references, which may also speak of a turn that was given back.
    { why: 'group', op: 'matches', pattern: '(-)*é\\1b', flags: '', input: '--é-b', ours: true, saxon: false },
    { why: 'group', op: 'matches', pattern: '^(a|ab)+\\1c$', flags: '', input: 'aabac', ours: false, saxon: true },
    // 5. A loop whose turns differ in length gives up once it has ended four times running at the same place.
    { why: 'loop', op: 'matches', pattern: '^(a?)*ab$', flags: '', input: 'aab', ours: true, saxon: false },
    { why: 'loop', op: 'matches', pattern: '(a|.|)+A..', flags: '', input: 'AaAA', ours: true, saxon: false },
    // 6. A reluctant loop whose body has no fixed length follows one way only through each of its turns, and takes one at least.
    { why: 'reluctant', op: 'matches', pattern: '^(ab?)*?b$', flags: '', input: 'ab', ours: true, saxon: false },
    { why: 'reluctant', op: 'matches', pattern: '^(?:a|ab)*?c$', flags: '', input: 'abc', ours: true, saxon: false },
    // 7. Flags after a semicolon, and `!`, choose engines of Saxon.
    { why: 'flags', op: 'matches', pattern: 'a', flags: ';j', input: 'a', ours: 'FORX0001', saxon: true },
    { why: 'flags', op: 'matches', pattern: 'a', flags: '!', input: 'a', ours: 'FORX0001', saxon: true },
    // 8. A zero-length input is tokenized without a look at the pattern; ours has been compiled before.
    { why: 'order', op: 'tokenize', pattern: '(', flags: '', input: '', ours: 'FORX0002', saxon: [] },
  ];

  it.each(differences)('$why: $op $pattern', (difference) => {
    expect(answer(difference)).toEqual(difference.ours);
    expect(difference.ours).not.toEqual(difference.saxon);
  });
});
