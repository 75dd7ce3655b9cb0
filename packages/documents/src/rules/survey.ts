import type { XmlElement } from '@socle-sante/wire/xml';
import { HL7 } from './model.js';
import { words } from './xml.js';

/** A link inside a document: the ID that it names, and the way to it from the root. */
export interface Reference {
  readonly id: string;
  readonly trail: readonly XmlElement[];
}

/** What one pass over a whole tree finds. */
export interface Survey {
  /** Every `ClinicalDocument`: a style sheet or a signature may wrap it. */
  readonly documents: readonly XmlElement[];
  /** Every `recordTarget`, wherever it stands: some official rules look at them together (`//hl7:recordTarget`). */
  readonly recordTargets: readonly XmlElement[];
  /** How often each ID is given. */
  readonly ids: ReadonlyMap<string, number>;
  readonly references: readonly Reference[];
}

/** Looks at every element once. */
export function survey(root: XmlElement): Survey {
  const documents: XmlElement[] = [];
  const recordTargets: XmlElement[] = [];
  const ids = new Map<string, number>();
  const references: Reference[] = [];
  const stack: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    stack.push(element);
    const { local } = element;
    if (local === 'recordTarget') {
      if (element.namespace === HL7) recordTargets.push(element);
    } else if (local === 'ClinicalDocument' && element.namespace === HL7) documents.push(element);
    const links =
      local === 'reference' || local === 'linkHtml' || local === 'renderMultiMedia' || local === 'footnoteRef';
    for (const attribute of element.attributes) {
      if (attribute.namespace !== '') continue;
      if (attribute.local === 'ID') ids.set(attribute.value, (ids.get(attribute.value) ?? 0) + 1);
      else if (links) {
        for (const id of referencesOf(local, attribute.local, attribute.value))
          references.push({ id, trail: [...stack] });
      }
    }
    for (const node of element.children) if (typeof node !== 'string') visit(node);
    stack.pop();
  };
  visit(root);
  return { documents, recordTargets, ids, references };
}

function referencesOf(element: string, attribute: string, value: string): string[] {
  if (element === 'renderMultiMedia') return attribute === 'referencedObject' ? words(value) : [];
  if (element === 'footnoteRef') return attribute === 'IDREF' ? [value] : [];
  const isLink = (element === 'reference' && attribute === 'value') || (element === 'linkHtml' && attribute === 'href');
  return isLink && value.startsWith('#') && value.length > 1 ? [value.slice(1)] : [];
}
