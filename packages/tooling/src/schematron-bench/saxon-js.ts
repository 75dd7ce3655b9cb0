import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { stylesheetOf } from '../judge.ts';
import { columns, figure, megabytes, spread } from './figures.ts';
import type { Sample, Subject } from './subjects.ts';

const start = promisify(execFile);

/** In its own process: the documents of a list, twice; the last time counts, and documents where it stops are left out. */
const SCRIPT = `
const [sef, base, list] = process.argv.slice(1);
const SaxonJS = require('saxon-js');
const { readFileSync } = require('node:fs');
const stylesheetInternal = JSON.parse(readFileSync(sef, 'utf8'));
const times = [];
for (let round = 1; round <= 2; round += 1) for (const path of JSON.parse(readFileSync(list, 'utf8'))) {
  const sourceText = readFileSync(path, 'utf8').replace(/^\\uFEFF/, '');
  const start = performance.now();
  try {
    SaxonJS.transform({ stylesheetInternal, stylesheetBaseURI: base, sourceText, destination: 'serialized' }, 'sync');
    if (round === 2) times.push(performance.now() - start);
  } catch {}
}
process.stdout.write(JSON.stringify({ times, peak: process.resourceUsage().maxRSS * 1024 }));
`;

/**
 * SaxonJS, whose licence is that of Saxonica: no dependency of the repository. It is taken from the registry into a temporary folder, and only
 * when SOCLE_BENCH_SAXONJS is 1, for the pack of the ANS: it takes minutes and gigabytes to compile that of the header.
 */
export async function benchSaxonJs(
  bench: { readonly documents: readonly Sample[]; readonly packs: readonly Subject[]; readonly work: string },
  say: (text: string) => void,
): Promise<void> {
  if (process.env['SOCLE_BENCH_SAXONJS'] !== '1') {
    say('\nschematron.saxonjs: left out (proprietary licence); SOCLE_BENCH_SAXONJS=1 takes it from the registry');
    return;
  }
  const subject = bench.packs.find(({ kind }) => kind === 'ANS');
  if (subject === undefined) return;
  const folder = join(bench.work, 'saxon-js');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  await start('npm', ['install', '--silent', '--no-audit', '--no-fund', 'saxon-js@2.7.0', 'xslt3@2.7.0'], {
    cwd: folder,
  });
  const sef = join(folder, 'ans.sef.json');
  const begun = performance.now();
  const compiler = join(folder, 'node_modules/xslt3/xslt3.js');
  await start(process.execPath, [compiler, `-xsl:${await stylesheetOf(subject.path)}`, `-export:${sef}`, '-nogo'], {
    cwd: folder,
  });
  const compileMs = performance.now() - begun;
  const list = join(folder, 'documents.json');
  writeFileSync(list, JSON.stringify(bench.documents.filter((_, rank) => rank % 4 === 0).map(({ path }) => path)));
  const base = pathToFileURL(join(dirname(subject.path), 'compiled.xsl')).href;
  const { stdout } = await start(process.execPath, ['-e', SCRIPT, sef, base, list], {
    cwd: folder,
    maxBuffer: 16 * 1024 * 1024,
  });
  const { times, peak }: { times: number[]; peak: number } = JSON.parse(stdout);
  const { count, mean, median, p95, max } = spread(times);
  say('\nschematron.saxonjs (one document of four, reading and rules: milliseconds a document, warm)');
  say(
    columns([
      ['', 'compiling', 'artefact', 'memory', 'documents', 'mean', 'median', 'p95', 'max'],
      [
        `ANS: ${subject.id}`,
        `${figure(compileMs / 1000)} s`,
        megabytes(readFileSync(sef).length),
        megabytes(peak),
        String(count),
        ...[mean, median, p95, max].map(figure),
      ],
    ]),
  );
}
