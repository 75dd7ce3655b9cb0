import { type CdaProfile, validateCda } from '@socle-sante/documents/validate';
import { readDocument } from '../files/document-file.js';
import { type Command, type Invocation, optionText } from '../frame/command.js';
import { EXIT, type ExitCode } from '../frame/exit.js';
import { paint, printJson, printLine } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { exitFor, findingsAsJson, printFindings } from './findings.js';

const EXAMPLE = 'socle cda validate document.xml --profile dmp --environment test';
const PROFILES = ['cisis', 'dmp', 'mss'] as const;
const ENVIRONMENTS = ['production', 'test'] as const;

export const cdaValidate: Command = {
  path: ['cda', 'validate'],
  usage: 'FILE…',
  summary: { fr: 'contrôle des documents CDA', en: 'checks CDA documents' },
  details: {
    fr: 'Règles natives : structuration minimale du CI-SIS, ce que les règles officielles laissent passer, et les exigences du DMP ou de MSSanté selon le profil. Elles ne remplacent pas les schematrons officiels des modèles (VSM, CR de biologie…). --rules official et both les demandent : cette version n’a pas le moteur qui les exécute, et le dit.',
    en: 'Native rules: structuration minimale of the CI-SIS, what the official rules let pass, and the demands of the DMP or of MSSanté by profile. They do not replace the official schematrons of the models (VSM, biology report…). --rules official and both ask for them: this version does not have the engine that runs them, and says so.',
  },
  options: {
    profile: {
      type: 'string',
      value: PROFILES.join('|'),
      help: { fr: 'de qui sont les exigences (cisis)', en: 'whose demands (cisis)' },
    },
    environment: {
      type: 'string',
      value: ENVIRONMENTS.join('|'),
      help: { fr: 'où va le document', en: 'where the document goes' },
    },
    rules: {
      type: 'string',
      value: 'native|official|both',
      help: { fr: 'native : les seules de cette version', en: 'native: the only ones of this version' },
    },
    official: {
      type: 'string',
      value: 'DIR',
      help: {
        fr: 'dossier des règles officielles, pour --rules official',
        en: 'folder of the official rules, for --rules official',
      },
    },
  },
  example: EXAMPLE,
  async run(invocation) {
    refuseOfficial(invocation);
    const profile = choice(invocation, 'profile', PROFILES) ?? 'cisis';
    const environment = choice(invocation, 'environment', ENVIRONMENTS);
    if (invocation.positionals.length === 0) {
      throw new UsageError({ fr: 'Nommez au moins un fichier.', en: 'Name at least one file.' }, EXAMPLE);
    }
    const results = [];
    let code: ExitCode = EXIT.ok;
    for (const path of invocation.positionals) {
      const bytes = await readDocument(path, invocation);
      const findings = validateCda(bytes, {
        profile: profile satisfies CdaProfile,
        ...(environment === undefined ? {} : { environment }),
      });
      const own = exitFor(findings);
      if (own !== EXIT.ok) code = own;
      if (invocation.json)
        results.push({ file: path, valid: own === EXIT.ok, findings: findingsAsJson(invocation, findings) });
      else {
        const fr = invocation.locale === 'fr';
        const word =
          own === EXIT.ok
            ? fr
              ? 'conforme aux règles natives'
              : 'passes the native rules'
            : fr
              ? 'à corriger'
              : 'to correct';
        printLine(invocation, paint(invocation, own === EXIT.ok ? 'green' : 'red', `${path} : ${word}`));
        printFindings(invocation, findings);
      }
    }
    if (invocation.json) printJson(invocation, { rules: 'native', profile, documents: results });
    return code;
  },
};

function refuseOfficial(invocation: Invocation): void {
  const rules = choice(invocation, 'rules', ['native', 'official', 'both']);
  const asked = rules === 'official' || rules === 'both' || optionText(invocation, 'official') !== undefined;
  if (!asked) return;
  throw new UsageError(
    {
      fr: 'Cette version contrôle avec les règles natives seulement (structuration minimale, DMP, MSSanté). L’exécution des schematrons officiels n’en fait pas partie : rien n’a été contrôlé.',
      en: 'This version checks with the native rules only (structuration minimale, DMP, MSSanté). Running the official schematrons is not part of it: nothing was checked.',
    },
    'socle cda validate document.xml --rules native',
  );
}

function choice<T extends string>(invocation: Invocation, name: string, values: readonly T[]): T | undefined {
  const text = optionText(invocation, name);
  if (text === undefined) return undefined;
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  const known = values.join(', ');
  throw new UsageError({ fr: `--${name} : ${known}.`, en: `--${name}: ${known}.` }, EXAMPLE);
}
