import { type Expr, XPathSyntaxError } from '../../xpath/ast.js';
import { printExpression } from '../../xpath/print.js';
import type { ModuleWriter } from '../module-writer.js';
import type { StaticType } from '../static-type.js';
import { type Code, toSequence } from './code.js';
import type { Body, Compiling, Env, Need, UserFunction } from './compiling.js';
import { Frame } from './frame.js';
import { testOf } from './tests.js';
import { typeOf } from './typing.js';
import { eachOf, valueCode } from './values.js';

/** The compiler as its parts use each other. */
export class Generator implements Compiling {
  readonly functions = new Map<string, UserFunction>();

  constructor(
    readonly writer: ModuleWriter,
    readonly optimise: boolean,
  ) {}

  test(expr: Expr, env: Env): string {
    return testOf(this, expr, env);
  }

  value(expr: Expr, env: Env): Code {
    return valueCode(this, expr, env);
  }

  sequence(expr: Expr, env: Env): string {
    return toSequence(this.writer, valueCode(this, expr, env));
  }

  each(expr: Expr, env: Env, need: Need, body: Body): string {
    return eachOf(this, expr, env, need, body);
  }

  typeOf(expr: Expr, env: Env): StaticType {
    return typeOf(this, expr, env);
  }

  textOf(expr: Expr, env: Env): string {
    if (env.source !== undefined && env.canonical !== true && expr.end > expr.start) {
      return env.source.slice(expr.start, expr.end);
    }
    try {
      return printExpression(expr);
    } catch (error) {
      if (error instanceof XPathSyntaxError) return expr.kind;
      throw error;
    }
  }

  outline(expr: Expr, env: Env, hint: string, body: (inner: Env) => string): string {
    const frame = new Frame();
    const item = env.focus?.item;
    const own = item !== undefined && item.fixed === undefined ? item : undefined;
    if (own !== undefined) frame.declare(own, 'n');
    const text = body({ ...env, frame });
    const { captured } = frame;
    const outside = captured.map((each) => env.frame.read(each)).join(', ');
    const inside = captured.map((each) => frame.read(each));
    const params = [...(own === undefined ? [] : ['n']), 'c', ...inside];
    const place = env.place === undefined ? {} : { place: env.place };
    const id = this.writer.define({ hint, params, body: text, comment: this.textOf(expr, env), ...place });
    const args = [...(own === undefined ? [] : [env.frame.read(own)]), 'c', ...(outside === '' ? [] : [outside])];
    return `${id}(${args.join(', ')})`;
  }
}
