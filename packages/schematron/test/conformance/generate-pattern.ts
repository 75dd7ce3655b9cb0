import type { Draw } from '../xpath/generate.js';
import { ExpressionWriter } from './generate-expression.js';

const NAMES = ['a', 'b', 'c', 'd', 'p:a', '*', '*', '*:a', 'p:*', 'r', 'element()', 'element(a)'];
const ATTRIBUTES = ['@x', '@*', '@id', '@p:x', '@*:x', 'attribute(y)'];

/** A pattern at random, as contexts of rules are: paths of elements with predicates, from anywhere or from the root, and unions. */
export function randomPatternText(draw: Draw): string {
  return draw.many(1, draw.chance(0.25) ? 3 : 1, () => path(draw)).join(' | ');
}

function path(draw: Draw): string {
  if (draw.chance(0.03)) return '/';
  const start = draw.pick(['', '', '', '//', '//', '/r/', '/', '/*/']);
  const steps = draw.many(1, 3, () => step(draw, NAMES));
  const last = draw.chance(0.15) ? [step(draw, ATTRIBUTES)] : [];
  return start + [...steps, ...last].reduce((text, next) => `${text}${draw.chance(0.25) ? '//' : '/'}${next}`);
}

function step(draw: Draw, tests: readonly string[]): string {
  const axis = draw.chance(0.04) ? draw.pick(['child::', 'descendant::', 'self::', 'descendant-or-self::']) : '';
  const test = draw.pick(tests);
  // Positions on other axes than `child` are refused.
  const made = draw.many(0, draw.chance(0.5) ? 2 : 0, () => `[${predicate(draw)}]`).join('');
  const predicates = axis !== '' && /\[\d|position|last/.test(made) ? '' : made;
  return (test.startsWith('@') || test.startsWith('attribute') ? '' : axis) + test + predicates;
}

function predicate(draw: Draw): string {
  const simple = [
    '@x',
    '@x = "1"',
    'a',
    'not(b)',
    '1',
    'last()',
    'position() = 2',
    '@id = "b1"',
    'a/@x = "abc"',
    '2',
    'position() != last()',
  ];
  return draw.chance(0.6) ? draw.pick(simple) : new ExpressionWriter(draw).boolean(2);
}
