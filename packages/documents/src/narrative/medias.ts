import { text, type XmlElement } from '@socle-sante/wire/xml';
import { latin1 } from '../pdf/lexer.js';
import { decodeBase64, measureBase64 } from '../reader/base64.js';
import { all, compact, first, NS, visit } from '../reader/dom.js';
import { mediaBytes, readMedia } from '../reader/media.js';
import type { CdaMedia, ParsedCda } from '../reader/parsed.js';
import type { NarrativeMediaItem } from './document.js';
import { isUsableId } from './nodes.js';
import { sniff } from './sniff.js';

/** ID of the content of an N1 in {@link NarrativeDocument.medias}. */
export const BODY_MEDIA = 'body';

/**
 * The base64 contents of a document by the ID that `renderMultiMedia` gives: the content of an N1 (`body`), every
 * `observationMedia`, every `regionOfInterest` (which stands for the first media under it).
 */
export function mediasOf(parsed: ParsedCda): ReadonlyMap<string, CdaMedia> {
  const found = new Map<string, CdaMedia>();
  if (parsed.body.kind === 'nonXml') return found.set(BODY_MEDIA, parsed.body.media);
  const read = (element: XmlElement): CdaMedia | undefined => {
    const value = first(element, 'value');
    return value === undefined ? undefined : readMedia(value, element, parsed.elided.get(value));
  };
  let unnamed = 0;
  visit(parsed.document, (element) => {
    if (element.namespace !== NS.hl7) return;
    if (element.local === 'observationMedia') {
      const media = read(element);
      if (media === undefined) return;
      unnamed += 1;
      const id = media.id !== undefined && isUsableId(media.id) ? media.id : `media-${unnamed}`;
      if (!found.has(id)) found.set(id, media);
    } else if (element.local === 'regionOfInterest') {
      const id = element.attributes.find((item) => item.local === 'ID')?.value;
      const below = all(element, 'entryRelationship')
        .map((link) => first(link, 'observationMedia'))
        .find((node) => node !== undefined);
      const media = below === undefined ? undefined : read(below);
      if (id !== undefined && isUsableId(id) && media !== undefined && !found.has(id)) found.set(id, media);
    }
  });
  return found;
}

/** The declared type of a content held against its first bytes, and how it may be shown. Only a few bytes are decoded. */
export function describeMedia(id: string, media: CdaMedia): NarrativeMediaItem {
  const declaredType = media.mediaType?.trim().toLowerCase();
  const none = (rule: string): NarrativeMediaItem =>
    compact<NarrativeMediaItem>({
      id,
      declaredType,
      contentType: OCTETS,
      size: 0,
      verified: false,
      display: 'none',
      rule,
    });
  if (media.nullFlavor !== undefined) return none('cda.media.null');
  const source = media.encoded ?? text(media.element);
  const base64 = media.representation === 'B64';
  const measure = base64 ? measureBase64(source) : { ok: true as const, size: sizeOf(source) };
  if (!measure.ok) return none('cda.media.base64');
  if (measure.size === 0) return none(media.reference === undefined ? 'cda.media.empty' : 'cda.media.reference');
  const head = base64
    ? decodeBase64(source, { max: 64 })
    : { ok: true as const, bytes: encode(source).subarray(0, 64) };
  const detectedType = head.ok ? sniff(head.bytes) : undefined;
  const wanted = declaredType === undefined ? undefined : displayOf(declaredType);
  const real = detectedType === undefined ? undefined : displayOf(detectedType);
  const common = { id, declaredType, detectedType, size: measure.size };
  if (wanted === 'text' && detectedType === undefined) {
    return compact<NarrativeMediaItem>({ ...common, contentType: 'text/plain', verified: true, display: 'text' });
  }
  if (detectedType !== undefined && detectedType === declaredType) {
    const display = real ?? 'file';
    return compact<NarrativeMediaItem>({
      ...common,
      contentType: real === undefined ? OCTETS : detectedType,
      verified: true,
      display,
    });
  }
  const rule = wanted === undefined && detectedType === undefined ? 'cda.media.unknownType' : 'cda.media.typeMismatch';
  // Official prescriptions call a PNG a JPEG: an image is shown as the image that it is.
  return wanted === 'image' && real === 'image' && detectedType !== undefined
    ? compact<NarrativeMediaItem>({ ...common, contentType: detectedType, verified: false, display: 'image', rule })
    : compact<NarrativeMediaItem>({ ...common, contentType: OCTETS, verified: false, display: 'file', rule });
}

const OCTETS = 'application/octet-stream';

const displays: Readonly<Record<string, NarrativeMediaItem['display']>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'image',
  'image/png': 'image',
  'text/plain': 'text',
  'text/rtf': 'file',
  'image/tiff': 'file',
};

function displayOf(type: string): NarrativeMediaItem['display'] | undefined {
  return Object.hasOwn(displays, type) ? displays[type] : undefined;
}

/**
 * The text of a content in text/plain: in the encoding that its first bytes or its `charset` say, else UTF-8, else
 * Windows-1252, as the older documents write.
 */
export function mediaText(media: CdaMedia): string | undefined {
  const read = mediaBytes(media);
  if (!read.ok) return undefined;
  const [first, second] = read.value;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  const stated = /^(?:windows-|cp-?)1252$/i.test(media.charset ?? '') ? undefined : media.charset;
  for (const encoding of [marked, 'utf-8', stated]) {
    const text = encoding === undefined ? undefined : decoded(read.value, encoding);
    if (text !== undefined) return text;
  }
  return windows1252(read.value);
}

/** What Windows-1252 has from 0x80 to 0x9F. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: `TextDecoder` of Node reads these letters as controls in some versions. */
function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\u0080-\u009f]/g, (c) => UPPER[c.charCodeAt(0) - 0x80] ?? c);
}

/** `undefined` when the platform does not know the encoding, or the bytes are not of it. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encode(source: Uint8Array | string): Uint8Array {
  return typeof source === 'string' ? new TextEncoder().encode(source) : source;
}

function sizeOf(source: Uint8Array | string): number {
  return typeof source === 'string' ? encode(source.trim()).length : source.length;
}
