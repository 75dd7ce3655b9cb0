import type { ConceptSet } from '@socle-sante/nomenclatures';
import { jdvJ04 } from '@socle-sante/nomenclatures/jdv-j04';
import { jdvJ245 } from '@socle-sante/nomenclatures/jdv-j245';
import { jdvJ246 } from '@socle-sante/nomenclatures/jdv-j246';
import type { XmlElement } from '@socle-sante/wire/xml';
import { type Check, type ElementRule, type ElementSpec, ONCE, type Section, section, UPTO_ONE } from '../model.js';
import { allText, along, attr, has, is, kid } from '../xml.js';

/** OID under which professionals are identified (PS_IdNat). */
export const PS_ROOT = '1.2.250.1.71.4.2.1';
/** OID under which structures are identified (Struct_IdNat). */
export const STRUCTURE_ROOT = '1.2.250.1.71.4.2.2';

const PARTS = [
  'country',
  'state',
  'city',
  'postalCode',
  'county',
  'houseNumber',
  'houseNumberNumeric',
  'streetName',
  'streetNameType',
  'additionalLocator',
  'unitID',
  'postBox',
  'precinct',
];
const ADDRESS_USES = ['H', 'HP', 'HV', 'WP', 'TMP'];
const TELECOM_USES = ['H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG'];
const TELECOM_SCHEMES = ['tel', 'fax', 'mailto', 'http', 'ftp', 'mllp'];
const TELECOM_NULLS = ['UNK', 'NASK', 'ASKU', 'NAV', 'MSK'];

const inAddress = section('addr');
const inTelecom = section('telecom');

const addressUse: Check = (element, reporter) => {
  const use = attr(element, 'use');
  if (use !== undefined && !ADDRESS_USES.includes(use)) reporter.report('cda.addr.use', 'error');
};

const telecomValue: Check = (element, reporter) => {
  const value = attr(element, 'value') ?? '';
  const colon = value.indexOf(':');
  const scheme = colon < 0 ? '' : value.slice(0, colon);
  const [only, more] = element.attributes;
  const isNull =
    only !== undefined &&
    more === undefined &&
    only.prefix === '' &&
    only.local === 'nullFlavor' &&
    TELECOM_NULLS.includes(only.value);
  const dialled = colon >= 0 && colon + 1 < value.length && TELECOM_SCHEMES.includes(scheme);
  if (!isNull && !dialled) reporter.report('cda.telecom.scheme', 'error');
  const use = attr(element, 'use');
  if (use !== undefined && !TELECOM_USES.includes(use)) reporter.report('cda.telecom.use', 'error');
  if ((attr(element, 'nullFlavor') === undefined) !== (attr(element, 'value') !== undefined))
    reporter.report('cda.telecom.nullOrValue', 'error');
};

/** Addresses: in parts, each at most once, or in lines, seven at most. */
export const ADDRESSES: readonly ElementRule[] = [
  inAddress('addr', {
    alias: 'parts',
    when: (element) => kid(element, 'streetAddressLine') === undefined,
    type: 'AD',
    checks: [addressUse],
    children: PARTS.map((part) => inAddress(part, { ...UPTO_ONE, type: 'ST' })),
  }),
  inAddress('addr', {
    alias: 'lines',
    when: has('streetAddressLine'),
    type: 'AD',
    attributes: { use: 'cs' },
    checks: [addressUse],
    children: [inAddress('streetAddressLine', { max: 7, type: 'ST' })],
  }),
];

/** One telecommunication address, of any number. */
export const TELECOM = inTelecom('telecom', { type: 'TEL', attributes: { use: 'cs' }, checks: [telecomValue] });

/** At most one address, whatever its form. */
export const oneAddress =
  (rule: string): Check =>
  (element, reporter) => {
    if (along([element], 'addr').length > 1) reporter.report(rule, 'error');
  };

/** Elements of the shared shapes, named for the section they stand in. */
export function shapesOf(name: Section): {
  el: (local: string, spec?: ElementSpec) => ElementRule;
  personName: (spec?: ElementSpec) => ElementRule;
  person: (local: string, spec?: ElementSpec) => ElementRule;
  identifier: (alias: string, root: string, spec?: ElementSpec) => ElementRule;
  sector: (spec: ElementSpec) => ElementRule;
  partOf: () => ElementRule;
} {
  const el = section(name);
  const personName = (spec: ElementSpec = {}): ElementRule =>
    el('name', {
      alias: 'personName',
      when: has('family'),
      ...ONCE,
      type: 'PN',
      children: [el('family', ONCE), el('given', UPTO_ONE), el('prefix', UPTO_ONE), el('suffix', UPTO_ONE)],
      ...spec,
    });
  return {
    el,
    personName,
    person: (local, spec = {}) => el(local, { ...UPTO_ONE, children: [personName()], ...spec }),
    identifier: (alias, root, spec = {}) =>
      el('id', {
        alias,
        when: is('root', root),
        type: 'II',
        attributes: { extension: 'st!' },
        ...spec,
      }),
    sector: (spec) => el('standardIndustryClassCode', { ...UPTO_ONE, type: 'CE', ...spec }),
    partOf: () =>
      el('asOrganizationPartOf', {
        ...UPTO_ONE,
        type: 'ANY',
        children: [
          el('templateId', { alias: 'partOfTemplateId', type: 'II' }),
          el('id', { alias: 'partOfId', type: 'II' }),
          el('code', { alias: 'partOfCode', ...UPTO_ONE, type: 'CD' }),
          el('statusCode', { alias: 'partOfStatus', ...UPTO_ONE, type: 'CS' }),
          el('effectiveTime', { alias: 'partOfTime', ...UPTO_ONE }),
        ],
      }),
  };
}

/** A sector of activity is of JDV_J04, code and system. */
export function isSector(element: XmlElement): boolean {
  const code = attr(element, 'code') ?? '';
  const system = attr(element, 'codeSystem') ?? '';
  return jdvJ04.concepts.some((concept) => concept.code + concept.system === code + system);
}

/** Everything of a code must be written: label, system, code. */
export const CODED = { displayName: 'st!', codeSystem: 'oid!', code: '!' } as const;

/** The same, the code without space. */
export const CODED_PLAIN = { displayName: 'st!', codeSystem: 'oid!', code: 'cs!' } as const;

/** The code is of a list; label, system and code must be written. */
export function codedBy(set: ConceptSet): ElementSpec['attributes'] {
  return { ...CODED, code: { required: true, set } };
}

/** Civilities and titles of the persons at the end of a path are those of JDV_J245 and JDV_J246. */
export function honorifics(name: Section, ...path: readonly string[]): Check {
  const check = (element: XmlElement, part: 'prefix' | 'suffix', set: ConceptSet): boolean =>
    along([element], ...path, 'name', part).every((each) =>
      set.concepts.some((concept) => concept.code === allText(each)),
    );
  const role = path.at(-2) ?? '';
  return (element, reporter) => {
    if (!check(element, 'prefix', jdvJ245)) reporter.report(`cda.${name}.prefix.valueSet`, 'error', { role });
    if (!check(element, 'suffix', jdvJ246)) reporter.report(`cda.${name}.suffix.valueSet`, 'error', { role });
  };
}
