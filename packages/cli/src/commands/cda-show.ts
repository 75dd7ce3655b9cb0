import { headerSummary } from '@socle-sante/documents/cda-reader';
import { narrativeOf, renderHtml } from '@socle-sante/documents/render';
import { documentLines } from '../cda/as-text.js';
import { onePath, readCdaFile } from '../files/document-file.js';
import { writeOut } from '../files/output.js';
import { type Command, optionFlag, optionText } from '../frame/command.js';
import { EXIT } from '../frame/exit.js';
import { note, printJson, printLine } from '../frame/print.js';

const EXAMPLE = 'socle cda show document.xml --html --out document.html';

export const cdaShow: Command = {
  path: ['cda', 'show'],
  usage: 'FILE|-',
  summary: { fr: 'montre un document CDA sans rien exécuter', en: 'shows a CDA document without running anything' },
  details: {
    fr: 'En-tête tiré des données, puis le texte des sections. --html : une page sans script ni chargement extérieur, images et PDF compris. --json : en-tête et arbre du texte. Ce qui est écrit est personnel.',
    en: 'Header from the data, then the text of the sections. --html: a page without script nor external load, images and PDF inside. --json: header and tree of the text. What is printed is personal.',
  },
  options: {
    html: { type: 'boolean', help: { fr: 'une page HTML statique', en: 'a static HTML page' } },
    out: { type: 'string', value: 'FILE', help: { fr: 'fichier à écrire', en: 'file to write' } },
  },
  example: EXAMPLE,
  async run(invocation) {
    const parsed = await readCdaFile(onePath(invocation, EXAMPLE), invocation);
    const { locale } = invocation;
    const summary = headerSummary(parsed);
    const out = optionText(invocation, 'out');
    if (invocation.json) {
      printJson(invocation, { header: summary, document: narrativeOf(parsed) });
      return EXIT.ok;
    }
    const text = optionFlag(invocation, 'html')
      ? renderHtml(parsed, { locale })
      : `${documentLines(summary, narrativeOf(parsed), locale).join('\n')}\n`;
    if (out === undefined) printLine(invocation, text.trimEnd());
    else {
      await writeOut(invocation, out, text);
      note(invocation, locale === 'fr' ? `Écrit : ${out}` : `Written: ${out}`);
    }
    return EXIT.ok;
  },
};
