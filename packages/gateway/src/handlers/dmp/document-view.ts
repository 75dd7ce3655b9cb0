import { compareTraits, type TraitsIns } from '@socle-sante/core/traits';
import {
  type HeaderSummary,
  headerSummary,
  mediaBytes,
  type ParsedCda,
  parseCda,
  type SummaryActor,
  type SummaryCode,
  type SummaryTime,
} from '@socle-sante/documents/cda-reader';
import {
  BODY_MEDIA,
  mediasOf,
  type NarrativeDocument,
  type NarrativeMediaItem,
  type NarrativeSection,
  narrativeOf,
} from '@socle-sante/documents/render';
import type {
  Coded,
  DmpDocument,
  DocumentBody,
  DocumentHeader,
  DocumentRow,
  NarrativeMediaView,
  PersonLine,
  SectionView,
} from '../../contract.js';
import { toBase64 } from '../base64.js';
import { toInsView } from '../ins-view.js';
import type { IdentityRecord } from '../ports.js';
import { fieldOf } from '../traits.js';
import { toInstant } from './row.js';

/** Images up to this size come with the narrative. */
const MAX_INLINE_IMAGE = 1024 * 1024;

/** A document that was read: its typed content and what is safe to show of it. */
export interface ReadDocument {
  readonly parsed: ParsedCda;
  readonly header: HeaderSummary;
  readonly narrative: NarrativeDocument;
}

/** Reads a CDA document. @throws XmlError, CdaReadError */
export function readDocument(bytes: Uint8Array): ReadDocument {
  const parsed = parseCda(bytes);
  return { parsed, header: headerSummary(parsed), narrative: narrativeOf(parsed) };
}

/** The header that a page shows; what the document does not say comes from its metadata. */
export function toHeader({ header }: ReadDocument, row: DocumentRow): DocumentHeader {
  const { patient, legalAuthenticator, custodian, encounter } = header;
  const traits = patient?.traits ?? {};
  const ins = patient?.ins[0];
  return {
    title: header.title ?? row.title,
    type: codedOf(header.type) ?? row.type,
    createdAt: timeOf(header.created) ?? row.createdAt,
    ...optional('language', header.language),
    ...optional('confidentiality', codedOf(header.confidentiality)),
    ...optional('version', header.version),
    patient: {
      ...optional('birthName', traits.nomNaissance),
      ...optional('usedName', traits.nomUtilise),
      ...optional('firstName', traits.premierPrenom),
      ...optional('firstNames', traits.listePrenoms),
      ...(traits.sexe === 'F' || traits.sexe === 'M' ? { sex: traits.sexe } : {}),
      ...optional('birthDate', traits.dateNaissance),
      ...optional('birthPlace', traits.lieuNaissance),
      ...(ins?.valid ? { ins: toInsView(ins) } : {}),
    },
    authors: header.authors.map((author) => personOf(author, authorKinds[author.kind], 'author')),
    ...(legalAuthenticator === undefined
      ? {}
      : { legalAuthenticator: personOf(legalAuthenticator, 'professional', 'legalAuthenticator') }),
    ...optional('custodian', custodian?.name),
    acts: header.acts.map(({ code, start, stop, performer }) => ({
      ...optional('label', code?.label),
      ...optional('start', timeOf(start)),
      ...optional('end', timeOf(stop)),
      ...(performer === undefined ? {} : { performer: personOf(performer, 'professional', 'performer') }),
    })),
    ...(encounter === undefined
      ? {}
      : {
          encounter: {
            ...optional('start', timeOf(encounter.start)),
            ...optional('end', timeOf(encounter.stop)),
            ...optional('facility', codedOf(encounter.facility)),
          },
        }),
    others: [
      ...header.authenticators.map((one) => personOf(one, 'professional', 'authenticator')),
      ...header.participants.map((one) => personOf(one, 'professional', one.typeCode ?? 'participant')),
      ...header.recipients.map((one) => personOf(one, 'professional', 'recipient')),
    ],
  };
}

/** The header of a document that could not be read: its metadata. */
export function headerOfRow(row: DocumentRow): DocumentHeader {
  return {
    title: row.title,
    type: row.type,
    createdAt: row.createdAt,
    patient: {},
    authors: row.authors,
    acts: [{ start: row.actStart, ...(row.actEnd === undefined ? {} : { end: row.actEnd }) }],
    others: [],
  };
}

/** What there is to show; the octets of files come apart. */
export function toBody({ parsed, narrative }: ReadDocument): DocumentBody {
  if (narrative.kind === 'N1') {
    const media = narrative.medias.find(({ id }) => id === BODY_MEDIA);
    if (!media || media.display === 'none') return { kind: 'unsupported', mediaType: media?.declaredType ?? '' };
    return {
      kind: 'n1',
      mediaType: fileTypeOf(media),
      size: media.size,
      ...(narrative.plainText === undefined ? {} : { text: narrative.plainText }),
    };
  }
  if (narrative.kind === 'none') return { kind: 'unsupported', mediaType: 'text/xml' };
  const pdf = narrative.medias.find(({ id }) => id === narrative.primary);
  const contents = mediasOf(parsed);
  return {
    kind: 'n3',
    model: parsed.model.name,
    sections: narrative.sections.map(toSection),
    medias: narrative.medias.map((media) => toMedia(media, contents)),
    ...(pdf === undefined ? {} : { pdfCopy: { size: pdf.size } }),
    truncated: narrative.truncated,
  };
}

/** A media type that may be sent: what the bytes are, when they are what was declared. */
export function fileTypeOf(media: NarrativeMediaItem): string {
  const real = media.detectedType ?? (media.display === 'text' ? 'text/plain' : undefined);
  return media.verified || media.display === 'image'
    ? (real ?? 'application/octet-stream')
    : 'application/octet-stream';
}

function toSection({ level, title, code, pdfCopy, nodes, sections }: NarrativeSection): SectionView {
  return {
    level,
    ...optional('title', title),
    ...(code?.code === undefined
      ? {}
      : { code: { code: code.code, system: code.codeSystem ?? '', label: code.displayName ?? code.code } }),
    pdfCopy,
    nodes,
    sections: sections.map(toSection),
  };
}

function toMedia(item: NarrativeMediaItem, contents: ReturnType<typeof mediasOf>): NarrativeMediaView {
  const contentType = fileTypeOf(item);
  const media = contents.get(item.id);
  const inline = item.display === 'image' && item.size <= MAX_INLINE_IMAGE && /^image\/(?:png|jpeg)$/.test(contentType);
  const read = inline && media ? mediaBytes(media) : undefined;
  return {
    id: item.id,
    contentType,
    size: item.size,
    display: item.display,
    ...(read?.ok ? { src: `data:${contentType};base64,${toBase64(read.value)}` } : {}),
  };
}

/** The identity that the document carries against the one of the record. */
export function checkIdentity({ header }: ReadDocument, record: IdentityRecord): DmpDocument['identityCheck'] {
  const { patient } = header;
  const traits = patient?.traits;
  if (!traits?.nomNaissance && !traits?.dateNaissance && !patient?.ins.length)
    return { verdict: 'not-compared', fields: [] };
  const theirs: Partial<TraitsIns> = {
    ...optional('nomNaissance', traits?.nomNaissance),
    ...optional('premierPrenom', traits?.premierPrenom),
    ...(traits?.sexe === 'F' || traits?.sexe === 'M' ? { sexe: traits.sexe } : {}),
    ...optional('dateNaissance', traits?.dateNaissance),
  };
  const different = compareTraits(record.state.traits, theirs)
    .filter(({ verdict, insi }) => verdict === 'different' && insi !== undefined)
    .flatMap(({ field }) => fieldOf(field) ?? []);
  const matricules = patient?.ins.filter(({ valid }) => valid).map(({ matricule }) => matricule) ?? [];
  const ours = record.state.ins?.matricule;
  // A former number is that of the same person.
  const known = [ours, ...record.state.history.map(({ matricule }) => matricule)];
  const ins = ours !== undefined && matricules.length > 0 && !matricules.some((one) => known.includes(one as never));
  const fields = [...new Set<string>(different), ...(ins ? ['ins'] : [])];
  return fields.length === 0 ? { verdict: 'same', fields } : { verdict: 'different', fields };
}

const authorKinds = {
  professional: 'professional',
  patient: 'patient',
  system: 'device',
  service: 'service',
  unknown: 'professional',
} as const;

function personOf(actor: SummaryActor, kind: PersonLine['kind'], role: string): PersonLine {
  return {
    kind,
    name: actor.name ?? actor.organization ?? '',
    ...optional('specialty', actor.specialty?.label),
    ...optional('structure', actor.organization),
    role,
    ...optional('at', timeOf(actor.time)),
  };
}

function codedOf(value: SummaryCode | undefined): Coded | undefined {
  return value?.code === undefined
    ? undefined
    : {
        code: value.code.slice(0, 100),
        system: (value.codeSystem ?? '').slice(0, 200),
        label: value.label.slice(0, 300),
      };
}

const timeOf = (time: SummaryTime | undefined): string | undefined =>
  time === undefined ? undefined : (time.instant ?? toInstant(time.raw));

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value };
}
