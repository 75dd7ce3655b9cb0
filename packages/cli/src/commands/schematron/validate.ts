import { basename } from 'node:path';
import { LimitError, toSvrl } from '@socle-sante/schematron';
import { outFolder } from '../../files/output.js';
import { type Command, type Invocation, optionFlag, optionText } from '../../frame/command.js';
import { EXIT, type ExitCode } from '../../frame/exit.js';
import { printJson } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import { check, checkOptions, deviationJson, deviationsOf, faultJson, findingJson } from '../../schematron/check.js';
import { type Checked, isWrong, type PackVerdict } from '../../schematron/checked.js';
import { type DocumentFailure, documentPaths, isFailure, openDocument } from '../../schematron/document-list.js';
import { withPacks } from '../../schematron/pack-failure.js';
import { openPacks, PACK_OPTIONS, type RulePack } from '../../schematron/packs.js';
import { printChecked, printDeviations, printSummary } from '../../schematron/print-verdict.js';

const EXAMPLE = 'socle schematron validate --pack rules.sch document.xml';

export const schematronValidate: Command = {
  path: ['schematron', 'validate'],
  usage: '--pack FILE.sch|DIR FILE…',
  summary: {
    fr: 'contrôle des documents XML avec des schematrons ISO',
    en: 'checks XML documents with ISO schematrons',
  },
  details: {
    fr: 'Une règle de rôle « error », ou sans rôle, est une anomalie bloquante (code 1), comme une règle qui ne peut pas être évaluée. Les messages citent des valeurs du document : le texte les cache (…) sans --show ; --json et --svrl les contiennent. Un dossier vaut pour ses fichiers .xml, « - » pour l’entrée standard.',
    en: 'A rule of role "error", or of no role, is a blocking finding (status 1), as is a rule that cannot be evaluated. Messages quote values of the document: the text hides them (…) without --show; --json and --svrl hold them. A folder stands for its .xml files, "-" for standard input.',
  },
  options: {
    ...PACK_OPTIONS,
    phase: {
      type: 'string',
      value: 'PHASE',
      help: { fr: 'phase du schematron (#DEFAULT), ou #ALL', en: 'phase of the schematron (#DEFAULT), or #ALL' },
    },
    svrl: {
      type: 'boolean',
      help: {
        fr: 'SVRL sur la sortie standard (un document, un schematron) ou dans --out',
        en: 'SVRL on standard output (one document, one schematron) or in --out',
      },
    },
    out: {
      type: 'string',
      value: 'DIR',
      help: { fr: 'avec --svrl : un fichier .svrl par document', en: 'with --svrl: a .svrl file for each document' },
    },
    show: { type: 'boolean', help: { fr: 'montre les valeurs dans les messages', en: 'shows the values in messages' } },
    timeout: {
      type: 'string',
      value: 'SECONDS',
      help: { fr: 'durée permise par document et par schematron', en: 'time allowed for a document and a schematron' },
    },
  },
  example: EXAMPLE,
  run: (invocation) => withPacks(invocation, () => run(invocation)),
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const svrl = optionFlag(invocation, 'svrl');
  const out = optionText(invocation, 'out');
  const options = { ...checkOptions(invocation), ...(svrl ? { keepFirings: true } : {}) };
  const paths = documentPaths(invocation.positionals, invocation, EXAMPLE);
  const packs = await openPacks(invocation, EXAMPLE);
  refuseSvrl(svrl, out, paths.length * packs.length, invocation.json);
  const began = performance.now();
  const text = !invocation.json && !(svrl && out === undefined);
  const write = svrl && out !== undefined ? svrlWriter(await outFolder(invocation, out), packs) : undefined;
  const done: Checked[] = [];
  const written: string[] = [];
  if (text) printDeviations(invocation, packs);
  for (const file of paths) {
    const checked = await checkFile(file, packs, invocation, options);
    if (checked === undefined) break;
    done.push(checked);
    if (write !== undefined) written.push(...(await write(checked)));
    else if (svrl) for (const each of checked.verdicts) invocation.io.out(toSvrl(each.verdict, each.rules.pack));
    if (text) printChecked(invocation, checked);
    else if (svrl && checked.failure !== undefined) invocation.io.err(`${file} : ${checked.failure.message}\n`);
  }
  const interrupted = invocation.io.signal.aborted;
  if (invocation.json) {
    printJson(invocation, {
      files: done.map(toJson),
      ...(write === undefined ? {} : { svrl: written }),
      ...(interrupted ? { interrupted: true } : {}),
    });
  } else if (text) printSummary(invocation, done, performance.now() - began);
  if (interrupted) invocation.io.err(invocation.locale === 'fr' ? 'Interrompu.\n' : 'Interrupted.\n');
  return interrupted ? EXIT.interrupted : exitCode(done);
}

/** What the packs say of a file; undefined when the user interrupted. */
async function checkFile(
  file: string,
  packs: readonly RulePack[],
  invocation: Invocation,
  options: Parameters<typeof check>[3],
): Promise<Checked | undefined> {
  if (invocation.io.signal.aborted) return undefined;
  const document = await openDocument(file, invocation);
  if (isFailure(document)) return { file, verdicts: [], failure: document };
  const verdicts: PackVerdict[] = [];
  let failure: DocumentFailure | undefined;
  try {
    for (const rules of packs) {
      const verdict = await check(document, rules, invocation, options);
      if (isFailure(verdict)) failure = verdict;
      else verdicts.push({ rules, verdict });
    }
  } catch (error) {
    if (error instanceof LimitError && error.code === 'limit.aborted') return undefined;
    throw error;
  }
  return { file, verdicts, ...(failure === undefined ? {} : { failure }) };
}

function refuseSvrl(svrl: boolean, out: string | undefined, count: number, json: boolean): void {
  if (out !== undefined && !svrl) {
    throw new UsageError({ fr: '--out va avec --svrl.', en: '--out goes with --svrl.' }, EXAMPLE);
  }
  if (!svrl || out !== undefined || (count === 1 && !json)) return;
  throw new UsageError(
    {
      fr: 'SVRL est un document pour un fichier et un schematron : donnez --out DIR pour les autres cas.',
      en: 'SVRL is one document for one file and one schematron: give --out DIR in other cases.',
    },
    `${EXAMPLE} --svrl --out svrl`,
  );
}

/** Writes the SVRL of a document: `name.svrl`, or `name.pack.svrl` when there are several packs. */
function svrlWriter(
  write: Awaited<ReturnType<typeof outFolder>>,
  packs: readonly RulePack[],
): (checked: Checked) => Promise<readonly string[]> {
  const taken = new Set<string>();
  return async ({ file, verdicts }) => {
    const paths: string[] = [];
    const stem = file === '-' ? 'stdin' : basename(file).replace(/\.xml$/i, '');
    for (const { rules, verdict } of verdicts) {
      const base = packs.length === 1 ? stem : `${stem}.${basename(rules.name).replace(/\.sch$/i, '')}`;
      let name = base;
      for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}`;
      taken.add(name.toLowerCase());
      paths.push(await write(`${name}.svrl`, toSvrl(verdict, rules.pack)));
    }
    return paths;
  };
}

function toJson({ file, verdicts, failure }: Checked): Readonly<Record<string, unknown>> {
  const faults = verdicts.flatMap(({ rules, verdict }) => verdict.faults.map((each) => faultJson(each, rules)));
  const deviations = verdicts.flatMap(({ rules, verdict }) =>
    deviationsOf(verdict, rules).map((each) => deviationJson(each, rules)),
  );
  return {
    file,
    findings: verdicts.flatMap(({ rules, verdict }) => verdict.findings.map((each) => findingJson(each, rules))),
    faults,
    deviations,
    ...(failure === undefined ? {} : { error: failure }),
  };
}

function exitCode(done: readonly Checked[]): ExitCode {
  if (done.some(({ failure }) => failure !== undefined)) return EXIT.usage;
  return done.some(isWrong) ? EXIT.findings : EXIT.ok;
}
