// TD3.2: documents, held against what their metadata says.

import type { UniqueId } from '@socle-sante/documents/xds';
import type { DocumentReference, RetrievedDocument, RetrieveResult } from '../documents-types.js';
import { DmpProtocolError } from '../errors.js';
import { type ReceivedDocument, retrieveDocuments } from '../operations/retrieve.js';
import type { CallAbout, Engine } from './engine.js';
import { names } from './named.js';

interface Wanted {
  readonly uniqueId: UniqueId;
  readonly repositoryUniqueId: string;
  readonly hash?: string;
  readonly size?: number;
}

export async function retrieve(
  engine: Engine,
  references: readonly DocumentReference[],
  about: CallAbout,
): Promise<RetrieveResult> {
  const wanted = references.map((item) => wantedOf(item, engine.options.environment.repositoryUniqueId));
  const sizes = new Map(
    wanted.flatMap(({ uniqueId, size }) => (size === undefined ? [] : [[uniqueId as string, size]])),
  );
  const input = { documents: wanted.map(({ uniqueId, repositoryUniqueId }) => ({ uniqueId, repositoryUniqueId })) };
  const answer = await engine.send(
    {
      transaction: 'TD3.2',
      repeatable: true,
      encode: (context) => retrieveDocuments.encode(input, context),
      streamed: (response, messageId) =>
        retrieveDocuments.decode(response, {
          messageId,
          sizes,
          maxParts: input.documents.length + 8,
          ...(engine.options.maxAnswerBytes === undefined ? {} : { maxDocumentBytes: engine.options.maxAnswerBytes }),
        }),
    },
    about,
  );
  const documents: RetrievedDocument[] = [];
  const missing: RetrieveResult['missing'][number][] = [];
  for (const item of wanted) {
    const found = answer.documents.find(({ uniqueId }) => uniqueId === item.uniqueId);
    const failure =
      found === undefined
        ? answer.unreadable.includes(item.uniqueId) && withoutBytes(answer.messageId)
        : difference(found, item, answer.messageId);
    if (found !== undefined && !failure) {
      documents.push(checkedDocument(found, item));
      continue;
    }
    const own = answer.errors.filter((error) => names(error, item.uniqueId));
    const errors = own.length > 0 || failure ? own : answer.errors;
    missing.push({ uniqueId: item.uniqueId, errors, ...(failure ? { error: failure } : {}) });
  }
  // The others are given; when there are none, what is wrong is the answer to the call.
  const wrong = documents.length === 0 ? missing.find(({ error }) => error !== undefined)?.error : undefined;
  if (wrong !== undefined) throw wrong;
  return { documents, missing, messageId: answer.messageId };
}

function wantedOf(item: DocumentReference, repository: string): Wanted {
  if (!('entry' in item)) return { ...item, repositoryUniqueId: item.repositoryUniqueId ?? repository };
  const { uniqueId, repositoryUniqueId = repository, hash, size } = item.entry;
  return {
    uniqueId,
    repositoryUniqueId,
    ...(hash === undefined ? {} : { hash }),
    ...(size === undefined ? {} : { size }),
  };
}

/** Bytes that are not those of the metadata are never given back. */
function difference(found: ReceivedDocument, wanted: Wanted, messageId: string): DmpProtocolError | undefined {
  const { size, hash } = wanted;
  const differs =
    hash !== undefined && hash.toLowerCase() !== found.sha1
      ? 'hash'
      : size !== undefined && size !== found.bytes.byteLength
        ? 'size'
        : undefined;
  if (differs === undefined) return undefined;
  return new DmpProtocolError({
    code: differs === 'hash' ? 'dmp.protocol.hash' : 'dmp.protocol.size',
    message: `The document received does not have the ${differs} of its metadata.`,
    ...(messageId === '' ? {} : { messageId }),
    userMessage: {
      fr: {
        title: 'Document altéré',
        action: 'Le document reçu n’est pas celui annoncé : relisez la liste et recommencez',
      },
      en: {
        title: 'Document altered',
        action: 'What came is not the announced document: read the list again and retry',
      },
    },
  });
}

function withoutBytes(messageId: string): DmpProtocolError {
  return new DmpProtocolError({
    code: 'dmp.protocol.missingDocument',
    message: 'A document of the answer names a part that is not there.',
    ...(messageId === '' ? {} : { messageId }),
  });
}

function checkedDocument({ sha1, ...rest }: ReceivedDocument, { size, hash }: Wanted): RetrievedDocument {
  return { ...rest, hash: sha1, checked: hash !== undefined ? 'hash' : size !== undefined ? 'size' : 'none' };
}
