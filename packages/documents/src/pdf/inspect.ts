import { cutPdf, latin1, type PdfStream } from './lexer.js';
import { unfoldObjectStreams } from './object-streams.js';

/** What a PDF says of itself, and what its structure shows. Nothing of its text. */
export interface PdfReport {
  /** It begins with `%PDF-`. */
  readonly isPdf: boolean;
  /** Version of the header, `1.4`. */
  readonly version?: string;
  readonly size: number;
  /** It has its end mark and its cross-reference table: it was not cut. */
  readonly complete: boolean;
  readonly encrypted: boolean;
  /** JavaScript anywhere. */
  readonly javaScript: boolean;
  /** Names of the actions that PDF/A forbids: `Launch`, `SubmitForm`… */
  readonly forbiddenActions: readonly string[];
  /** Additional actions (`AA`) of the catalogue, of a field or of an annotation: what happens when it is opened, closed, touched. */
  readonly triggers: boolean;
  readonly embeddedFiles: boolean;
  /** What XMP claims: `{ part: 1, conformance: 'B' }`. A claim only. */
  readonly claim?: { readonly part: number; readonly conformance?: string };
  /** `GTS_PDFA1` output intent. */
  readonly outputIntent: boolean;
  /** Identifier of the trailer. */
  readonly hasId: boolean;
  /** Font dictionaries, and those of them whose program is not in the file. */
  readonly fonts: number;
  readonly fontsNotEmbedded: number;
  readonly transparency: boolean;
  /** Objects of PDF 1.5 kept in compressed streams. */
  readonly objectStreams: boolean;
  /** Object streams that could not be unfolded: what they hold was not seen. */
  readonly unreadableObjectStreams: number;
  /** Octets of structure that were too many to be read. */
  readonly notSeen: number;
  readonly lzw: boolean;
  readonly optionalContent: boolean;
  /** Page dictionaries. */
  readonly pages: number;
}

const FORBIDDEN_ACTIONS = [
  'Launch',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'Sound',
  'Movie',
  'Rendition',
  'RichMedia',
].map((name) => ({ name, form: new RegExp(`/S\\s*/${name}\\b|/Subtype\\s*/${name}\\b`) }));

/**
 * Reads the structure of a PDF without drawing it. Seen: start and end marks, encryption, scripts, forbidden and additional actions,
 * embedded files, XMP claim, output intent, fonts whose program is not there, transparency, object streams (unfolded up to 16 MiB),
 * LZW, optional content. Not seen: the operators of pages (so colours without a profile, fonts used beyond their subset),
 * glyph widths, the XMP schema itself, the validity of ICC profiles and of font programs. Never throws.
 */
export function inspectPdf(bytes: Uint8Array): PdfReport {
  const isPdf = latin1(bytes, 0, Math.min(5, bytes.length)) === '%PDF-';
  if (!isPdf) return { ...NOTHING, size: bytes.length };
  const version = /^%PDF-(\d\.\d)/.exec(latin1(bytes, 0, 8))?.[1];
  const { structure, streams, notSeen } = cutPdf(bytes);
  const unfolded = unfoldObjectStreams(streams);
  const text = `${structure}\n${unfolded.text}`;
  const tail = latin1(bytes, Math.max(0, bytes.length - 1_024));
  const objects = objectsOf(text);
  const actions = FORBIDDEN_ACTIONS.filter(({ form }) => form.test(text)).map(({ name }) => name);
  const claim = claimOf(streams);
  return {
    isPdf,
    ...(version ? { version } : {}),
    size: bytes.length,
    complete: /%%EOF\s*$/.test(tail.replaceAll('\u0000', ' ').trimEnd()) && /startxref\s+\d+/.test(tail),
    encrypted: /\/Encrypt\b/.test(text),
    javaScript: /\/(?:JavaScript|JS)\b/.test(text),
    forbiddenActions: actions,
    triggers: objects.some(hasTriggers),
    embeddedFiles: /\/(?:EmbeddedFiles?|EF)\b/.test(text),
    ...(claim ? { claim } : {}),
    outputIntent: /\/GTS_PDFA1\b/.test(text),
    hasId: /\/ID\s*\[/.test(text),
    ...fontsOf(objects),
    transparency: isTransparent(text),
    objectStreams: streams.some(({ dictionary }) => /\/Type\s*\/(?:ObjStm|XRef)\b/.test(dictionary)),
    unreadableObjectStreams: unfolded.unreadable,
    notSeen,
    lzw: /\/LZWDecode\b|\/LZW\b/.test(text),
    optionalContent: /\/OCProperties\b/.test(text),
    pages: (text.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length,
  };
}

const NOTHING: PdfReport = {
  isPdf: false,
  size: 0,
  complete: false,
  encrypted: false,
  javaScript: false,
  forbiddenActions: [],
  triggers: false,
  embeddedFiles: false,
  outputIntent: false,
  hasId: false,
  fonts: 0,
  fontsNotEmbedded: 0,
  transparency: false,
  objectStreams: false,
  unreadableObjectStreams: 0,
  notSeen: 0,
  lzw: false,
  optionalContent: false,
  pages: 0,
};

/** Texts between `obj` and `endobj`, and the whole of what object streams held. */
function objectsOf(text: string): string[] {
  return text.split(/\bendobj\b|\bobj\b/);
}

/** ISO 19005-1 §6.6.2 names the catalogue, the fields and the widgets; a page may have them. */
function hasTriggers(object: string): boolean {
  return dictionariesOf(object).some(
    (dictionary) => /\/AA\s*(?:<<|\d+\s+\d+\s+R\b)/.test(dictionary) && !/\/Type\s*\/Page\b(?!s)/.test(dictionary),
  );
}

/** A descriptor without its font program, or a font without descriptor (one of the standard 14), is not in the file. */
function fontsOf(objects: readonly string[]): { fonts: number; fontsNotEmbedded: number } {
  let fonts = 0;
  let fontsNotEmbedded = 0;
  for (const object of objects) {
    for (const dictionary of dictionariesOf(object)) {
      if (/\/Type\s*\/FontDescriptor\b/.test(dictionary)) {
        if (!/\/FontFile[23]?\b/.test(dictionary)) fontsNotEmbedded += 1;
      } else if (/\/Type\s*\/Font\b/.test(dictionary)) {
        fonts += 1;
        const simple = /\/Subtype\s*\/(?:Type1|MMType1|TrueType)\b/.test(dictionary);
        if (simple && !/\/FontDescriptor\b/.test(dictionary)) fontsNotEmbedded += 1;
      }
    }
  }
  return { fonts, fontsNotEmbedded };
}

/** The outermost dictionaries of a text, in order. */
function dictionariesOf(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of text.matchAll(/<<|>>/g)) {
    if (match[0] === '<<') {
      if (depth === 0) start = match.index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(text.slice(start, match.index + 2));
    }
  }
  return found;
}

function isTransparent(text: string): boolean {
  const opacity = [...text.matchAll(/\/(?:CA|ca)\s+([\d.]+)/g)].some((match) => Number(match[1]) !== 1);
  const blend = [...text.matchAll(/\/BM\s*\/(\w+)/g)].some(
    (match) => !['Normal', 'Compatible'].includes(match[1] ?? ''),
  );
  return opacity || blend || /\/S\s*\/Transparency\b/.test(text) || /\/SMask\b(?!\s*\/None)/.test(text);
}

/** `pdfaid:part` and `pdfaid:conformance` of the last XMP packet, as attributes or as elements. */
function claimOf(streams: readonly PdfStream[]): PdfReport['claim'] {
  const packets = streams.filter(
    ({ dictionary }) => /\/Subtype\s*\/XML\b/.test(dictionary) && !/\/Filter\b/.test(dictionary),
  );
  for (const { content } of packets.reverse()) {
    const xmp = latin1(content, 0, Math.min(content.length, 1_048_576));
    const value = (name: string): string | undefined =>
      new RegExp(`pdfaid:${name}\\s*(?:=\\s*["']|>)\\s*([0-9A-Za-z]{1,2})`).exec(xmp)?.[1];
    const part = Number(value('part'));
    const conformance = value('conformance');
    if (Number.isInteger(part) && part > 0) return { part, ...(conformance ? { conformance } : {}) };
  }
  return undefined;
}
