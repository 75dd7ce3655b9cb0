import type { ConceptSet } from '@socle-sante/nomenclatures';
import type { XmlElement } from '@socle-sante/wire/xml';
import { checkType } from './datatypes.js';
import { type AttributeRule, type ElementRule, HL7, XSI } from './model.js';
import type { Report } from './report.js';
import { attr, words, xsi } from './xml.js';

const FORMS: Readonly<Record<NonNullable<AttributeRule['form']>, RegExp>> = {
  st: /[\s\S]/,
  cs: /^[^ \t\r\n]+$/,
  oid: /^[0-2](\.(0|[1-9]\d*))*$/,
  uid: /^([0-2](\.(0|[1-9]\d*))*|[A-Fa-f\d]{8}-[A-Fa-f\d]{4}-[A-Fa-f\d]{4}-[A-Fa-f\d]{4}-[A-Fa-f\d]{12}|[A-Za-z][A-Za-z\d-]*)$/,
  ts: /^[0-9]{4,14}/,
  int: /^(-?[1-9]\d*|\d*)$/,
};

const codes = new WeakMap<ConceptSet, ReadonlySet<string>>();

function hasCode(set: ConceptSet, code: string): boolean {
  let known = codes.get(set);
  if (known === undefined) {
    known = new Set(set.concepts.map((concept) => concept.code));
    codes.set(set, known);
  }
  return known.has(code);
}

const byName = new WeakMap<ElementRule, ReadonlyMap<string, readonly ElementRule[]>>();

function index(rule: ElementRule): ReadonlyMap<string, readonly ElementRule[]> {
  let known = byName.get(rule);
  if (known === undefined) {
    const map = new Map<string, ElementRule[]>();
    for (const child of rule.children) map.set(child.local, [...(map.get(child.local) ?? []), child]);
    known = map;
    byName.set(rule, known);
  }
  return known;
}

/** Identifier of a rule of the table, without its aspect. */
export function stem(rule: ElementRule): string {
  return `cda.${rule.section}.${rule.alias}`;
}

const NO_SIBLING: readonly XmlElement[] = [];

/** Checks an element, then what it holds, against the table. */
export function walk(rule: ElementRule, element: XmlElement, siblings: readonly XmlElement[], report: Report): void {
  report.enter(element);
  if (rule.type !== undefined) {
    checkType(rule.type, element, siblings, report);
    if (rule.xsiType) checkXsiType(rule, element, report);
  }
  for (const attribute of rule.attributes) checkAttribute(rule, attribute, element, report);
  for (const check of rule.checks) check(element, report);
  if (rule.children.length > 0) walkChildren(rule, element, report);
  report.leave();
}

function walkChildren(rule: ElementRule, element: XmlElement, report: Report): void {
  const rules = index(rule);
  const counts = new Map<ElementRule, number>();
  for (const node of element.children) {
    if (typeof node === 'string') continue;
    let known = false;
    for (const child of rules.get(node.local) ?? []) {
      if (child.namespace !== node.namespace) continue;
      const applies = child.when === undefined || child.when(node);
      if (child.countWhen === undefined ? applies : child.countWhen(node))
        counts.set(child, (counts.get(child) ?? 0) + 1);
      if (!applies || known) continue;
      known = true;
      walk(child, node, siblingsOf(element, node), report);
    }
    if (!known && xsi(node, 'nil') !== 'true') {
      report.enter(node);
      report.report('cda.header.undescribed', 'info', { element: node.local, parent: element.local });
      report.leave();
    }
  }
  for (const child of rule.children) {
    const count = counts.get(child) ?? 0;
    const params = { element: child.local, count };
    if (count < child.min) report.report(`${stem(child)}.missing`, 'error', params);
    if (count > child.max) report.report(`${stem(child)}.tooMany`, 'error', { ...params, max: child.max });
  }
}

/** The other children of the same local name, whatever their namespace. */
function siblingsOf(parent: XmlElement, element: XmlElement): readonly XmlElement[] {
  let found: XmlElement[] | undefined;
  for (const node of parent.children) {
    if (typeof node === 'string' || node === element || node.local !== element.local) continue;
    if (found === undefined) found = [node];
    else found.push(node);
  }
  return found ?? NO_SIBLING;
}

function checkXsiType(rule: ElementRule, element: XmlElement, report: Report): void {
  const stated = element.attributes.find((each) => each.local === 'type' && each.namespace === XSI)?.value;
  if (stated === undefined) return;
  const [prefix, local] = stated.includes(':') ? stated.trim().split(':') : ['', stated.trim()];
  const type = rule.type === 'INT.POS' ? 'INT' : (rule.type ?? '');
  if (local !== type || report.namespaceOf(prefix ?? '') !== HL7) report.report('cda.type.xsiType', 'error', { type });
}

function checkAttribute(rule: ElementRule, asked: AttributeRule, element: XmlElement, report: Report): void {
  const attribute = asked.name;
  const value = attr(element, attribute);
  const say = (aspect: string, more: Readonly<Record<string, string>> = {}): void =>
    report.report(`${stem(rule)}.${aspect}`, 'error', { element: element.local, attribute, ...more });
  if (value === undefined) {
    if (asked.required === true) say('attribute');
    return;
  }
  if (asked.form !== undefined && !FORMS[asked.form].test(value)) say('form');
  if (asked.fixedIfPresent !== undefined && value !== asked.fixedIfPresent)
    say('value', { expected: asked.fixedIfPresent });
  const set = asked.set;
  if (set !== undefined && words(value).some((word) => !hasCode(set, word))) say('valueSet', { set: set.id });
}
