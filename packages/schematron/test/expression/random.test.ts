import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAll } from '../conformance/answer.js';
import { randomPairs } from '../conformance/pairs.js';

/** Errors that tell of a fault of the compiler rather than of the expression. */
const FAULTS = ['CRASH', 'UNSUPPORTED'];

describe('Expressions at random', () => {
  it('give the same with every short cut and with none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const { documents, pairs } = randomPairs(seed, 100);
        const fast = await answerAll(documents, pairs, { optimise: true });
        const slow = await answerAll(documents, pairs, { optimise: false });
        for (const { id, expression } of pairs) {
          const [quick, plain] = [fast.get(id), slow.get(id)];
          for (const answer of [quick, plain]) {
            if (answer !== undefined && 'error' in answer) expect(FAULTS, expression).not.toContain(answer.error);
          }
          // Which of several errors is met first, and whether one is met at all, is left open (§2.3.4).
          if (quick !== undefined && plain !== undefined && 'items' in quick && 'items' in plain) {
            expect(quick.items, expression).toEqual(plain.items);
          }
          if (plain !== undefined && 'items' in plain) expect(quick, expression).toHaveProperty('items');
        }
      }),
      { numRuns: 8 },
    );
  });
});
