import type { Clock } from '@socle-sante/core/time';
import type { RandomBytes } from '@socle-sante/core/uuid';
import { prepareSubmission } from '@socle-sante/documents/prepare';
import type { DocumentsService } from '../../handlers/documents-service.js';
import { demoDefaults } from './people.js';

/** The preparation of documents in the demonstration. Nobody holds a key there: its sets have no signature, and its DMP asks for none. */
export function demoDocumentsService(options: {
  readonly clock: Clock;
  readonly random: RandomBytes;
}): DocumentsService {
  return {
    defaults: async ({ userKind }) => (userKind === 'support' ? undefined : demoDefaults),
    prepare: async (submission) => prepareSubmission(submission, options),
  };
}
