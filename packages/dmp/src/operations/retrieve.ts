// TD3.2: the bytes of documents (ITI-43), answered in MTOM/XOP and read as they arrive.

import { createHash } from 'node:crypto';
import { type Finding, finding } from '@socle-sante/core/finding';
import { parseUniqueId, type UniqueId, XDS_NAMESPACES } from '@socle-sante/documents/xds';
import type { StreamedResponse, WireRequest } from '@socle-sante/wire/http';
import {
  collectChunks,
  contentIdOfCid,
  isMultipart,
  readMultipart,
  sameContentId,
  XOP,
} from '@socle-sante/wire/multipart';
import { attribute, child, children, childText, element, text, type XmlElement } from '@socle-sante/wire/xml';
import { DmpProtocolError, type RegistryError } from '../errors.js';
import { type DmpAnswer, protocolError, readEnvelope, unexpected } from './answer.js';
import { refuseErrors } from './define.js';
import { encodeCall } from './envelope.js';
import type { DmpAnswerContext, DmpCallContext } from './operation.js';
import { readOutcome, registryErrors } from './registry-response.js';

/** One document to retrieve. */
export interface DocumentRequest {
  readonly uniqueId: UniqueId;
  readonly repositoryUniqueId: string;
}

/** TD3.2. */
export interface Retrieval {
  readonly documents: readonly DocumentRequest[];
}

/** One document as it came. */
export interface ReceivedDocument {
  readonly uniqueId: UniqueId;
  readonly repositoryUniqueId: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  /** SHA-1 of the bytes, 40 hexadecimal digits, computed while they came. */
  readonly sha1: string;
}

/** Answer of TD3.2. */
export interface RetrievalAnswer {
  readonly documents: readonly ReceivedDocument[];
  /** Documents that the answer names without their bytes: a part that is not there, a text that is not base64. */
  readonly unreadable: readonly UniqueId[];
  readonly partial: boolean;
  readonly errors: readonly RegistryError[];
  readonly messageId: string;
}

/** What helps to read the answer in little memory. */
export interface RetrievalContext extends DmpAnswerContext {
  /** Sizes known from the metadata, by uniqueId: memory is taken once. */
  readonly sizes?: ReadonlyMap<string, number>;
  /** Largest document. Default 256 MiB. */
  readonly maxDocumentBytes?: number;
  readonly maxParts?: number;
}

const ACTION = 'urn:ihe:iti:2007:RetrieveDocumentSet';
const XDS = XDS_NAMESPACES.xds;
/** The envelope of an answer in parts: a few elements a document, and small documents that a server puts inside. */
const MAX_ENVELOPE = 16 * 1_048_576;
const MAX_DOCUMENT = 256 * 1_048_576;

function validate({ documents }: Retrieval): Finding[] {
  const findings: Finding[] = [];
  if (documents.length === 0) findings.push(finding('dmp.retrieve.empty', 'error', ['documents']));
  documents.forEach(({ uniqueId, repositoryUniqueId }, index) => {
    // The classic mistake: an entryUUID where the uniqueId is wanted.
    if (parseUniqueId(uniqueId) === undefined)
      findings.push(finding('dmp.retrieve.uniqueId', 'error', ['documents', index, 'uniqueId']));
    if (repositoryUniqueId.trim() === '')
      findings.push(finding('dmp.retrieve.repository', 'error', ['documents', index, 'repositoryUniqueId']));
  });
  return findings;
}

/** TD3.2. Its answer is read as a stream, so `decode` is asynchronous. */
export const retrieveDocuments = Object.freeze({
  transaction: 'TD3.2',
  action: ACTION,
  repeatable: true,
  /** Checks the input; never throws. */
  validate,
  /** @throws DmpInputError when `validate` finds an error. */
  encode(input: Retrieval, context: DmpCallContext): WireRequest {
    refuseErrors('TD3.2', validate(input));
    const xds = (local: string) => ({ prefix: 'xds', namespace: XDS, local });
    const body = element(
      xds('RetrieveDocumentSetRequest'),
      {},
      input.documents.map((item) =>
        element(xds('DocumentRequest'), {}, [
          element(xds('RepositoryUniqueId'), {}, [item.repositoryUniqueId]),
          element(xds('DocumentUniqueId'), {}, [item.uniqueId]),
        ]),
      ),
    );
    return encodeCall({ transaction: 'TD3.2', service: 'repository', action: ACTION }, body, context);
  },
  /** @throws DmpRefusedError, DmpConfigError, DmpUnavailableError, DmpProtocolError. */
  decode,
} as const);

type Received = { readonly bytes: Uint8Array; readonly sha1: string };

async function decode(response: StreamedResponse, context: RetrievalContext = {}): Promise<RetrievalAnswer> {
  const contentType = response.headers['content-type'];
  const about = {
    ...(context.messageId === undefined ? {} : { messageId: context.messageId }),
    httpStatus: response.status,
  };
  try {
    if (!isMultipart(contentType)) {
      // Without parts every document is inside, in base64: a third more than its octets.
      const maxBytes = MAX_ENVELOPE + Math.ceil(((context.maxDocumentBytes ?? MAX_DOCUMENT) * 4) / 3);
      const bytes = await collectChunks(response.body, { maxBytes });
      return answerOf(readEnvelope(bytes, response, context, contentType, maxBytes), new Map());
    }
    return await decodeParts(response, context);
  } catch (cause) {
    // A header that cannot be used is refused before the first byte is read: the connection must not wait for a reader.
    await response.body[Symbol.asyncIterator]()
      .return?.()
      .catch(() => undefined);
    throw protocolError(cause, about);
  }
}

async function decodeParts(response: StreamedResponse, context: RetrievalContext): Promise<RetrievalAnswer> {
  const limit = context.maxDocumentBytes ?? MAX_DOCUMENT;
  const announced = Number(response.headers['content-length'] ?? Number.NaN);
  const parts = new Map<string, Received>();
  let envelope: DmpAnswer | undefined;
  let expected = new Map<string, number>();
  const limits = { maxBytes: Number.MAX_SAFE_INTEGER, maxParts: context.maxParts ?? 256 };
  for await (const part of readMultipart(response.body, response.headers['content-type'], limits)) {
    if (part.root) {
      const bytes = await collectChunks(part.chunks, { maxBytes: MAX_ENVELOPE });
      envelope = readEnvelope(bytes, response, context, undefined, MAX_ENVELOPE);
      expected = expectedSizes(envelope.body, context.sizes);
      continue;
    }
    const hash = createHash('sha1');
    const id = part.contentId ?? '';
    const known = [...expected].find(([wanted]) => sameContentId(wanted, id))?.[1];
    // What is left of the message is the most that this part can be, when nothing better is known and one document was asked.
    const left =
      Number.isFinite(announced) && expected.size <= 1 ? Math.max(announced - part.received(), 0) + 65_536 : 0;
    const bytes = await collectChunks(part.chunks, {
      expected: known ?? left,
      maxBytes: limit,
      onChunk: (chunk) => hash.update(chunk),
    });
    parts.set(id, { bytes, sha1: hash.digest('hex') });
  }
  if (envelope === undefined)
    throw new DmpProtocolError({ code: 'dmp.protocol.multipart', message: 'The answer has no root part.' });
  return answerOf(envelope, parts);
}

/** Sizes by Content-ID, from what the envelope says of each attachment and what the metadata said of each document. */
function expectedSizes(body: XmlElement, sizes: ReadonlyMap<string, number> | undefined): Map<string, number> {
  const out = new Map<string, number>();
  for (const item of children(body, XDS, 'DocumentResponse')) {
    const id = contentIdOfCid(hrefOf(item) ?? '');
    const size = sizes?.get(childText(item, XDS, 'DocumentUniqueId') ?? '');
    if (id !== undefined && size !== undefined) out.set(id, size);
  }
  return out;
}

function hrefOf(response: XmlElement): string | undefined {
  const holder = child(response, XDS, 'Document');
  const include = holder && child(holder, XOP, 'Include');
  return include && attribute(include, 'href');
}

function answerOf({ body, messageId }: DmpAnswer, parts: ReadonlyMap<string, Received>): RetrievalAnswer {
  if (body.local !== 'RetrieveDocumentSetResponse' || body.namespace !== XDS)
    throw unexpected('RetrieveDocumentSetResponse', messageId);
  const status = child(body, XDS_NAMESPACES.rs, 'RegistryResponse');
  if (status === undefined) throw unexpected('RegistryResponse', messageId);
  const responses = children(body, XDS, 'DocumentResponse');
  // Some repositories say Failure as soon as one document is missing, and give the others.
  const outcome =
    responses.length > 0
      ? { partial: isPartial(status), errors: registryErrors(status) }
      : readOutcome(status, messageId);
  const documents: ReceivedDocument[] = [];
  const unreadable: UniqueId[] = [];
  for (const item of responses) {
    const uniqueId = parseUniqueId(childText(item, XDS, 'DocumentUniqueId')?.trim() ?? '');
    // An identifier that nobody could have asked for.
    if (uniqueId === undefined) continue;
    const content = contentOf(item, parts);
    if (content === undefined) unreadable.push(uniqueId);
    else documents.push(received(item, uniqueId, content));
  }
  // One document that did not come does not take the others away; when none came, there is no answer.
  if (responses.length > 0 && documents.length === 0) {
    throw new DmpProtocolError({
      code: 'dmp.protocol.missingDocument',
      message: 'A document of the answer names a part that is not there.',
      ...(messageId === '' ? {} : { messageId }),
    });
  }
  return { ...outcome, documents, unreadable, messageId };
}

function isPartial(status: XmlElement): boolean {
  return !(attribute(status, 'status') ?? '').endsWith(':Success');
}

function contentOf(item: XmlElement, parts: ReadonlyMap<string, Received>): Received | undefined {
  const href = hrefOf(item);
  if (href !== undefined) {
    const id = contentIdOfCid(href) ?? '';
    return parts.get(id) ?? [...parts].find(([own]) => sameContentId(own, id))?.[1];
  }
  const inline = child(item, XDS, 'Document');
  const bytes = inline && fromBase64(text(inline));
  return bytes && { bytes, sha1: createHash('sha1').update(bytes).digest('hex') };
}

/** Line ends are allowed inside; what is not base64 is not taken for a shorter document. */
function fromBase64(value: string): Uint8Array | undefined {
  const compact = /\s/.test(value) ? value.replace(/\s+/g, '') : value;
  const padding = compact.endsWith('==') ? 2 : compact.endsWith('=') ? 1 : 0;
  const bytes = Buffer.from(compact, 'base64');
  const whole = compact !== '' && compact.length % 4 === 0 && bytes.length === (compact.length / 4) * 3 - padding;
  return whole ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : undefined;
}

function received(item: XmlElement, uniqueId: UniqueId, content: Received): ReceivedDocument {
  return {
    uniqueId,
    repositoryUniqueId: childText(item, XDS, 'RepositoryUniqueId')?.trim() ?? '',
    mimeType: childText(item, XDS, 'mimeType')?.trim() ?? '',
    bytes: content.bytes,
    sha1: content.sha1,
  };
}
