import { SocleArgumentError } from '@socle-sante/core/error';
import { isOid } from '@socle-sante/core/oid';
import { isUuid } from '@socle-sante/core/uuid';

/**
 * Identifier of one version of one object's metadata in the registry (`urn:uuid:…`). It changes at each new version of
 * the document and at each update of its metadata: read it again before each use, never keep it.
 */
export type EntryUuid = string & { readonly __entryUuid: unique symbol };

/** Identifier of one document version across the updates of its metadata (`lid`, `urn:uuid:…`); a replacement has its own. */
export type LogicalId = string & { readonly __logicalId: unique symbol };

/** Identifier of the document itself, given by its author: the OID of the CDA `id`. It never changes. */
export type UniqueId = string & { readonly __uniqueId: unique symbol };

const URN = 'urn:uuid:';

/** Reads an entryUUID (`urn:uuid:…`, any case; a bare UUID is not one). `undefined` when it is not one. */
export function parseEntryUuid(text: string): EntryUuid | undefined {
  const urn = uuidUrnOf(text);
  return urn === undefined ? undefined : (urn as EntryUuid);
}

/** Reads a logicalID (`urn:uuid:…`). `undefined` when it is not one. */
export function parseLogicalId(text: string): LogicalId | undefined {
  const urn = uuidUrnOf(text);
  return urn === undefined ? undefined : (urn as LogicalId);
}

/**
 * Reads a uniqueId: printable ASCII, at most 128 characters (IHE ITI TF-3 table 4.2.3.2-1), never a `urn:uuid:`. The
 * stricter form of the DMP, an OID of at most 64 characters, is checked by `validateMetadata`.
 */
export function parseUniqueId(text: string): UniqueId | undefined {
  return /^[\x21-\x7e]{1,128}$/.test(text) && !/^urn:uuid:/i.test(text) ? (text as UniqueId) : undefined;
}

/** The same as {@link parseEntryUuid}, or a {@link SocleArgumentError} of code `documents.xds.id`. */
export function entryUuid(text: string): EntryUuid {
  return parseEntryUuid(text) ?? refuse('entryUUID');
}

/** The same as {@link parseLogicalId}, or a {@link SocleArgumentError} of code `documents.xds.id`. */
export function logicalId(text: string): LogicalId {
  return parseLogicalId(text) ?? refuse('logicalID');
}

/** The same as {@link parseUniqueId}, or a {@link SocleArgumentError} of code `documents.xds.id`. */
export function uniqueId(text: string): UniqueId {
  return parseUniqueId(text) ?? refuse('uniqueId');
}

/** True for the only form that the DMP takes: an OID without extension, of at most 64 characters. */
export function isDmpUniqueId(text: string): boolean {
  return text.length <= 64 && isOid(text);
}

function uuidUrnOf(text: string): string | undefined {
  if (text.slice(0, URN.length).toLowerCase() !== URN) return undefined;
  const uuid = text.slice(URN.length);
  return isUuid(uuid) ? `${URN}${uuid.toLowerCase()}` : undefined;
}

function refuse(what: string): never {
  throw new SocleArgumentError({
    code: 'documents.xds.id',
    service: 'documents',
    message: `The value is not a valid ${what}: the three identifiers of a document are not interchangeable.`,
  });
}
