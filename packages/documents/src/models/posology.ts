import type { XmlElementNode } from '@socle-sante/wire/xml';
import { type Attributes, h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { Anchor, Cell, Narrator } from './narrative.js';
import type { Dose, DoseRange, Posology, Timing } from './schema/medicine.js';
import { shownUnit, withUnit } from './units.js';
import { clinicalTime, codedElement, decimal } from './values.js';

/** Something that the text says, and the elements of the entry that say it as data. */
export interface Made {
  readonly shown: Cell;
  readonly nodes: readonly XmlElementNode[];
}

/** A quantity as a patient reads it. */
export function shownDose({ value, unit, label }: Dose): string {
  const shown = decimal(value).replace('.', ',');
  return label === undefined ? withUnit(shown, unit) : `${shown} ${label}`;
}

/** When a step of a posology starts, and how long it lasts. */
export interface Bounds {
  readonly start?: string;
  readonly end?: string;
  readonly length?: { readonly value: number; readonly unit: string };
}

/** The days of a treatment, null when they are not known; or its length alone. */
export function treatmentPeriod({ start, end, length }: Bounds): XmlElementNode {
  const day = (name: string, date: string | undefined) =>
    h(name, date === undefined ? { nullFlavor: 'UNK' } : { value: clinicalTime(date) });
  return h('effectiveTime', { 'xsi:type': 'IVL_TS' }, [day('low', start), length ? width(length) : day('high', end)]);
}

/** The days of a step, as far as they are known. */
export function stepPeriod(local: string, { start, end, length }: Bounds, attributes: Attributes = {}): XmlElementNode {
  const day = (name: string, date: string | undefined) =>
    date === undefined ? undefined : h(name, { value: clinicalTime(date) });
  return h(local, { 'xsi:type': 'IVL_TS', ...attributes }, [
    day('low', start),
    length ? width(length) : day('high', end),
  ]);
}

function width({ value, unit }: NonNullable<Bounds['length']>): XmlElementNode {
  return h('width', { value: decimal(value), unit });
}

/** How often, as `effectiveTime`: a timing alone, or an expression of the days and of all the timings. */
export function frequencyOf(
  narrator: Narrator,
  { said, timings }: NonNullable<Posology['frequency']>,
  bounds?: Bounds,
): Made {
  // Only an interval can refer to the text.
  const anchor = timings.some(({ kind }) => kind === 'interval') ? narrator.anchor(said) : undefined;
  const [first, ...more] = timings;
  const alone = !bounds && more.length === 0;
  const node =
    first && alone
      ? timingNode('effectiveTime', first, 'A', anchor)
      : h('effectiveTime', { 'xsi:type': 'SXPR_TS', operator: 'A' }, [
          bounds && stepPeriod('comp', bounds, { operator: 'A' }),
          // The first narrows the days, the others join it.
          ...timings.map((one, index) => timingNode('comp', one, index === 0 ? 'A' : 'I', anchor)),
        ]);
  return { shown: anchor?.content ?? said, nodes: [node] };
}

function timingNode(local: string, timing: Timing, operator: string, anchor: Anchor | undefined): XmlElementNode {
  if (timing.kind === 'event') {
    const { after } = timing;
    return h(local, { 'xsi:type': 'EIVL_TS', operator }, [
      h('event', { code: timing.event }),
      after && h('offset', {}, [h('low', { value: decimal(after.value), unit: after.unit })]),
    ]);
  }
  const { value, unit } = timing.every;
  return h(local, { 'xsi:type': 'PIVL_TS', operator }, [
    h('period', { value: decimal(value), unit }, [anchor && h('translation', {}, [anchor.originalText])]),
  ]);
}

/** `doseQuantity` or `rateQuantity`: from so much to so much. */
export function rangeOf(narrator: Narrator, local: string, { low, high }: DoseRange): Made {
  const from = narrator.anchor(shownDose(low));
  const to = high && narrator.anchor(shownDose(high));
  const end = (name: string, { value, unit }: Dose, anchor: Anchor) =>
    h(name, { value: decimal(value), unit }, [h('translation', {}, [anchor.originalText])]);
  return {
    shown: to ? [from.content, ' à ', to.content] : from.content,
    nodes: [h(local, {}, [end('low', low, from), end('high', high ?? low, to ?? from)])],
  };
}

/** Route, place of the body and what is never passed, in the order of the schema with the dose and the rate between. */
export function wayOf(narrator: Narrator, { route, site, most }: Posology) {
  const routed = route && narrator.anchor(route.displayName);
  const placed = site && narrator.anchor(site.text);
  return {
    shown: [routed?.content, placed?.content] as const,
    shownMost:
      most &&
      `${shownDose(most.dose)} par ${most.per.value === 1 ? (most.per.label ?? shownUnit(most.per.unit)) : shownDose(most.per)}`,
    route: route && h('routeCode', codeAttributes(route), [routed?.originalText]),
    // The rules take no code of the official list here: it stands beside the text.
    site: site && placed && siteNode(site, placed),
    most:
      most &&
      h('maxDoseQuantity', {}, [
        h('numerator', { value: decimal(most.dose.value), unit: most.dose.unit }),
        h('denominator', { value: decimal(most.per.value), unit: most.per.unit }),
      ]),
  };
}

function siteNode({ text, code }: NonNullable<Posology['site']>, anchor: Anchor): XmlElementNode {
  const node = codedElement('approachSiteCode', { text }, anchor, { nullFlavor: 'OTH' });
  return code ? { ...node, children: [...node.children, h('translation', codeAttributes(code))] } : node;
}
