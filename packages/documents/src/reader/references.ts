import { type Finding, finding } from '@socle-sante/core/finding';
import type { XmlElement } from '@socle-sante/wire/xml';
import { attr, NS, tokens, visit } from './dom.js';

const REF = { document: 'CI-SIS, volet Structuration minimale', section: 'liens entre texte et données' };

/** Where a document names an `ID` of its own: element, attribute, and whether the value begins with `#`. */
const pointers: Readonly<Record<string, { readonly attribute: string; readonly hash: boolean }>> = {
  reference: { attribute: 'value', hash: true },
  linkHtml: { attribute: 'href', hash: true },
  renderMultiMedia: { attribute: 'referencedObject', hash: false },
  footnoteRef: { attribute: 'IDREF', hash: false },
};

/**
 * The IDs of a document, and what does not agree: `cda.reference.dead` (a reference to nothing), `cda.id.duplicate`.
 * Both are warnings: no official rule looks at the first, and a reader shows the document all the same.
 */
export function checkReferences(document: XmlElement): {
  readonly ids: ReadonlyMap<string, XmlElement>;
  readonly findings: readonly Finding[];
} {
  const ids = new Map<string, XmlElement>();
  const findings: Finding[] = [];
  const uses: { readonly target: string; readonly element: XmlElement }[] = [];
  visit(document, (element) => {
    if (element.namespace !== NS.hl7) return;
    const id = attr(element, 'ID');
    if (id !== undefined) {
      if (ids.has(id)) findings.push(at(element, 'cda.id.duplicate', id));
      else ids.set(id, element);
    }
    for (const target of targetsOf(element)) uses.push({ target, element });
  });
  for (const { target, element } of uses) {
    if (!ids.has(target)) findings.push(at(element, 'cda.reference.dead', target));
  }
  return { ids, findings };
}

function targetsOf(element: XmlElement): readonly string[] {
  const pointer = Object.hasOwn(pointers, element.local) ? pointers[element.local] : undefined;
  if (pointer === undefined) return [];
  const value = attr(element, pointer.attribute)?.trim();
  if (value === undefined || value === '') return [];
  // `referencedObject` is xs:IDREFS: several media may be shown together.
  if (!pointer.hash) return tokens(value);
  return value.startsWith('#') && value.length > 1 ? [value.slice(1)] : [];
}

function at(element: XmlElement, rule: string, id: string): Finding {
  return {
    ...finding(rule, 'warning', [], { id: shown(id) }, REF),
    wire: { line: element.line, column: element.column },
  };
}

/** IDs are made by software; one that looks otherwise is not repeated. */
function shown(id: string): string {
  return /^[A-Za-z0-9_.:-]{1,64}$/.test(id) ? id : '?';
}
