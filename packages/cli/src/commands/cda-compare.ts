import { hasErrors } from '@socle-sante/core/finding';
import type { OfficialChange } from '@socle-sante/documents/official';
import { OFFICIAL_OPTIONS, readTarget, withOfficialRules } from '../cda/official.js';
import { readDocument } from '../files/document-file.js';
import { type Command, type Invocation, optionFlag, optionText } from '../frame/command.js';
import { EXIT } from '../frame/exit.js';
import { paint, printJson, printLine, table } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { findingsAsJson, printFindings } from './findings.js';

const EXAMPLE = 'socle cda compare *.xml --official kit --before 2022-06 --after 2024-06';

export const cdaCompare: Command = {
  path: ['cda', 'compare'],
  usage: 'FILE… --before TARGET --after TARGET',
  summary: {
    fr: 'ce qui change pour vos documents d’une cible officielle à une autre',
    en: 'what changes for your documents from one official target to another',
  },
  details: {
    fr: 'Une cible est un nom (ci-sis, dmp, mss, segur, structuration-minimale), une date (2023-06 : les règles les plus récentes à cette date) ou une version (BIO-CR-BIO=2023.01) ; une virgule en réunit plusieurs : segur,2023-06. Code 1 si une anomalie bloquante apparaît.',
    en: 'A target is a name (ci-sis, dmp, mss, segur, structuration-minimale), a date (2023-06: the newest rules at that date) or a version (BIO-CR-BIO=2023.01); a comma joins several: segur,2023-06. Status 1 when a blocking finding appears.',
  },
  options: {
    before: { type: 'string', value: 'TARGET', help: { fr: 'la cible d’aujourd’hui', en: 'the target of today' } },
    after: { type: 'string', value: 'TARGET', help: { fr: 'la cible à venir', en: 'the target to come' } },
    ...OFFICIAL_OPTIONS,
  },
  example: EXAMPLE,
  async run(invocation) {
    const before = target(invocation, 'before');
    const after = target(invocation, 'after');
    if (invocation.positionals.length === 0) {
      throw new UsageError({ fr: 'Nommez au moins un fichier.', en: 'Name at least one file.' }, EXAMPLE);
    }
    const changes = await withOfficialRules(invocation, EXAMPLE, async (rules) => {
      const made: OfficialChange[] = [];
      for (const file of invocation.positionals) {
        const document = { file, bytes: await readDocument(file, invocation) };
        const values = optionFlag(invocation, 'show') ? 'show' : 'hide';
        made.push(...(await rules.compare([document], before, after, { signal: invocation.io.signal, values })));
      }
      return made;
    });
    if (invocation.json) {
      const documents = changes.map((each) => ({
        file: each.file,
        valid: each.valid,
        versions: each.versions.map((version) => version ?? null),
        same: each.same,
        gone: findingsAsJson(invocation, each.gone),
        fresh: findingsAsJson(invocation, each.fresh),
      }));
      printJson(invocation, { before: before.name, after: after.name, documents });
    } else print(invocation, changes);
    return changes.some(({ fresh }) => hasErrors(fresh)) ? EXIT.findings : EXIT.ok;
  },
};

function target(invocation: Invocation, name: 'before' | 'after') {
  const text = optionText(invocation, name);
  if (text === undefined) {
    throw new UsageError({ fr: `Donnez --${name}.`, en: `Give --${name}.` }, EXAMPLE);
  }
  return readTarget(text, EXAMPLE, 'newest');
}

function print(invocation: Invocation, changes: readonly OfficialChange[]): void {
  const fr = invocation.locale === 'fr';
  const verdict = (valid: boolean): string => (valid ? (fr ? 'conforme' : 'passes') : fr ? 'à corriger' : 'to correct');
  const rows = changes.map(({ file, valid, versions, gone, fresh, same }) => [
    file,
    `${verdict(valid[0])} → ${verdict(valid[1])}`,
    versions[0] === versions[1] ? (versions[0] ?? '—') : `${versions[0] ?? '—'} → ${versions[1] ?? '—'}`,
    String(fresh.length),
    String(gone.length),
    String(same),
  ]);
  const headers = fr
    ? ['document', 'verdict', 'règles', 'nouvelles', 'disparues', 'inchangées']
    : ['document', 'verdict', 'rules', 'new', 'gone', 'same'];
  printLine(invocation, table(headers, rows));
  for (const { file, fresh, gone } of changes) {
    if (fresh.length + gone.length === 0) continue;
    printLine(invocation);
    printLine(invocation, paint(invocation, 'bold', file));
    printList(invocation, fr ? 'Nouvelles' : 'New', fresh);
    printList(invocation, fr ? 'Disparues' : 'Gone', gone);
  }
}

function printList(invocation: Invocation, title: string, findings: OfficialChange['fresh']): void {
  if (findings.length === 0) return;
  printLine(invocation, `  ${title} : ${findings.length}`);
  printFindings(invocation, findings);
}
