import { SIGNATURES } from '../../runtime/signatures.js';
import type { Expr, QNameRef } from '../../xpath/ast.js';
import { childrenOf } from '../../xpath/children.js';

/** Whether an expression asks for `position()` or `last()` of the focus it stands in. */
export function usesFocusNumber(expr: Expr, name: 'position' | 'last'): boolean {
  const uses = (inner: Expr): boolean => usesFocusNumber(inner, name);
  if (expr.kind === 'step') return false;
  if (expr.kind === 'path') return uses(expr.left);
  if (expr.kind === 'filter') return uses(expr.operand);
  if (expr.kind === 'call' && expr.name.local === name && expr.arguments.length === 0) return true;
  return childrenOf(expr).some(uses);
}

/** Functions that take the context item when an argument is left out, with their greatest arity. */
function takesContext(name: string, args: number): boolean {
  const signature = SIGNATURES.get(name);
  if (signature === undefined) return false;
  if (name === 'position' || name === 'last') return true;
  return signature.contextArgument !== undefined && args < signature.maxArity;
}

/** What an expression may draw on besides its literals. */
export interface Needs {
  /** The context item, its position, its document. */
  readonly focus: boolean;
  /** Nothing of the focus but the document that is validated. */
  readonly homeRoot: boolean;
  readonly current: boolean;
  /** Names of free variables, as written. */
  readonly variables: readonly QNameRef[];
  /** It navigates or calls: worth remembering. */
  readonly work: boolean;
}

/** What an expression draws on. */
export function needsOf(expr: Expr, home: boolean): Needs {
  const found = { focus: false, homeRoot: false, current: false, variables: [] as QNameRef[], work: false };
  visit(expr, true, home, [], found);
  return found;
}

type Found = { -readonly [K in keyof Needs]: K extends 'variables' ? QNameRef[] : Needs[K] };

/** @param outer whether the focus is the one asked about, or one that the expression makes itself */
function visit(expr: Expr, outer: boolean, home: boolean, bound: readonly QNameRef[], found: Found): void {
  const go = (inner: Expr, same = outer): void => visit(inner, same, home, bound, found);
  switch (expr.kind) {
    case 'variable': {
      const { prefix, local } = expr.name;
      if (!bound.some((each) => each.prefix === prefix && each.local === local)) found.variables.push(expr.name);
      return;
    }
    case 'context':
      if (outer) found.focus = true;
      return;
    case 'root':
      found.work = true;
      if (outer) {
        if (home) found.homeRoot = true;
        else found.focus = true;
      }
      return;
    case 'step':
      if (outer) found.focus = true;
      found.work = true;
      for (const each of expr.predicates) go(each, false);
      return;
    case 'path':
      found.work = true;
      go(expr.left);
      go(expr.right, false);
      return;
    case 'filter':
      go(expr.operand);
      for (const each of expr.predicates) go(each, false);
      return;
    case 'call': {
      const { local } = expr.name;
      if (local === 'current') found.current = true;
      else if (outer && takesContext(local, expr.arguments.length)) found.focus = true;
      if (expr.name.prefix !== '' || !['true', 'false', 'current', 'position', 'last'].includes(local))
        found.work = true;
      for (const each of expr.arguments) go(each);
      return;
    }
    case 'for':
    case 'some':
    case 'every':
      found.work = true;
      go(expr.binding.in);
      visit(expr.body, outer, home, [...bound, expr.binding.variable], found);
      return;
    default:
      for (const each of childrenOf(expr)) go(each);
  }
}
