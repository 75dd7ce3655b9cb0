import { hl7Instant, isoInstant, parseHl7Timestamp } from '@socle-sante/core/time';
import { elements, type XmlElement } from '@socle-sante/wire/xml';
import type {
  CdaAddress,
  CdaCode,
  CdaId,
  CdaInterval,
  CdaNamePart,
  CdaPersonName,
  CdaQualifier,
  CdaQuantity,
  CdaTelecom,
  CdaTime,
} from './data-types.js';
import { all, attr, compact, dataText, first, flag, NS, ownText, plain, tokens } from './dom.js';

/** Reads `II`. */
export function readId(element: XmlElement): CdaId {
  return compact<CdaId>({
    root: attr(element, 'root'),
    extension: attr(element, 'extension'),
    assigningAuthorityName: attr(element, 'assigningAuthorityName'),
    nullFlavor: attr(element, 'nullFlavor'),
  });
}

/** The `id` (or another element of type `II`) children of an element. */
export function readIds(parent: XmlElement | undefined, local = 'id'): CdaId[] {
  return all(parent, local).map(readId);
}

/** Reads `CD` and its restrictions. */
export function readCode(element: XmlElement): CdaCode {
  const original = first(element, 'originalText');
  return compact<CdaCode>({
    code: attr(element, 'code'),
    codeSystem: attr(element, 'codeSystem'),
    codeSystemName: attr(element, 'codeSystemName'),
    codeSystemVersion: attr(element, 'codeSystemVersion'),
    displayName: attr(element, 'displayName'),
    nullFlavor: attr(element, 'nullFlavor'),
    value: attr(element, 'value'),
    originalText: dataText(original),
    originalTextReference: attr(first(original, 'reference'), 'value')?.trim(),
    translations: all(element, 'translation').map(readCode),
    qualifiers: all(element, 'qualifier').map(readQualifier),
  });
}

function readQualifier(element: XmlElement): CdaQualifier {
  return compact<CdaQualifier>({ name: codeOf(element, 'name'), value: codeOf(element, 'value') });
}

/** The coded child of that name. */
export function codeOf(parent: XmlElement | undefined, local = 'code'): CdaCode | undefined {
  const found = first(parent, local);
  return found === undefined ? undefined : readCode(found);
}

/** The coded children of that name. */
export function codesOf(parent: XmlElement, local: string): CdaCode[] {
  return all(parent, local).map(readCode);
}

/** Reads `TS`. */
export function readTime(element: XmlElement): CdaTime {
  const raw = attr(element, 'value');
  const read = raw === undefined ? undefined : parseHl7Timestamp(raw.trim());
  const parts = read?.ok ? read.value : undefined;
  const instant = parts === undefined ? undefined : hl7Instant(parts);
  return compact<CdaTime>({
    raw,
    nullFlavor: attr(element, 'nullFlavor'),
    parts,
    instant: instant === undefined ? undefined : isoInstant(instant),
    inclusive: flag(element, 'inclusive'),
  });
}

/** The `TS` child of that name. */
export function timeOf(parent: XmlElement | undefined, local: string): CdaTime | undefined {
  const found = first(parent, local);
  return found === undefined ? undefined : readTime(found);
}

/** Reads `PQ`. */
export function readQuantity(element: XmlElement): CdaQuantity {
  return compact<CdaQuantity>({
    value: attr(element, 'value'),
    unit: attr(element, 'unit'),
    currency: attr(element, 'currency'),
    inclusive: flag(element, 'inclusive'),
    nullFlavor: attr(element, 'nullFlavor'),
    translations: all(element, 'translation').map(readCode),
  });
}

/** The `PQ` child of that name. */
export function quantityOf(parent: XmlElement | undefined, local: string): CdaQuantity | undefined {
  const found = first(parent, local);
  return found === undefined ? undefined : readQuantity(found);
}

/** Reads `IVL_TS`, or a `TS` where one is expected. */
export function readInterval(element: XmlElement): CdaInterval {
  return compact<CdaInterval>({
    value: attr(element, 'value') === undefined ? undefined : readTime(element),
    low: timeOf(element, 'low'),
    high: timeOf(element, 'high'),
    center: timeOf(element, 'center'),
    width: quantityOf(element, 'width'),
    nullFlavor: attr(element, 'nullFlavor'),
  });
}

/** The `IVL_TS` child of that name. */
export function intervalOf(parent: XmlElement | undefined, local: string): CdaInterval | undefined {
  const found = first(parent, local);
  return found === undefined ? undefined : readInterval(found);
}

/** Reads `PN`. */
export function readPersonName(element: XmlElement): CdaPersonName {
  const parts = (local: string): CdaNamePart[] => all(element, local).map(readNamePart);
  return compact<CdaPersonName>({
    use: tokens(attr(element, 'use')),
    prefixes: parts('prefix'),
    given: parts('given'),
    family: parts('family'),
    suffixes: parts('suffix'),
    text: ownText(element),
    nullFlavor: attr(element, 'nullFlavor'),
  });
}

function readNamePart(element: XmlElement): CdaNamePart {
  return compact<CdaNamePart>({
    text: plain(element) ?? '',
    qualifiers: tokens(attr(element, 'qualifier')),
    nullFlavor: attr(element, 'nullFlavor'),
  });
}

/** Reads `AD`: every part, in its order. */
export function readAddress(element: XmlElement): CdaAddress {
  return compact<CdaAddress>({
    use: tokens(attr(element, 'use')),
    parts: elements(element)
      .filter((node) => node.namespace === NS.hl7 && node.local !== 'useablePeriod')
      .map((node) => ({ part: node.local, text: plain(node) ?? '' })),
    text: ownText(element),
    nullFlavor: attr(element, 'nullFlavor'),
  });
}

/** The `addr` children of an element. */
export function addressesOf(parent: XmlElement | undefined): CdaAddress[] {
  return all(parent, 'addr').map(readAddress);
}

/** The `telecom` children of an element. */
export function telecomsOf(parent: XmlElement | undefined): CdaTelecom[] {
  return all(parent, 'telecom').map((element) =>
    compact<CdaTelecom>({
      value: attr(element, 'value'),
      use: tokens(attr(element, 'use')),
      nullFlavor: attr(element, 'nullFlavor'),
    }),
  );
}
