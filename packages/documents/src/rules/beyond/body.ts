import { inspectPdf } from '../../pdf/inspect.js';
import { judgePdf } from '../../pdf/validate.js';
import { decodeBase64 } from '../../reader/base64.js';
import { allText, attr, notNull } from '../xml.js';
import { type Beyond, CORE, end, type Trail, trails } from './context.js';

/** Media types that a document may carry: the two first are those to produce. */
const MEDIA = ['application/pdf', 'text/plain', 'text/rtf', 'image/jpeg', 'image/tiff'];

/** What makes a PDF unreadable or unsafe; the rest is not PDF/A-1. */
const UNREADABLE: ReadonlySet<string> = new Set(
  ['notPdf', 'encrypted', 'script', 'action'].map((name) => `documents.pdf.${name}`),
);

/** First bytes of each binary media type. */
const SIGNATURES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'image/jpeg': [[0xff, 0xd8, 0xff]],
  'image/tiff': [
    [0x49, 0x49, 0x2a, 0x00],
    [0x4d, 0x4d, 0x00, 0x2a],
  ],
  'text/rtf': [[0x7b, 0x5c, 0x72, 0x74, 0x66]],
};

/** The body of a document that is not structured: the official rules do not look at it. */
export function checkBody({ document, report, elided }: Beyond): void {
  for (const trail of trails(document, 'component', 'nonXMLBody')) {
    const [text] = trails(end(trail), 'text');
    if (text === undefined) report.at(trail, 'cda.body.missing', 'error', {}, CORE);
    else checkText([...trail, end(text)], report, elided);
  }
}

function checkText(trail: Trail, report: Beyond['report'], elided: Beyond['elided']): void {
  const element = end(trail);
  const say = (rule: string): void => report.at(trail, rule, 'error', {}, CORE);
  if (!notNull(element)) say('cda.body.null');
  const mediaType = attr(element, 'mediaType');
  if (mediaType === undefined) say('cda.body.mediaTypeMissing');
  else if (!MEDIA.includes(mediaType)) say('cda.body.mediaType');
  if (attr(element, 'representation') !== 'B64') say('cda.body.representation');
  const bytes = decode(elided.get(element) ?? allText(element));
  if (bytes === undefined) say('cda.body.base64');
  else if (bytes.length === 0) say('cda.body.empty');
  else checkContent(trail, mediaType, bytes, report);
}

function checkContent(trail: Trail, mediaType: string | undefined, bytes: Uint8Array, report: Beyond['report']): void {
  const starts = mediaType === undefined ? undefined : SIGNATURES[mediaType];
  if (starts !== undefined && !starts.some((start) => start.every((byte, index) => bytes[index] === byte))) {
    report.at(trail, 'cda.body.signature', 'error', {}, CORE);
  }
  if (mediaType !== 'application/pdf') return;
  for (const { rule, params } of judgePdf(inspectPdf(bytes))) {
    report.at(trail, rule, UNREADABLE.has(rule) ? 'error' : 'warning', params, CORE);
  }
}

/** The bytes of a base64 text, white space left out; `undefined` when it is not base64, padding included. */
function decode(source: Uint8Array | string): Uint8Array | undefined {
  const read = decodeBase64(source, { padding: 'required' });
  return read.ok ? read.bytes : undefined;
}
