import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PackManifest } from '@socle-sante/schematron';
import { compileFile, savePack, schemaFiles } from '@socle-sante/schematron/node';
import { type Command, type Invocation, optionText } from '../../frame/command.js';
import { EXIT, type ExitCode } from '../../frame/exit.js';
import { note, paint, printJson, printLine } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import { knownFaults } from '../../schematron/deviations.js';
import { issueLines, PackFailure } from '../../schematron/pack-failure.js';
import { folderNamed, PACK_OPTIONS } from '../../schematron/packs.js';
import { isKit, rootOf } from '../../schematron/root.js';
import { writeSourceFile } from '../../schematron/source-file.js';

const EXAMPLE = 'socle schematron compile schematrons --out packs';

/** What became of a schematron. */
interface Done {
  readonly schema: string;
  /** Where the pack was written; absent when nothing was. */
  readonly folder?: string;
  readonly manifest?: PackManifest;
  readonly milliseconds: number;
  readonly failure?: PackFailure;
}

export const schematronCompile: Command = {
  path: ['schematron', 'compile'],
  usage: 'DIR|FILE --out DIR',
  summary: {
    fr: 'compile des schematrons ISO (XSLT 2) en fonctions JavaScript',
    en: 'compiles ISO schematrons (XSLT 2) to JavaScript functions',
  },
  details: {
    fr: 'D’un dossier, chaque schematron principal (racine « schema ») va dans son propre sous-dossier ; d’un fichier, le paquet est écrit dans DIR. Ce qui n’est pas pris en charge est dit avec sa règle, et rien n’est écrit de ce paquet (code 1). Ce qui est écrit dérive de vos fichiers : les règles de l’ANS n’ont pas de licence, gardez-en le résultat pour vous.',
    en: 'Of a folder, each main schematron (root "schema") goes to a sub-folder of its own; of a file, the pack is written to DIR. What is not supported is told with its rule, and nothing is written of that pack (status 1). What is written derives from your files: the rules of the ANS carry no licence, keep the result for yourself.',
  },
  options: {
    out: { type: 'string', value: 'DIR', help: { fr: 'où écrire', en: 'where to write' } },
    root: PACK_OPTIONS.root,
    deviations: PACK_OPTIONS.deviations,
    'no-source-maps': {
      type: 'boolean',
      help: { fr: 'sans cartes vers les lignes des .sch', en: 'without maps to the lines of the .sch files' },
    },
  },
  example: EXAMPLE,
  async run(invocation) {
    const [from, more] = invocation.positionals;
    const out = optionText(invocation, 'out');
    if (from === undefined || more !== undefined || out === undefined) {
      throw new UsageError(
        { fr: 'Nommez un fichier ou un dossier, et --out.', en: 'Name a file or a folder, and --out.' },
        EXAMPLE,
      );
    }
    const done: Done[] = [];
    for (const [file, folder] of plan(from, out, invocation)) {
      // Lets an interruption be seen between two packs.
      await setImmediate();
      if (invocation.io.signal.aborted) break;
      const each = await compileOne(file, folder, invocation);
      done.push(each);
      if (!invocation.json) printOne(invocation, each);
    }
    return end(invocation, done);
  },
};

/** Each schematron, and the folder that its pack goes to. */
function plan(from: string, out: string, { io }: Invocation): readonly (readonly [file: string, folder: string])[] {
  const path = resolve(io.cwd, from);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) throw new UsageError({ fr: `${from} n’existe pas.`, en: `${from} does not exist.` });
  if (!facts.isDirectory()) return [[from, out]];
  const files = schemaFiles(path);
  if (files.length === 0) {
    throw new UsageError(
      { fr: `${from} n’a pas de schematron principal.`, en: `${from} has no main schematron.` },
      EXAMPLE,
    );
  }
  return files.map((file) => {
    const name = relative(path, file);
    return [join(from, name), join(out, name.replace(/\.sch$/i, ''))];
  });
}

async function compileOne(file: string, folder: string, invocation: Invocation): Promise<Done> {
  const { cwd } = invocation.io;
  const path = resolve(cwd, file);
  const asked = optionText(invocation, 'root');
  const root = asked === undefined ? rootOf(path).root : folderNamed(asked, cwd);
  const list = optionText(invocation, 'deviations') ?? (isKit(root) ? 'kit' : 'none');
  const faults = await knownFaults(list, cwd);
  const began = performance.now();
  try {
    const pack = compileFile(path, {
      root,
      ...(faults.rules.length === 0 ? {} : { deviations: faults.rules }),
      ...(invocation.options['no-source-maps'] === true ? { sourceMaps: false } : {}),
    });
    const milliseconds = performance.now() - began;
    const target = resolve(cwd, folder);
    forget(target);
    try {
      savePack(pack, target);
      const deviations = list === 'kit' || list === 'none' ? list : resolve(cwd, list);
      writeSourceFile(target, { root, schema: path, deviations });
    } catch (cause) {
      throw unwritable(folder, cause);
    }
    return { schema: file, folder, manifest: pack.manifest, milliseconds };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return { schema: file, milliseconds: performance.now() - began, failure: PackFailure.of(file, error) };
  }
}

/** Takes away the modules of the pack that was compiled there before: they may be more than those of the new one. */
function forget(folder: string): void {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) return;
  try {
    const { common, chunks } = JSON.parse(readFileSync(manifest, 'utf8')) as PackManifest;
    for (const { file } of [common, ...chunks]) {
      for (const name of [basename(file), `${basename(file)}.map`]) rmSync(join(folder, name), { force: true });
    }
    rmSync(manifest);
  } catch {
    // Not a pack: its files are left alone, and those of the pack are written over them.
  }
}

function unwritable(folder: string, cause: unknown): UsageError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'EIO';
  return new UsageError(
    { fr: `${folder} ne peut pas être écrit (${code}).`, en: `${folder} cannot be written (${code}).` },
    undefined,
    { cause },
  );
}

function printOne(invocation: Invocation, { schema, manifest, milliseconds, failure, folder }: Done): void {
  const fr = invocation.locale === 'fr';
  if (failure !== undefined) {
    printLine(invocation, paint(invocation, 'red', failure.title(invocation.locale)));
    for (const line of issueLines(failure, invocation.locale)) printLine(invocation, line);
    return;
  }
  if (manifest === undefined) return;
  const { totals, deviations } = manifest;
  const { rules, checks, distinctChecks, functions, bytes } = totals;
  const kilobytes = (bytes / 1000).toFixed(0);
  const time = milliseconds.toFixed(0);
  const facts = fr
    ? `${rules} règles, ${checks} contrôles (${distinctChecks} différents), ${functions} fonctions, ${kilobytes} ko, ${time} ms`
    : `${rules} rules, ${checks} checks (${distinctChecks} different), ${functions} functions, ${kilobytes} kB, ${time} ms`;
  printLine(invocation, `${paint(invocation, 'green', schema)} → ${folder}`);
  printLine(invocation, `  ${facts}`);
  for (const { code, subject, message, incomplete } of deviations) {
    const word = fr ? (incomplete ? 'incomplet' : 'écart') : incomplete ? 'incomplete' : 'deviation';
    const style = incomplete ? 'yellow' : 'dim';
    printLine(invocation, paint(invocation, style, `  [${word}] ${code} (${subject}): ${message}`));
  }
}

function end(invocation: Invocation, done: readonly Done[]): ExitCode {
  const { io, json } = invocation;
  const failed = done.flatMap(({ failure }) => failure ?? []);
  if (json) {
    printJson(invocation, {
      packs: done.map(toJson),
      ...(io.signal.aborted ? { interrupted: true } : {}),
    });
  } else {
    const fr = invocation.locale === 'fr';
    const good = done.length - failed.length;
    note(
      invocation,
      fr
        ? `${good} schematron(s) compilé(s), ${failed.length} refusé(s).`
        : `${good} schematron(s) compiled, ${failed.length} refused.`,
    );
    if (io.signal.aborted) io.err(fr ? 'Interrompu.\n' : 'Interrupted.\n');
  }
  if (io.signal.aborted) return EXIT.interrupted;
  if (failed.some(({ unsupported }) => unsupported)) return EXIT.findings;
  return failed.length > 0 ? EXIT.usage : EXIT.ok;
}

function toJson({ schema, folder, manifest, milliseconds, failure }: Done): Readonly<Record<string, unknown>> {
  const time = Math.round(milliseconds);
  if (manifest === undefined) {
    return { schema, compiled: false, milliseconds: time, code: failure?.code, issues: failure?.issues };
  }
  const { title, schemaVersion, queryBinding, hash, phases, patterns, chunks, totals, deviations } = manifest;
  return {
    schema,
    compiled: true,
    folder,
    ...(title === undefined ? {} : { title }),
    ...(schemaVersion === undefined ? {} : { schemaVersion }),
    queryBinding,
    hash,
    ...totals,
    patterns: patterns.length,
    phases: phases.map(({ id }) => id),
    modules: chunks.length + 1,
    milliseconds: time,
    deviations: deviations.map(({ code, subject, message, noted, incomplete }) => ({
      code,
      subject,
      message,
      ...(noted === undefined ? {} : { noted }),
      incomplete,
    })),
  };
}
