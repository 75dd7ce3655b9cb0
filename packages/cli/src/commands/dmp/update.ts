// Changes of one document: TD3.3a to TD3.3d.

import type { DmpClient, UpdateInput, UpdateResult } from '@socle-sante/dmp';
import type { UniqueId } from '@socle-sante/documents/xds';
import type { Command } from '../../frame/command.js';
import { optionFlag } from '../../frame/command.js';
import { EXIT } from '../../frame/exit.js';
import type { Bilingual } from '../../frame/locale.js';
import { printLine } from '../../frame/print.js';
import { noteReference, printAnswer, printWarnings } from './answer.js';
import { oneUniqueId } from './search.js';
import { dmpCommand, PATIENT_OPTIONS, patientInput } from './shared.js';

interface Change {
  readonly name: string;
  readonly transaction: 'TD3.3a' | 'TD3.3b' | 'TD3.3d';
  readonly summary: Bilingual;
  readonly details?: Bilingual;
  readonly options?: Command['options'];
  readonly apply: (client: DmpClient, input: UpdateInput, flag: (name: string) => boolean) => Promise<UpdateResult>;
}

/** The entry is read just before (TD3.1a): its version is what is changed. */
function change({ name, transaction, summary, details, options, apply }: Change): Command {
  const example = `socle dmp ${name} 2.999.7.1 --patient identity-state.json`;
  return dmpCommand({
    path: ['dmp', name],
    usage: 'UNIQUE_ID --patient FILE',
    official: `${transaction} (IHE Metadata Update, ITI-57)`,
    summary,
    ...(details === undefined ? {} : { details }),
    options: { ...options, ...PATIENT_OPTIONS },
    example,
    async run(invocation, { client, by }) {
      const uniqueId = oneUniqueId(invocation, example);
      const input = await patientInput(invocation, example);
      const document = await client.current({ ...input, uniqueId });
      if (document === undefined) {
        printLine(invocation, invocation.json ? JSON.stringify({ done: false, uniqueId }) : ABSENT[invocation.locale]);
        return EXIT.findings;
      }
      const result = await apply(client, { ...input, entry: document.entry, by }, (flag) =>
        optionFlag(invocation, flag),
      );
      printAnswer(invocation, { done: true, uniqueId, ...result }, [[DONE_LABEL, uniqueId]]);
      printWarnings(invocation, result.warnings);
      noteReference(invocation, result.messageId);
      return EXIT.ok;
    },
  });
}

const ABSENT = { fr: 'Absent du DMP.', en: 'Not in the DMP.' };
const DONE_LABEL = { fr: 'Fait', en: 'Done' };

export const dmpMask = change({
  name: 'mask',
  transaction: 'TD3.3a',
  summary: { fr: 'TD3.3a : masque un document aux professionnels', en: 'TD3.3a: hides a document from professionals' },
  apply: (client, input) => client.mask(input),
});

export const dmpUnmask = change({
  name: 'unmask',
  transaction: 'TD3.3a',
  summary: { fr: 'TD3.3a : démasque un document', en: 'TD3.3a: unmasks a document' },
  apply: (client, input) => client.unmask(input),
});

export const dmpShow = change({
  name: 'show',
  transaction: 'TD3.3b',
  summary: {
    fr: 'TD3.3b : rend un document visible par le patient',
    en: 'TD3.3b: shows a document to the patient',
  },
  details: { fr: 'Ne peut pas être défait.', en: 'Cannot be undone.' },
  options: {
    representatives: {
      type: 'boolean',
      help: { fr: 'aux représentants légaux du mineur', en: 'to the legal representatives of the minor' },
    },
  },
  apply: (client, input, flag) =>
    flag('representatives') ? client.showToLegalRepresentatives(input) : client.showToPatient(input),
});

export const dmpArchive = change({
  name: 'archive',
  transaction: 'TD3.3d',
  summary: { fr: 'TD3.3d : archive un document', en: 'TD3.3d: archives a document' },
  apply: (client, input) => client.archive(input),
});

export const dmpUnarchive = change({
  name: 'unarchive',
  transaction: 'TD3.3d',
  summary: { fr: 'TD3.3d : désarchive un document', en: 'TD3.3d: takes a document out of the archives' },
  apply: (client, input) => client.unarchive(input),
});

const DELETE = 'socle dmp delete 2.999.7.1 --patient identity-state.json';

export const dmpDelete = dmpCommand({
  path: ['dmp', 'delete'],
  usage: 'UNIQUE_ID --patient FILE',
  official: 'TD3.3c (IHE Metadata Update, ITI-57)',
  summary: { fr: 'TD3.3c : supprime un document', en: 'TD3.3c: deletes a document' },
  details: {
    fr: 'Ses propres documents, ou ceux de la structure en mode indirect. La référence est lue juste avant (TD3.1b).',
    en: 'One’s own documents, or those of the structure in indirect mode. The reference is read just before (TD3.1b).',
  },
  options: {
    archived: { type: 'boolean', help: { fr: 'le document est archivé', en: 'the document is archived' } },
    ...PATIENT_OPTIONS,
  },
  example: DELETE,
  async run(invocation, { client, by }) {
    const uniqueId: UniqueId = oneUniqueId(invocation, DELETE);
    const status = optionFlag(invocation, 'archived') ? 'archived' : 'approved';
    const result = await client.remove({
      ...(await patientInput(invocation, DELETE)),
      by,
      document: { uniqueId, status },
    });
    printAnswer(invocation, { done: true, uniqueId, ...result }, [[DONE_LABEL, uniqueId]]);
    printWarnings(invocation, result.warnings);
    noteReference(invocation, result.messageId);
    return EXIT.ok;
  },
});
