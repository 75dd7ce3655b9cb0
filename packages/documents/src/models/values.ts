import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { type Attributes, h } from '../cda/tree.js';
import { codeAttributes, hl7Time } from '../cda/values.js';
import type { Anchor } from './narrative.js';
import type { CodedText, Quantity, Value } from './schema/shared.js';
import { withUnit } from './units.js';

/** A clinical date as a `TS`, as precise as it is known. */
export function clinicalTime(date: string): string {
  return /^\d{4}(?:-\d{2})?$/.test(date) ? date.replace('-', '') : (hl7Time(date) ?? '');
}

/** A clinical date as a French reader writes it. */
export function shownDate(date: string | undefined): string {
  if (date === undefined) return '-';
  const day = date.slice(0, 10).split('-').reverse().join('/');
  return date.length > 10 ? `${day} ${date.slice(11, 16)}` : day;
}

/** `effectiveTime` with low and high; each null when it is not known. */
export function span(
  { since, until }: { readonly since?: string; readonly until?: string },
  withHigh: boolean,
  type?: 'IVL_TS',
): XmlElementNode {
  const end = (local: string, date: string | undefined) =>
    h(local, date === undefined ? { nullFlavor: 'UNK' } : { value: clinicalTime(date) });
  return h('effectiveTime', { 'xsi:type': type }, [end('low', since), withHigh && end('high', until)]);
}

/** An instant, or null. */
export function at(date: string | undefined): XmlElementNode {
  return h('effectiveTime', date === undefined ? { nullFlavor: 'UNK' } : { value: clinicalTime(date) });
}

/** A coded element that refers to the narrative; null with the reference when nothing is coded. */
export function codedElement(
  local: string,
  { code }: CodedText,
  anchor: Anchor | undefined,
  { nullFlavor = 'UNK', ...extra }: Attributes = {},
): XmlElementNode {
  const attributes = code ? codeAttributes(code) : { nullFlavor };
  return h(local, { ...extra, ...attributes }, [anchor?.originalText]);
}

/** `value` of an observation, and the text that says the same. */
export function valueElement(value: Value): { readonly node: XmlElementNode; readonly shown: string } {
  switch (value.kind) {
    case 'quantity':
      return {
        node: h('value', { 'xsi:type': 'PQ', value: decimal(value.value), unit: value.unit }),
        shown: shownQuantity(value),
      };
    case 'text':
      return { node: h('value', { 'xsi:type': 'ST' }, [value.text]), shown: value.text };
    case 'coded':
      return { node: h('value', { 'xsi:type': 'CD', ...codeAttributes(value.code) }), shown: value.code.displayName };
  }
}

/** A quantity as a French reader writes it. */
export function shownQuantity({ value, unit }: Quantity): string {
  return withUnit(decimal(value).replace('.', ','), unit);
}

/** A number as XML Schema wants it: never `1e-7`. */
export function decimal(value: number): string {
  const text = String(value);
  return /e/i.test(text) ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}

export function coded(code: string, displayName: string, codeSystem: string, codeSystemName?: string): Coded {
  return { code, displayName, codeSystem, ...(codeSystemName ? { codeSystemName } : {}) };
}
