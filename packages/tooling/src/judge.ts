import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { conformanceFile, hasConformance } from './conformance.ts';
import { type DebianToolName, findTool } from './debian.ts';
import { assembleSchematron } from './judge/assemble.ts';

/** What the judge needs of the machine. */
export const JUDGE_TOOLS = ['javac', 'saxon', 'isoSchematron'] as const satisfies readonly DebianToolName[];

/** The schematrons that every document gets, whatever its model, as paths under `cda/` of the official files. */
export const GENERIC_PACKS = [
  'schematrons/profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch',
  'schematrons/profils/IHE.sch',
  'schematrons/profils/CI-SIS_ModelesDeContenusCDA.sch',
  'schematrons/profils/CI-SIS_Modeles_ANS.sch',
] as const;

/** The schematron of structuration minimale, alone. */
export const HEADER_PACK = GENERIC_PACKS[0];

/** A document to judge. */
export interface JudgedDocument {
  readonly id: string;
  readonly bytes: Uint8Array | string;
  /** The packs that it gets, when not all of those of the batch. */
  readonly packs?: readonly string[];
}

/** One assertion that failed, or one report that fired. */
export interface JudgeFinding {
  readonly kind: 'assert' | 'report';
  /** As the schematron states it; empty when it states none, which is an error. */
  readonly role: string;
  /** Path of local names, with the position of an element that has one of the same name before it. */
  readonly location: string;
  /** The message, white space collapsed. */
  readonly text: string;
  /** Rank of the pattern among those that ran, from 0. */
  readonly pattern: number;
  /** The context of the rule that fired, as the pack writes it once expanded, white space collapsed. */
  readonly context: string;
  /** The test, likewise. */
  readonly test: string;
  /** Id of the assert or report; empty when it has none. */
  readonly id: string;
}

/** What the official rules say of one document. */
export interface Verdict {
  /** Answer of the XML schema, when it was asked. */
  readonly xsdValid?: boolean;
  /** Findings by pack (file name of the schematron); `engineError` where the rules themselves stopped. */
  readonly findings: Readonly<Record<string, readonly JudgeFinding[] | { readonly engineError: string }>>;
}

/** What to judge with. */
export interface JudgeOptions {
  /** Paths under `cda/`, or absolute ones of other schematrons; the four generic ones by default. */
  readonly packs?: readonly string[];
  /** Also validates against the XML schema of the kit. */
  readonly xsd?: boolean;
  /** Told the milliseconds of each phase. */
  readonly onTime?: (phase: string, milliseconds: number) => void;
}

/** The tools of the machine that the judge lacks. */
export function missingForJudge(): DebianToolName[] {
  return JUDGE_TOOLS.filter((name) => findTool(name) === undefined);
}

/**
 * Runs the official schematrons, and the official XML schema, over a batch of documents: Saxon-HE in one Java process, the ISO
 * pipeline of Rick Jelliffe as lxml carries it. What is compiled is kept in the temporary folder of the machine, by hash of what
 * it was made from. Roles other than error or none (`warning`, `info`) are not failures: see {@link failures}.
 */
export async function judge(
  documents: readonly JudgedDocument[],
  options: JudgeOptions = {},
): Promise<ReadonlyMap<string, Verdict>> {
  const packs = options.packs ?? GENERIC_PACKS;
  const work = mkdtempSync(join(tmpdir(), 'socle-judge-'));
  try {
    const compiled = await compilePacks(packs);
    const orders = [
      ...fallbacks(),
      ...(options.xsd === true ? [['XSD', conformanceFile('cda/infrastructure/cda/CDA_extended.xsd')]] : []),
      ...compiled.map(({ id, xslt, folder }) => ['PACK', id, xslt, folder]),
      ...documentOrders(documents, work),
    ];
    return collect(documents, packs, await run(orders, documents.length), options);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The documents, each in a file of the folder, and the packs that they get. */
function documentOrders(documents: readonly JudgedDocument[], folder: string): string[][] {
  return documents.flatMap((document, index) => {
    const path = join(folder, `${index}.xml`);
    writeFileSync(path, document.bytes);
    const pairs = (document.packs ?? []).map((pack) => ['PAIR', String(index), basename(pack)]);
    return [['DOC', String(index), path], ...pairs];
  });
}

const NOWHERE = { pattern: -1, context: '', test: '', id: '' } as const;

/** The findings that make a document invalid. */
export function failures(verdict: Verdict | undefined): JudgeFinding[] {
  return Object.values(verdict?.findings ?? {}).flatMap((found) =>
    'engineError' in found
      ? [{ kind: 'assert' as const, role: 'error', location: '/', text: found.engineError, ...NOWHERE }]
      : found.filter((each) => each.role === '' || each.role === 'error'),
  );
}

interface CompiledPack {
  readonly id: string;
  readonly xslt: string;
  readonly folder: string;
}

/** Upstream names a value set that it does not have: the supplement of the official files brings it. */
function fallbacks(): string[][] {
  if (!hasConformance) return [];
  const name = 'voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml';
  return [['FALLBACK', name, conformanceFile(`cda/supplement/${name}`)]];
}

/** The stylesheet that the ISO pipeline makes of a schematron: a file of the cache. */
export async function stylesheetOf(pack: string): Promise<string> {
  const [compiled] = await compilePacks([pack]);
  if (compiled === undefined) throw new Error(`${pack} was not compiled`);
  return compiled.xslt;
}

/** From schematron to XSLT, for the packs that were not compiled yet. */
async function compilePacks(packs: readonly string[]): Promise<CompiledPack[]> {
  const cache = join(tmpdir(), 'socle-judge-cache');
  mkdirSync(cache, { recursive: true });
  const pipeline = dirname(path('isoSchematron'));
  const own = ['judge.ts', 'judge/Judge.java', 'judge/assemble.ts']
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('');
  const orders: string[][] = [];
  const done: (() => void)[] = [];
  // Two packs of the kit may have the same text.
  const ordered = new Set<string>();
  const compiled = packs.map((pack): CompiledPack => {
    const file = isAbsolute(pack) ? pack : conformanceFile(`cda/${pack}`);
    const { text } = assembleSchematron(file);
    const hash = createHash('sha256').update(own).update(text).digest('hex').slice(0, 24);
    const xslt = join(cache, `${hash}.xsl`);
    if (!existsSync(xslt) && !ordered.has(hash)) {
      ordered.add(hash);
      const part = join(cache, `${hash}-${process.pid}`);
      writeFileSync(`${part}.1.sch`, text);
      orders.push(['STEP', join(pipeline, 'iso_abstract_expand.xsl'), `${part}.1.sch`, `${part}.2.sch`]);
      orders.push(['STEP', join(pipeline, 'iso_svrl_for_xslt1.xsl'), `${part}.2.sch`, `${part}.xsl`]);
      done.push(() => {
        const made = visitAll(literalBraces(readFileSync(`${part}.xsl`, 'utf8')), text);
        writeFileSync(`${part}.xsl`, asXslt2(made, functionsOf(text)));
        renameSync(`${part}.xsl`, xslt);
        for (const step of ['1', '2']) rmSync(`${part}.${step}.sch`, { force: true });
      });
    }
    return { id: basename(pack), xslt, folder: dirname(file) };
  });
  if (orders.length > 0) await run(orders);
  for (const finish of done) finish();
  return compiled;
}

// Paths as the official verdicts write them: local names, and the position of all but the first of that name.
const LOCATION = `
<xsl:template xmlns:xsl="http://www.w3.org/1999/XSL/Transform" match="*" mode="schematron-get-full-path" priority="9000">
  <xsl:variable name="same" select="local-name()"/>
  <xsl:apply-templates select="parent::*" mode="schematron-get-full-path"/>
  <xsl:value-of select="concat('/', $same)"/>
  <xsl:if test="preceding-sibling::*[local-name() = $same]">
    <xsl:value-of select="concat('[', count(preceding-sibling::*[local-name() = $same]) + 1, ']')"/>
  </xsl:if>
</xsl:template>
<xsl:template xmlns:xsl="http://www.w3.org/1999/XSL/Transform" match="/" mode="schematron-get-full-path" priority="9000">
  <xsl:apply-templates select="*" mode="schematron-get-full-path"/>
</xsl:template>
<xsl:template xmlns:xsl="http://www.w3.org/1999/XSL/Transform" match="@*" mode="schematron-get-full-path" priority="9000">
  <xsl:apply-templates select="parent::*" mode="schematron-get-full-path"/>
  <xsl:value-of select="concat('/@', local-name())"/>
</xsl:template>
<xsl:template xmlns:xsl="http://www.w3.org/1999/XSL/Transform" match="text()" mode="schematron-get-full-path" priority="9000">
  <xsl:apply-templates select="parent::*" mode="schematron-get-full-path"/>
  <xsl:text>/text()</xsl:text>
  <xsl:if test="preceding-sibling::text()">
    <xsl:value-of select="concat('[', count(preceding-sibling::text()) + 1, ']')"/>
  </xsl:if>
</xsl:template>
<xsl:template xmlns:xsl="http://www.w3.org/1999/XSL/Transform" match="comment()" mode="schematron-get-full-path" priority="9000">
  <xsl:apply-templates select="parent::*" mode="schematron-get-full-path"/>
  <xsl:text>/comment()</xsl:text>
  <xsl:if test="preceding-sibling::comment()">
    <xsl:value-of select="concat('[', count(preceding-sibling::comment()) + 1, ']')"/>
  </xsl:if>
</xsl:template>
`;

/** The functions of a schema, which the pipeline does not copy, with the prefixes that the schema declares. */
function functionsOf(schema: string): string {
  const written = schema.match(/<xsl:function\b[\s\S]*?<\/xsl:function>/g) ?? [];
  const prefixes = new Map([['xsl', 'http://www.w3.org/1999/XSL/Transform']]);
  for (const [, prefix = '', uri = ''] of schema.matchAll(
    /<(?:sch:)?ns\s+prefix\s*=\s*"([^"]*)"\s+uri\s*=\s*"([^"]*)"/g,
  ))
    prefixes.set(prefix, uri);
  const declared = [...prefixes].map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  return written.map((each) => each.replace('<xsl:function', `<xsl:function${declared}`)).join('\n');
}

/**
 * The pipeline does not visit texts, and by a slip of its detection (`only-child-elements`) not comments either when a context holds a
 * parenthesis: where a context is a text or a comment, every node is visited.
 */
function visitAll(text: string, schema: string): string {
  if (!/\bcontext\s*=\s*"[^"]*(?:text|comment|processing-instruction)\(/.test(schema)) return text;
  return text.replace(/(<xsl:apply-templates select=")(?:@\*\|)?\*[^"]*(" mode="M)/g, '$1@*|node()$2');
}

/** The pipeline copies tests and contexts to where braces mean an expression: they are doubled. */
function literalBraces(text: string): string {
  return text.replace(/<svrl:(?:fired-rule|failed-assert|successful-report)\b[^>]*>/g, (tag) =>
    tag.replace(/\s(?:test|context)="[^"]*"/g, (attribute) => attribute.replace(/[{}]/g, '$&$&')),
  );
}

function asXslt2(text: string, functions: string): string {
  const end = text.lastIndexOf('</xsl:stylesheet>');
  const head = text.indexOf('>', text.indexOf('<xsl:stylesheet')) + 1;
  return (
    text.slice(0, head).replace(/version="1\.0"(?=[^?]*$)/, 'version="2.0"') +
    text.slice(head, end) +
    functions +
    LOCATION +
    text.slice(end)
  );
}

function path(name: (typeof JUDGE_TOOLS)[number]): string {
  const found = findTool(name);
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}

/** From this many documents on, the second compiler of Java earns what it costs. */
const LONG_BATCH = 200;

/** What the reference engine takes, in milliseconds; the name of a document or of a pack is empty where it plays no part. */
export interface JudgeTime {
  readonly what: 'compile' | 'parse' | 'run';
  readonly document: string;
  readonly pack: string;
  readonly milliseconds: number;
}

/** What {@link timeJudge} found. */
export interface JudgeTimes {
  readonly times: readonly JudgeTime[];
  /** From the start of the process to its end. */
  readonly wholeMs: number;
}

/**
 * Times the reference engine: one thread, no answer read, every document `rounds` times and the last one told. With one round,
 * `wholeMs` is what a cold engine takes, its start and the compilation of the stylesheets counted; that from schematron to XSLT is not.
 */
export async function timeJudge(
  documents: readonly JudgedDocument[],
  packs: readonly string[],
  rounds: number,
): Promise<JudgeTimes> {
  const work = mkdtempSync(join(tmpdir(), 'socle-judge-'));
  try {
    const compiled = await compilePacks(packs);
    const orders = [
      ...fallbacks(),
      ...compiled.map(({ id, xslt, folder }) => ['PACK', id, xslt, folder]),
      ...documentOrders(documents, work),
      ['TIME', String(rounds)],
    ];
    const start = performance.now();
    const lines = await run(orders, rounds > 1 ? LONG_BATCH : 0);
    const wholeMs = performance.now() - start;
    const times = lines.flatMap(([first, what, document = '', pack = '', milliseconds]): JudgeTime[] =>
      first === 'M' && (what === 'compile' || what === 'parse' || what === 'run')
        ? [
            {
              what,
              document: document === '' ? '' : (documents[Number(document)]?.id ?? ''),
              pack,
              milliseconds: Number(milliseconds),
            },
          ]
        : [],
    );
    return { times, wholeMs };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** One Java process: orders in, lines out. */
function run(orders: readonly (readonly string[])[], documents = 0): Promise<string[][]> {
  const judgeFile = join(import.meta.dirname, 'judge', 'Judge.java');
  const memory = [
    '-Xmx2g',
    '-Xss64m',
    '-XX:+UseSerialGC',
    ...(documents < LONG_BATCH ? ['-XX:TieredStopAtLevel=1'] : []),
  ];
  const java = spawn(join(dirname(path('javac')), 'java'), [...memory, '-cp', path('saxon'), judgeFile], {
    stdio: 'pipe',
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  java.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  java.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  java.stdin.end(orders.map((order) => `${order.join('\t')}\n`).join(''));
  return new Promise((resolve, reject) => {
    java.on('error', reject);
    java.on('close', (code) => {
      const lines = Buffer.concat(out).toString('utf8').split('\n');
      if (code === 0 && lines.includes('END'))
        resolve(lines.filter((line) => line !== '').map((line) => line.split('\t')));
      else reject(new Error(`the judge stopped (${code}): ${Buffer.concat(err).toString('utf8').slice(-2_000)}`));
    });
  });
}

function collect(
  documents: readonly JudgedDocument[],
  packs: readonly string[],
  lines: readonly (readonly string[])[],
  options: JudgeOptions,
): Map<string, Verdict> {
  const verdicts = documents.map((document) => ({
    xsdValid: undefined as boolean | undefined,
    findings: Object.fromEntries(
      (document.packs ?? packs).map((pack) => [basename(pack), [] as JudgeFinding[] | { engineError: string }]),
    ),
  }));
  for (const [what = '', first = '', second = '', kind, role = '', location = '', text = '', ...place] of lines) {
    const verdict = verdicts[Number(first)];
    if (what === 'T') options.onTime?.(first, Number(second));
    else if (verdict === undefined) continue;
    else if (what === 'X') verdict.xsdValid = second === 'true';
    else if (what === 'E' && second === '*') {
      for (const pack of Object.keys(verdict.findings)) verdict.findings[pack] = { engineError: kind ?? '' };
    } else if (what === 'E') verdict.findings[second] = { engineError: kind ?? '' };
    else if (what === 'F') {
      const list = verdict.findings[second];
      const [pattern = '', context = '', test = '', id = ''] = place;
      const found = { role, location, text, pattern: Number(pattern), context, test, id };
      if (Array.isArray(list)) list.push({ kind: kind === 'report' ? 'report' : 'assert', ...found });
    }
  }
  return new Map(
    documents.map((document, index) => {
      const { xsdValid, findings } = verdicts[index] ?? { xsdValid: undefined, findings: {} };
      return [document.id, xsdValid === undefined ? { findings } : { xsdValid, findings }];
    }),
  );
}
