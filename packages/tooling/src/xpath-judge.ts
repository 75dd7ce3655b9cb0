import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe } from 'vitest';
import { DEBIAN_TOOLS, type DebianToolName, findTool } from './debian.ts';

/** What the judge of expressions needs of the machine. */
const TOOLS = ['javac', 'saxon'] as const satisfies readonly DebianToolName[];

/** What to evaluate, and where. */
export interface XPathCase {
  readonly id: string;
  /** A name of {@link XPathBatch.documents}. */
  readonly document: string;
  /** An expression that selects the context node from the document; the document itself when absent. */
  readonly context?: string;
  /** An expression, or with `match` a pattern: then the answer is every node that it matches. */
  readonly expression: string;
  readonly match?: true;
}

/** Expressions and what they need. */
export interface XPathBatch {
  /** Prefix → namespace. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Name → XML. `doc('name')` gives each. */
  readonly documents: Readonly<Record<string, string>>;
  /** Declarations of the stylesheet that holds each expression, such as `xsl:key`. */
  readonly head?: string;
  readonly cases: readonly XPathCase[];
}

/**
 * What the reference engine answers: items as `xs:integer 3`, nodes as `node name.xml:/a/b[2]/@c` (names as written, a position for
 * all but the first of a name), or the code of an error.
 */
export type XPathAnswer =
  | { readonly items: readonly string[] }
  | { readonly error: string; readonly phase: 'compile' | 'run'; readonly message: string };

/** Minutes from UTC of the machine that answers: the implicit timezone. */
export const XPATH_JUDGE_TIMEZONE = 60;

/** Evaluates in one Java process: Saxon-HE, each expression in a stylesheet of version 2.0. */
export async function judgeXPath(batch: XPathBatch): Promise<ReadonlyMap<string, XPathAnswer>> {
  const orders = [
    ['HEAD', batch.head ?? ''],
    ...Object.entries(batch.namespaces).map(([prefix, uri]) => ['NS', prefix, uri]),
    ...Object.entries(batch.documents).map(([name, xml]) => ['DOC', name, xml]),
    ...batch.cases.map(({ id, document, context, expression, match }) =>
      match === true ? ['MATCH', id, document, expression] : ['CASE', id, document, context ?? '', expression],
    ),
  ];
  const answers = new Map<string, XPathAnswer>();
  for (const [what, id = '', ...rest] of await run(orders)) {
    if (what === 'R') answers.set(id, { items: rest });
    else if (what === 'E') {
      const [error = '', phase, message = ''] = rest;
      answers.set(id, { error, phase: phase === 'compile' ? phase : 'run', message });
    }
  }
  return answers;
}

/** A group of tests that asks this judge. Without Java and Saxon it is left out with a word, and fails under `CI`. */
export function describeWithXPathJudge(title: string, body: () => void): void {
  const missing = TOOLS.filter((name) => findTool(name) === undefined);
  const why = missing.flatMap((name) => DEBIAN_TOOLS[name].packages).join(', no ');
  if (why !== '' && process.env['CI'] === 'true') {
    throw new Error(`${title}: absent here: ${why}. CI must not pass without it.`);
  }
  describe.runIf(why === '')(why === '' ? title : `${title} (left out: no ${why})`, body);
}

function run(orders: readonly (readonly string[])[]): Promise<string[][]> {
  const [javac, saxon] = TOOLS.map(findTool);
  if (javac === undefined || saxon === undefined) throw new Error('Java or Saxon is not installed');
  const options = ['-Xmx1g', '-Xss16m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Duser.language=en'];
  const zone = `-Duser.timezone=GMT+${String(XPATH_JUDGE_TIMEZONE / 60).padStart(2, '0')}:00`;
  const file = join(import.meta.dirname, 'xpath-judge', 'XPathJudge.java');
  const java = spawn(join(dirname(javac), 'java'), [...options, zone, '-cp', saxon, file], { stdio: 'pipe' });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  java.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  java.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  java.stdin.end(orders.map((order) => `${order.map(encode).join('\t')}\n`).join(''));
  return new Promise((resolve, reject) => {
    java.on('error', reject);
    java.on('close', (code) => {
      const lines = Buffer.concat(out).toString('utf8').split('\n');
      if (code === 0 && lines.includes('END')) resolve(lines.map((line) => line.split('\t').map(decode)));
      else reject(new Error(`the judge stopped (${code}): ${Buffer.concat(err).toString('utf8').slice(-2_000)}`));
    });
  });
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const PLAIN: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

function encode(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (each) => ESCAPES[each] ?? each);
}

function decode(text: string): string {
  return text.replace(/\\(.)/g, (_all, each: string) => PLAIN[each] ?? each);
}
