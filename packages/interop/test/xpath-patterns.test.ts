import { expect, it } from 'vitest';
import { NAMESPACES } from '../../schematron/test/conformance/documents.ts';
import { randomDocument } from '../../schematron/test/conformance/generate-document.ts';
import { randomPatternText } from '../../schematron/test/conformance/generate-pattern.ts';
import { locationsByPath, matchAll } from '../../schematron/test/conformance/matches.ts';
import { Draw } from '../../schematron/test/xpath/generate.ts';
import { describeWithXPathJudge, judgeXPath } from '../../tooling/src/xpath-judge.ts';

const SEED = 16_122;
const PATTERNS = 400;
const DOCUMENTS = 6;

describeWithXPathJudge('contexts of rules at random and Saxon-HE', () => {
  it('match the same nodes of documents at random', async () => {
    const draw = new Draw(SEED);
    const documents = Object.fromEntries(
      draw.many(DOCUMENTS, DOCUMENTS, () => randomDocument(draw)).map((text, index) => [`random-${index}.xml`, text]),
    );
    const contexts = draw.many(PATTERNS, PATTERNS, () => randomPatternText(draw));
    const { xsl, ...namespaces } = NAMESPACES;
    const cases = Object.keys(documents).flatMap((document) =>
      contexts.map((expression, index) => ({
        id: `${document} c${index}`,
        document,
        expression,
        match: true as const,
      })),
    );
    const reference = await judgeXPath({ namespaces, documents, cases });
    const { found, refused: unread } = await matchAll(documents, contexts);
    const different: unknown[] = [];
    let nodes = 0;
    let refused = 0;
    for (const { id, document, expression } of cases) {
      const theirs = reference.get(id);
      const own = found.get(document)?.get(id.slice(document.length + 1)) ?? [];
      const locations = locationsByPath(document, documents[document] ?? '');
      const expected =
        theirs !== undefined && 'items' in theirs ? theirs.items.map((item) => locations.get(item)) : theirs;
      const theyRefuse = theirs !== undefined && 'error' in theirs && theirs.phase === 'compile';
      // An expression of a wrong type may be refused before it runs, or not, as the processor will (XPath 2.0 §2.3.1).
      if (theyRefuse || unread.has(Number(id.slice(document.length + 2)))) {
        if (theyRefuse)
          expect(['UNKNOWN', 'FORG0006', 'XPDY0002', 'XPTY0004', 'XPTY0019', 'XPTY0020']).toContain(theirs.error);
        refused++;
        continue;
      }
      nodes += own.length;
      if (JSON.stringify(expected) !== JSON.stringify(own)) different.push({ expression, document, expected, own });
    }
    process.stdout.write(
      `Patterns at random: ${cases.length} pairs, ${nodes} nodes matched, ${refused} refused when compiled\n`,
    );
    expect(different).toEqual([]);
    expect(refused).toBeLessThan(cases.length * 0.02);
  });
});
