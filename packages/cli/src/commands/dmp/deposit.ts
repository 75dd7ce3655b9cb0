// TD2.1 and TD2.2: deposit and replacement.

import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Finding } from '@socle-sante/core/finding';
import { createDepositRun, createFileJournal, type DepositResult, DmpRefusedError } from '@socle-sante/dmp';
import type { Submission } from '@socle-sante/documents/submission';
import { type PreparedSubmission, type UniqueId, uniqueId } from '@socle-sante/documents/xds';
import { onePath } from '../../files/document-file.js';
import { readSubmissionFile } from '../../files/submission-file.js';
import { type Invocation, optionFlag, optionText } from '../../frame/command.js';
import { EXIT, type ExitCode } from '../../frame/exit.js';
import { paint, printJson, printLine, table } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import type { OpenDmp } from '../../service/dmp.js';
import { exitFor, findingsAsJson, printFindings } from '../findings.js';
import { noteReference, printWarnings } from './answer.js';
import { writeRequest } from './dry-run.js';
import { prepareDeposit } from './prepare.js';
import { CALL_OPTIONS, callInput, dmpCommand } from './shared.js';

const DEPOSIT = 'socle dmp deposit submission.json --dry-run --out folder';
const REPLACE = 'socle dmp replace submission.json --replaces 2.999.7.1';

const ALLOW_PDF = {
  'allow-pdf': {
    type: 'boolean',
    help: {
      fr: 'accepte un PDF qui n’est pas PDF/A-1, avec un avertissement',
      en: 'takes a PDF that is not PDF/A-1, with a warning',
    },
  },
} as const;

export const dmpDeposit = dmpCommand({
  path: ['dmp', 'deposit'],
  usage: 'SUBMISSION.json|-',
  official: 'TD2.1, TD2.2 (CPE) · IHE XDS.b, ITI-41',
  summary: { fr: 'TD2.1 : dépose les documents d’une soumission', en: 'TD2.1: deposits the documents of a submission' },
  details: {
    fr: 'Construit les documents CDA, leurs métadonnées et la signature du lot ; contrôle ; envoie si rien ne bloque. --dry-run écrit le corps HTTP exact et n’envoie rien. Avec --journal, une commande interrompue se relance : chaque document est déposé une fois.',
    en: 'Builds the CDA documents, their metadata and the signature of the set; checks; sends when nothing blocks. --dry-run writes the exact HTTP body and sends nothing. With --journal, a command that was interrupted can be run again: each document is deposited once.',
  },
  options: {
    'dry-run': { type: 'boolean', help: { fr: 'n’envoie rien', en: 'sends nothing' } },
    out: { type: 'string', value: 'DIR', help: { fr: 'dossier de --dry-run', en: 'folder of --dry-run' } },
    journal: {
      type: 'string',
      value: 'DIR',
      help: {
        fr: 'mémoire des dépôts (données personnelles !)',
        en: 'memory of the deposits (personal data!)',
      },
    },
    ...ALLOW_PDF,
    ...CALL_OPTIONS,
  },
  example: DEPOSIT,
  async run(invocation, dmp) {
    const path = onePath(invocation, DEPOSIT);
    const dry = optionFlag(invocation, 'dry-run');
    const out = optionText(invocation, 'out');
    const journal = optionText(invocation, 'journal');
    if (dry !== (out !== undefined)) {
      throw new UsageError(
        { fr: '--dry-run et --out vont ensemble.', en: '--dry-run and --out go together.' },
        DEPOSIT,
      );
    }
    const read = await readSubmissionFile(path, invocation);
    if (!read.ok) return refuse(invocation, read.findings);
    const { submission, prepared, findings } = await prepareDeposit(read.submission, read.findings, invocation, dmp);
    if (out !== undefined) {
      const files = prepared === undefined ? [] : await writeRequest(invocation, dmp, submission, prepared, out);
      if (invocation.json)
        printJson(invocation, { sent: false, files, findings: findingsAsJson(invocation, findings) });
      else {
        for (const file of files) printLine(invocation, file);
        printFindings(invocation, findings);
      }
      return exitFor(findings);
    }
    if (prepared === undefined) return refuse(invocation, findings);
    const result =
      journal === undefined
        ? await send(invocation, dmp, submission, prepared)
        : await sendOnce(invocation, dmp, read.submission, prepared, resolve(invocation.io.cwd, journal));
    return present(invocation, result, findings);
  },
});

export const dmpReplace = dmpCommand({
  path: ['dmp', 'replace'],
  usage: 'SUBMISSION.json|-',
  official: 'TD2.1, RPLC · IHE XDS.b, ITI-41',
  summary: { fr: 'TD2.1 : remplace des documents déposés', en: 'TD2.1: replaces documents that were deposited' },
  details: {
    fr: 'Chaque document dit ce qu’il remplace (documents[].replaces), ou --replaces pour un seul document. La référence est lue juste avant (TD3.1b).',
    en: 'Each document says what it replaces (documents[].replaces), or --replaces for a single document. The reference is read just before (TD3.1b).',
  },
  options: {
    replaces: {
      type: 'string',
      value: 'UNIQUE_ID',
      help: { fr: 'version remplacée', en: 'version that is replaced' },
    },
    'set-id': {
      type: 'string',
      value: 'OID',
      help: {
        fr: 'setId commun aux versions (le uniqueId remplacé)',
        en: 'setId of all versions (the replaced uniqueId)',
      },
    },
    'replaced-version': {
      type: 'string',
      value: 'N',
      help: { fr: 'numéro de la version remplacée (1)', en: 'number of the version that is replaced (1)' },
    },
    ...ALLOW_PDF,
    ...CALL_OPTIONS,
  },
  example: REPLACE,
  async run(invocation, dmp) {
    const read = await readSubmissionFile(onePath(invocation, REPLACE), invocation);
    if (!read.ok) return refuse(invocation, read.findings);
    const asked = withReplaced(read.submission, invocation);
    const replaces = asked.documents.flatMap(({ replaces: old }, index) =>
      old === undefined ? [] : [{ entryId: `D${index + 1}`, uniqueId: uniqueId(old.uniqueId) }],
    );
    if (replaces.length === 0) {
      throw new UsageError({ fr: 'Rien ne dit ce qui est remplacé.', en: 'Nothing says what is replaced.' }, REPLACE);
    }
    const { submission, prepared, findings } = await prepareDeposit(asked, read.findings, invocation, dmp);
    if (prepared === undefined) return refuse(invocation, findings);
    const result = await dmp.client.replace({
      ...callInput(invocation),
      patient: submission.patient.identity,
      submission: prepared,
      replaces,
    });
    return present(invocation, result, findings);
  },
});

function withReplaced(submission: Submission, invocation: Invocation): Submission {
  const replaced = optionText(invocation, 'replaces');
  if (replaced === undefined) return submission;
  const [document, more] = submission.documents;
  const version = Number(optionText(invocation, 'replaced-version') ?? '1');
  if (document === undefined || more !== undefined || !Number.isSafeInteger(version) || version < 1) {
    throw new UsageError(
      {
        fr: '--replaces : un seul document ; --replaced-version : un entier.',
        en: '--replaces: a single document; --replaced-version: a whole number.',
      },
      REPLACE,
    );
  }
  const setId = optionText(invocation, 'set-id') ?? replaced;
  return { ...submission, documents: [{ ...document, replaces: { uniqueId: replaced, setId, version } }] };
}

function send(
  invocation: Invocation,
  { client }: OpenDmp,
  submission: Submission,
  prepared: PreparedSubmission,
): Promise<DepositResult> {
  const input = { ...callInput(invocation), patient: submission.patient.identity, submission: prepared };
  return client.caller.staff ? client.depositByStaff(input) : client.deposit(input);
}

/** Through a journal: what was prepared by an earlier run is sent, never a second copy. */
async function sendOnce(
  invocation: Invocation,
  { client }: OpenDmp,
  submission: Submission,
  prepared: PreparedSubmission,
  directory: string,
): Promise<DepositResult> {
  const run = createDepositRun({ client, journal: createFileJournal(directory), clock: invocation.io.clock });
  const key = createHash('sha256').update(JSON.stringify(submission, bytesAsText)).digest('hex');
  const item = { key, patient: submission.patient.identity, prepare: async () => prepared };
  const [outcome] = (await run.run([item], { signal: invocation.io.signal })).items;
  const record = outcome?.record;
  if (record?.result !== undefined) return record.result;
  if (outcome?.error !== undefined) throw outcome.error;
  throw new DmpRefusedError({
    code: 'dmp.refused.message',
    message: 'This submission was refused before; only a corrected one can be deposited.',
    ...(record?.officialCode === undefined ? {} : { officialCode: record.officialCode }),
  });
}

function bytesAsText(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value;
}

function refuse(invocation: Invocation, findings: readonly Finding[]): ExitCode {
  if (invocation.json) printJson(invocation, { sent: false, findings: findingsAsJson(invocation, findings) });
  else printFindings(invocation, findings);
  return EXIT.findings;
}

const STATES: Readonly<Record<DepositResult['documents'][number]['state'], { fr: string; en: string }>> = {
  registered: { fr: 'déposé', en: 'deposited' },
  alreadyThere: { fr: 'déjà déposé', en: 'already there' },
  refused: { fr: 'refusé', en: 'refused' },
  unknown: { fr: 'inconnu', en: 'unknown' },
};

function present(invocation: Invocation, result: DepositResult, findings: readonly Finding[]): ExitCode {
  const documents: { uniqueId: UniqueId; state: string; signature: boolean; errors: unknown }[] = result.documents.map(
    ({ uniqueId: id, state, signature, errors }) => ({ uniqueId: id, state, signature, errors }),
  );
  const { outcome, submissionSetUniqueId, attempts, messageId, warnings } = result;
  if (invocation.json) {
    printJson(invocation, {
      sent: true,
      outcome,
      submissionSetUniqueId,
      documents,
      warnings,
      attempts,
      messageId,
      findings: findingsAsJson(invocation, findings),
    });
  } else {
    const fr = invocation.locale === 'fr';
    const rows = result.documents.map(({ uniqueId: id, state, signature }) => [
      id,
      STATES[state][invocation.locale],
      signature ? 'signature' : 'document',
    ]);
    printLine(invocation, table(['uniqueId', fr ? 'état' : 'state', ''], rows));
    for (const { errors } of result.documents) {
      for (const { code, context } of errors) printLine(invocation, paint(invocation, 'red', `${code} ${context}`));
    }
    printWarnings(invocation, warnings);
    printFindings(invocation, findings);
    noteReference(invocation, messageId);
  }
  return outcome === 'partial' ? EXIT.findings : EXIT.ok;
}
