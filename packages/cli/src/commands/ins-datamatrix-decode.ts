import { insNature, insOidKind } from '@socle-sante/core/ins-identifier';
import { formatMatricule, maskMatricule } from '@socle-sante/core/matricule';
import { decodeDatamatrix } from '@socle-sante/ins/datamatrix';
import { readInput } from '../files/input.js';
import { type Command, optionFlag, optionText, optionTexts } from '../frame/command.js';
import { EXIT } from '../frame/exit.js';
import { note, printJson, printLine } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { readDatamatrix } from '../symbol/read.js';
import { exitFor, findingsAsJson, printFindings } from './findings.js';

const EXAMPLE = 'socle ins datamatrix decode ins.png';

function isPicture(bytes: Uint8Array): boolean {
  const png = bytes[0] === 0x89 && bytes[1] === 0x50;
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  return png || jpeg;
}

export const insDatamatrixDecode: Command = {
  path: ['ins', 'datamatrix', 'decode'],
  usage: 'PICTURE|TEXTFILE|-',
  summary: {
    fr: 'lit un datamatrix INS depuis une image ou une chaîne scannée',
    en: 'reads an INS datamatrix from a picture or a scanned string',
  },
  details: {
    fr: 'PNG, JPEG, ou texte tel que la douchette l’envoie (séparateur perdu ou réécrit : reconnu). Une identité lue reste provisoire. Sans --show, ni nom ni matricule ne sont écrits.',
    en: 'PNG, JPEG, or text as the scanner sends it (a lost or rewritten separator is recognised). An identity read stays provisional. Without --show, neither name nor matricule is printed.',
  },
  options: {
    text: { type: 'string', value: 'STRING', help: { fr: 'la chaîne elle-même', en: 'the string itself' } },
    strict: {
      type: 'boolean',
      help: { fr: 'refuse tout écart au format', en: 'refuses any departure from the format' },
    },
    gs: {
      type: 'string',
      multiple: true,
      value: 'ALIAS',
      help: { fr: 'autre écriture du séparateur', en: 'another spelling of the separator' },
    },
    production: { type: 'boolean', help: { fr: 'refuse les OID de test', en: 'refuses the test OIDs' } },
    show: { type: 'boolean', help: { fr: 'écrit l’identité lue', en: 'prints the identity read' } },
  },
  example: EXAMPLE,
  async run(invocation) {
    const text = optionText(invocation, 'text') ?? (await fromInput());
    const decoded = decodeDatamatrix(text, {
      mode: optionFlag(invocation, 'strict') ? 'strict' : 'lenient',
      gsAliases: [...optionTexts(invocation, 'gs')],
      production: optionFlag(invocation, 'production'),
    });
    const show = optionFlag(invocation, 'show');
    const fr = invocation.locale === 'fr';
    if (invocation.json) {
      printJson(invocation, {
        ok: decoded.ok,
        ...(decoded.ok ? { nature: insNature(decoded.value.ins.oid), kind: insOidKind(decoded.value.ins.oid) } : {}),
        ...(decoded.ok && show ? { identity: decoded.value } : {}),
        findings: findingsAsJson(invocation, decoded.findings),
      });
      return exitFor(decoded.findings);
    }
    if (decoded.ok) {
      const { ins, traits } = decoded.value;
      const nature = `${insNature(ins.oid)}, ${insOidKind(ins.oid)}`;
      printLine(invocation, fr ? `Datamatrix INS lisible (${nature})` : `INS datamatrix read (${nature})`);
      printLine(invocation, `${show ? formatMatricule(ins.matricule) : maskMatricule(ins.matricule)}`);
      if (show) {
        const { nomNaissance, listePrenoms, sexe, dateNaissance, lieuNaissance } = traits;
        printLine(
          invocation,
          [nomNaissance, listePrenoms, sexe, dateNaissance, lieuNaissance].filter(Boolean).join(' · '),
        );
      }
      note(
        invocation,
        fr ? 'L’identité lue reste provisoire jusqu’à vérification.' : 'The identity stays provisional until checked.',
      );
    }
    printFindings(invocation, decoded.findings);
    return decoded.ok ? exitFor(decoded.findings) : EXIT.findings;

    async function fromInput(): Promise<string> {
      const [path] = invocation.positionals;
      if (!path)
        throw new UsageError({ fr: 'Il manque l’image ou --text.', en: 'The picture or --text is missing.' }, EXAMPLE);
      const bytes = await readInput(path, invocation.io, { fr: 'Datamatrix', en: 'Datamatrix' });
      if (!isPicture(bytes)) return bytes.toString('latin1').replace(/[\r\n]+$/, '');
      const read = await readDatamatrix(bytes);
      if (read === undefined) {
        throw new UsageError({
          fr: `Aucun datamatrix trouvé dans ${path}.`,
          en: `No datamatrix found in ${path}.`,
        });
      }
      return read;
    }
  },
};
