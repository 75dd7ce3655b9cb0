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
  const missing: { uniqueId: UniqueId; errors: RetrieveResult['missing'][number]['errors'] }[] = [];
  for (const item of wanted) {
    const found = answer.documents.find(({ uniqueId }) => uniqueId === item.uniqueId);
    if (found !== undefined) {
      documents.push(checkedDocument(found, item, answer.messageId));
      continue;
    }
    const own = answer.errors.filter((error) => names(error, item.uniqueId));
    missing.push({ uniqueId: item.uniqueId, errors: own.length > 0 ? own : answer.errors });
  }
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
function checkedDocument(found: ReceivedDocument, wanted: Wanted, messageId: string): RetrievedDocument {
  const { size, hash } = wanted;
  const differs =
    hash !== undefined && hash.toLowerCase() !== found.sha1
      ? 'hash'
      : size !== undefined && size !== found.bytes.byteLength
        ? 'size'
        : undefined;
  if (differs !== undefined) {
    throw new DmpProtocolError({
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
  const { sha1, ...rest } = found;
  return { ...rest, hash: sha1, checked: hash !== undefined ? 'hash' : size !== undefined ? 'size' : 'none' };
}
