import type { EntryUuid, UniqueId } from '@socle-sante/documents/xds';
import type { ReferenceResult } from '../documents-types.js';
import { DmpRefusedError } from '../errors.js';
import { referenceQuery } from '../operations/query.js';
import type { CallAbout, Engine } from './engine.js';

/** TD3.1b: the current reference of a document whose uniqueId is known. */
export async function lookUp(engine: Engine, uniqueId: UniqueId, about: CallAbout): Promise<ReferenceResult> {
  try {
    const answer = await engine.call(
      referenceQuery,
      { query: 'GetDocuments', returnType: 'ObjectRef', parameters: { XDSDocumentEntryUniqueId: [uniqueId] } },
      about,
    );
    const references: readonly EntryUuid[] = [
      ...answer.objects.objectRefs,
      // A registry may give whole objects although references were asked.
      ...answer.objects.documentEntries.map(({ id }) => id as EntryUuid),
    ];
    const entryUuid = references.at(-1);
    return { ...(entryUuid === undefined ? {} : { entryUuid }), entryUuids: references, messageId: answer.messageId };
  } catch (error) {
    // Some registries refuse an identifier that they do not know instead of answering an empty list.
    const unknown = ['XDSDocumentUniqueIdError', 'UnresolvedReferenceException'];
    if (error instanceof DmpRefusedError && unknown.includes(error.officialCode ?? ''))
      return { entryUuids: [], messageId: error.messageId ?? '' };
    throw error;
  }
}
