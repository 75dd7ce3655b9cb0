import { factsOf } from '../../tree/document.js';
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

const NO_TEXTS: ReadonlySet<string> = new Set();

/** A table of texts that is made of a document alone, kept with it. */
export function keptTexts(
  document: XNode | null,
  make: (document: XNode, c: Run) => ReadonlySet<string>,
  c: Run,
): ReadonlySet<string> {
  if (document === null) return NO_TEXTS;
  const { memory } = factsOf(document);
  const known = memory.get(make);
  if (known instanceof Set) return known;
  const made = make(document, c);
  memory.set(make, made);
  return made;
}
