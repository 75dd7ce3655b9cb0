import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { type Child, h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { Line, Narrator } from './narrative.js';
import { templates } from './remarks.js';
import { clinicalTime } from './values.js';

/** A value as an observation holds it, and as the reader sees it. */
export interface ObservedValue {
  readonly node: XmlElementNode;
  readonly shown: string;
}

const UNKNOWN = 'Non renseigné';

function unknown(type: string): ObservedValue {
  return { node: h('value', { 'xsi:type': type, nullFlavor: 'UNK' }), shown: UNKNOWN };
}

export function yesNo(yes: boolean | undefined): ObservedValue {
  if (yes === undefined) return unknown('BL');
  return { node: h('value', { 'xsi:type': 'BL', value: String(yes) }), shown: yes ? 'Oui' : 'Non' };
}

/** `unit`: what is counted, for the reader alone. */
export function count(value: number | undefined, unit?: string): ObservedValue {
  if (value === undefined) return unknown('INT');
  const text = String(value);
  return { node: h('value', { 'xsi:type': 'INT', value: text }), shown: unit ? `${text} ${unit}` : text };
}

/** A coded value; unknown where the list takes it. */
export function choice(code: Coded | undefined): ObservedValue {
  if (code === undefined) return unknown('CD');
  return { node: h('value', { 'xsi:type': 'CD', ...codeAttributes(code) }), shown: code.displayName };
}

export function unknownQuantity(): ObservedValue {
  return unknown('PQ');
}

export interface ObservationInput {
  /** What the reader sees it called. */
  readonly label: string;
  readonly code: XmlElementNode;
  readonly value: ObservedValue;
  readonly at?: string | undefined;
  /** Templates, when it is more than a simple observation. */
  readonly templateIds?: readonly string[];
  readonly negationInd?: boolean;
  /** Whom it speaks of, when it is not the patient. */
  readonly subject?: XmlElementNode | undefined;
}

/** FR-Simple-Observation (1.2.250.1.213.1.1.3.48), or an observation made like it: its line and its entry. */
export function observationLine(
  narrator: Narrator,
  input: ObservationInput,
): Line & { readonly entry: XmlElementNode } {
  const { label, code, value, at, negationInd = false, subject } = input;
  const anchor = narrator.anchor(value.shown);
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: String(negationInd) }, [
    ...templates(...(input.templateIds ?? SIMPLE)),
    narrator.id(),
    code,
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', at === undefined ? { nullFlavor: 'NA' } : { value: clinicalTime(at) }),
    value.node,
    subject,
  ] satisfies Child[]);
  return { cells: [label, anchor.content], entry };
}

const SIMPLE = ['1.3.6.1.4.1.19376.1.5.3.1.4.13', '1.2.250.1.213.1.1.3.48'] as const;
