import { type Finding, finding } from '@socle-sante/core/finding';
import { attribute, elements, type XmlElement } from '@socle-sante/wire/xml';
import { visit } from '../reader/dom.js';
import type { RegistryObjects } from '../xds/types.js';
import { XDS_NAMESPACES } from '../xds/uris.js';

const REF = { document: 'CI-SIS, volet Échange de documents de santé', version: '1.8' };

/** Names of the fields that the codec may say; another one is not repeated. */
const FIELD = /^[A-Za-z]{1,40}$/;

/** Root and number of objects (XDM-002), identifiers and links (XDM-005), mandatory values (XDM-006). */
export function checkMetadata(root: XmlElement, objects: RegistryObjects, read: readonly Finding[]): Finding[] {
  const findings: Finding[] = [];
  if (root.local !== 'SubmitObjectsRequest' || root.namespace !== XDS_NAMESPACES.lcm) {
    findings.push(finding('XDM-002.root', 'error', [], {}, REF));
  }
  if (objects.submissionSets.length !== 1) {
    findings.push(finding('XDM-002.sets', 'error', [], { count: objects.submissionSets.length }, REF));
  }
  if (objects.documentEntries.length === 0) findings.push(finding('XDM-002.entries', 'error', [], {}, REF));
  findings.push(...checkLinks(root), ...read.flatMap((item) => mandatory(item)));
  return findings;
}

function checkLinks(root: XmlElement): Finding[] {
  const findings: Finding[] = [];
  const ids = new Map<string, number>();
  const links: { readonly name: string; readonly target: string; readonly own?: string; readonly line: number }[] = [];
  visit(root, (element) => {
    if (element.namespace !== XDS_NAMESPACES.rim) return;
    const id = attribute(element, 'id');
    if (id !== undefined && element.local !== 'ObjectRef') {
      if (ids.has(id)) findings.push(at(finding('XDM-005.id', 'error', [], {}, REF), element.line));
      else ids.set(id, element.line);
    }
    if (element.local === 'RegistryPackage' || element.local === 'ExtrinsicObject') {
      for (const child of elements(element)) {
        for (const name of ['classifiedObject', 'registryObject']) {
          const target = attribute(child, name);
          // A classification points at the object that holds it, not at another one.
          if (target !== undefined) links.push({ name, target, own: id ?? '', line: child.line });
        }
      }
    } else if (element.local === 'Association') {
      for (const name of ['sourceObject', 'targetObject']) {
        links.push({ name, target: attribute(element, name) ?? '', line: element.line });
      }
    }
  });
  for (const { name, target, own, line } of links) {
    const wrong = own === undefined ? !ids.has(target) : target !== own;
    if (wrong) {
      const rule = own !== undefined && ids.has(target) ? 'XDM-005.other' : 'XDM-005.reference';
      findings.push(at(finding(rule, 'error', [], { field: name }, REF), line));
    }
  }
  return findings;
}

function at(item: Finding, line: number): Finding {
  return { ...item, wire: { line } };
}

/** What the codec found missing, repeated or wrong, under the number of this rule. */
function mandatory(item: Finding): Finding[] {
  const kind = item.rule.slice(item.rule.lastIndexOf('.') + 1);
  if (kind === 'noObjects' || kind === 'unknownObject') return [];
  const last = String(item.path.at(-1) ?? '');
  const rule = kind === 'missing' ? 'missing' : kind === 'repeated' ? 'repeated' : 'value';
  return [finding(`XDM-006.${rule}`, item.severity, item.path, { field: FIELD.test(last) ? last : '?' }, REF)];
}
