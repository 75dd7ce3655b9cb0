import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { folderLoader } from '../../src/node/folder-loader.js';
import { SchemaError } from '../../src/schema/error.js';
import { memoryLoader, resolveReference } from '../../src/schema/loader.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { deviationsOf, errorOf, fragment, schemaText } from './schema.js';

const top = mkdtempSync(join(tmpdir(), 'socle-schema-'));
const root = join(top, 'pack');
mkdirSync(join(root, 'Include'), { recursive: true });
mkdirSync(join(top, 'beside'));
mkdirSync(join(root, 'supplement'));
writeFileSync(join(root, 'main.sch'), schemaText('<include href="include/ONE.sch"/>'));
writeFileSync(join(root, 'Include', 'one.sch'), fragment('<pattern id="one"/>'));
writeFileSync(join(root, 'Include', 'déjà vu.xml'), '<é/>');
writeFileSync(join(root, 'supplement', 'Voc.xml'), '<voc/>');
writeFileSync(join(top, 'secret.xml'), '<secret/>');
writeFileSync(join(top, 'beside', 'other.xml'), '<other/>');
symlinkSync(join(top, 'secret.xml'), join(root, 'link.xml'));
symlinkSync(top, join(root, 'up'));
symlinkSync(join(root, 'Include', 'one.sch'), join(root, 'inner.sch'));
symlinkSync(join(root, 'nowhere.xml'), join(root, 'broken.xml'));
afterAll(() => rmSync(top, { recursive: true }));

describe('a folder', () => {
  const loader = folderLoader(root, { fallbacks: [join(root, 'supplement'), join(top, 'beside')] });

  it('is read, whatever the case of names', () => {
    const schema = readSchema('main.sch', loader);
    expect(schema.files).toEqual(['main.sch', 'Include/one.sch']);
    expect(deviationsOf(schema, 'include.case')).toMatchObject([{ subject: 'include/ONE.sch' }]);
    expect(loader.read('d%C3%A9j%C3%A0%20vu.xml', 'Include/one.sch')?.name).toBe('Include/déjà vu.xml');
    expect(loader.read('../main.sch', 'Include/one.sch')?.deviations).toBeUndefined();
    expect(loader.read('inner.sch', undefined)?.name).toBe('inner.sch');
  });

  it('is completed by others, and it is said', () => {
    expect(loader.read('vocabularies/voc.xml', 'main.sch')).toMatchObject({
      name: 'supplement/Voc.xml',
      deviations: [{ code: 'resource.fallback', subject: 'vocabularies/voc.xml', incomplete: false }],
    });
    expect(loader.read('../other.xml', 'Include/one.sch')?.name).toBe('beside/other.xml');
  });

  it('has what it has', () => {
    expect(loader.read('none.xml', undefined)).toBeUndefined();
    expect(loader.read('Include', undefined)).toBeUndefined();
    expect(loader.read('broken.xml', undefined)).toBeUndefined();
    expect(loader.read('main.sch/x', undefined)).toBeUndefined();
    expect(loader.read('', undefined)).toBeUndefined();
  });

  it.each([
    '../secret.xml',
    'link.xml',
    'Include/../../secret.xml',
    '%2e%2e/secret.xml',
    join(top, 'secret.xml'),
    'file:///etc/passwd',
  ])('is never left: %s', (href) => {
    expect(errorOf(() => loader.read(href, undefined))).toMatchObject({ code: 'schema.outside' });
  });

  it('is never left by a linked folder', () => {
    expect(loader.read('up/secret.xml', undefined)).toBeUndefined();
    expect(loader.read('up/pack/main.sch', undefined)).toBeUndefined();
  });

  it('is bounded, and must exist', () => {
    expect(errorOf(() => folderLoader(root, { maxFileBytes: 10 }).read('main.sch', undefined))).toMatchObject({
      code: 'schema.limit',
    });
    expect(errorOf(() => folderLoader(join(top, 'none')))).toMatchObject({ code: 'schema.missing' });
  });
});

describe('references', () => {
  it.each([
    ['a.sch', undefined, 'a.sch'],
    ['a.sch', 'x/main.sch', 'x/a.sch'],
    ['../a.sch', 'x/main.sch', 'a.sch'],
    ['./b//c.sch', 'x/y/main.sch', 'x/y/b/c.sch'],
    ['100%.xml', undefined, '100%.xml'],
    [' a%20b.xml ', undefined, 'a b.xml'],
  ])('%s in %s is %s', (href, base, name) => {
    expect(resolveReference(href, base)).toBe(name);
  });

  it('never leave the root', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2E%2e',
      '%2f',
      '%5c',
      '%00',
      'a',
      ':',
      'http',
      '%',
      '\0',
      'é',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }),
        (pieces, base) => {
          let name: string;
          try {
            name = resolveReference(pieces.join(''), base.length === 0 ? undefined : base.join('/'));
          } catch (error) {
            expect(error).toBeInstanceOf(SchemaError);
            return;
          }
          expect(name.split('/')).not.toContain('..');
          expect(name).not.toMatch(/^\/|[\\\0]/);
        },
      ),
    );
  });
});

describe('files in memory', () => {
  it('are given as they are, bytes or text', () => {
    const loader = memoryLoader(new Map([['a/B.xml', new Uint8Array([60, 120, 47, 62])]]));
    expect(loader.read('a/B.xml', undefined)).toEqual({ name: 'a/B.xml', text: new Uint8Array([60, 120, 47, 62]) });
    expect(loader.read('b.XML', 'a/c.xml')).toMatchObject({ name: 'a/B.xml', deviations: [{ code: 'include.case' }] });
    expect(loader.read('c.xml', undefined)).toBeUndefined();
  });

  it('are decoded by their mark or their declaration', () => {
    const text = schemaText('<title>é</title>');
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (each) => each.charCodeAt(0)).buffer),
    ]);
    const latin = Uint8Array.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, (each) => each.charCodeAt(0));
    for (const bytes of [utf16, latin, new TextEncoder().encode(`\uFEFF${text}`)]) {
      expect(readSchema('m.sch', memoryLoader({ 'm.sch': bytes })).title).toBe('é');
    }
    const broken = new Uint8Array([...new TextEncoder().encode('<a>'), 0xe9, ...new TextEncoder().encode('</a>')]);
    expect(errorOf(() => readSchema('m.sch', memoryLoader({ 'm.sch': broken })))).toMatchObject({
      code: 'schema.encoding',
    });
  });
});
