import type {
  CdaAddress,
  CdaCode,
  CdaId,
  CdaInterval,
  CdaOrganization,
  CdaPerson,
  CdaPersonName,
  CdaSection,
  CdaStatement,
  CdaTelecom,
  CdaTime,
  CdaTiming,
  ParsedCda,
} from '../../../src/cda-reader.js';
import { mediaBytes } from '../../../src/cda-reader.js';

/** Rows of a comparison: what it is, XPath of the other reader, our values. */
export type Row = readonly [what: string, xpath: string, ours: readonly string[]];

export const some = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);
export const codes = (list: readonly (CdaCode | undefined)[]): string[] => list.flatMap((c) => some(c?.code));
export const systems = (list: readonly (CdaCode | undefined)[]): string[] => list.flatMap((c) => some(c?.codeSystem));
export const labels = (list: readonly (CdaCode | undefined)[]): string[] => list.flatMap((c) => some(c?.displayName));
export const roots = (list: readonly CdaId[]): string[] => list.flatMap((id) => some(id.root));
export const extensions = (list: readonly CdaId[]): string[] => list.flatMap((id) => some(id.extension));
export const times = (list: readonly (CdaTime | undefined)[]): string[] => list.flatMap((t) => some(t?.raw));
export const lows = (list: readonly (CdaInterval | undefined)[]): string[] => times(list.map((i) => i?.low));
export const highs = (list: readonly (CdaInterval | undefined)[]): string[] => times(list.map((i) => i?.high));
export const nulls = (list: readonly ({ nullFlavor?: string } | undefined)[]): string[] =>
  list.flatMap((item) => some(item?.nullFlavor));
export const namesOf = (list: readonly (CdaPerson | undefined)[]): CdaPersonName[] =>
  list.flatMap((p) => p?.names ?? []);
export const parts = (list: readonly CdaPersonName[], key: 'family' | 'given' | 'prefixes' | 'suffixes'): string[] =>
  list.flatMap((name) => name[key].map((part) => part.text));
export const telecoms = (list: readonly CdaTelecom[]): string[] => list.flatMap((item) => some(item.value));
export const addresses = (list: readonly CdaAddress[]): string[] =>
  list.flatMap((item) => item.parts.map((part) => `${part.part}=${part.text}`));
export const organizations = (list: readonly (CdaOrganization | undefined)[]): CdaOrganization[] => list.flatMap(some);

export function allSections(list: readonly CdaSection[]): CdaSection[] {
  return list.flatMap((section) => [section, ...allSections(section.sections)]);
}

export function allStatements(list: readonly (CdaStatement | undefined)[]): CdaStatement[] {
  return list.flatMap((item) =>
    item === undefined ? [] : [item, ...allStatements(item.relations.map((relation) => relation.statement))],
  );
}

/** The timings of a treatment, those of a set among them. */
export function allTimings(list: readonly CdaTiming[]): CdaTiming[] {
  return list.flatMap((item) => (item.type === 'set' ? [item, ...allTimings(item.parts)] : [item]));
}

/** Medias of a document, in document order. */
export function medias(parsed: ParsedCda): Uint8Array[] {
  const { body } = parsed;
  const list =
    body.kind === 'nonXml'
      ? [body.media]
      : body.kind === 'structured'
        ? allStatements(allSections(body.sections).flatMap((s) => s.entries.map((e) => e.statement))).flatMap((s) =>
            some(s.media),
          )
        : [];
  return list.map((media) => {
    const read = mediaBytes(media);
    return read.ok ? read.value : new Uint8Array();
  });
}
