import type { XmlElement } from '@socle-sante/wire/xml';
import { type Base, type Mutation, mutate } from './mutants.js';

/** A generator of numbers that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Values that are wrong somewhere, or right where one would not think so, by attribute. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  value: [
    '20260231',
    '20240229',
    '2026',
    '202613',
    '20260115101500Z',
    '20260115101500+0100',
    '20260115101500+01:00',
    '2026011510',
    '20260115101560',
    '20260115240000',
    '20260115101500.25+0100',
    '20260115101500+1401',
    '20260115101500+01',
    ' 20260115',
    '0',
    '-1',
    '01',
    'tel:+33100000000',
    'tel:',
    'https://a.example',
    'mailto:été@a.example',
    'tel:01 02',
    'TEL:01',
    '',
  ],
  root: [
    '1.2.250.1.71.4.2.2',
    '1.2.250.1.71.4.2.1',
    '1.2.250.1.213.1.4.8',
    '2.999.01',
    '3.1',
    '',
    'urn:oid:2.999',
    '{6F9619FF-8B86-4011-B42D-00C04FC964FF}',
    '6f9619ff-8b86-4011-b42d-00c04fc964ff',
    'RUID-1',
  ],
  extension: ['', 'x', 'x'.repeat(65), '275126322074974'],
  code: ['', ' ', 'N', 'G15_10/SM54', 'AMBULATOIRE ESSMS', '34133-9', 'fr', 'xxfr-FRxx', 'U', 'S', 'SA07'],
  codeSystem: ['', '2.999', '2.16.840.1.113883.6.01', 'LOINC', '2.16.840.1.113883.5.139'],
  displayName: ['', 'Un libellé', 'Deux\nlignes'],
  nullFlavor: ['UNK', 'NI', 'OTH', 'NA', 'MSK', 'NASK', ''],
  use: ['H', 'HP WP', 'BAD', '', 'TMP', 'MC'],
  qualifier: ['BR', 'CL', 'SP', 'LS', 'BR BR', ''],
  typeCode: ['PRF', 'RPLC', 'XFRM', 'INF', 'AUTH', ''],
  classCode: ['PROV', 'AGNT', 'ECON', 'NOK', 'CON', ''],
  language: ['fr', 'fr-FR', 'xx-', 'français'],
  mediaType: ['text/plain', 'application/pdf'],
  unit: ['d', 'jour'],
  identifierName: ['n'],
  assigningAuthorityName: ['n'],
  codeSystemName: ['', 'n'],
  codeSystemVersion: ['1'],
  inclusive: ['true', 'false'],
  '{http://www.w3.org/2001/XMLSchema-instance}type': ['CD', 'CE', 'II', 'TS', 'IVL_TS', 'PN', 'ST'],
};

/** Pieces that one puts inside an element. */
const PIECES = [
  '<translation code="1" codeSystem="2.999"/>',
  '<translation displayName="x"/>',
  '<translation nullFlavor="UNK"/>',
  '<qualifier><name code="1" codeSystem="2.999"/></qualifier>',
  '<originalText language="zz_">x</originalText>',
  '<originalText/>',
  '<low value="20260101"/>',
  '<high value="20251231"/>',
  '<center value="20260101"/>',
  '<width value="1" unit="jour"/>',
  '<low nullFlavor="PINF"/>',
  '<family qualifier="BR">X</family>',
  '<given>X</given>',
  '<given qualifier="SP">X</given>',
  '<prefix>Mme</prefix>',
  '<suffix>DR</suffix>',
  '<streetAddressLine>1 rue X</streetAddressLine>',
  '<city>X</city>',
  '<useablePeriod><low value="2026"/><high value="2025"/></useablePeriod>',
  '<addr use="H"><city>X</city></addr>',
  '<addr nullFlavor="NASK"/>',
  '<telecom value="tel:1" use="WP"/>',
  '<telecom nullFlavor="NI"/>',
  '<id root="2.999.1" extension="1"/>',
  '<id nullFlavor="UNK"/>',
  '<code code="G15_10/SM54" displayName="x" codeSystem="1.2.250.1.213.1.1.4.5"/>',
  '<standardIndustryClassCode code="AMBULATOIRE" displayName="x" codeSystem="1.2.250.1.213.1.1.4.9"/>',
  '<name><family>X</family></name>',
  '<name>Une structure</name>',
  '<guardian><guardianPerson><name><family>X</family></name></guardianPerson></guardian>',
  '<guardian><guardianOrganization/><guardianPerson/></guardian>',
  '<uncertainty/>',
  '<reference value="#x"/>',
  'du texte',
];

/** Blocks that one puts in the header, before what closes it. */
const BLOCKS = [
  '<participant typeCode="INF"><functionCode code="PCP" displayName="x" codeSystem="2.16.840.1.113883.5.88"/><time><low value="2026"/></time><associatedEntity classCode="PROV"><id root="2.999" extension="1"/><associatedPerson><name><family>X</family><prefix>M</prefix></name></associatedPerson></associatedEntity></participant>',
  '<participant typeCode="XX"><time value="2026"><low value="2026"/></time><associatedEntity classCode="PAT"/></participant>',
  '<informant><relatedEntity classCode="NOK"><code code="FTH" displayName="x" codeSystem="2.16.840.1.113883.5.111"/><relatedPerson><name><family>X</family><suffix>Pr</suffix></name></relatedPerson></relatedEntity></informant>',
  '<informant><assignedEntity><id root="2.999"/><representedOrganization><id root="1.2.250.1.71.4.2.2"/><name><given>X</given></name></representedOrganization></assignedEntity></informant>',
  '<authenticator><time value="20260115"/><signatureCode code="S"/><assignedEntity><id root="1.2.250.1.71.4.2.1" extension="8"/><assignedPerson><name><given>X</given></name></assignedPerson></assignedEntity></authenticator>',
  '<authenticator><signatureCode code="X"/></authenticator>',
  '<inFulfillmentOf><order><code nullFlavor="UNK" displayName="x"/></order></inFulfillmentOf>',
  '<documentationOf><serviceEvent><code code="1"/><effectiveTime><high value="x"/></effectiveTime></serviceEvent></documentationOf>',
  '<documentationOf nullFlavor="UNK"/>',
  '<relatedDocument typeCode="RPLC"><parentDocument><id root="2.999" nullFlavor="UNK"/><versionNumber value="1.5"/></parentDocument></relatedDocument>',
  '<authorization typeCode="X"><consent classCode="X"><code code="1"/><statusCode code="completed"/></consent></authorization>',
  '<authorization><consent><statusCode nullFlavor="UNK"/></consent></authorization>',
  '<dataEnterer><time value="x"/><assignedEntity><id root="2.999" extension="1"/></assignedEntity></dataEnterer>',
  '<informationRecipient typeCode="PRCP"><intendedRecipient><templateId/><id root="1.2.250.1.71.4.2.1"/><informationRecipient><name><family>X</family><family>Y</family></name></informationRecipient></intendedRecipient></informationRecipient>',
  '<copyTime value="2026"/>',
];

/** A mutant and what was done to make it. */
export interface Mutant {
  readonly done: string;
  readonly text: string;
}

/** One mutant of a document: one to three changes, at random, of its header or of the elements that `placesOf` gives. */
export function mutant(
  from: Base,
  header: readonly number[],
  random: () => number,
  read: (text: string) => Base,
  placesOf: (base: Base) => number[] = headerOf,
): Mutant {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const done: string[] = [];
  let current = from;
  let places = header;
  for (let change = random() < 0.7 ? 1 : random() < 0.7 ? 2 : 3; change > 0; change -= 1) {
    const index = pick(places);
    const element = current.elements[index];
    if (element === undefined) continue;
    const [what, text] = changed(current, index, element, pick, random());
    done.push(`${element.local}: ${what}`);
    if (change > 1) {
      current = read(text);
      places = placesOf(current);
    } else current = { text, elements: [] };
  }
  return { done: done.join('; '), text: current.text };
}

function changed(
  from: Base,
  index: number,
  element: XmlElement,
  pick: <T>(list: readonly T[]) => T,
  chance: number,
): [string, string] {
  const apply = (mutation: Omit<Mutation, 'element'>): [string, string] => [
    `${mutation.op} ${mutation.attr ?? ''} ${JSON.stringify(mutation.value ?? '')}`,
    mutate(from, { element: index, ...mutation }),
  ];
  if (chance < 0.35) {
    const known = element.attributes.map((each) => each.local).filter((name) => Object.hasOwn(VALUES, name));
    const attr = known.length > 0 && chance < 0.25 ? pick(known) : pick(Object.keys(VALUES));
    return apply({ op: 'attrset', attr, value: pick(VALUES[attr] ?? ['']) });
  }
  if (chance < 0.45 && element.attributes.length > 0)
    return apply({ op: 'attrdel', attr: pick(element.attributes).local });
  if (chance < 0.6) {
    const piece = pick(PIECES);
    const { open, start, end } = element.span;
    const tag = from.text.slice(start, open);
    const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
    const closed = tag.endsWith('/>')
      ? `${tag.slice(0, -2)}>${piece}</${name}>${from.text.slice(end)}`
      : tag + piece + from.text.slice(open);
    return [`insert ${piece}`, from.text.slice(0, start) + closed];
  }
  if (chance < 0.68) {
    const block = pick(BLOCKS);
    const at = from.elements.find((each) => each.local === 'componentOf')?.span.start ?? from.text.length;
    return [`block ${block.slice(0, 40)}`, from.text.slice(0, at) + block + from.text.slice(at)];
  }
  if (chance < 0.8) return apply({ op: 'del' });
  if (chance < 0.92) return apply({ op: 'dup' });
  return apply({ op: 'null' });
}

/** Elements of the header, and of what wraps the body, the document itself left out. */
export function headerOf({ elements }: Base): number[] {
  const body = elements.findIndex((each) => each.local === 'structuredBody' || each.local === 'nonXMLBody');
  return Array.from({ length: (body < 0 ? elements.length : body) - 1 }, (_, index) => index + 1);
}
