import { beforeAll, expect, it } from 'vitest';
import { answerAll } from '../../schematron/test/conformance/answer.ts';
import { KEYS, NAMESPACES, DOCUMENTS as SUITE } from '../../schematron/test/conformance/documents.ts';
import { showItem } from '../../schematron/test/conformance/show.ts';
import { call, runOf, SAMPLE, SAMPLE_NAME } from '../../schematron/test/functions/call.ts';
import { type RandomCall, randomCalls } from '../../schematron/test/functions/random-calls.ts';
import { WRITTEN_CALLS } from '../../schematron/test/functions/written-calls.ts';
import { describeWithXPathJudge, judgeXPath } from '../../tooling/src/xpath-judge.ts';

const COUNT = 8_000;
const DOCUMENTS = { 'sample.xml': SAMPLE };
const plain = runOf(SAMPLE);
/** Half of the arguments are written so that no compiler knows what they are. */
const hidden = (argument: string) => (argument.length % 2 === 0 ? `(${argument})[position() > 0]` : argument);
const calls = [
  ...randomCalls(20_260_102, COUNT / 2, plain.document),
  ...randomCalls(20_260_103, COUNT / 2, plain.document, hidden),
];
const cases = calls.map(({ expression }, index) => ({ id: String(index), document: 'sample.xml', expression }));

type Answer = { readonly items: readonly string[] } | { readonly error: string };

describeWithXPathJudge('functions and Saxon-HE', () => {
  let reference: ReadonlyMap<string, Answer>;
  beforeAll(async () => {
    const namespaces = { p: 'urn:p', xs: 'http://www.w3.org/2001/XMLSchema' };
    reference = await judgeXPath({ namespaces, documents: DOCUMENTS, cases });
  });

  it('give the same for random values and nodes', () => {
    const names = new Map([[plain.document, 'sample.xml']]);
    const run = runOf(SAMPLE, {
      document: plain.document,
      documentUri: SAMPLE_NAME,
      load: (href) => (/(?:^|\/)sample\.xml$/.test(href) ? { document: plain.document, uri: SAMPLE_NAME } : undefined),
      namespaces: new Map([['p', 'urn:p']]),
    });
    const differences = calls.flatMap((each, index) => {
      const ours = attempt(() => call(run, each.name, ...each.arguments).map((item) => showItem(item, names)));
      return difference(each, ours, reference.get(String(index)));
    });
    expect(differences).toEqual([]);
    process.stdout.write(`functions: ${COUNT} calls as Saxon-HE answers them\n`);
  });

  it.each([true, false])('give the same where they are compiled into expressions, optimised: %s', async (optimise) => {
    const answers = await answerAll(DOCUMENTS, cases, { optimise });
    const differences = calls.flatMap((each, index) => {
      // Here documents have the name that the suite gives them, and not a URI.
      if (each.name === 'base-uri' || each.name === 'document-uri') return [];
      return difference(each, answers.get(String(index)), reference.get(String(index)));
    });
    expect(differences).toEqual([]);
  });

  it('give the same where a person wrote the calls', async () => {
    const { xsl, ...namespaces } = NAMESPACES;
    const head = KEYS.map(({ name, match, use }) => `<xsl:key name="${name}" match="${match}" use="${use}"/>`).join('');
    const questions = WRITTEN_CALLS.map((expression, index) => ({
      id: String(index),
      document: 'library.xml',
      expression,
    }));
    const theirs = await judgeXPath({ namespaces, documents: SUITE, head, cases: questions });
    for (const optimise of [true, false]) {
      const ours = await answerAll(SUITE, questions, { optimise });
      const differences = questions.flatMap(({ id, expression }) =>
        difference({ name: '', expression, arguments: [] }, ours.get(id), theirs.get(id)),
      );
      expect(differences).toEqual([]);
    }
  });
});

function attempt(work: () => readonly string[]): Answer {
  try {
    return { items: work() };
  } catch (error) {
    return { error: (error as { code?: string }).code ?? String(error) };
  }
}

function difference({ name, expression }: RandomCall, ours: Answer | undefined, theirs: Answer | undefined): unknown[] {
  const [a, b] = [written(name, ours), written(name, theirs)];
  return a === b || isFaultOfTheReference(name, expression) ? [] : [{ expression, ours: a, theirs: b }];
}

/** What an answer says, without what no recommendation fixes: the order of prefixes, and whether they are xs:NCName. */
function written(name: string, answer: Answer | undefined): string {
  if (answer === undefined) return 'no answer';
  if ('error' in answer) return `error ${answer.error}`;
  if (name !== 'in-scope-prefixes') return answer.items.join(' ; ');
  return answer.items
    .map((item) => item.replace(/^\S+ /, ''))
    .sort()
    .join(' ; ');
}

/** The reference looks for the end of a word, not for a cased letter, after a capital sigma. */
function isFaultOfTheReference(name: string, expression: string): boolean {
  return name === 'lower-case' && expression.includes('Σ');
}
