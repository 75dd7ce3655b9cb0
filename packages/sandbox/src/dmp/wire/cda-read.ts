import { attributeOf, first, named, type SimElement, textOf, walk } from '../../insi/element.js';
import { NS } from './namespaces.js';
import type { SpooledPart } from './spool.js';
import { type DmpXml, DOCUMENT_BOUNDS, UnreadableDmpXml } from './xml.js';

export interface CdaId {
  readonly root: string;
  readonly extension: string | undefined;
}

export interface CdaCode {
  readonly code: string;
  readonly codeSystem: string;
}

/** What the metadata repeat of a CDA. */
export interface CdaFacts {
  readonly id: CdaId | undefined;
  readonly title: string | undefined;
  readonly code: CdaCode | undefined;
  readonly confidentiality: CdaCode | undefined;
  readonly language: string | undefined;
  /** TS, as written. */
  readonly effectiveTime: string | undefined;
  readonly patientIds: readonly CdaId[];
  readonly patient: {
    readonly families: readonly string[];
    readonly givens: readonly string[];
    readonly sex: string | undefined;
    readonly birthTime: string | undefined;
  };
  readonly authors: readonly { readonly ids: readonly CdaId[]; readonly structures: readonly CdaId[] }[];
  readonly legalAuthenticator: readonly CdaId[];
  readonly serviceStart: string | undefined;
  readonly serviceStop: string | undefined;
  readonly facility: CdaCode | undefined;
  readonly practices: readonly CdaCode[];
  readonly replaces: readonly CdaId[];
  readonly templates: readonly string[];
  /** Media type of an unstructured body; undefined for a structured one. */
  readonly mediaType: string | undefined;
  readonly structured: boolean;
  /** The document is the root; else it stands inside a stylesheet. */
  readonly isRoot: boolean;
}

/** The header of a large document stands in its first octets. */
const HEADER_BYTES = 1024 * 1024;

const hl7 = (parent: SimElement | undefined, ...path: readonly string[]): SimElement | undefined =>
  path.reduce<SimElement | undefined>((current, local) => first(current, NS.hl7, local), parent);
const all = (parent: SimElement | undefined, local: string) => (parent ? named(parent, NS.hl7, local) : []);
const attribute = (element: SimElement | undefined, name: string) => (element ? attributeOf(element, name) : undefined);
const idOf = (element: SimElement): CdaId => ({
  root: attributeOf(element, 'root') ?? '',
  extension: attributeOf(element, 'extension'),
});
const codeOf = (element: SimElement | undefined): CdaCode | undefined =>
  element && { code: attribute(element, 'code') ?? '', codeSystem: attribute(element, 'codeSystem') ?? '' };

/** Reads the header of a CDA; throws {@link UnreadableDmpXml}. Only the beginning of a large document is read. */
export async function readCda(part: SpooledPart, xml: DmpXml): Promise<CdaFacts> {
  const root =
    part.size <= DOCUMENT_BOUNDS.bytes
      ? xml.read(await part.head(part.size), DOCUMENT_BOUNDS)
      : xml.read(headerOf(await part.head(HEADER_BYTES)), DOCUMENT_BOUNDS);
  // A self-presentable CDA stands inside a stylesheet.
  const document = [...walk(root)].find((e) => e.namespace === NS.hl7 && e.local === 'ClinicalDocument');
  if (!document) throw new UnreadableDmpXml('ClinicalDocument absent');
  return factsOf(document, document === root);
}

/** The document up to its body, closed there: enough for the header. */
function headerOf(head: Uint8Array): Uint8Array {
  const text = new TextDecoder('utf-8').decode(head);
  const open = /<((?:[\w.-]+:)?)ClinicalDocument[\s>]/.exec(text);
  const prefix = open?.[1] ?? '';
  const body = new RegExp(`<${prefix.replace('.', '\\.')}component[\\s>]`).exec(text);
  if (!open || !body) throw new UnreadableDmpXml('en-tête de CDA introuvable au début du document');
  const rest = text.slice(body.index);
  const kind =
    new RegExp(`<${prefix.replace('.', '\\.')}(nonXMLBody|structuredBody)[\\s>]`).exec(rest)?.[1] ?? 'structuredBody';
  const media = /mediaType="([^"<]*)"/.exec(rest.slice(0, 2000))?.[1];
  const inner = kind === 'nonXMLBody' ? `<${prefix}text mediaType="${media ?? ''}"/>` : '';
  return new TextEncoder().encode(
    `${text.slice(0, body.index)}<${prefix}component><${prefix}${kind}>${inner}</${prefix}${kind}></${prefix}component></${prefix}ClinicalDocument>`,
  );
}

function factsOf(document: SimElement, isRoot: boolean): CdaFacts {
  const role = hl7(document, 'recordTarget', 'patientRole');
  const patient = hl7(role, 'patient');
  const names = all(patient, 'name');
  const texts = (local: string) => names.flatMap((name) => all(name, local)).map((e) => (textOf(e) ?? '').trim());
  const events = all(document, 'documentationOf').flatMap((d) => all(d, 'serviceEvent'));
  const time = hl7(events[0], 'effectiveTime');
  const facility = hl7(document, 'componentOf', 'encompassingEncounter', 'location', 'healthCareFacility', 'code');
  const practices = [...walk(document)]
    .filter((e) => e.namespace === NS.hl7 && e.local === 'standardIndustryClassCode')
    .flatMap((e) => codeOf(e) ?? []);
  const body = hl7(document, 'component', 'nonXMLBody', 'text');
  const id = hl7(document, 'id');
  return {
    id: id && idOf(id),
    title: textOf(hl7(document, 'title'))?.trim(),
    code: codeOf(hl7(document, 'code')),
    confidentiality: codeOf(hl7(document, 'confidentialityCode')),
    language: attribute(hl7(document, 'languageCode'), 'code'),
    effectiveTime: attribute(hl7(document, 'effectiveTime'), 'value'),
    patientIds: all(role, 'id').map(idOf),
    patient: {
      families: texts('family'),
      givens: texts('given'),
      sex: attribute(hl7(patient, 'administrativeGenderCode'), 'code'),
      birthTime: attribute(hl7(patient, 'birthTime'), 'value'),
    },
    authors: all(document, 'author').map((author) => {
      const assigned = hl7(author, 'assignedAuthor');
      return {
        ids: all(assigned, 'id').map(idOf),
        structures: all(hl7(assigned, 'representedOrganization'), 'id').map(idOf),
      };
    }),
    legalAuthenticator: all(hl7(document, 'legalAuthenticator', 'assignedEntity'), 'id').map(idOf),
    serviceStart: attribute(hl7(time, 'low'), 'value') ?? attribute(time, 'value'),
    serviceStop: attribute(hl7(time, 'high'), 'value'),
    facility: codeOf(facility),
    practices,
    replaces: all(document, 'relatedDocument')
      .filter((related) => attribute(related, 'typeCode') === 'RPLC')
      .flatMap((related) => all(hl7(related, 'parentDocument'), 'id').map(idOf)),
    templates: all(document, 'templateId').map((e) => attributeOf(e, 'root') ?? ''),
    mediaType: attribute(body, 'mediaType'),
    structured: hl7(document, 'component', 'structuredBody') !== undefined,
    isRoot,
  };
}

/** An HL7 TS as DTM in UTC, with the same precision down to the minute; a date alone stays one. */
export function utcOf(ts: string): string | undefined {
  const match = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:\.\d+)?([+-])?(\d{2})?(\d{2})?$/.exec(ts);
  if (!match) return undefined;
  const [, y = '', mo, d, h, mi, s, sign, zh, zm] = match;
  if (h === undefined || sign === undefined) return [y, mo, d, h, mi, s].join('');
  const offset = (Number(zh ?? 0) * 60 + Number(zm ?? 0)) * (sign === '-' ? -1 : 1);
  const at = Date.UTC(Number(y), Number(mo ?? 1) - 1, Number(d ?? 1), Number(h), Number(mi ?? 0), Number(s ?? 0));
  const full = new Date(at - offset * 60_000).toISOString().replace(/[-:T]/g, '');
  return full.slice(0, s === undefined ? (mi === undefined ? 10 : 12) : 14);
}
