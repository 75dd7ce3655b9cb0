import { describe, expect, it } from 'vitest';
import { StaticError, UnsupportedError } from '../../src/compile/expression/errors.js';
import { XPathError } from '../../src/runtime/error.js';
import { LimitError } from '../../src/runtime/limits.js';
import { compiled, evaluate } from '../support/evaluate.js';

const XML = '<a x="1"><b>2</b><b>t</b></a>';

describe('Errors when an expression is compiled', () => {
  it.each([
    ['$nothing', 'XPST0008'],
    ['nothing()', 'XPST0017'],
    ['count()', 'XPST0017'],
    ['p:a', 'XPST0081'],
    ['p:f()', 'XPST0081'],
    ['1 cast as xs:nothing', 'XPST0051'],
    ['a instance of schema-element(b)', 'XPST0008'],
    ["'a'/b", 'XPTY0019'],
    ['1 + true()', 'XPTY0004'],
    ["1 eq 'a'", 'XPTY0004'],
    ['string-length(1)', 'XPTY0004'],
    ['1 | a', 'XPTY0004'],
    ['true() or $nothing', 'XPST0008'],
    ['if (true()) then 1 else $nothing', 'XPST0008'],
  ])('%s: %s', async (expression, code) => {
    const compilation = compiled(expression);
    await expect(compilation).rejects.toThrow(StaticError);
    await expect(compilation).rejects.toMatchObject({ code });
  });

  it.each(['namespace::*', 'unparsed-text("a")', 'collection()'])(
    '%s is not supported, and says so',
    async (expression) => {
      await expect(compiled(expression)).rejects.toThrow(UnsupportedError);
      await expect(compiled(expression)).rejects.toThrow(expression);
    },
  );
});

describe('Errors when an expression is evaluated', () => {
  it.each([
    ['/a/b eq 2', 'XPTY0004'],
    ['string(/a/b)', 'XPTY0004'],
    ['/a/b > 1', undefined],
    ['/a/b[2] > 1', 'FORG0001'],
    ['xs:integer(/a/b[2])', 'FORG0001'],
    ["doc('nowhere.xml')", 'FODC0002'],
    ['1 idiv 0', 'FOAR0001'],
    ['exactly-one(/a/b)', 'FORG0005'],
    ['(1, /a)[@x]', 'XPTY0020'],
    ['/a/(b, 1)', 'XPTY0018'],
    ['/a/b treat as element(c)*', 'XPDY0050'],
  ])('%s: %s', async (expression, code) => {
    for (const optimise of [true, false]) {
      const evaluation = evaluate(expression, XML, { optimise });
      if (code === undefined) {
        await expect(evaluation).resolves.toEqual([true]);
        continue;
      }
      await expect(evaluation).rejects.toThrow(XPathError);
      await expect(evaluation).rejects.toMatchObject({ code });
    }
  });

  it.each(['false() and 1 idiv 0 = 1', 'if (/a) then 1 else error()', '(1, error())[1]'])(
    'what is not needed is no error: %s',
    async (expression) => {
      for (const optimise of [true, false]) await evaluate(expression, XML, { optimise });
    },
  );

  it.each(['count(for $i in 1 to 100000000 return $i)', '//b[count(for $j in 1 to 1000000 return $j) = -1]'])(
    '%s is bounded by the steps of its run',
    async (expression) => {
      const evaluation = evaluate(expression, XML, { run: { limits: { steps: 10_000 } } });
      await expect(evaluation).rejects.toThrow(LimitError);
    },
  );
});
