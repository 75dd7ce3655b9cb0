import { expect, it } from 'vitest';
import { type Answer, answerAll } from '../../schematron/test/conformance/answer.ts';
import { NAMESPACES } from '../../schematron/test/conformance/documents.ts';
import { explain } from '../../schematron/test/conformance/explained.ts';
import { randomPairs } from '../../schematron/test/conformance/pairs.ts';
import { describeWithXPathJudge, judgeXPath } from '../../tooling/src/xpath-judge.ts';

const SEED = 20_261_122;
const COUNT = 3_000;

describeWithXPathJudge('expressions at random and Saxon-HE', () => {
  it('give the same on documents at random', async () => {
    const { documents, pairs } = randomPairs(SEED, COUNT);
    const { xsl, ...namespaces } = NAMESPACES;
    const reference = await judgeXPath({ namespaces, documents, cases: pairs });
    const ours = await answerAll(documents, pairs);
    const counts = { same: 0, bothFail: 0, otherCode: 0 };
    const explained = new Map<string, number>();
    const different: unknown[] = [];
    for (const { id, expression, document, context } of pairs) {
      const [theirs, own] = [reference.get(id), ours.get(id)];
      if (theirs === undefined || own === undefined) throw new Error(`no answer to ${expression}`);
      if ('items' in theirs && 'items' in own && theirs.items.join('\n') === own.items.join('\n')) counts.same++;
      else if ('error' in theirs && 'error' in own) {
        counts.bothFail++;
        if (theirs.error !== own.error) counts.otherCode++;
      } else {
        const why = explain(expression, theirs, own);
        if (why === undefined) different.push({ expression, document, context, theirs, own: shown(own) });
        else explained.set(why, (explained.get(why) ?? 0) + 1);
      }
    }
    process.stdout.write(
      `XPath 2 at random: ${COUNT} pairs, ${JSON.stringify({ ...counts, ...Object.fromEntries(explained) })}\n`,
    );
    expect(different).toEqual([]);
    expect(counts.same).toBeGreaterThan(COUNT * 0.8);
  });
});

function shown(answer: Answer): unknown {
  return 'items' in answer ? answer.items : `${answer.error}: ${answer.message}`;
}
