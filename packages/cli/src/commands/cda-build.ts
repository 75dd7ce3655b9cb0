import { type Finding, under } from '@socle-sante/core/finding';
import { defaultRandom } from '@socle-sante/core/uuid';
import { buildCda } from '@socle-sante/documents/cda';
import { onePath } from '../files/document-file.js';
import { outFolder } from '../files/output.js';
import { readSubmissionFile } from '../files/submission-file.js';
import { type Command, optionFlag, optionText } from '../frame/command.js';
import { printJson, printLine } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { exitFor, findingsAsJson, printFindings } from './findings.js';

const EXAMPLE = 'socle cda build submission.json --out folder';

export const cdaBuild: Command = {
  path: ['cda', 'build'],
  usage: 'SUBMISSION.json|- --out DIR',
  summary: { fr: 'écrit les documents CDA d’une soumission', en: 'writes the CDA documents of a submission' },
  details: {
    fr: 'La soumission suit schemas/submission.schema.json ; les fichiers qu’elle nomme sont à côté d’elle. Un fichier par document, nommé de son OID. Un document qui a une anomalie bloquante n’est pas écrit.',
    en: 'The submission follows schemas/submission.schema.json; the files that it names stand beside it. One file for each document, named by its OID. A document with a blocking finding is not written.',
  },
  options: {
    out: { type: 'string', value: 'DIR', help: { fr: 'dossier à remplir', en: 'folder to fill' } },
    'allow-pdf': {
      type: 'boolean',
      help: {
        fr: 'accepte un PDF qui n’est pas PDF/A-1, avec un avertissement',
        en: 'takes a PDF that is not PDF/A-1, with a warning',
      },
    },
    prologue: {
      type: 'boolean',
      help: { fr: 'écrit la déclaration XML (pas pour le DMP)', en: 'writes the XML declaration (not for the DMP)' },
    },
  },
  example: EXAMPLE,
  async run(invocation) {
    const path = onePath(invocation, EXAMPLE);
    const out = optionText(invocation, 'out');
    if (out === undefined) throw new UsageError({ fr: 'Il manque --out.', en: '--out is missing.' }, EXAMPLE);
    const read = await readSubmissionFile(path, invocation);
    const findings: Finding[] = [...read.findings];
    const files: { file: string; uniqueId: string; version: number }[] = [];
    if (read.ok) {
      const write = await outFolder(invocation, out);
      for (const [i, document] of read.submission.documents.entries()) {
        const built = buildCda(document, read.submission, {
          clock: invocation.io.clock,
          random: defaultRandom,
          pdf: optionFlag(invocation, 'allow-pdf') ? 'accept-with-warning' : 'refuse',
          prologue: optionFlag(invocation, 'prologue'),
        });
        findings.push(...under(['documents', i], built.findings));
        if (!built.ok) continue;
        const { uniqueId, version } = built;
        const name = uniqueId.replace(/[^A-Za-z0-9.-]/g, '_');
        files.push({ file: await write(`${name}.xml`, built.bytes), uniqueId, version });
      }
    }
    if (invocation.json) printJson(invocation, { files, findings: findingsAsJson(invocation, findings) });
    else {
      for (const { file } of files) printLine(invocation, file);
      printFindings(invocation, findings);
    }
    return exitFor(findings);
  },
};
