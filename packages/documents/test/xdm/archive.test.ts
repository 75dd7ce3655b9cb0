import { createHash } from 'node:crypto';
import { describeFinding } from '@socle-sante/core/finding';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { describeWithConformance } from '../../../tooling/src/conformance.ts';
import { documentsFindings } from '../../src/messages.js';
import { inspectXdm, isXdm, packXdm, type XdmInspectOptions } from '../../src/xdm.js';
import { schemaErrors } from '../support/xds-schema.js';
import { contentOf, issuer, otherReader } from './support.js';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);

async function rules(bytes: Uint8Array, options?: XdmInspectOptions): Promise<string[]> {
  const { findings } = await inspectXdm(bytes, options);
  for (const item of findings) {
    for (const locale of ['fr', 'en'] as const) {
      const said = describeFinding(item, locale, documentsFindings);
      expect(`${said.title}${said.why}${said.action}`).not.toMatch(/[{}]|sans texte|no text/);
    }
  }
  return findings.map((item) => item.rule);
}

/** The good archive, its files changed and packed again as anybody would. */
async function changed(
  change: (files: Record<string, Uint8Array>) => void,
  content = contentOf(),
): Promise<Uint8Array> {
  const { bytes } = await packXdm(content, { issuer });
  const files: Record<string, Uint8Array> = Object.fromEntries(
    otherReader(bytes).map((file) => [file.name, new Uint8Array(file.content)]),
  );
  change(files);
  return new Uint8Array(zipSync(files));
}

const METADATA = 'IHE_XDM/SUBSET01/METADATA.XML';
const DOC = 'IHE_XDM/SUBSET01/DOC0001.XML';

/** The metadata changed by one replacement, which must take place. */
async function withMetadata(find: string | RegExp, by: string): Promise<Uint8Array> {
  return changed((files) => {
    const before = text(files[METADATA] ?? new Uint8Array());
    const after = before.replace(find, by);
    expect(after).not.toBe(before);
    files[METADATA] = utf8(after);
  });
}

describe('an archive that we make', () => {
  test('has the layout, the order and the bytes that the volet asks', async () => {
    const content = contentOf([{}, { title: 'Second' }]);
    const { bytes, findings } = await packXdm(content, { issuer });
    expect(findings).toEqual([]);
    const files = otherReader(bytes);
    expect(files.map((file) => file.name)).toEqual([
      'README.TXT',
      'INDEX.HTM',
      METADATA,
      DOC,
      'IHE_XDM/SUBSET01/DOC0002.XML',
    ]);
    // No encryption, no data descriptor; stored or deflated.
    expect(files.every((file) => file.flags === 0 && (file.method === 0 || file.method === 8))).toBe(true);
    expect(files[3]?.content.equals(Buffer.from(content.documents[0]?.bytes ?? []))).toBe(true);
    const metadata = files[2]?.content.toString('utf8') ?? '';
    for (const document of content.documents) {
      expect(metadata).toContain(createHash('sha1').update(document.bytes).digest('hex'));
      expect(metadata).toContain(`<Value>${document.bytes.byteLength}</Value>`);
    }
    for (const file of files.slice(0, 2)) expect(file.content.every((byte) => byte < 0x80)).toBe(true);
    expect(files[0]?.content.toString()).toContain("  Adresse : 1 rue de l'OEuvre, 91000 Evry");
    expect(files[1]?.content.toString()).toContain('Cabinet fictif d&#8217;&#201;vry');
    expect(isXdm(bytes)).toBe(true);
  });

  test('is the same each time, and the same documents come out of it', async () => {
    const content = contentOf([{}, {}]);
    const once = await packXdm(content, { issuer });
    const twice = await packXdm(content, { issuer });
    expect(Buffer.from(once.bytes).equals(Buffer.from(twice.bytes))).toBe(true);
    const { subsets } = await inspectXdm(once.bytes);
    expect(subsets[0]?.documents.map((item) => item.uri)).toEqual(['DOC0001.XML', 'DOC0002.XML']);
    expect(subsets[0]?.documents.map((item) => item.cda?.header.title)).toEqual(
      content.entries.map((item) => item.title),
    );
    expect(subsets[0]?.objects.submissionSets[0]).toMatchObject({ ...content.submissionSet });
  });

  test('whatever the texts: pack then inspect gives the content back, without a finding', async () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((value) => value.replace(/[^\p{L}\p{N} '&<>"’-]/gu, '').trim())
      .filter((value) => value !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 3 }), words, async (titles, name) => {
        const content = contentOf(titles.map((title) => ({ title })));
        const packed = await packXdm(content, { issuer: { ...issuer, name, organization: name } });
        expect(packed.findings).toEqual([]);
        const { subsets } = await inspectXdm(packed.bytes);
        expect(subsets[0]?.documents.map((item) => Buffer.from(item.bytes).toString('hex'))).toEqual(
          content.documents.map((item) => Buffer.from(item.bytes).toString('hex')),
        );
        const entries = subsets[0]?.documents.map(
          ({ entry: { hash: _h, size: _s, uri: _u, status: _t, ...rest } }) => rest,
        );
        expect(entries).toEqual(content.entries);
      }),
      { numRuns: 25 },
    );
  });

  test('a replacement is said by its action, never by an association', async () => {
    const document = {
      version: 2,
      setId: '2.999.7.1',
      replaces: { uniqueId: '2.999.7.1.20260115.0', setId: '2.999.7.1', version: 1 },
    };
    const { bytes, findings } = await packXdm(contentOf([document]), { issuer });
    expect(findings).toEqual([]);
    const { subsets } = await inspectXdm(bytes);
    expect(subsets[0]?.documents[0]?.action).toBe('C');
    expect(subsets[0]?.objects.associations.map((item) => item.type.split(':').at(-1))).toEqual(['HasMember']);
  });

  test('a content that deflates beyond measure is stored, so that no reader takes it for a bomb', async () => {
    const body = { kind: 'text' as const, content: new Uint8Array(3_000_000).fill(0x20) };
    const { bytes, findings } = await packXdm(contentOf([{ body }]), { issuer });
    expect(findings).toEqual([]);
    expect(otherReader(bytes).map((file) => file.method)).toEqual([8, 8, 8, 0]);
  });

  test('refuses what has no document', async () => {
    const content = contentOf();
    await expect(packXdm({ ...content, entries: [] }, { issuer })).rejects.toMatchObject({ code: 'xdm.noDocument' });
    const heavy = content.documents.map((document) => ({ ...document, bytes: new Uint8Array(190_000_001) }));
    await expect(packXdm({ ...content, documents: heavy }, { issuer })).rejects.toMatchObject({ code: 'xdm.tooLarge' });
    await expect(packXdm({ ...content, documents: [] }, { issuer })).rejects.toMatchObject({
      code: 'xdm.unknownEntry',
    });
  });
});

describeWithConformance('the metadata of an archive', () => {
  test('is valid against the schema of ebXML', async () => {
    const { bytes } = await packXdm(contentOf([{}, {}]), { issuer });
    const metadata = otherReader(bytes)[2]?.content ?? Buffer.alloc(0);
    expect(schemaErrors(new Uint8Array(metadata))).toEqual([]);
  });
});

describe('an archive with one fault is told by the rule of that fault', () => {
  test('XDM-001 layout and names', async () => {
    expect(
      await rules(
        await changed((files) => {
          delete files['README.TXT'];
        }),
      ),
    ).toEqual(['XDM-001.missing']);
    expect(
      await rules(
        await changed((files) => {
          delete files[METADATA];
        }),
      ),
    ).toEqual(['XDM-001.missing']);
    const lower = await changed((files) => {
      for (const [name, bytes] of Object.entries(files)) {
        delete files[name];
        files[`envoi/${name.toLowerCase()}`] = bytes;
      }
    });
    const received = await inspectXdm(lower, { role: 'receiver' });
    expect(received.findings.every((item) => item.severity === 'warning')).toBe(true);
    expect(received.subsets[0]?.documents).toHaveLength(1);
    expect((await inspectXdm(lower)).findings.some((item) => item.severity === 'error')).toBe(true);
    expect(isXdm(lower)).toBe(true);
  });

  test('XDM-002 metadata', async () => {
    expect(
      await rules(
        await changed((files) => {
          files[METADATA] = utf8('<a');
        }),
      ),
    ).toContain('XDM-002.malformed');
    expect(
      await rules(
        await changed((files) => {
          files[METADATA] = utf8('<!DOCTYPE a><a/>');
        }),
      ),
    ).toContain('XDM-002.malformed');
    expect(await rules(await withMetadata(/lcm:SubmitObjectsRequest/g, 'lcm:Other'))).toEqual(['XDM-002.root']);
    const emptied = await withMetadata(/<ExtrinsicObject.*<\/ExtrinsicObject>/s, '');
    expect(await rules(emptied)).toEqual(
      expect.arrayContaining(['XDM-002.entries', 'XDM-003.unreferenced', 'XDM-005.reference']),
    );
  });

  test('XDM-003 files', async () => {
    expect(
      await rules(
        await changed((files) => {
          delete files[DOC];
        }),
      ),
    ).toEqual(['XDM-003.absent']);
    expect(
      await rules(
        await changed((files) => {
          files['IHE_XDM/SUBSET01/DOC0009.XML'] = utf8('<a/>');
        }),
      ),
    ).toEqual(['XDM-003.unreferenced']);
    const copy = await inspectXdm(
      await changed((files) => {
        files['IHE_XDM/SUBSET01/DOC00001.PDF'] = utf8('%PDF-1.4');
      }),
    );
    expect(copy.findings.map((item) => [item.rule, item.severity])).toEqual([['XDM-003.unreferenced', 'info']]);
    expect(await rules(await withMetadata(/<Slot name="URI">.*?<\/Slot>/s, ''))).toEqual([
      'XDM-003.uri',
      'XDM-003.unreferenced',
    ]);
  });

  test('XDM-004 hash and size', async () => {
    expect(
      await rules(
        await changed((files) => {
          const bytes = files[DOC] ?? new Uint8Array();
          files[DOC] = utf8(text(bytes).replace('FICTIF', 'FACTIF'));
        }),
      ),
    ).toEqual(['XDM-004.hash']);
    expect(await rules(await withMetadata(/(<Slot name="size">.*?<Value>)\d+/s, '$11'))).toEqual(['XDM-004.size']);
    expect(await rules(await withMetadata(/<Slot name="hash">.*?<\/Slot>/s, ''))).toEqual(['XDM-004.missing']);
  });

  test('XDM-005 identifiers and links', async () => {
    expect(await rules(await withMetadata('targetObject="doc1"', 'targetObject="doc2"'))).toEqual([
      'XDM-005.reference',
    ]);
    expect(await rules(await withMetadata('classifiedObject="doc1"', 'classifiedObject="set"'))).toEqual([
      'XDM-005.other',
    ]);
    expect(await rules(await withMetadata('id="c2"', 'id="c1"'))).toEqual(['XDM-005.id']);
  });

  test('XDM-006 mandatory values', async () => {
    expect(await rules(await withMetadata(/<Slot name="languageCode">.*?<\/Slot>/s, ''))).toEqual(['XDM-006.missing']);
    expect(await rules(await withMetadata(/(<Slot name="serviceStartTime">.*?<Value>)\d+/s, '$12026-01-15'))).toEqual([
      'XDM-006.value',
    ]);
    const type = /<Classification [^>]*f0306f51.*?<\/Classification>/s;
    expect(await rules(await withMetadata(type, ''))).toEqual(expect.arrayContaining(['XDM-006.missing']));
  });

  test('XDM-007 another patient', async () => {
    const content = contentOf();
    const other = {
      ...content.submissionSet,
      patientId: { ...content.submissionSet.patientId, extension: '279035121518989' },
    };
    expect((await packXdm({ ...content, submissionSet: other }, { issuer })).findings.map((item) => item.rule)).toEqual(
      ['XDM-007.set'],
    );
    const entries = content.entries.map((entry) => ({ ...entry, patientId: other.patientId }));
    expect(
      (await packXdm({ ...content, submissionSet: other, entries }, { issuer })).findings.map((item) => item.rule),
    ).toEqual(['XDM-007.cda']);
  });

  test('XDM-008 the metadata and the document', async () => {
    const content = contentOf();
    const [entry] = content.entries;
    if (entry === undefined) throw new Error('one entry');
    const differ = async (change: object): Promise<unknown[]> => {
      const packed = await packXdm({ ...content, entries: [{ ...entry, ...change }] }, { issuer });
      return packed.findings.map((item) => [item.rule, item.params['field']]);
    };
    expect(await differ({ uniqueId: '2.999.1' })).toEqual([['XDM-008.differs', 'uniqueId']]);
    expect(await differ({ typeCode: { ...entry.typeCode, code: '1' } })).toEqual([['XDM-008.differs', 'typeCode']]);
    expect(await differ({ creationTime: '20260115101500' })).toEqual([['XDM-008.differs', 'creationTime']]);
    expect(await differ({ confidentiality: [{ ...entry.confidentiality[0], code: 'R' }] })).toEqual([
      ['XDM-008.differs', 'confidentiality'],
    ]);
    expect(await differ({ authors: [...entry.authors, ...entry.authors] })).toEqual([['XDM-008.differs', 'authors']]);
    // An author who has a local identifier before the national one is known by any of them.
    const other = text(content.documents[0]?.bytes ?? new Uint8Array()).replace(
      '<assignedAuthor>',
      '<assignedAuthor><id extension="L1" root="2.999.3"></id>',
    );
    const two = content.documents.map((document) => ({ ...document, bytes: utf8(other) }));
    expect((await packXdm({ ...content, documents: two }, { issuer })).findings).toEqual([]);
    const broken = contentOf();
    const documents = broken.documents.map((document) => ({ ...document, bytes: utf8('<a/>') }));
    expect((await packXdm({ ...broken, documents }, { issuer })).findings.map((item) => item.rule)).toEqual([
      'XDM-008.unreadable',
    ]);
  });

  test('XDM-009 the action', async () => {
    const first = (action: 'C' | 'D') => packXdm(contentOf(), { issuer, action: () => action });
    expect((await first('C')).findings.map((item) => [item.rule, item.severity])).toEqual([
      ['XDM-009.replaces', 'warning'],
      ['XDM-009.version', 'warning'],
    ]);
    expect((await first('D')).findings).toEqual([]);
    const { bytes } = await packXdm(contentOf(), { issuer, action: () => 'D' });
    const files: Record<string, Uint8Array> = Object.fromEntries(
      otherReader(bytes).map((file) => [file.name, new Uint8Array(file.content)]),
    );
    files[METADATA] = utf8(text(files[METADATA] ?? new Uint8Array()).replace('<Value>D</Value>', '<Value>X</Value>'));
    expect(await rules(zipSync(files))).toEqual(['XDM-009.action']);
  });
});
