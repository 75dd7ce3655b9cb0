import { describe, expect, it } from 'vitest';
import { starExports, textProblems } from '../../src/checks/text-rules.ts';

describe('textProblems', () => {
  it.each([
    ['a.md', 'see /home/alice/socle'],
    ['a.json', '{"dir": "/Users/alice"}'],
    ['a.ts', "const dir = 'C:\\Users\\alice'"],
    ['a.ts', '// TODO later'],
    ['a.tsx', '/* FIXME */'],
    ['a.test.ts', "it.skip('x', () => {})"],
    ['a.test.ts', "describe.concurrent.only('x', () => {})"],
    ['a.test.tsx', "test.todo('x')"],
    ['a.test.ts', "xit('x', () => {})"],
    ['a.ts', '// @ts-ignore'],
  ])('%s: %s', (file, text) => {
    expect(textProblems(file, `first\n${text}`)).toMatchObject([{ file, line: 2 }]);
  });

  it.each([
    ['a.md', 'https://example.org/home/alice/ and ./home/alice'],
    ['a.md', 'a list of what is TODO in the world'],
    ['a.ts', "url = 'https://host/Users/1'"],
    ['a.test.ts', "it.skipIf(windows)('x', () => {}); describe.runIf(here)"],
    ['a.ts', '// @ts-expect-error a wrong argument must not compile'],
  ])('lets %s: %s pass', (file, text) => {
    expect(textProblems(file, text)).toEqual([]);
  });
});

describe('starExports', () => {
  it('finds every kind', () => {
    const source =
      "export * from './a.js';\nexport * as b from './b.js';\nexport type * from './c.js';\nexport { d } from './d.js';";
    expect(starExports('index.ts', source).map((problem) => problem.line)).toEqual([1, 2, 3]);
  });

  it('does not read comments or texts', () => {
    expect(starExports('index.ts', "// export * from './a.js'\nconst text = 'export * from';")).toEqual([]);
  });
});
