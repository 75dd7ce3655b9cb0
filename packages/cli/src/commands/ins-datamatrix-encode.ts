import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { describeDatamatrix } from '@socle-sante/ins/datamatrix';
import { IdentityStateFile, toIdentityState } from '../files/identity-state-file.js';
import { readInput } from '../files/input.js';
import { parseJsonText } from '../files/read-json.js';
import { type Command, optionFlag, optionText } from '../frame/command.js';
import { EXIT } from '../frame/exit.js';
import { note, printJson, printLine } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { drawDatamatrix } from '../symbol/draw.js';
import { findingsAsJson, printFindings } from './findings.js';

const EXAMPLE = 'socle ins datamatrix encode identity.json --out ins.svg';
const WHAT = { fr: 'Identité', en: 'Identity' };

export const insDatamatrixEncode: Command = {
  path: ['ins', 'datamatrix', 'encode'],
  usage: 'IDENTITY.json|-',
  summary: { fr: 'dessine le datamatrix INS (PNG ou SVG)', en: 'draws the INS datamatrix (PNG or SVG)' },
  details: {
    fr: 'Pour une identité qualifiée seulement. Le fichier suit schemas/identity-state.schema.json. Le texte du symbole contient l’INS : il n’est écrit qu’avec --text.',
    en: 'For a qualified identity only. The file follows schemas/identity-state.schema.json. The text of the symbol holds the INS: it is printed with --text only.',
  },
  options: {
    out: { type: 'string', value: 'FILE', help: { fr: 'fichier .svg ou .png', en: 'a .svg or .png file' } },
    text: { type: 'boolean', help: { fr: 'écrit le texte du symbole', en: 'prints the text of the symbol' } },
    scale: { type: 'string', value: 'N', help: { fr: 'pixels par module (4)', en: 'pixels for a module (4)' } },
    production: { type: 'boolean', help: { fr: 'refuse les OID de test', en: 'refuses the test OIDs' } },
  },
  example: EXAMPLE,
  async run(invocation) {
    const [path] = invocation.positionals;
    const out = optionText(invocation, 'out');
    const showText = optionFlag(invocation, 'text');
    if (!path)
      throw new UsageError({ fr: 'Il manque le fichier d’identité.', en: 'The identity file is missing.' }, EXAMPLE);
    const extension = out ? extname(out).toLowerCase() : '';
    if ((!out && !showText) || (out && !['.svg', '.png'].includes(extension))) {
      throw new UsageError(
        {
          fr: 'Donnez --out FILE.svg, --out FILE.png ou --text.',
          en: 'Give --out FILE.svg, --out FILE.png or --text.',
        },
        EXAMPLE,
      );
    }
    const scale = Number(optionText(invocation, 'scale') ?? '4');
    if (!Number.isInteger(scale) || scale < 1 || scale > 40) {
      throw new UsageError({ fr: '--scale : entier de 1 à 40.', en: '--scale: a whole number from 1 to 40.' }, EXAMPLE);
    }
    const source = (await readInput(path, invocation.io, WHAT)).toString('utf8');
    const state = toIdentityState(parseJsonText(source, path, IdentityStateFile, WHAT));
    const described = describeDatamatrix(state, { production: optionFlag(invocation, 'production') });
    if (!described.ok) {
      if (invocation.json)
        printJson(invocation, { ok: false, findings: findingsAsJson(invocation, described.findings) });
      else printFindings(invocation, described.findings);
      return EXIT.findings;
    }
    if (out) {
      const images = await drawDatamatrix(described.value.payload, scale);
      await writeFile(resolve(invocation.io.cwd, out), extension === '.svg' ? images.svg : images.png);
      note(invocation, invocation.locale === 'fr' ? `Écrit : ${out}` : `Written: ${out}`);
    }
    const text = showText ? { text: described.value.payload } : {};
    if (invocation.json) {
      printJson(invocation, {
        ok: true,
        ...(out ? { out } : {}),
        ...text,
        findings: findingsAsJson(invocation, described.findings),
      });
    } else {
      if (showText) printLine(invocation, described.value.payload);
      printFindings(invocation, described.findings);
    }
    return EXIT.ok;
  },
};
