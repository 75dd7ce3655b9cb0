import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import { type Checked, type Finding, finding } from '@socle-sante/core/finding';
import type { UnstructuredBody } from '../submission/body.js';
import type { SubmissionDocument } from '../submission/types.js';
import { srgbProfile } from './icc.js';
import { type PdfMetadata, xmpPacket } from './xmp.js';

type PdfLib = typeof import('@cantoo/pdf-lib');

export interface ConvertOptions {
  /** Title in the metadata of the file. */
  readonly title: string;
  /** Date in the metadata of the file. */
  readonly date: Date;
  /** A TrueType font, which goes into the file: needed for a text. Take one whose licence allows it (OFL). */
  readonly font?: Uint8Array;
}

const PRODUCER = 'Socle';
// A4, in points.
const PAGE = { width: 595.28, height: 841.89, margin: 56 } as const;
const TEXT = { size: 10, leading: 14 } as const;
const TAB = '    ';

/**
 * Makes a PDF/A-1b out of a text (UTF-8, else Windows-1252) or a JPEG image. RTF and TIFF are refused, and so is a PDF: what it
 * lacks (fonts, colour profiles) cannot be made up, print it again as PDF/A-1. The libraries `@cantoo/pdf-lib` and `fontkit`
 * are loaded here and nowhere else. Deterministic for the same input. Rules: `documents.convert.*`. Never throws.
 */
export async function convertToPdfA1(
  body: Pick<UnstructuredBody, 'kind' | 'content'>,
  options: ConvertOptions,
): Promise<Checked<Uint8Array>> {
  if (body.kind !== 'text' && body.kind !== 'jpeg') return refused('kind', { kind: body.kind });
  let library: PdfLib;
  try {
    library = await import('@cantoo/pdf-lib');
  } catch {
    return refused('library', { name: '@cantoo/pdf-lib' });
  }
  const pdf = await library.PDFDocument.create({ updateMetadata: false });
  const findings =
    body.kind === 'text' ? await addText(library, pdf, body.content, options.font) : await addJpeg(pdf, body.content);
  if (findings.length > 0) return { ok: false, findings };
  const date = new Date(Math.floor(options.date.getTime() / 1_000) * 1_000);
  await finish(library, pdf, { title: options.title, producer: PRODUCER, date }, body.content);
  return { ok: true, value: await pdf.save({ useObjectStreams: false }), findings: [] };
}

/** The document with its text or image turned into PDF/A-1b; any other is given back as it is. */
export async function convertDocument(
  document: SubmissionDocument,
  options: Pick<ConvertOptions, 'font'> = {},
): Promise<Checked<SubmissionDocument>> {
  const { body } = document;
  if (body.kind !== 'text' && body.kind !== 'jpeg') return { ok: true, value: document, findings: [] };
  const made = await convertToPdfA1(body, { ...options, title: document.title, date: new Date(document.createdAt) });
  if (!made.ok) return { ok: false, findings: made.findings.map((f) => ({ ...f, path: ['body', 'content'] })) };
  return { ok: true, value: { ...document, body: { ...body, kind: 'pdf', content: made.value } }, findings: [] };
}

function refused(
  rule: string,
  params: Record<string, string | number> = {},
): { readonly ok: false; readonly findings: readonly Finding[] } {
  return { ok: false, findings: [finding(`documents.convert.${rule}`, 'error', [], params)] };
}

async function addText(
  library: PdfLib,
  pdf: PDFDocument,
  content: Uint8Array,
  font: Uint8Array | undefined,
): Promise<Finding[]> {
  if (!font) return [finding('documents.convert.font', 'error')];
  let fontkit: typeof import('fontkit');
  try {
    fontkit = await import('fontkit');
  } catch {
    return [finding('documents.convert.library', 'error', [], { name: 'fontkit' })];
  }
  const text = decode(content).replace(/\r\n?/g, '\n').replaceAll('\t', TAB).replaceAll('\f', '\n');
  try {
    pdf.registerFontkit(fontkit);
    const embedded = await pdf.embedFont(font, { subset: true });
    const drawable = new Set(embedded.getCharacterSet());
    const missing = new Set([...text].filter((char) => char !== '\n' && !drawable.has(char.codePointAt(0) ?? 0)));
    // A character that the font cannot draw would be lost without a word.
    if (missing.size > 0) return [finding('documents.convert.glyph', 'error', [], { count: missing.size })];
    drawLines(pdf, embedded, wrap(text, embedded), library);
    return [];
  } catch {
    return [finding('documents.convert.damaged', 'error', [], { what: 'font' })];
  }
}

function decode(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

/** Lines that fit the page; a word longer than a line is cut. */
function wrap(text: string, font: PDFFont): string[] {
  const room = PAGE.width - 2 * PAGE.margin;
  const fits = (line: string) => font.widthOfTextAtSize(line, TEXT.size) <= room;
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/(?<= )/)) {
      if (fits(line + word.trimEnd())) {
        line += word;
        continue;
      }
      if (line) lines.push(line.trimEnd());
      line = '';
      for (const char of word) {
        if (line && !fits(line + char)) {
          lines.push(line);
          line = '';
        }
        line += char;
      }
    }
    return [...lines, line.trimEnd()];
  });
}

function drawLines(pdf: PDFDocument, font: PDFFont, lines: readonly string[], { rgb }: PdfLib): void {
  const perPage = Math.floor((PAGE.height - 2 * PAGE.margin) / TEXT.leading);
  for (let from = 0; from < lines.length; from += perPage) {
    const page = pdf.addPage([PAGE.width, PAGE.height]);
    for (const [index, line] of lines.slice(from, from + perPage).entries()) {
      if (line === '') continue;
      const y = PAGE.height - PAGE.margin - TEXT.size - index * TEXT.leading;
      page.drawText(line, { x: PAGE.margin, y, size: TEXT.size, font, color: rgb(0, 0, 0) });
    }
  }
}

async function addJpeg(pdf: PDFDocument, content: Uint8Array): Promise<Finding[]> {
  const components = jpegComponents(content);
  if (components === undefined) return [finding('documents.convert.damaged', 'error', [], { what: 'jpeg' })];
  // The output intent is sRGB: a CMYK image has no meaning under it.
  if (components > 3) return [finding('documents.convert.cmyk', 'error')];
  try {
    const image = await pdf.embedJpg(content);
    const room = { width: PAGE.width - 2 * PAGE.margin, height: PAGE.height - 2 * PAGE.margin };
    const scale = Math.min(1, room.width / image.width, room.height / image.height);
    const [width, height] = [image.width * scale, image.height * scale];
    const page = pdf.addPage([PAGE.width, PAGE.height]);
    page.drawImage(image, { x: (PAGE.width - width) / 2, y: PAGE.height - PAGE.margin - height, width, height });
    return [];
  } catch {
    return [finding('documents.convert.damaged', 'error', [], { what: 'jpeg' })];
  }
}

/** Number of colour components of a JPEG (its frame header), `undefined` when there is none. */
function jpegComponents(content: Uint8Array): number | undefined {
  let at = 2;
  while (at + 9 < content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return content[at + 9];
    at += 2 + (((content[at + 2] ?? 0) << 8) | (content[at + 3] ?? 0));
  }
  return undefined;
}

/** Metadata, output intent, identifier of the file: what makes it a PDF/A-1b. */
async function finish(library: PdfLib, pdf: PDFDocument, metadata: PdfMetadata, content: Uint8Array): Promise<void> {
  const { PDFArray, PDFHexString, PDFName, PDFString } = library;
  const { context, catalog } = pdf;
  pdf.setTitle(metadata.title);
  pdf.setProducer(metadata.producer);
  pdf.setCreationDate(metadata.date);
  pdf.setModificationDate(metadata.date);
  const xmp = context.stream(new TextEncoder().encode(xmpPacket(metadata)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(xmp));
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', Uint8Array.from(content)));
  const id = PDFHexString.of(Array.from(digest.subarray(0, 16), (b) => b.toString(16).padStart(2, '0')).join(''));
  const ids = PDFArray.withContext(context);
  ids.push(id);
  ids.push(id);
  context.trailerInfo.ID = ids;
}
