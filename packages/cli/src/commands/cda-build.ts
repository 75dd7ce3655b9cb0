import { type Checked, type Finding, under } from '@socle-sante/core/finding';
import { defaultRandom } from '@socle-sante/core/uuid';
import { buildCda } from '@socle-sante/documents/cda';
import { convertDocument } from '@socle-sante/documents/pdf-convert';
import type { SubmissionDocument } from '@socle-sante/documents/submission';
import { onePath } from '../files/document-file.js';
import { outFolder } from '../files/output.js';
import { readNamedFile } from '../files/read-json.js';
import { readSubmissionFile } from '../files/submission-file.js';
import { type Command, type Invocation, optionFlag, optionText } from '../frame/command.js';
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
    convert: {
      type: 'boolean',
      help: {
        fr: 'fait un PDF/A-1 d’un texte ou d’une image JPEG (bibliothèques @cantoo/pdf-lib et fontkit)',
        en: 'makes a PDF/A-1 of a text or a JPEG image (libraries @cantoo/pdf-lib and fontkit)',
      },
    },
    font: {
      type: 'string',
      value: 'FILE.ttf',
      help: { fr: 'police du PDF/A-1 d’un texte', en: 'font of the PDF/A-1 of a text' },
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
      for (const [i, given] of read.submission.documents.entries()) {
        const converted = optionFlag(invocation, 'convert') ? await convert(given, invocation) : undefined;
        if (converted?.ok === false) {
          findings.push(...under(['documents', i], converted.findings));
          continue;
        }
        const document = converted?.value ?? given;
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

async function convert(document: SubmissionDocument, invocation: Invocation): Promise<Checked<SubmissionDocument>> {
  const path = optionText(invocation, 'font');
  const what = { fr: 'Police', en: 'Font' };
  const font = path === undefined ? undefined : await readNamedFile(path, invocation.io.cwd, what, 32 * 1_048_576);
  return convertDocument(document, font === undefined ? {} : { font });
}
