import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareSchemas, type Place, type Schema, type SchemaDifference } from '@socle-sante/schematron/compile';
import { readSchemaFile } from '@socle-sante/schematron/node';
import { plainLine } from '../../cda/as-text.js';
import { type Command, type Invocation, optionFlag, optionText } from '../../frame/command.js';
import { EXIT, type ExitCode } from '../../frame/exit.js';
import { paint, printJson, printLine } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import { checkOptions } from '../../schematron/check.js';
import { documentPaths } from '../../schematron/document-list.js';
import { PackFailure, withPacks } from '../../schematron/pack-failure.js';
import { schemaOfPack } from '../../schematron/pack-schema.js';
import { openOne, PACK_OPTIONS, readingOf } from '../../schematron/packs.js';
import {
  type ChangedFinding,
  type Changes,
  type DocumentChange,
  verdictChanges,
} from '../../schematron/verdict-change.js';

const EXAMPLE = 'socle schematron diff 2024/rules.sch 2025/rules.sch --documents documents';
const { root, deviations, cache } = PACK_OPTIONS;
/** Findings gained, and lost, that the text shows of a document; JSON has them all. */
const MOST = 20;

export const schematronDiff: Command = {
  path: ['schematron', 'diff'],
  usage: 'PACK_A PACK_B [--documents DIR]',
  summary: {
    fr: 'ce qui change d’une version d’un schematron à l’autre',
    en: 'what changes from one version of a schematron to another',
  },
  details: {
    fr: 'Motifs, règles, contrôles, phases, clés et fonctions ajoutés, retirés ou changés ; avec --documents, les documents dont le verdict change, les anomalies gagnées et perdues. Les variables ne se comparent qu’entre deux fichiers .sch. Code 1 quand un document gagne une anomalie bloquante.',
    en: 'Patterns, rules, checks, phases, keys and functions added, removed or changed; with --documents, the documents whose verdict changes, the findings gained and lost. Variables are compared between two .sch files only. Status 1 when a document gains a blocking finding.',
  },
  options: {
    documents: {
      type: 'string',
      value: 'DIR|FILE',
      help: { fr: 'documents à contrôler avec les deux', en: 'documents to check with both' },
    },
    phase: { type: 'string', value: 'PHASE', help: { fr: 'phase des schematrons', en: 'phase of the schematrons' } },
    show: { type: 'boolean', help: { fr: 'montre les valeurs dans les messages', en: 'shows the values in messages' } },
    root,
    deviations,
    cache,
  },
  example: EXAMPLE,
  run: (invocation) => withPacks(invocation, () => run(invocation)),
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const [one, other, more] = invocation.positionals;
  if (one === undefined || other === undefined || more !== undefined) {
    throw new UsageError({ fr: 'Nommez deux schematrons.', en: 'Name two schematrons.' }, EXAMPLE);
  }
  const sources = [one, other].every((name) => isFile(name, invocation));
  const [a, b] = [await sideOf(one, sources, invocation), await sideOf(other, sources, invocation)];
  const differences = compareSchemas(a.schema, b.schema);
  const folder = optionText(invocation, 'documents');
  const changes = folder === undefined ? undefined : await changesOf(one, other, folder, differences, invocation);
  if (invocation.json) printJson(invocation, toJson(a, b, differences, changes));
  else print(invocation, a, b, differences, changes);
  if (changes === undefined) return EXIT.ok;
  if (changes.interrupted) {
    invocation.io.err(invocation.locale === 'fr' ? 'Interrompu.\n' : 'Interrupted.\n');
    return EXIT.interrupted;
  }
  if (changes.failures.length > 0) return EXIT.usage;
  const worse = changes.documents.some(
    ({ before, after }) => after.errors + after.faults > before.errors + before.faults,
  );
  return worse ? EXIT.findings : EXIT.ok;
}

interface Side {
  readonly name: string;
  readonly schema: Schema;
}

/** A schema as it is written when both are; otherwise what a compiled pack tells of it. */
async function sideOf(name: string, asSource: boolean, invocation: Invocation): Promise<Side> {
  if (!asSource) return { name, schema: schemaOfPack(await openOne(name, invocation, { whole: true })) };
  const { path, root: from, faults } = await readingOf(name, invocation);
  try {
    const options = { ...(from === undefined ? {} : { root: from }), deviations: faults.rules };
    return { name, schema: readSchemaFile(path, options).schema };
  } catch (error) {
    throw PackFailure.of(name, error);
  }
}

async function changesOf(
  one: string,
  other: string,
  folder: string,
  differences: readonly SchemaDifference[],
  invocation: Invocation,
): Promise<Changes> {
  const files = documentPaths([folder], invocation, EXAMPLE);
  const before = await openOne(one, invocation);
  const after = await openOne(other, invocation);
  return verdictChanges({ before, after, differences }, files, invocation, checkOptions(invocation));
}

function isFile(name: string, { io }: Invocation): boolean {
  const facts = statSync(resolve(io.cwd, name), { throwIfNoEntry: false });
  if (facts !== undefined) return facts.isFile();
  throw new UsageError({ fr: `${name} n’existe pas.`, en: `${name} does not exist.` }, EXAMPLE);
}

const WORDS = {
  added: { fr: 'ajouté', en: 'added', style: 'green' },
  removed: { fr: 'retiré', en: 'removed', style: 'red' },
  changed: { fr: 'changé', en: 'changed', style: 'yellow' },
} as const;

function print(
  invocation: Invocation,
  a: Side,
  b: Side,
  differences: readonly SchemaDifference[],
  changes: Changes | undefined,
): void {
  const fr = invocation.locale === 'fr';
  for (const each of differences) printDifference(invocation, a, b, each);
  const count = differences.length;
  printLine(invocation, fr ? `${count} différence(s) entre les règles.` : `${count} difference(s) between the rules.`);
  if (changes === undefined) return;
  const changed = changes.documents.filter(isChanged);
  printLine(invocation);
  for (const each of changed) printDocument(invocation, each);
  for (const { file, message, code } of changes.failures) invocation.io.err(`${file} : ${message} (${code})\n`);
  const turned = changes.documents.filter(({ before, after }) => before.valid !== after.valid).length;
  printLine(
    invocation,
    fr
      ? `${changes.documents.length} document(s) contrôlé(s) : ${changed.length} avec d’autres anomalies, ${turned} dont le verdict change.`
      : `${changes.documents.length} document(s) checked: ${changed.length} with other findings, ${turned} whose verdict changes.`,
  );
}

function printDifference(invocation: Invocation, a: Side, b: Side, each: SchemaDifference): void {
  const { style, ...words } = WORDS[each.change];
  const place = [placed(a, each.placeBefore), placed(b, each.placeAfter)].filter((text) => text !== '').join(' → ');
  const where = [each.pattern, each.rule === each.name ? undefined : each.rule, each.name].filter(
    (text) => text !== undefined,
  );
  const what = each.field === undefined ? each.what : `${each.what}, ${each.field}`;
  printLine(
    invocation,
    `${paint(invocation, style, words[invocation.locale])} ${what} : ${where.map(short).join(' · ')}`,
  );
  if (each.before !== undefined) printLine(invocation, paint(invocation, 'red', `  - ${plainLine(each.before)}`));
  if (each.after !== undefined) printLine(invocation, paint(invocation, 'green', `  + ${plainLine(each.after)}`));
  if (place !== '') printLine(invocation, paint(invocation, 'dim', `  ${place}`));
}

function printDocument(invocation: Invocation, { file, before, after, gained, lost }: DocumentChange): void {
  const fr = invocation.locale === 'fr';
  const word = (valid: boolean) => (fr ? (valid ? 'conforme' : 'à corriger') : valid ? 'passes' : 'to correct');
  const style = before.valid === after.valid ? 'bold' : after.valid ? 'green' : 'red';
  printLine(invocation, paint(invocation, style, `${file} : ${word(before.valid)} → ${word(after.valid)}`));
  const line = (sign: string, { found }: ChangedFinding) => {
    const text = plainLine(optionFlag(invocation, 'show') ? found.text : found.template);
    printLine(invocation, `  ${sign} ${`${found.line}:${found.column}`.padEnd(8)}${text} (${found.location})`);
  };
  for (const each of lost.slice(0, MOST)) line('-', each);
  for (const each of gained.slice(0, MOST)) line('+', each);
  const more = Math.max(0, lost.length - MOST) + Math.max(0, gained.length - MOST);
  if (more > 0) printLine(invocation, fr ? `  et ${more} autre(s) : --json` : `  and ${more} more: --json`);
}

function isChanged({ before, after, gained, lost }: DocumentChange): boolean {
  return before.valid !== after.valid || before.faults !== after.faults || gained.length > 0 || lost.length > 0;
}

function toJson(
  a: Side,
  b: Side,
  differences: readonly SchemaDifference[],
  changes: Changes | undefined,
): Readonly<Record<string, unknown>> {
  return {
    before: told(a),
    after: told(b),
    differences: differences.map(({ placeBefore, placeAfter, ...rest }) => ({
      ...rest,
      ...(placeBefore === undefined ? {} : { sourceBefore: placed(a, placeBefore) }),
      ...(placeAfter === undefined ? {} : { sourceAfter: placed(b, placeAfter) }),
    })),
    ...(changes === undefined
      ? {}
      : {
          documents: changes.documents.map((each) => ({
            file: each.file,
            changed: isChanged(each),
            before: each.before,
            after: each.after,
            gained: each.gained.map(({ json }) => json),
            lost: each.lost.map(({ json }) => json),
            reworded: each.reworded,
          })),
          failures: changes.failures,
          ...(changes.interrupted ? { interrupted: true } : {}),
        }),
  };
}

function told({ name, schema: { title, schemaVersion, patterns } }: Side): Readonly<Record<string, unknown>> {
  return {
    pack: name,
    ...(title === undefined ? {} : { title }),
    ...(schemaVersion === undefined ? {} : { schemaVersion }),
    patterns: patterns.length,
  };
}

function placed({ schema }: Side, place: Place | undefined): string {
  if (place === undefined || place.line === 0) return '';
  return `${schema.files[place.file] ?? ''}:${place.line}:${place.column}`;
}

function short(text: string): string {
  const plain = plainLine(text);
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
