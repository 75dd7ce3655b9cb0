import { expect, it } from 'vitest';
import { DEVIATIONS } from '../../schematron/test/conformance/cases/deviations.ts';
import { DOCUMENTS, KEYS, NAMESPACES } from '../../schematron/test/conformance/documents.ts';
import { numberedCases } from '../../schematron/test/conformance/numbered.ts';
import { describeWithXPathJudge, judgeXPath, type XPathAnswer } from '../../tooling/src/xpath-judge.ts';

describeWithXPathJudge('the suite of XPath 2 semantics and Saxon-HE', () => {
  it('expect the same of every expression', async () => {
    const cases = numberedCases();
    const { xsl, ...namespaces } = NAMESPACES;
    const head = KEYS.map(({ name, match, use }) => `<xsl:key name="${name}" match="${match}" use="${use}"/>`).join('');
    const answers = await judgeXPath({ namespaces, documents: DOCUMENTS, head, cases });
    const deviations = new Map(DEVIATIONS.map(({ expression, reference }) => [expression, reference]));
    const different = cases.flatMap(({ id, section, document, expression, expected }) => {
      const answer = show(answers.get(id), document);
      const wanted = deviations.get(expression) ?? expected;
      return answer.join(' ; ') === wanted.join(' ; ') ? [] : [{ section, expression, expected: wanted, answer }];
    });
    expect(different).toEqual([]);
    expect(cases.length).toBeGreaterThan(1_600);
    process.stdout.write(`XPath 2: ${cases.length} cases, ${DEVIATIONS.length} of them where we keep to the letter\n`);
  });
});

/** As the cases write it: nodes of the document of a case without its name. */
function show(answer: XPathAnswer | undefined, document: string): readonly string[] {
  if (answer === undefined) return ['no answer'];
  if ('error' in answer) return [`error ${answer.error}`];
  const own = `node ${document}:`;
  return answer.items.map((item) => (item.startsWith(own) ? `node ${item.slice(own.length)}` : item));
}
