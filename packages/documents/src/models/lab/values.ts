import type { XmlElementNode } from '@socle-sante/wire/xml';
import { type Child, h } from '../../cda/tree.js';
import { codeAttributes } from '../../cda/values.js';
import type { Anchor, Narrator } from '../narrative.js';
import type { DecimalValue, LabValue } from '../schema/lab.js';
import { withUnit } from '../units.js';
import { decimal } from '../values.js';

/** A number as the data say it; a text keeps its digits. */
export function written(value: DecimalValue): string {
  return typeof value === 'string' ? value : decimal(value);
}

/** A number as a French reader writes it. */
export function shownNumber(value: DecimalValue): string {
  return written(value).replace('.', ',');
}

/** A range as a reader writes it; a bound alone says which side it is. */
export function shownRange(low: DecimalValue | undefined, high: DecimalValue | undefined, unit = ''): string {
  if (low !== undefined && high !== undefined) return withUnit(`${shownNumber(low)} – ${shownNumber(high)}`, unit);
  if (low !== undefined) return withUnit(`≥ ${shownNumber(low)}`, unit);
  return high === undefined ? '' : withUnit(`≤ ${shownNumber(high)}`, unit);
}

/** `IVL_PQ`, with the bounds that are known. */
export function rangeValue(
  low: DecimalValue | undefined,
  high: DecimalValue | undefined,
  unit: string | undefined,
  inclusive?: boolean,
): XmlElementNode {
  const bound = (local: string, value: DecimalValue | undefined) =>
    value !== undefined &&
    h(local, { value: written(value), unit, inclusive: inclusive === undefined ? undefined : String(inclusive) });
  return h('value', { 'xsi:type': 'IVL_PQ' }, [bound('low', low), bound('high', high)]);
}

type Measure = Extract<LabValue, { kind: 'ratio' }>['numerator'];

function measure(local: string, { value, unit }: Measure): XmlElementNode {
  if (unit !== undefined) return h(local, { 'xsi:type': 'PQ', value: written(value), unit });
  return h(local, { 'xsi:type': /^-?\d+$/.test(written(value)) ? 'INT' : 'REAL', value: written(value) });
}

/** `value` of a result, and what the reader sees; a word is marked, for the value points to it. */
export function labValueElement(narrator: Narrator, value: LabValue): { node: XmlElementNode; shown: Child } {
  switch (value.kind) {
    case 'quantity':
      return quantityElement(value);
    case 'number':
      return {
        node: h('value', { 'xsi:type': 'REAL', value: written(value.value) }),
        shown: shownNumber(value.value),
      };
    case 'range':
      return {
        node: rangeValue(value.low, value.high, value.unit, true),
        shown: shownRange(value.low, value.high, value.unit),
      };
    case 'ratio': {
      const { numerator, denominator } = value;
      const one = ({ value: number, unit }: Measure) => withUnit(shownNumber(number), unit);
      return {
        node: h('value', { 'xsi:type': 'RTO' }, [measure('numerator', numerator), measure('denominator', denominator)]),
        shown: `${one(numerator)} / ${one(denominator)}`,
      };
    }
    case 'text':
      return { node: h('value', { 'xsi:type': 'ST' }, [value.text]), shown: value.text };
    case 'coded': {
      const said = value.text ?? value.code?.displayName ?? '';
      const anchor: Anchor | undefined = value.text === undefined ? undefined : narrator.anchor(said);
      const attributes = value.code ? codeAttributes(value.code) : {};
      return {
        node: h('value', { 'xsi:type': 'CD', ...attributes }, [anchor?.originalText]),
        shown: anchor?.content ?? said,
      };
    }
  }
}

function quantityElement({ value, unit, comparator }: Extract<LabValue, { kind: 'quantity' }>) {
  if (comparator === undefined) {
    return {
      node: h('value', { 'xsi:type': 'PQ', value: written(value), unit }),
      shown: withUnit(shownNumber(value), unit),
    };
  }
  const inclusive = comparator.endsWith('=');
  const under = comparator.startsWith('<');
  const sign = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' }[comparator];
  return {
    node: rangeValue(under ? undefined : value, under ? value : undefined, unit, inclusive),
    shown: withUnit(`${sign} ${shownNumber(value)}`, unit),
  };
}
