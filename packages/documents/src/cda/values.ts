import type { Coded } from '@socle-sante/core/coded';
import { parseIsoInstant } from '@socle-sante/core/time';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import type { InstanceId, Period, PostalAddress, Telecom } from '../submission/contact.js';
import type { Translation } from '../submission/header.js';
import type { PersonName } from '../submission/people.js';
import { type Attributes, h } from './tree.js';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|([+-]\d{2}):(\d{2}))$/;

/**
 * An ISO 8601 instant with its offset, or a day, as a CDA `TS`: the time stays local, to the second, with the offset
 * (`Z` is refused by the official rules and becomes `+0000`). `undefined` for anything else: a zone is never guessed.
 */
export function hl7Time(iso: string): string | undefined {
  const day = DAY.exec(iso);
  if (day) return parseIsoInstant(`${iso}T00:00:00Z`).ok ? day.slice(1, 4).join('') : undefined;
  const match = INSTANT.exec(iso);
  if (!match || !parseIsoInstant(iso).ok) return undefined;
  return `${match.slice(1, 7).join('')}${match[7] === 'Z' ? '+0000' : `${match[8]}${match[9]}`}`;
}

/** The value of a time that was checked before. */
export function time(iso: string): string {
  return hl7Time(iso) ?? '';
}

/** `IVL_TS`: low and high, each when known; null when neither is. */
export function interval(local: string, { start, stop }: Period = {}, nullFlavor = 'UNK'): XmlElementNode {
  if (start === undefined && stop === undefined) return h(local, { nullFlavor });
  return h(local, {}, [
    start !== undefined && h('low', { value: time(start) }),
    stop !== undefined && h('high', { value: time(stop) }),
  ]);
}

/** The attributes of a coded value. */
export function codeAttributes({ code, displayName, codeSystem, codeSystemName }: Coded): Attributes {
  return { code, displayName, codeSystem, ...(codeSystemName ? { codeSystemName } : {}) };
}

export function codeNode(
  local: string,
  value: Coded | undefined,
  translations: readonly Translation[] = [],
): XmlElementNode | undefined {
  return (
    value &&
    h(
      local,
      codeAttributes(value),
      translations.map(({ qualifier, ...item }) =>
        h('translation', codeAttributes(item), [
          qualifier && h('qualifier', {}, [h('name', codeAttributes(qualifier))]),
        ]),
      ),
    )
  );
}

export function idNode({ root, extension }: InstanceId): XmlElementNode {
  return h('id', { root, extension });
}

const PARTS = [
  'houseNumber',
  'houseNumberNumeric',
  'streetNameType',
  'streetName',
  'additionalLocator',
  'unitID',
  'postBox',
  'precinct',
  'postalCode',
  'county',
  'city',
  'state',
  'country',
] as const satisfies readonly (keyof PostalAddress)[];

export function addressNode(value: PostalAddress): XmlElementNode {
  if (value.nullFlavor) return h('addr', { nullFlavor: value.nullFlavor });
  const lines = (value.lines ?? []).map((line) => h('streetAddressLine', {}, [line]));
  const parts = PARTS.map((local) => value[local] && h(local, {}, [value[local]]));
  return h('addr', { use: value.use }, lines.length > 0 ? lines : parts.map((part) => part || undefined));
}

export function telecomNode({ value, use, nullFlavor }: Telecom): XmlElementNode {
  return nullFlavor ? h('telecom', { nullFlavor }) : h('telecom', { value, use });
}

/** Addresses then telecoms, or the other way round as organisations want it. */
export function contactNodes(
  { addresses = [], telecoms = [] }: { addresses?: readonly PostalAddress[]; telecoms?: readonly Telecom[] },
  order: 'addressFirst' | 'telecomFirst' = 'addressFirst',
): XmlElementNode[] {
  const both = [addresses.map(addressNode), telecoms.map(telecomNode)];
  return (order === 'addressFirst' ? both : both.reverse()).flat();
}

export function nameNode({ prefix, given, family, suffix }: PersonName): XmlElementNode {
  const part = (local: string, value: string | undefined) => (value?.trim() ? h(local, {}, [value.trim()]) : undefined);
  return h('name', {}, [part('prefix', prefix), part('given', given), part('family', family), part('suffix', suffix)]);
}
