import { type Expr, type Pattern, type SequenceType, XPathSyntaxError } from './ast.js';
import { childrenOf } from './children.js';
import { Cursor } from './cursor.js';
import { MAX_HEIGHT } from './limits.js';
import { readOr } from './parse-operators.js';
import { readPattern } from './parse-pattern.js';
import { readSequenceType } from './parse-type.js';

/**
 * Reads an expression of XPath 2.0 (W3C Recommendation of 14 December 2010, appendix A). Prefixes are not resolved here.
 *
 * @throws XPathSyntaxError when it is none, or is beyond the bounds of `limits.ts`
 */
export function parseExpression(text: string): Expr {
  const cursor = new Cursor(text, { whole: readWhole, single: readSingle });
  const expression = readWhole(cursor);
  cursor.expectEnd();
  checkHeight(text, [expression]);
  return expression;
}

/**
 * Reads a pattern of XSLT 2.0 (§5.5.2), with what the reference engine accepts of XSLT 3.0: see `parse-pattern.ts`.
 *
 * @throws XPathSyntaxError with code `XTSE0340` when it is none
 */
export function parsePattern(text: string): Pattern {
  const cursor = new Cursor(text, { whole: readWhole, single: readSingle });
  const pattern = readPattern(cursor);
  cursor.expectEnd();
  checkHeight(
    text,
    pattern.alternatives.flatMap(({ steps, anchor }) => [
      ...(anchor.kind === 'call' ? [anchor.call] : []),
      ...steps.flatMap(({ predicates }) => predicates),
    ]),
  );
  return pattern;
}

/**
 * Reads a SequenceType (§2.5.3), such as the `as` of a function.
 *
 * @throws XPathSyntaxError
 */
export function parseSequenceType(text: string): SequenceType {
  const cursor = new Cursor(text, { whole: readWhole, single: readSingle });
  const type = readSequenceType(cursor);
  cursor.expectEnd();
  return type;
}

/** Expr [2]. */
function readWhole(cursor: Cursor): Expr {
  const start = cursor.start;
  const first = readSingle(cursor);
  if (!cursor.isSymbol(',')) return first;
  const items = [first];
  while (cursor.take(',')) items.push(readSingle(cursor));
  return { kind: 'sequence', items, ...cursor.span(start) };
}

/** ExprSingle [3]. */
function readSingle(cursor: Cursor): Expr {
  return cursor.nested(() => {
    const word = cursor.peek().text;
    if (cursor.peek().kind === 'name') {
      if ((word === 'for' || word === 'some' || word === 'every') && cursor.isSymbol('$', 1)) {
        return readBindings(cursor, word);
      }
      if (word === 'if' && cursor.isSymbol('(', 1)) return readIf(cursor);
    }
    return readOr(cursor);
  });
}

/** ForExpr [4] and QuantifiedExpr [6], one binding in another. */
function readBindings(cursor: Cursor, kind: 'for' | 'some' | 'every'): Expr {
  const bindings: { variable: { prefix: string; local: string }; in: Expr; start: number }[] = [];
  let start = cursor.start;
  cursor.next();
  do {
    cursor.expect('$');
    const variable = cursor.qname('the name of a variable');
    cursor.expectWord('in');
    bindings.push({ variable, in: readSingle(cursor), start });
    start = cursor.start;
  } while (cursor.take(','));
  cursor.expectWord(kind === 'for' ? 'return' : 'satisfies');
  let body = readSingle(cursor);
  for (const { variable, in: range, start: from } of bindings.reverse()) {
    body = { kind, binding: { variable, in: range }, body, ...cursor.span(from) };
  }
  return body;
}

/** IfExpr [7]. */
function readIf(cursor: Cursor): Expr {
  const start = cursor.start;
  cursor.next();
  cursor.expect('(');
  const condition = readWhole(cursor);
  cursor.expect(')');
  cursor.expectWord('then');
  const whenTrue = readSingle(cursor);
  cursor.expectWord('else');
  const otherwise = readSingle(cursor);
  // biome-ignore lint/suspicious/noThenProperty: the word of the grammar; these objects are never awaited.
  return { kind: 'if', condition, then: whenTrue, else: otherwise, ...cursor.span(start) };
}

/** Trees are read by recursion later on: their height is bounded here, level by level. */
function checkHeight(text: string, roots: readonly Expr[]): void {
  let level = [...roots];
  for (let height = 0; level.length > 0; height++) {
    if (height > MAX_HEIGHT) {
      throw new XPathSyntaxError(`The expression has more than ${MAX_HEIGHT} levels.`, text, level[0]?.start ?? 0);
    }
    level = level.flatMap(childrenOf);
  }
}
