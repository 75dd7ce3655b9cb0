import type { XNode } from '../../tree/node.js';
import { doc, documents } from '../functions/documents.js';
import type { Run } from '../run.js';

/** `doc()` of a reference that may be missing. @throws XPathError FODC0002 */
export function docOf(c: Run, href: string | null): XNode | null {
  return href === null ? null : doc(c, href);
}

/** `document()` of one reference, relative to the schema. */
export function documentOf(c: Run, href: string | null): XNode | null {
  return href === null ? null : (documents(c, [href], undefined)[0] ?? null);
}
