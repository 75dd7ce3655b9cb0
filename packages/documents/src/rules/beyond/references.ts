import type { XmlElement } from '@socle-sante/wire/xml';
import { words } from '../xml.js';
import { type Beyond, CORE, type Trail } from './context.js';

/** Links inside the document: each `#id` has its element, each ID is given once. No official rule looks at them. */
export function checkReferences({ document, report }: Beyond): void {
  const ids = new Map<string, number>();
  const references: { readonly id: string; readonly trail: Trail }[] = [];
  const stack: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    stack.push(element);
    for (const { namespace, local, value } of element.attributes) {
      if (local === 'ID' && namespace === '') ids.set(value, (ids.get(value) ?? 0) + 1);
      else if (LINKS.has(element.local) && namespace === '') {
        for (const id of referencesOf(element, local, value)) references.push({ id, trail: [...stack] });
      }
    }
    for (const node of element.children) if (typeof node !== 'string') visit(node);
    stack.pop();
  };
  visit(document);
  for (const { id, trail } of references) {
    if (!ids.has(id)) report.at(trail, 'cda.reference.dead', 'warning', { id }, CORE);
  }
  for (const [id, count] of ids)
    if (count > 1) report.at([document], 'cda.id.duplicate', 'warning', { id, count }, CORE);
}

const LINKS: ReadonlySet<string> = new Set(['renderMultiMedia', 'footnoteRef', 'reference', 'linkHtml']);

function referencesOf({ local }: XmlElement, attribute: string, value: string): string[] {
  if (local === 'renderMultiMedia' && attribute === 'referencedObject') return words(value);
  if (local === 'footnoteRef' && attribute === 'IDREF') return [value];
  const isLink = (local === 'reference' && attribute === 'value') || (local === 'linkHtml' && attribute === 'href');
  return isLink && value.startsWith('#') && value.length > 1 ? [value.slice(1)] : [];
}
