import type { DmpDocument as FoundDocument } from '@socle-sante/dmp';
import { mediaBytes } from '@socle-sante/documents/cda-reader';
import { BODY_MEDIA, mediasOf } from '@socle-sante/documents/render';
import { ASSOCIATION_TYPES } from '@socle-sante/documents/xds';
import type { DmpDocument, DocumentBytes, DocumentRow, OperationInput } from '../../contract.js';
import { note, type Operation, type OperationContext } from '../context.js';
import { type Consultation, consult } from '../dmp/consult.js';
import {
  checkIdentity,
  fileTypeOf,
  headerOfRow,
  type ReadDocument,
  readDocument,
  toBody,
  toHeader,
} from '../dmp/document-view.js';
import { filedDocuments, findByHandle, handleOf, keepFound, openHandle, rowOf } from '../dmp/found.js';
import { needBytes, readBytes } from '../dmp/read.js';
import { toInstant, toStatus } from '../dmp/row.js';
import type { RecordStore } from '../document-ports.js';
import { safeFinding } from '../error-map.js';
import { fail } from '../failure.js';
import { nativePage, producerPage } from '../rendering.js';

/** `application/xslt+xml`: a document in its own stylesheet. */
const CDA = /^(?:(?:text|application)\/xml|application\/xslt\+xml)\b/;
const KOS = 'application/dicom';
/** Versions of one document that are looked for. */
const MAX_VERSIONS = 10;
/** A filing that died holds its document no longer than this. */
const FILING_MS = 60_000;

export const getDocument: Operation<'dmp.document.get'> = async ({ patientRef, handle }, context) =>
  consult(context, patientRef, async (consultation): Promise<DmpDocument> => {
    const found = await findByHandle(context, consultation, handle);
    const row = await rowOf(context, consultation, found);
    const reading = await readBytes(context, consultation, found);
    const local = (await filedDocuments(context, patientRef)).get(found.entry.uniqueId);
    const common = {
      row,
      versions: await versionsOf(context, consultation, found, handle),
      ...(local === undefined
        ? {}
        : { localCopy: { documentRef: local.documentRef, at: local.at, version: local.version ?? '1' } }),
    };
    const unread = (body: DmpDocument['body'], integrity: DmpDocument['integrity']): DmpDocument => ({
      ...common,
      header: headerOfRow(row),
      body,
      integrity,
      identityCheck: { verdict: 'not-compared', fields: [] },
      renderings: [],
      findings: [],
    });
    if (reading.integrity === 'mismatch') {
      return unread({ kind: 'unsupported', mediaType: found.entry.mimeType }, 'mismatch');
    }
    if (reading.mimeType === KOS) return unread({ kind: 'kos', ...studyOf(found) }, reading.integrity);
    const document = CDA.test(reading.mimeType) ? tryRead(reading.bytes) : undefined;
    if (!document) return unread({ kind: 'unsupported', mediaType: reading.mimeType }, reading.integrity);
    const body = toBody(document);
    return {
      ...common,
      header: toHeader(document, row),
      body,
      integrity: reading.integrity,
      identityCheck: checkIdentity(document, consultation.record),
      renderings: renderingsOf(context, document, body),
      findings: [...document.parsed.findings, ...document.narrative.findings].map(safeFinding),
    };
  });

function tryRead(bytes: Uint8Array): ReadDocument | undefined {
  try {
    return readDocument(bytes);
  } catch {
    // Not a CDA document that can be read: the file itself can still be downloaded.
    return undefined;
  }
}

function renderingsOf(context: OperationContext, document: ReadDocument, body: DmpDocument['body']) {
  const modes: DmpDocument['renderings'] = ['native'];
  if (context.services.documents?.producerHtml && document.parsed.wrapper === 'stylesheet') modes.unshift('producer');
  if (body.kind === 'n3' && body.pdfCopy) modes.push('pdf');
  return modes;
}

/** Study of a DICOM KOS: the reference of the metadata that names one (IHE RAD XDS-I.b). */
function studyOf({ entry }: FoundDocument): { studyUid?: string } {
  const study = entry.referenceIds.find(({ type }) => type === 'urn:ihe:iti:xds:2016:studyInstanceUID');
  return study === undefined ? {} : { studyUid: study.id };
}

/** The versions that the DMP links with this one, the newest first. */
async function versionsOf(
  context: OperationContext,
  { record, connection, call }: Consultation,
  found: FoundDocument,
  opened: string,
): Promise<DmpDocument['versions']> {
  const linked = new Map([[found.entryUuid, found]]);
  let wanted = [found.entryUuid];
  // A chain of versions is followed both ways; bounded, so that a registry that loops cannot hold the page.
  for (let step = 0; step < MAX_VERSIONS && wanted.length > 0; step++) {
    const [entryUuid, ...others] = wanted;
    if (entryUuid === undefined) break;
    const answer = await call((input) =>
      connection.calls.getRelatedDocuments({
        ...input,
        entryUuid,
        associationTypes: [ASSOCIATION_TYPES.replace, ASSOCIATION_TYPES.transformAndReplace],
      }),
    );
    const fresh = answer.documents.filter((one) => !one.signature && !linked.has(one.entryUuid));
    for (const one of fresh) linked.set(one.entryUuid, one);
    wanted = [...others, ...fresh.map((one) => one.entryUuid)];
  }
  const versions = await Promise.all(
    [...linked.values()].map(async (one) => {
      await keepFound(context, record.patientRef, one);
      return {
        // The page knows the document that it opened by the handle it has.
        handle: one.entryUuid === found.entryUuid ? opened : await handleOf(context, record.patientRef, one),
        version: '',
        createdAt: toInstant(one.entry.creationTime),
        status: toStatus(one.entry),
        current: toStatus(one.entry) !== 'deprecated' && toStatus(one.entry) !== 'deleted',
      };
    }),
  );
  versions.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return versions.map((version, index) => ({ ...version, version: String(versions.length - index) }));
}

export const renderDocument: Operation<'dmp.document.rendering'> = async ({ patientRef, handle, mode }, context) =>
  consult(context, patientRef, async (consultation) => {
    const found = await findByHandle(context, consultation, handle);
    const { bytes, mimeType } = await needBytes(context, consultation, found);
    const document = CDA.test(mimeType) ? tryRead(bytes) : undefined;
    if (!document) throw fail('gateway.document');
    note(context, { mode });
    if (mode === 'native') return { mode, html: nativePage(document.parsed) };
    const html = await context.services.documents?.producerHtml?.(bytes);
    if (html === undefined) throw fail('gateway.unsupported');
    return { mode, html: producerPage(html) };
  });

export const downloadDocument: Operation<'dmp.document.bytes'> = async (
  { patientRef, handle, part = 'document' },
  context,
) =>
  consult(context, patientRef, async (consultation): Promise<DocumentBytes> => {
    const found = await findByHandle(context, consultation, handle);
    const { bytes, mimeType } = await needBytes(context, consultation, found);
    note(context, { part, size: bytes.byteLength });
    if (part === 'document')
      return { bytes: own(bytes), mediaType: mimeType, fileName: `document.${extension(mimeType)}` };
    const document = CDA.test(mimeType) ? tryRead(bytes) : undefined;
    const { narrative } = document ?? {};
    const wanted = part === 'body' ? BODY_MEDIA : narrative?.kind === 'N3' ? narrative.primary : undefined;
    const item = narrative?.medias.find(({ id }) => id === wanted && wanted !== undefined);
    const media = item && document && mediasOf(document.parsed).get(item.id);
    const read = media && mediaBytes(media);
    if (!item || !read?.ok) throw fail('gateway.document');
    const mediaType = fileTypeOf(item);
    return { bytes: own(read.value), mediaType, fileName: `document.${extension(mediaType)}` };
  });

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/xml': 'xml',
  'application/xml': 'xml',
  'text/plain': 'txt',
  'text/rtf': 'rtf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'application/dicom': 'dcm',
};

function extension(mediaType: string): string {
  const plain = mediaType.split(';')[0]?.trim() ?? '';
  return Object.hasOwn(extensions, plain) ? (extensions[plain] ?? 'bin') : 'bin';
}

export const integrateDocument: Operation<'dmp.document.integrate'> = async (input, context) => {
  const { patientRef, handle } = input;
  const records = context.ports.records;
  if (!records) throw fail('gateway.unsupported');
  const { uniqueId } = await openHandle(context, patientRef, handle);
  // Two gestures on the same document, in two windows, file it once.
  const key = `filing:${patientRef}:${uniqueId}`;
  if (!(await context.ports.transient.set(key, '1', FILING_MS, { onlyIfAbsent: true })))
    throw fail('gateway.busy', { retryAfterS: 1, params: { attribute: 'filing' } });
  try {
    return await fileDocument(context, input, records);
  } finally {
    await context.ports.transient.delete(key);
  }
};

function fileDocument(
  context: OperationContext,
  { patientRef, handle, identityAcknowledged = false }: OperationInput<'dmp.document.integrate'>,
  records: RecordStore,
): ReturnType<Operation<'dmp.document.integrate'>> {
  return consult(context, patientRef, async (consultation) => {
    const found = await findByHandle(context, consultation, handle);
    const { uniqueId } = found.entry;
    // The same document may have come by MSSanté: it is recognised by its uniqueId.
    const there = (await filedDocuments(context, patientRef)).get(uniqueId);
    if (there) {
      const { documentRef, at, version = '1' } = there;
      return { documentRef, at, version, already: true };
    }
    const { bytes, mimeType } = await needBytes(context, consultation, found);
    const document = CDA.test(mimeType) ? tryRead(bytes) : undefined;
    const identity = document && checkIdentity(document, consultation.record);
    if (identity?.verdict === 'different' && !identityAcknowledged) {
      const fields = Object.fromEntries(identity.fields.map((field) => [field, 'different']));
      throw fail('gateway.identityDiffers', { fields });
    }
    const row = await rowOf(context, consultation, found);
    const at = context.at();
    const version = document?.header.version ?? '1';
    const documentRef = await records.add(
      patientRef,
      {
        ...titled(row),
        at,
        mediaType: mimeType,
        size: bytes.byteLength,
        origin: 'dmp',
        version,
        uniqueId,
        ...(document?.header.setId === undefined ? {} : { setId: document.header.setId }),
        dmp: { state: 'sent', at: row.createdAt.includes('T') ? row.createdAt : at, uniqueId },
      },
      bytes,
    );
    note(context, { identity: identity?.verdict ?? 'not-compared' });
    return { documentRef, at, version, already: false };
  });
}

const titled = ({ title, type }: DocumentRow) => ({ title, type });
