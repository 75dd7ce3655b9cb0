import type { Finding } from '@socle-sante/core/finding';
import type { OfficialRules, OfficialTarget } from '@socle-sante/documents/official';
import { type CdaProfile, validateCda } from '@socle-sante/documents/validate';
import { type LayersOfDocument, layersAsJson, passes, printLayers } from '../cda/layers.js';
import { isMonth, OFFICIAL_OPTIONS, readTarget, withOfficialRules } from '../cda/official.js';
import { readDocument } from '../files/document-file.js';
import { type Command, type Invocation, optionFlag, optionText } from '../frame/command.js';
import { EXIT } from '../frame/exit.js';
import { printJson } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';

const EXAMPLE = 'socle cda validate document.xml --rules both --official kit --target dmp';
const PROFILES = ['cisis', 'dmp', 'mss'] as const;
const ENVIRONMENTS = ['production', 'test'] as const;
const RULES = ['native', 'official', 'both'] as const;

export const cdaValidate: Command = {
  path: ['cda', 'validate'],
  usage: 'FILE…',
  summary: { fr: 'contrôle des documents CDA', en: 'checks CDA documents' },
  details: {
    fr: 'native : structuration minimale du CI-SIS, ce que les règles officielles laissent passer, exigences du DMP ou de MSSanté selon le profil ; aucun fichier n’est nécessaire. official : schéma XML puis schematrons du kit de l’ANS, choisis par modèle, version et date, compilés au premier usage. both : les deux côte à côte. Le dossier du kit est le vôtre : rien n’est téléchargé. Les valeurs du document sont remplacées par « … » dans les messages officiels, sauf avec --show.',
    en: 'native: structuration minimale of the CI-SIS, what the official rules let pass, demands of the DMP or of MSSanté by profile; no file is needed. official: XML schema, then the schematrons of the kit of the ANS, chosen by model, version and date, compiled at first use. both: side by side. The folder of the kit is yours: nothing is downloaded. Values of the document are replaced by "…" in official messages, unless --show.',
  },
  options: {
    profile: {
      type: 'string',
      value: PROFILES.join('|'),
      help: {
        fr: 'de qui sont les exigences natives (cisis, ou celui de la cible)',
        en: 'whose native demands (cisis, or that of the target)',
      },
    },
    environment: {
      type: 'string',
      value: ENVIRONMENTS.join('|'),
      help: { fr: 'où va le document', en: 'where the document goes' },
    },
    rules: {
      type: 'string',
      value: RULES.join('|'),
      help: { fr: 'quelles règles (native ; both avec --official)', en: 'which rules (native; both with --official)' },
    },
    target: {
      type: 'string',
      value: 'NAME',
      help: {
        fr: 'ci-sis, dmp, mss, segur, structuration-minimale, ou MODÈLE=VERSION',
        en: 'ci-sis, dmp, mss, segur, structuration-minimale, or MODEL=VERSION',
      },
    },
    date: {
      type: 'string',
      value: 'YYYY-MM',
      help: { fr: 'aucune règle publiée après cette date', en: 'no rule published after this date' },
    },
    ...OFFICIAL_OPTIONS,
  },
  example: EXAMPLE,
  async run(invocation) {
    const named = optionText(invocation, 'official') !== undefined;
    const rules = choice(invocation, 'rules', RULES) ?? (named ? 'both' : 'native');
    const target = targetOf(invocation);
    const profile = choice(invocation, 'profile', PROFILES) ?? target.profile ?? 'cisis';
    const environment = choice(invocation, 'environment', ENVIRONMENTS);
    if (invocation.positionals.length === 0) {
      throw new UsageError({ fr: 'Nommez au moins un fichier.', en: 'Name at least one file.' }, EXAMPLE);
    }
    const native = (bytes: Uint8Array): Finding[] =>
      validateCda(bytes, {
        profile: profile satisfies CdaProfile,
        ...(environment === undefined ? {} : { environment }),
      });
    const check = (official?: OfficialRules) =>
      checkAll(invocation, (file, bytes) =>
        layersOf(file, bytes, { rules, native, target, invocation, ...(official === undefined ? {} : { official }) }),
      );
    const documents = rules === 'native' ? await check() : await withOfficialRules(invocation, EXAMPLE, check);
    if (invocation.json) {
      const asked = rules === 'native' ? { rules, profile } : { rules, profile, target: target.name };
      printJson(invocation, { ...asked, documents: documents.map((each) => layersAsJson(invocation, each)) });
    }
    return documents.every(passes) ? EXIT.ok : EXIT.findings;
  },
};

async function checkAll(
  invocation: Invocation,
  check: (file: string, bytes: Uint8Array) => Promise<LayersOfDocument>,
): Promise<LayersOfDocument[]> {
  const documents: LayersOfDocument[] = [];
  for (const file of invocation.positionals) {
    const document = await check(file, await readDocument(file, invocation));
    documents.push(document);
    if (!invocation.json) printLayers(invocation, document);
  }
  return documents;
}

interface Asked {
  readonly rules: (typeof RULES)[number];
  readonly native: (bytes: Uint8Array) => Finding[];
  readonly official?: OfficialRules;
  readonly target: OfficialTarget;
  readonly invocation: Invocation;
}

async function layersOf(
  file: string,
  bytes: Uint8Array,
  { rules, native, official, target, invocation }: Asked,
): Promise<LayersOfDocument> {
  const own = rules === 'official' ? undefined : native(bytes);
  const report = await official?.validate(bytes, {
    target,
    signal: invocation.io.signal,
    values: optionFlag(invocation, 'show') ? 'show' : 'hide',
    ...(own === undefined ? {} : { native: own }),
  });
  return {
    file,
    ...(own === undefined ? {} : { native: own }),
    ...(report === undefined ? {} : { official: report }),
  };
}

function targetOf(invocation: Invocation): OfficialTarget {
  const target = readTarget(optionText(invocation, 'target') ?? 'ci-sis', EXAMPLE);
  const date = optionText(invocation, 'date');
  if (date === undefined) return target;
  if (!isMonth(date)) {
    throw new UsageError({ fr: '--date : AAAA-MM ou AAAA-MM-JJ.', en: '--date: YYYY-MM or YYYY-MM-DD.' }, EXAMPLE);
  }
  return { ...target, date };
}

function choice<T extends string>(invocation: Invocation, name: string, values: readonly T[]): T | undefined {
  const text = optionText(invocation, name);
  if (text === undefined) return undefined;
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  const known = values.join(', ');
  throw new UsageError({ fr: `--${name} : ${known}.`, en: `--${name}: ${known}.` }, EXAMPLE);
}
