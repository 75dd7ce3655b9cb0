import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answerAll } from './answer.js';
import { SECTIONS } from './cases/all.js';
import { DOCUMENTS } from './documents.js';
import { numberedCases } from './numbered.js';

describe.each([{ optimise: true }, { optimise: false }])('XPath 2 semantics, compiled with %j', (options) => {
  const cases = numberedCases();
  let answers: ReadonlyMap<string, Answer>;

  beforeAll(async () => {
    answers = await answerAll(DOCUMENTS, cases, options);
  });

  it.each([...new Set(SECTIONS.map(({ section }) => section))])('%s', (section) => {
    const different = cases
      .filter((each) => each.section === section)
      .flatMap(({ id, document, expression, expected }) => {
        const answer = shown(answers.get(id), document);
        return answer === expected.join(' ; ') ? [] : [{ expression, expected: expected.join(' ; '), answer }];
      });
    expect(different).toEqual([]);
  });
});

/** As the cases write it: nodes of the document of a case without its name. */
function shown(answer: Answer | undefined, document: string): string {
  if (answer === undefined) return 'no answer';
  if ('error' in answer) return `error ${answer.error}`;
  const own = `node ${document}:`;
  return answer.items.map((item) => (item.startsWith(own) ? `node ${item.slice(own.length)}` : item)).join(' ; ');
}
