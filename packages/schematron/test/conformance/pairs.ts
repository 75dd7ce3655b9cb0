import { Draw } from '../xpath/generate.js';
import { elementsOf, randomDocument } from './generate-document.js';
import { ExpressionWriter } from './generate-expression.js';

/** Expressions and documents at random, the same for the same seed. */
export interface Pairs {
  readonly documents: Readonly<Record<string, string>>;
  readonly pairs: readonly RandomPair[];
}

/** An expression at random, and a node of a document to evaluate it on. */
export interface RandomPair {
  readonly id: string;
  readonly document: string;
  /** Selects the context node; the document when absent. */
  readonly context?: string;
  readonly expression: string;
}

/** How many documents the expressions are spread over. */
const DOCUMENTS = 30;

export function randomPairs(seed: number, count: number): Pairs {
  const draw = new Draw(seed);
  const texts = draw.many(DOCUMENTS, DOCUMENTS, () => randomDocument(draw));
  const documents = Object.fromEntries(texts.map((text, index) => [`random-${index}.xml`, text]));
  const pairs = Array.from({ length: count }, (_, index): RandomPair => {
    const own = new Draw(seed + 1 + index);
    const at = own.below(DOCUMENTS);
    const element = 1 + own.below(elementsOf(texts[at] ?? ''));
    return {
      id: String(index),
      document: `random-${at}.xml`,
      ...(own.chance(0.15) ? {} : { context: `(//*)[${element}]` }),
      expression: new ExpressionWriter(own).any(3),
    };
  });
  return { documents, pairs };
}
