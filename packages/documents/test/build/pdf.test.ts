import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { mediaBytes, parseCda } from '../../src/cda-reader.ts';
import { inspectPdf, validatePdfA1 } from '../../src/pdf.ts';
import { convertDocument, convertToPdfA1 } from '../../src/pdf-convert.ts';
import { describeWithPreflight, preflight } from '../support/preflight.ts';
import { sampleDocument, samplePdf } from '../support/sample.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rules = (pdf: Uint8Array) => validatePdfA1(pdf).map(({ rule }) => rule.replace('documents.pdf.', ''));
const sample = new TextDecoder().decode(samplePdf);

const require = createRequire(import.meta.url);
const font = new Uint8Array(
  readFileSync(require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
);
const date = new Date('2026-01-15T09:15:00.123Z');
const options = { title: 'Lettre <de> liaison & suites', date, font };

describe('a PDF is inspected', () => {
  it.each([
    ['nothing against a right one', sample, []],
    ['no PDF', 'hello', ['notPdf']],
    ['a cut one', sample.slice(0, -20), ['truncated']],
    ['encryption', sample.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 5 0 R'), ['encrypted']],
    ['a script', sample.replace('/Type /Catalog', '/Type /Catalog /OpenAction <</S /JavaScript /JS (x)>>'), ['script']],
    ['a script behind a name escape', sample.replace('/Type /Catalog', '/Type /Catalog /#4aS 1'), ['script']],
    ['a launch', sample.replace('/Type /Catalog', '/Type /Catalog /OpenAction <</S /Launch>>'), ['action']],
    [
      'actions of the catalogue',
      sample.replace('/Type /Catalog', '/Type /Catalog /AA <</WC <</S /GoTo /D [0]>>>>'),
      ['triggers'],
    ],
    ['actions of a field', sample.replace('trailer', '3 0 obj <</FT /Tx /AA 7 0 R>> endobj trailer'), ['triggers']],
    [
      'those of a page, which are allowed',
      sample.replace('trailer', '3 0 obj <</AA 7 0 R /Type /Page>> endobj trailer'),
      [],
    ],
    [
      'a joined file',
      sample.replace('/Type /Catalog', '/Type /Catalog /Names <</EmbeddedFiles 3 0 R>>'),
      ['embeddedFile'],
    ],
    ['no claim', sample.replace('pdfaid:part>1', 'other:part>1'), ['noClaim']],
    ['another part', sample.replace('pdfaid:part>1', 'pdfaid:part>3'), ['otherPart']],
    ['no profile', sample.replace('GTS_PDFA1', 'GTS_PDFX'), ['outputIntent']],
    ['no identifier', sample.replace('/ID [', '/IX ['), ['trailerId']],
    [
      'a font elsewhere',
      sample.replace('trailer', '3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj trailer'),
      ['font'],
    ],
    ['transparency', sample.replace('trailer', '3 0 obj <</ca 0.5>> endobj trailer'), ['transparency']],
    ['layers', sample.replace('/Type /Catalog', '/Type /Catalog /OCProperties <<>>'), ['optionalContent']],
    ['LZW', sample.replace('trailer', '3 0 obj <</Filter /LZWDecode>> endobj trailer'), ['lzw']],
  ])('%s', (_name, pdf, expected) => {
    expect(rules(bytes(pdf))).toEqual(expected);
  });

  it('and what stands in a string, a comment or a page is no instruction', () => {
    const text = sample
      .replace('/Type /Catalog', '/Type /Catalog /Title (/JavaScript \\) /Launch) % /Encrypt\n')
      .replace('trailer', '4 0 obj <</Length 9>>\nstream\n/JS /Launch\nendstream endobj\ntrailer');
    expect(rules(bytes(text))).toEqual([]);
  });

  it('and never throws, whatever the octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 0, max: 600 }), (noise, at) => {
        expect(inspectPdf(noise).isPdf).toBe(false);
        const spoiled = Uint8Array.from([...samplePdf.slice(0, at), ...noise, ...samplePdf.slice(at)]);
        expect(Array.isArray(validatePdfA1(spoiled))).toBe(true);
      }),
    );
  });
});

describeWithConformance('the PDF of official examples', () => {
  it.each([
    ['BIO-CR-BIO_2024.01_TSH_1.xml', []],
    ['DOC_NON_STRUCTURE_CDA-R2-N1.xml', ['noClaim', 'outputIntent', 'transparency', 'objectStreams']],
  ])('%s', (file, expected) => {
    const { body } = parseCda(new Uint8Array(readFileSync(conformanceFile(`cda/ExemplesCDA/${file}`))));
    const xml = readFileSync(conformanceFile(`cda/ExemplesCDA/${file}`), 'utf8');
    const plain = /mediaType="application\/pdf"[^>]*>([^<]+)</.exec(xml)?.[1] ?? '';
    const pdf = body.kind === 'nonXml' ? mediaBytes(body.media) : undefined;
    expect(rules(pdf?.ok ? pdf.value : new Uint8Array(Buffer.from(plain, 'base64')))).toEqual(expected);
  });
});

describe('a conversion', () => {
  it('makes PDF/A-1b of a text, the same every time', async () => {
    const content = bytes(`Lettre de liaison : œuvre, « Noël », 5 €\n\n${'Un paragraphe assez long. '.repeat(200)}`);
    const made = await convertToPdfA1({ kind: 'text', content }, options);
    const again = await convertToPdfA1({ kind: 'text', content }, options);
    if (!made.ok || !again.ok) throw new Error('not converted');
    expect(rules(made.value)).toEqual([]);
    expect(made.value).toEqual(again.value);
    expect(inspectPdf(made.value)).toMatchObject({ claim: { part: 1, conformance: 'B' }, pages: 2 });
  });

  it('makes PDF/A-1b of an image', async () => {
    const made = await convertToPdfA1({ kind: 'jpeg', content: tinyJpeg }, options);
    expect(made.ok && rules(made.value)).toEqual([]);
  });

  it('refuses what it cannot do, and says why', async () => {
    const why = async (kind: 'text' | 'jpeg' | 'rtf' | 'tiff' | 'pdf', content: Uint8Array, given = options) =>
      (await convertToPdfA1({ kind, content }, given)).findings.map(({ rule }) => rule.replace('documents.', ''));
    expect(await why('rtf', bytes('{\\rtf1}'))).toEqual(['convert.kind']);
    expect(await why('pdf', samplePdf)).toEqual(['convert.kind']);
    expect(await why('text', bytes('日本'))).toEqual(['convert.glyph']);
    expect(await why('text', bytes('a'), { title: 'x', date, font: bytes('no font') })).toEqual(['convert.damaged']);
    expect((await convertToPdfA1({ kind: 'text', content: bytes('a') }, { title: 'x', date })).findings).toMatchObject([
      { rule: 'documents.convert.font' },
    ]);
    expect(await why('jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0))).toEqual(['convert.damaged']);
  });

  it('changes the body of a document, and nothing else', async () => {
    const made = await convertDocument(sampleDocument, { font });
    expect(made.ok && made.value.body.kind).toBe('pdf');
    expect(made.ok && { ...made.value, body: sampleDocument.body }).toEqual(sampleDocument);
    const pdf = { ...sampleDocument, body: { kind: 'pdf' as const, content: samplePdf } };
    expect(await convertDocument(pdf)).toMatchObject({ ok: true, value: pdf });
  });
});

describeWithPreflight('Apache PDFBox Preflight', () => {
  it('finds the conversions of a text and of an image valid, and a plain PDF not', async () => {
    const text = await convertToPdfA1({ kind: 'text', content: bytes('Bonjour à tous\n\nAu revoir') }, options);
    const image = await convertToPdfA1({ kind: 'jpeg', content: tinyJpeg }, options);
    if (!text.ok || !image.ok) throw new Error('not converted');
    expect(preflight([text.value, image.value, samplePdf])).toEqual([true, true, false]);
  });
});

/** A grey JPEG of 8 by 8. */
const tinyJpeg = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
    'base64',
  ),
);
