import { describe } from 'vitest';
import { hasConformance } from './conformance.ts';
import { DEBIAN_TOOLS } from './debian.ts';
import { missingForJudge } from './judge.ts';

/**
 * A group of tests that asks the judge (`judge.ts`): the official files, Java, Saxon and the ISO pipeline. Without them it is left
 * out with a word, and fails under `CI`.
 */
export function describeWithJudge(title: string, body: () => void): void {
  const missing = missingForJudge().flatMap((name) => DEBIAN_TOOLS[name].packages);
  const why = hasConformance ? missing : ['the official files', ...missing];
  if (why.length > 0 && process.env['CI'] === 'true') {
    throw new Error(`${title}: absent here: ${why.join(', ')}. CI must not pass without it.`);
  }
  describe.runIf(why.length === 0)(why.length === 0 ? title : `${title} (left out: no ${why.join(', no ')})`, body);
}
