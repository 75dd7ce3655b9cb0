import type { Clock } from '@socle-sante/core/time';
import type { RandomBytes } from '@socle-sante/core/uuid';
import { prepareSubmission } from '@socle-sante/documents/prepare';
import { writeDocument } from '../../handlers/deposit/write.js';
import type { DocumentsService } from '../../handlers/documents-service.js';
import type { DemoSettings } from '../settings.js';
import { demoComposed } from './composed.js';
import { demoOfficialFindings } from './official.js';
import { demoDefaults } from './people.js';

/** The preparation of documents in the demonstration. Nobody holds a key there: its sets have no signature, and its DMP asks for none. */
export function demoDocumentsService(options: {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly official: () => DemoSettings['official'];
}): DocumentsService {
  const { clock, random } = options;
  return {
    get official() {
      const state = options.official();
      return state === 'none' ? undefined : { blocks: state === 'blocking', check: async () => demoOfficialFindings };
    },
    defaults: async ({ userKind }) => (userKind === 'support' ? undefined : demoDefaults),
    prepare: async (submission) => prepareSubmission(submission, { clock, random }),
    write: (submission) => writeDocument(submission, { clock, random }),
    compose: async (_session, _patientRef, ref) => demoComposed[ref],
  };
}
