import { inspectPdf } from '@socle-sante/documents/pdf';
import type { UnstructuredKind } from '@socle-sante/documents/submission';
import { BODY_MEDIA_TYPES } from '@socle-sante/documents/submission';
import { type ReadDocument, readDocument } from '../dmp/document-view.js';
import type { StoredDraft } from '../document-ports.js';

/** What a file is, by its octets: what the page said of it counts for nothing. */
export type Detected =
  | { readonly kind: UnstructuredKind; readonly mediaType: string; readonly pages?: number }
  | { readonly kind: 'cda'; readonly mediaType: 'text/xml'; readonly document: ReadDocument }
  /** Composed on the server: nothing of it comes from a file. */
  | { readonly kind: 'structured'; readonly mediaType: 'text/xml' };

/** The kind of what is prepared: a file, or a structured content of the site's software. */
export function detectDraft({ bytes, composed }: Pick<StoredDraft, 'bytes' | 'composed'>): Detected | undefined {
  return composed?.document.body.kind === 'structured' ? { kind: 'structured', mediaType: 'text/xml' } : detect(bytes);
}

/** The kind of a file that can be deposited; undefined for any other. */
export function detect(bytes: Uint8Array): Detected | undefined {
  const starts = (...head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) {
    const { pages } = inspectPdf(bytes);
    return { ...file('pdf'), ...(pages > 0 ? { pages } : {}) };
  }
  if (starts(0xff, 0xd8, 0xff)) return file('jpeg');
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a)) return file('tiff');
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return file('rtf');
  return detectText(bytes);
}

function detectText(bytes: Uint8Array): Detected | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  if (head.startsWith('<')) {
    try {
      return { kind: 'cda', mediaType: 'text/xml', document: readDocument(bytes) };
    } catch {
      return undefined;
    }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Octets below TAB: some other binary file.
    return text.trim() === '' || bytes.some((byte) => byte < 9) ? undefined : file('text');
  } catch {
    return undefined;
  }
}

const file = (kind: UnstructuredKind) => ({ kind, mediaType: BODY_MEDIA_TYPES[kind] });
