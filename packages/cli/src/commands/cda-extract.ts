import { headerSummary, mediaBytes } from '@socle-sante/documents/cda-reader';
import { describeMedia, mediaFileName, mediasOf } from '@socle-sante/documents/render';
import { onePath, readCdaFile } from '../files/document-file.js';
import { outFolder } from '../files/output.js';
import { type Command, optionText } from '../frame/command.js';
import { printJson, printLine } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { exitFor, findingsAsJson, printFindings } from './findings.js';

const EXAMPLE = 'socle cda extract document.xml --out folder';

export const cdaExtract: Command = {
  path: ['cda', 'extract'],
  usage: 'FILE|- --out DIR',
  summary: {
    fr: 'sort l’en-tête (JSON) et les fichiers que le document contient',
    en: 'takes out the header (JSON) and the files that the document carries',
  },
  details: {
    fr: 'header.json, puis le corps ou chaque média. L’extension est celle de ce que le fichier est vraiment ; .bin quand le type annoncé n’est pas celui du contenu.',
    en: 'header.json, then the body or each media. The extension says what the file really is; .bin when the declared type is not the one of the content.',
  },
  options: { out: { type: 'string', value: 'DIR', help: { fr: 'dossier à remplir', en: 'folder to fill' } } },
  example: EXAMPLE,
  async run(invocation) {
    const path = onePath(invocation, EXAMPLE);
    const out = optionText(invocation, 'out');
    if (out === undefined) throw new UsageError({ fr: 'Il manque --out.', en: '--out is missing.' }, EXAMPLE);
    const parsed = await readCdaFile(path, invocation);
    const write = await outFolder(invocation, out);
    const files = [await write('header.json', `${JSON.stringify(headerSummary(parsed), null, 2)}\n`)];
    const findings = [];
    const taken = new Set<string>();
    for (const [id, media] of mediasOf(parsed)) {
      const read = mediaBytes(media);
      if (!read.ok) {
        findings.push(...read.findings.map((item) => ({ ...item, path: [id] })));
        continue;
      }
      const name = mediaFileName(describeMedia(id, media));
      const free = taken.has(name.toLowerCase()) ? `${taken.size}-${name}` : name;
      taken.add(free.toLowerCase());
      files.push(await write(free, read.value));
    }
    if (invocation.json) printJson(invocation, { files, findings: findingsAsJson(invocation, findings) });
    else {
      for (const file of files) printLine(invocation, file);
      printFindings(invocation, findings);
    }
    return exitFor(findings);
  },
};
