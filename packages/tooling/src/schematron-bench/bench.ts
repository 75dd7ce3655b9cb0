import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stdout } from 'node:process';
import { hasConformance } from '../conformance.ts';
import { type JudgeTimes, missingForJudge, timeJudge } from '../judge.ts';
import { type Compiled, child, type Loaded, type Timed } from './child.ts';
import { columns, figure, megabytes, type Spread, spread } from './figures.ts';
import { benchSaxonJs } from './saxon-js.ts';
import {
  growingParts,
  KINDS,
  type Kind,
  officialRoot,
  type Sample,
  type Subject,
  samples,
  subjects,
} from './subjects.ts';

/** Times each document is judged before the last three, which count. */
const ROUNDS = 8;
const MEGABYTE = 1_000_000;
const SIZES = [0.1, 0.3, 1, 3, 10, 30].map((size) => size * MEGABYTE);

interface Bench {
  readonly documents: readonly Sample[];
  readonly packs: readonly Subject[];
  readonly work: string;
  readonly wants: (name: string) => boolean;
}

/**
 * The cases `schematron.*`: what compiling, loading and validating take, on the official examples, beside Saxon-HE on the same documents in
 * the same run. Prints as it goes.
 *
 * @param only the cases whose name begins so
 */
export async function benchSchematron(only: string): Promise<void> {
  if (!hasConformance) {
    say('schematron.*: left out, there are no official files (SOCLE_CONFORMANCE, or ../shared/conformance)');
    return;
  }
  const work = mkdtempSync(join(tmpdir(), 'socle-bench-'));
  const documents = samples();
  const wants = (name: string): boolean => name.startsWith(only) || only.startsWith(name);
  const bench: Bench = { documents, packs: subjects(documents), work, wants };
  try {
    say(
      `schematron.*: ${documents.length} documents, ${bench.packs.length} packs, Node ${process.version}, ${machine()}`,
    );
    if (only !== 'schematron.saxonjs') await compileAll(bench);
    if (wants('schematron.load')) await loadAll(bench);
    if (wants('schematron.run')) await runAll(bench);
    if (wants('schematron.official')) await officialAll(bench);
    if (wants('schematron.grow')) await growAll(bench);
    if (wants('schematron.saxonjs')) await benchSaxonJs(bench, say);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function say(text: string): void {
  stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

function machine(): string {
  return `${cpus().length} processors, load ${loadavg().map(figure).join(' ')}`;
}

const folderOf = ({ work }: Bench, { id }: Subject): string => join(work, basename(id, '.sch'));

/** Every pack, each in a process of its own. */
async function compileAll(bench: Bench): Promise<void> {
  const made = new Map<Subject, Compiled>();
  for (const subject of bench.packs) {
    made.set(
      subject,
      await child('compile', { root: officialRoot(), file: subject.path, out: folderOf(bench, subject) }),
    );
  }
  if (!bench.wants('schematron.compile')) return;
  say(`\nschematron.compile (reading and compiling with source maps, one process each; ${machine()})`);
  const rows = [...made].map(([{ kind, id }, { milliseconds, peakBytes, emptyBytes, codeBytes, mapBytes }]) => ({
    kind,
    milliseconds,
    cells: [
      `${kind}: ${id}`,
      `${figure(milliseconds / 1000)} s`,
      megabytes(peakBytes),
      megabytes(emptyBytes),
      megabytes(codeBytes),
      megabytes(mapBytes),
    ],
  }));
  const models = rows.filter(({ kind }) => kind === 'model').sort((a, b) => b.milliseconds - a.milliseconds);
  const shown = [...rows.filter(({ kind }) => kind !== 'model'), ...models.slice(0, 1)];
  say(columns([['', 'time', 'peak memory', 'empty', 'code', 'maps'], ...shown.map(({ cells }) => cells)]));
  say(
    `  (the slowest of ${models.length} models; all: ${figure(rows.reduce((sum, row) => sum + row.milliseconds, 0) / 1000)} s)`,
  );
}

function median(bench: Bench): Sample {
  const found = bench.documents[Math.floor(bench.documents.length / 2)];
  if (found === undefined) throw new Error('there is no official example');
  return found;
}

/** What the first document of a process costs, beside a cold Saxon-HE. */
async function loadAll(bench: Bench): Promise<void> {
  const document = median(bench);
  const judge = missingForJudge().length === 0;
  const rows: string[][] = [['', 'load', 'processor', 'first document', 'whole process', 'Saxon-HE, whole process']];
  for (const kind of KINDS) {
    const subject = bench.packs.find((each) => each.kind === kind && document.packs.includes(each.id));
    if (subject === undefined) continue;
    const turns: Loaded[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      turns.push(
        await child('load', { root: officialRoot(), pack: folderOf(bench, subject), document: document.path }),
      );
    }
    const of = (pick: (turn: (typeof turns)[number]) => number): string =>
      `${figure(spread(turns.map(pick)).median)} ms`;
    rows.push([
      `${kind}: ${subject.id}`,
      of(({ loadMs }) => loadMs),
      of(({ loadCpuMs }) => loadCpuMs),
      of(({ firstMs }) => firstMs),
      of(({ wholeMs }) => wholeMs),
      judge ? `${figure(await coldSaxon(document, subject))} ms` : 'left out',
    ]);
  }
  say(`\nschematron.load (from the disk, one process each, median of 5, ${document.id}; ${machine()})`);
  say(columns(rows));
}

async function coldSaxon(document: Sample, { path }: Subject): Promise<number> {
  const given = [{ id: document.id, bytes: readFileSync(document.path) }];
  await timeJudge([], [path], 1);
  return (await timeJudge(given, [path], 1)).wholeMs;
}

async function warmSaxon({ documents, packs }: Bench): Promise<JudgeTimes | undefined> {
  if (missingForJudge().length > 0) return undefined;
  const given = documents.map(({ id, path, packs: own }) => ({ id, bytes: readFileSync(path), packs: own }));
  const paths = packs.map(({ path }) => path);
  await timeJudge([], paths, 1);
  return timeJudge(given, paths, 4);
}

function ourTimes(bench: Bench): Promise<Timed> {
  const packFolders = Object.fromEntries(bench.packs.map((subject) => [subject.id, folderOf(bench, subject)]));
  return child('run', { root: officialRoot(), packFolders, documents: bench.documents, rounds: ROUNDS });
}

/** Documents that are parsed, packs that are loaded: the rules alone. */
async function runAll(bench: Bench): Promise<void> {
  const first = await ourTimes(bench);
  const saxon = await warmSaxon(bench);
  const again = await ourTimes(bench);
  // Before and after, so that a machine that slows down is seen; the slower of the two is told.
  const ours = meanOf(first.times) > meanOf(again.times) ? first : again;
  const kinds = new Map(bench.packs.map(({ id, kind }) => [id, kind]));
  const rows: string[][] = [['', 'pairs', 'mean', 'median', 'p95', 'max', 'ratio of medians']];
  const add = (name: string, mine: Spread, theirs: Spread | undefined): void => {
    rows.push(row(name, mine, ''));
    if (theirs !== undefined)
      rows.push(row(`${name}, Saxon-HE warm`, theirs, `×${figure(theirs.median / mine.median)}`));
  };
  const of = (times: Timed['times'] | JudgeTimes['times'], what: string, kind?: Kind): number[] =>
    times
      .filter((each) => each.what === what && (kind === undefined || kinds.get(each.pack) === kind))
      .map(({ milliseconds }) => milliseconds);
  add('reading', spread(of(ours.times, 'parse')), saxon && spread(of(saxon.times, 'parse')));
  for (const kind of KINDS) {
    add(kind, spread(of(ours.times, 'run', kind)), saxon && spread(of(saxon.times, 'run', kind)));
  }
  add('all of a document', spread(whole(ours.times)), saxon && spread(whole(saxon.times)));
  say(`\nschematron.run (milliseconds a document, warm; fastest of the last three of ${ROUNDS} rounds; ${machine()})`);
  say(columns(rows));
  say(`  memory: ${megabytes(ours.peakBytes)} at most, ${bench.packs.length} packs loaded`);
  if (saxon === undefined) say(`  Saxon-HE is left out: no ${missingForJudge().join(', no ')}`);
}

function meanOf(times: Timed['times']): number {
  return spread(times.map(({ milliseconds }) => milliseconds)).mean;
}

/** Reading and all packs, by document. */
function whole(times: Timed['times'] | JudgeTimes['times']): number[] {
  const sums = new Map<string, number>();
  for (const { what, document, milliseconds } of times) {
    if (what !== 'compile') sums.set(document, (sums.get(document) ?? 0) + milliseconds);
  }
  return [...sums.values()];
}

function row(name: string, { count, mean, median: middle, p95, max }: Spread, last: string): string[] {
  return [name, String(count), figure(mean), figure(middle), figure(p95), figure(max), last];
}

/** The layer of `documents`, from bytes to findings, the terminologies included where the folder has them. */
async function officialAll(bench: Bench): Promise<void> {
  const rows: string[][] = [['', 'documents', 'mean', 'median', 'p95', 'max', '']];
  for (const xsd of [false, true]) {
    const order = { root: officialRoot(), cache: join(bench.work, 'cache'), xsd, documents: bench.documents };
    const { times } = await child('official', { ...order, rounds: ROUNDS });
    rows.push(row(xsd ? 'with the XML schema' : 'rules', spread(times.map(({ milliseconds }) => milliseconds)), ''));
  }
  say(`\nschematron.official (the whole official check, milliseconds a document, warm; ${machine()})`);
  say(columns(rows));
}

/** Whether the cost grows as the document does. */
async function growAll(bench: Bench): Promise<void> {
  const { id, ...parts } = growingParts(bench.documents);
  const file = join(bench.work, 'parts.json');
  writeFileSync(file, JSON.stringify(parts));
  const generic = bench.packs.filter(({ kind }) => kind !== 'model');
  const packFolders = Object.fromEntries(generic.map((subject) => [subject.kind, folderOf(bench, subject)]));
  const { rows, peakBytes } = await child('grow', { root: officialRoot(), packFolders, parts: file, sizes: SIZES });
  const kinds = generic.map(({ kind }) => kind);
  say(`\nschematron.grow (sections of ${id} repeated; milliseconds, and milliseconds a MB in all; ${machine()})`);
  say(
    columns([
      ['', 'reading', ...kinds, 'all', 'ms/MB', 'findings'],
      ...rows.map(({ bytes, readMs, packs, findings }) => {
        const times = [readMs, ...kinds.map((kind) => packs[kind] ?? 0)];
        const all = times.reduce((sum, time) => sum + time, 0);
        return [
          megabytes(bytes),
          ...times.map(figure),
          figure(all),
          figure(all / (bytes / MEGABYTE)),
          String(findings),
        ];
      }),
    ]),
  );
  say(`  memory: ${megabytes(peakBytes)} at most`);
}
