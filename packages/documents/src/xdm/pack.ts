import { SocleArgumentError } from '@socle-sante/core/error';
import type { Finding } from '@socle-sante/core/finding';
import { serializeXml } from '@socle-sante/wire/xml';
import { parseCda } from '../reader/parse.js';
import { encodeSubmitObjectsRequest } from '../xds/encode.js';
import type { DocumentEntry, PreparedDocument, PreparedSubmission } from '../xds/types.js';
import { ASSOCIATION_TYPES, STATUSES } from '../xds/uris.js';
import { inspectXdm } from './inspect.js';
import { indexPage, readmeText } from './notice.js';
import { sha1Hex } from './sha1.js';
import type { XdmIssuer } from './types.js';
import { ACTION_SLOT } from './vocabulary.js';
import { writeZip, type ZipFile } from './zip.js';

/** What goes into an archive: `prepareSubmission` gives it; the signature of a deposit is left out of an archive. */
export type XdmContent = Pick<PreparedSubmission, 'submissionSet' | 'entries' | 'associations' | 'documents'>;

export interface XdmPackOptions {
  readonly issuer: XdmIssuer;
  /**
   * What each document does to the one that the receiver has: `C` replaces it, `D` deletes it. By default `C` for a CDA
   * that says it replaces (`relatedDocument/@typeCode="RPLC"`), else nothing.
   */
  readonly action?: (entry: DocumentEntry) => 'C' | 'D' | undefined;
}

/** An archive, and what its own check says of it: errors only when the content was wrong before it was packed. */
export interface PackedXdm {
  /** IHE_XDM.ZIP. */
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

const SIGNATURE_CLASS = 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1';
const SET = 'IHE_XDM/SUBSET01';
/** What a reader takes once inflated, less room for the metadata. */
const MAX_WEIGHT = 190_000_000;

/**
 * Makes IHE_XDM.ZIP (CI-SIS, volet Échange de documents de santé; IHE XDM, ITI-32): README.TXT, INDEX.HTM and one SUBSET01
 * with METADATA.XML and the documents, bytes unchanged, hash, size and URI written from them. The same content gives the
 * same bytes. Replacement is said by the action of a document, not by an association: in a message the replaced entry has
 * no identifier of registry.
 * @throws SocleArgumentError `xdm.noDocument`, `xdm.tooManyDocuments`, `xdm.tooLarge`, `xdm.unknownEntry`.
 */
export async function packXdm(content: XdmContent, options: XdmPackOptions): Promise<PackedXdm> {
  const entries = content.entries.filter((entry) => entry.classCode.code !== SIGNATURE_CLASS);
  if (entries.length === 0) throw argument('xdm.noDocument', 'An archive holds at least one document.');
  // 200 entries at most, for the readers, with README.TXT, INDEX.HTM and METADATA.XML.
  if (entries.length > 190) throw argument('xdm.tooManyDocuments', 'An archive holds at most 190 documents.');
  const weight = content.documents.reduce((sum, document) => sum + document.bytes.byteLength, 0);
  if (weight > MAX_WEIGHT)
    throw argument('xdm.tooLarge', `The documents of an archive weigh at most ${MAX_WEIGHT} bytes.`);
  const files: ZipFile[] = [];
  const described: DocumentEntry[] = [];
  for (const [i, entry] of entries.entries()) {
    const document = documentOf(content.documents, entry);
    const uri = `DOC${String(i + 1).padStart(4, '0')}.${extensionOf(entry.mimeType)}`;
    files.push({ name: `${SET}/${uri}`, bytes: document.bytes });
    const action = options.action?.(entry) ?? (replaces(document) ? 'C' : undefined);
    described.push({
      ...entry,
      status: entry.status ?? STATUSES.approved,
      hash: await sha1Hex(document.bytes),
      size: document.bytes.byteLength,
      uri,
      ...(action === undefined ? {} : { extraSlots: { ...entry.extraSlots, [ACTION_SLOT]: [action] } }),
    });
  }
  const kept = new Set(described.map((entry) => entry.id));
  const metadata = encodeSubmitObjectsRequest({
    submissionSets: [{ ...content.submissionSet, status: content.submissionSet.status ?? STATUSES.approved }],
    documentEntries: described,
    associations: content.associations.filter(
      (item) => item.type === ASSOCIATION_TYPES.hasMember && kept.has(item.target),
    ),
  });
  const names = [`${SET}/METADATA.XML`, ...files.map((file) => file.name)];
  const xml = new TextEncoder().encode(serializeXml(metadata, { declaration: true }));
  const bytes = writeZip([
    { name: 'README.TXT', bytes: readmeText(options.issuer, names) },
    { name: 'INDEX.HTM', bytes: indexPage(options.issuer) },
    { name: `${SET}/METADATA.XML`, bytes: xml },
    ...files,
  ]);
  const { findings } = await inspectXdm(bytes);
  return { bytes, findings };
}

/** What the document itself says: in a message there may be no association, for want of an identifier of registry. */
function replaces(document: PreparedDocument): boolean {
  try {
    return parseCda(document.bytes).header.relatedDocuments.some((item) => item.typeCode === 'RPLC');
  } catch {
    return false;
  }
}

function documentOf(documents: readonly PreparedDocument[], entry: DocumentEntry): PreparedDocument {
  const found = documents.find((document) => document.entryId === entry.id);
  if (found === undefined) throw argument('xdm.unknownEntry', 'A document entry has no document.');
  return found;
}

function extensionOf(mimeType: string): string {
  return mimeType === 'application/pdf' ? 'PDF' : 'XML';
}

function argument(code: string, message: string): SocleArgumentError {
  return new SocleArgumentError({ code, service: 'documents', message });
}
