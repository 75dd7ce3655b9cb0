import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldBytes } from '../../../tooling/src/held-memory.ts';
import { folderLoader } from '../../src/node/folder-loader.js';
import { readSchema } from '../../src/schema/read-schema.js';
import type { XDocument } from '../../src/tree/document.js';
import { type ReadOptions, readDocument } from '../../src/tree/read.js';
import { validate } from '../../src/validate/validate.js';
import { packOf } from '../pack/pack-of.js';

const MEGABYTE = 1_048_576;
/** What may be left of a test once it is over: names and compiled modules. */
const LEFT = 64 * MEGABYTE;
const STEPS = 1_000_000;

const heldAtFirst = { bytes: 0 };
beforeAll(() => {
  heldAtFirst.bytes = heldBytes();
});

/** The code of what is thrown, or nothing. */
function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

const refusal = (input: string | Uint8Array, options?: ReadOptions): string | undefined =>
  codeOf(() => readDocument(input, options));

/** Nothing is kept of what was refused, and the next document is judged. */
async function goesOn(left = LEFT): Promise<void> {
  // What the last call left on the stack goes with it.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const { lines } = await packOf('<pattern><rule context="a"><assert test="@b = 1">x</assert></rule></pattern>');
  expect(lines('<a b="2"/>')).toEqual(['/a: x']);
  expect(heldBytes() - heldAtFirst.bytes).toBeLessThan(left);
}

/** What a test says of a document under a budget of steps: `true`, `false`, or the code that ended it. */
async function answer(test: string, document: XDocument, declarations = '', steps = STEPS): Promise<boolean | string> {
  const escaped = test.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const { pack } = await packOf(
    `${declarations}<pattern><rule context="/*"><report test="${escaped}">x</report></rule></pattern>`,
  );
  try {
    const { findings, faults } = validate(document, pack, { limits: { steps } });
    return faults[0]?.code ?? findings.length > 0;
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

describe('documents made to harm', () => {
  it('of a depth of 100 000', async () => {
    const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    expect(refusal(deep)).toBe('document.tooDeep');
    const document = readDocument(deep, { limits: { maxDepth: 100_000 } });
    expect(await answer('count(//a) = 100000', document)).toBe(true);
    expect(await answer("string(.) = '' and deep-equal(., .)", document)).toBe(true);
    expect(await answer('//a[not(a)]/ancestor::a[99999]', document)).toBe(true);
    const { check } = await packOf(
      '<pattern><rule context="a[not(a)]"><report test="true()">x</report></rule></pattern>',
    );
    expect(validate(document, (await packOf('')).pack).findings).toEqual([]);
    expect(check(deep.slice(3, 3 + 3 * 999) + deep.slice(-4 * 999)).findings).toHaveLength(1);
    await goesOn();
  });

  it('of 10 million nodes', () => {
    // The runner of tests keeps what errors were thrown from: memory is measured without it.
    const script = join(import.meta.dirname, 'refuse-child.ts');
    const said = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
    const { codes, heldBytes: held } = JSON.parse(said);
    expect(codes).toEqual(['document.tooMany', 'document.tooMany', '']);
    expect(held).toBeLessThan(LEFT);
  });

  it('of a text of 100 MB', async () => {
    await longText();
    // The runner keeps the last error, hence the text that it was thrown from.
    await goesOn(500_000_000);
  });

  async function longText(): Promise<void> {
    const text = 'x'.repeat(100_000_000);
    expect(refusal(`<r>${text}</r>`)).toBe('document.tooLarge');
    expect(refusal(`<r b="${text}"/>`)).toBe('document.tooLarge');
    expect(refusal(`<r><!--${text}--></r>`)).toBe('document.tooLarge');
    expect(refusal(`<r>${text}${text}</r>`)).toBe('document.tooLarge');
    const document = readDocument(`<r>${text}</r>`, { limits: { maxTextLength: 200_000_000 } });
    expect(await answer('string-length(.) = 100000000', document)).toBe(true);
    expect(await answer("matches(., '(x+)+y')", document)).toBe('limit.regex');
    expect(await answer('string-to-codepoints(.)[5]', document)).toBe('limit.steps');
  }

  it('of attributes by the 100 000 and of namespaces by the million', async () => {
    const many = (count: number, of: (n: number) => string): string =>
      Array.from({ length: count }, (_, n) => of(n)).join(' ');
    expect(refusal(`<r ${many(100_000, (n) => `a${n}="1"`)}/>`)).toBe('document.tooMany');
    expect(refusal(`<r ${many(1_000_000, (n) => `xmlns:a${n}="u"`)}/>`)).toBe('document.tooMany');
    const raised = { limits: { maxAttributes: 200_000 } };
    expect(refusal(`<r ${many(100_000, (n) => `a${n}="1"`)}/>`, raised)).toBeUndefined();
    expect(refusal(`<r ${many(100_000, (n) => `a${n}="1"`)} a0="2"/>`, raised)).toBe('document.malformed');
    await goesOn();
  });

  it('with a DOCTYPE or entities', async () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
    expect(refusal(`<!DOCTYPE r [<!ENTITY e0 "ha">${laughs}]><r>&e9;</r>`)).toBe('document.doctype');
    expect(refusal('<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r>&f;</r>')).toBe('document.doctype');
    expect(refusal('<!DOCTYPE r [<!ENTITY % p SYSTEM "http://example.invalid/x">%p;]><r/>')).toBe('document.doctype');
    expect(refusal(`${'<!--x-->'.repeat(100_000)}<!DOCTYPE r><r/>`)).toBe('document.doctype');
    expect(refusal('<r>&f;</r>')).toBe('document.malformed');
    await goesOn();
  });

  it.each<readonly [string, Uint8Array]>([
    ['UTF-8 that is not', Uint8Array.of(0x3c, 0x72, 0x3e, 0xc3, 0x28, 0x3c, 0x2f, 0x72, 0x3e)],
    ['an overlong character', Uint8Array.of(0x3c, 0x72, 0x3e, 0xc0, 0xbc, 0x3c, 0x2f, 0x72, 0x3e)],
    ['UTF-7', Buffer.from('<?xml version="1.0" encoding="UTF-7"?><r/>')],
    ['EBCDIC', Uint8Array.of(0x4c, 0x6f, 0xa7, 0x94, 0x93)],
    ['UTF-32', Uint8Array.of(0, 0, 0, 0x3c, 0, 0, 0, 0x72)],
    ['a character that XML has not', Buffer.from('<r>\0</r>')],
    ['half a character', Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x72)],
  ])('in %s', (_name, bytes) => {
    expect(refusal(bytes)).toMatch(/^document\.(?:encoding|malformed)$/);
  });
});

describe('rules made to harm', () => {
  const document = readDocument(
    `<r re="(a|aa)*(a*)*\\2c"><a>${'a'.repeat(20_000)}!</a>${'<x/><y/>'.repeat(20_000)}</r>`,
  );

  it.each([
    ["matches(a, '^(a+)+$')", false],
    ["matches(a, '(a|a)*b')", false],
    ["matches(a, '(a*)*\\1c')", 'limit.regex'],
    ['matches(a, @re)', 'limit.regex'],
    ["replace(a, '(a|aa)+\\1c', '') = ''", 'limit.regex'],
    ["matches(a, '(((((a{1,99}){1,99}){1,99}){1,99}){1,99})')", 'FORX0002'],
  ])('a regular expression: %s', async (test, expected) => {
    expect(await answer(test, document)).toBe(expected);
    await goesOn();
  });

  it.each([
    'count(for $i in 1 to 10000000000 return $i) = 1',
    'sum(1 to 10000000000) = 1',
    '(1 to 10000000000)[last()] = 1',
    'every $i in 1 to 10000000000, $j in 1 to 10 satisfies $i > 0',
    'reverse(1 to 10000000000)[1] = 1',
    'index-of(1 to 10000000000, 5) = 1',
    'distinct-values(for $i in 1 to 10000000000 return $i)[2] = 1',
    "string-join(for $i in 1 to 10000000000 return 'xxxxxxxxxx', '') = 'x'",
    'codepoints-to-string(for $i in 1 to 10000000000 return 65) = 1',
  ])('a range without end: %s', async (test) => {
    expect(await answer(test, document)).toBe('limit.size');
    await goesOn();
  });

  it.each([
    'every $i in 1 to 9000000, $j in 1 to 9000000 satisfies $i > 0',
    'count(for $i in 1 to 9000, $j in 1 to 9000000 return $j[. lt 0]) = 1',
    'count(//x[preceding::y]) = 1 and count(//x[count(preceding::y) > 5]) = 1',
    'count(//x[count(preceding-sibling::y) > 5]) = 1',
    'count(//x[count(following::*) > 5]) = 1',
  ])('a loop without end: %s', async (test) => {
    expect(await answer(test, document)).toBe('limit.steps');
    await goesOn();
  });

  afterAll(() => goesOn());
});

describe('files made to harm', () => {
  const bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><r>&b;</r>';
  const folder = { root: '', rules: '' };

  beforeAll(() => {
    folder.root = mkdtempSync(join(tmpdir(), 'socle-hostile-'));
    folder.rules = join(folder.root, 'rules');
    mkdirSync(folder.rules);
    writeFileSync(join(folder.root, 'secret.xml'), '<secret/>');
    symlinkSync(join(folder.root, 'secret.xml'), join(folder.rules, 'link.xml'));
    symlinkSync(folder.root, join(folder.rules, 'up'));
    writeFileSync(join(folder.rules, 'bomb.xml'), bomb);
    writeFileSync(join(folder.rules, 'deep.xml'), '<a>'.repeat(100_000) + '</a>'.repeat(100_000));
    writeFileSync(join(folder.rules, 'bomb.sch'), bomb.replace('<r>', '<schema>').replace('</r>', '</schema>'));
    writeFileSync(join(folder.rules, 'known.xml'), '<known/>');
  });
  afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

  it.each([
    '../secret.xml',
    'a/../../secret.xml',
    '%2e%2e/secret.xml',
    'link.xml',
    'up/secret.xml',
    '/etc/passwd',
    'file:///etc/passwd',
    'http://example.invalid/x.xml',
    '//example.invalid/x.xml',
    'bomb.xml',
    'deep.xml',
  ])('a rule does not get %s', async (href) => {
    const { pack } = await packOf(`<pattern><rule context="/*">
      <report test="document('${href}')">document</report>
      <report test="doc-available('${href}')">available</report>
      <report test="doc('${href}')">doc</report>
      <report test="document('known.xml')/known">known</report>
    </rule></pattern>`);
    const { findings, faults } = validate(readDocument('<a/>'), pack, { loader: folderLoader(folder.rules) });
    expect(findings.map(({ text }) => text)).toEqual(['known']);
    expect(faults.map(({ code }) => code)).toEqual(['FODC0002']);
  });

  it('a schema includes nothing from outside, and is no bomb', () => {
    const loader = folderLoader(folder.rules);
    expect(codeOf(() => readSchema('../secret.xml', loader))).toBe('schema.outside');
    expect(codeOf(() => readSchema('link.xml', loader))).toBe('schema.outside');
    expect(codeOf(() => readSchema('bomb.sch', loader))).toBe('schema.xml');
    for (const href of ['../secret.xml', 'link.xml', '/etc/passwd', 'file:///etc/passwd', 'http://example.invalid/x']) {
      writeFileSync(
        join(folder.rules, 'main.sch'),
        `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><include href="${href}"/></schema>`,
      );
      expect(
        codeOf(() => readSchema('main.sch', folderLoader(folder.rules))),
        href,
      ).toBe('schema.outside');
    }
  });
});
