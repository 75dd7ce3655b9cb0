import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rootOf } from '../../src/schematron/root.js';
import { schema, type Workshop, workshop } from './workshop.js';

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
});
afterAll(() => shop.close());

const rule = (test: string) => `<pattern><rule context="a"><assert test="${test}">a</assert></rule></pattern>`;
const root = async (name: string, text: string) => rootOf(await shop.write(name, text));

describe('the folder that a schematron is read from', () => {
  it('is its own when it names nothing above', async () => {
    await shop.write('x/y/part.sch', rule('true()'));
    const own = { root: join(shop.folder, 'x', 'y'), kit: false };
    expect(await root('x/y/a.sch', schema('<include href="part.sch"/>'))).toEqual(own);
    expect(await root('x/y/b.sch', schema('<include href="../absent.sch"/>'))).toEqual(own);
    expect(await root('x/y/c.sch', schema(rule("document('../absent/x.xml')")))).toEqual(own);
  });

  it('is the one that holds what it includes, and what that includes', async () => {
    await shop.write(
      'x/commun/un.sch',
      '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><include href="../../plus%20haut/deux.sch#r"/></pattern>',
    );
    await shop.write('plus haut/deux.sch', rule('true()'));
    expect((await root('x/z/a.sch', schema('<include href="../commun/un.sch"/>'))).root).toBe(shop.folder);
  });

  it('is the one that holds the documents that it names, whatever their case, and a folder that names begin with', async () => {
    await shop.write('v/Valeurs/X.xml', '<x/>');
    const expected = { root: join(shop.folder, 'v'), kit: false };
    expect(await root('v/r/a.sch', schema(rule("document('../valeurs/x.XML')")))).toEqual(expected);
    expect(await root('v/r/b.sch', schema(rule("document(concat('../Valeurs/', @code, '.xml'))")))).toEqual(expected);
  });

  it('is never far above, nor the home folder, nor the top of the disk', async () => {
    await shop.write('deep.xml', '<x/>');
    const far = await root('1/2/3/4/5/a.sch', schema(rule("document('../../../../../deep.xml')")));
    expect(far.root).toBe(join(shop.folder, '1', '2', '3', '4', '5'));
    const near = await root('1/2/3/4/b.sch', schema(rule("document('../../../../deep.xml')")));
    expect(near.root).toBe(shop.folder);
    for (const place of [homedir(), dirname(homedir()), '/etc']) {
      const climb = '../'.repeat(20) + place.slice(1);
      const found = await root(
        '1/c.sch',
        schema(`<include href="${climb}/passwd"/>${rule(`document('${climb}/passwd')`)}`),
      );
      expect(found.root).toBe(join(shop.folder, '1'));
    }
  });

  it('is that of the kit of the ANS, when it is laid out so', async () => {
    const kit = { root: join(shop.folder, 'kit'), kit: true };
    await shop.write('kit/jeuxDeValeurs/J.xml', '<x/>');
    expect(await root('kit/schematrons/profils/a.sch', schema(rule('true()')))).toEqual(kit);
    expect((await root('kit/autre/a.sch', schema(rule('true()')))).kit).toBe(false);
  });

  it('ends on files that include each other', async () => {
    await shop.write('c/b.sch', schema('<include href="a.sch"/>'));
    expect((await root('c/a.sch', schema('<include href="b.sch"/>'))).root).toBe(join(shop.folder, 'c'));
  });
});
