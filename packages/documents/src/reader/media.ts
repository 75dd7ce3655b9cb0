import { type Checked, finding } from '@socle-sante/core/finding';
import { text, type XmlElement } from '@socle-sante/wire/xml';
import { decodeBase64 } from './base64.js';
import { attr, compact, first } from './dom.js';
import type { CdaMedia } from './parsed.js';

const REF = { document: 'IG-document-core', section: 'nonXMLBody' };

/** Reads an `ED` that carries a content. `encoded` is the long text that was taken out of the tree. */
export function readMedia(element: XmlElement, carrier: XmlElement, encoded: Uint8Array | undefined): CdaMedia {
  return compact<CdaMedia>({
    mediaType: attr(element, 'mediaType'),
    representation: attr(element, 'representation'),
    charset: attr(element, 'charset'),
    language: attr(element, 'language'),
    nullFlavor: attr(element, 'nullFlavor'),
    reference: attr(first(element, 'reference'), 'value'),
    id: attr(carrier, 'ID'),
    element,
    encoded,
  });
}

/**
 * The bytes of a content: decoded base64, or the UTF-8 of a text that is not base64. Nothing is kept: each call decodes again.
 * Errors: `cda.media.reference` (the content is elsewhere), `cda.media.null`, `cda.media.base64` (`at`: offset of the first
 * character that is not base64).
 */
export function mediaBytes(media: CdaMedia): Checked<Uint8Array> {
  const no = (rule: string, params: Readonly<Record<string, number>> = {}): Checked<Uint8Array> => ({
    ok: false,
    findings: [finding(rule, 'error', [], params, REF)],
  });
  if (media.nullFlavor !== undefined) return no('cda.media.null');
  const source = media.encoded ?? text(media.element);
  if (media.reference !== undefined && source.length === 0) return no('cda.media.reference');
  if (media.representation !== 'B64') {
    return {
      ok: true,
      value: typeof source === 'string' ? new TextEncoder().encode(source) : source,
      findings: [],
    };
  }
  const read = decodeBase64(source);
  return read.ok ? { ok: true, value: read.bytes, findings: [] } : no('cda.media.base64', { at: read.at });
}
