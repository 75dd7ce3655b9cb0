import { elements, type SimElement, textOf } from './element.js';
import { NS } from './namespaces.js';

/** What an element may hold. Hand-written from the official schemas, so that the simulator needs none of their files. */
export interface ElementRule {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Simple content: a pattern over the whole value; whitespace around it is dropped first when `collapse`. */
  readonly value?: RegExp;
  readonly collapse?: true;
  /** Element content, in this order. */
  readonly children?: readonly ElementRule[];
  /** Allowed attributes without namespace; all others are refused. */
  readonly attributes?: Readonly<Record<string, { readonly required?: true; readonly value?: RegExp }>>;
}

/** Where and how an element departs from its rule, in words that name elements but never values; undefined when it conforms. */
export function violation(element: SimElement, rule: ElementRule): string | undefined {
  return (
    attributeViolation(element, rule) ??
    (rule.children ? contentViolation(element, rule.children) : valueViolation(element, rule))
  );
}

function attributeViolation(element: SimElement, rule: ElementRule): string | undefined {
  const allowed = rule.attributes ?? {};
  for (const attribute of element.attributes) {
    if (attribute.namespace === NS.xsi) continue;
    const known =
      attribute.namespace === '' && Object.hasOwn(allowed, attribute.local) ? allowed[attribute.local] : undefined;
    if (!known) return `attribut non prévu sur ${element.local}`;
    if (known.value && !known.value.test(attribute.value))
      return `attribut ${attribute.local} de ${element.local} incorrect`;
  }
  const missing = Object.entries(allowed).find(
    ([name, { required }]) => required && !element.attributes.some((a) => a.local === name && a.namespace === ''),
  );
  return missing && `attribut ${missing[0]} de ${element.local} absent`;
}

function valueViolation(element: SimElement, rule: ElementRule): string | undefined {
  if (elements(element).length > 0) return `${element.local} ne doit contenir que du texte`;
  const text = textOf(element) ?? '';
  const value = rule.collapse ? text.trim() : text;
  return rule.value && !rule.value.test(value) ? `valeur de ${element.local} hors du format prévu` : undefined;
}

function contentViolation(element: SimElement, rules: readonly ElementRule[]): string | undefined {
  if (element.children.some((child) => typeof child === 'string' && child.trim() !== '')) {
    return `texte non prévu dans ${element.local}`;
  }
  const children = elements(element);
  let position = 0;
  for (const rule of rules) {
    let count = 0;
    for (let child = children[position]; child?.local === rule.name && count < rule.max; child = children[position]) {
      if (child.namespace !== element.namespace)
        return `${child.local} dans un autre espace de noms que ${element.local}`;
      const inner = violation(child, rule);
      if (inner) return inner;
      count += 1;
      position += 1;
    }
    if (count < rule.min) return `${rule.name} absent ou mal placé dans ${element.local}`;
  }
  const extra = children[position];
  return extra ? `${extra.local} non prévu ou mal placé dans ${element.local}` : undefined;
}

/** xsd:dateTime, with or without a zone. */
export const DATE_TIME =
  /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/;
/** xsd:date */
export const DATE = /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/;
/** RFC 9562 text form. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
