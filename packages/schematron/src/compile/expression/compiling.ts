import type { Place } from '../../schema/model.js';
import type { Expr } from '../../xpath/ast.js';
import type { ModuleWriter } from '../module-writer.js';
import type { StaticType } from '../static-type.js';
import type { Code, Form } from './code.js';
import type { Frame, Local } from './frame.js';

/** A variable that rules may use: how to read it, and what it holds. */
export interface Variable {
  /** The function to call. */
  readonly id: string;
  /** What it is called with: the rule's node and the run, or the run alone. */
  readonly of: 'node' | 'run';
  /** Its value, when it is a string that the schema writes out. */
  readonly literal?: string;
  readonly type: StaticType;
  readonly form: Form;
}

/** A variable as an expression meets it. */
export type Bound =
  | { readonly kind: 'local'; readonly local: Local }
  | { readonly kind: 'function'; readonly variable: Variable };

/** The focus (§2.1.2). */
export interface Focus {
  readonly item: Local;
  /** Absent where there is but one item: a rule's context. */
  readonly position?: Local;
  readonly last?: Local;
}

/** What an expression may refer to, at the place where its code goes. */
export interface Env {
  readonly frame: Frame;
  readonly focus?: Focus;
  /** The context of the rule: `current()`, and what `let`s are computed of. */
  readonly current?: Local;
  /** By expanded name, in Clark notation. */
  readonly variables: ReadonlyMap<string, Bound>;
  /** The text that positions in expressions refer to, for comments and errors. */
  readonly source?: string;
  readonly namespaces: ReadonlyMap<string, string>;
  /** The expression whose value for the whole run is being computed. */
  readonly constant?: Expr;
  /** Makes {@link Compiling.textOf} write expressions in one way, whatever the source. */
  readonly canonical?: boolean;
  readonly place?: Place;
}

/** A function of the schema, compiled. */
export interface UserFunction {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly { readonly type: StaticType; readonly form: Form; readonly as?: string }[];
  readonly result: StaticType;
  readonly form: Form;
}

/** What the order of the items of a loop must be: any, each node once, or that of the sequence. */
export type Need = 'any' | 'distinct' | 'ordered';

/** What a loop does with each item. It is written in the same function as the loop, in the environment of who asked for it. */
export type Body = (item: Local) => string;

/** The compiler as its parts see it. */
export interface Compiling {
  readonly writer: ModuleWriter;
  /** False turns every short cut off: what is left is the recommendation, word for word. */
  readonly optimise: boolean;
  readonly functions: ReadonlyMap<string, UserFunction>;
  /** Any expression, in the form that suits it best. */
  value(expr: Expr, env: Env): Code;
  /** A boolean: the effective boolean value. */
  test(expr: Expr, env: Env): string;
  /** An array of Items. */
  sequence(expr: Expr, env: Env): string;
  /** Statements that run the body for each item. */
  each(expr: Expr, env: Env, need: Need, body: Body): string;
  typeOf(expr: Expr, env: Env): StaticType;
  /** Code that calls a function made for an expression, which takes what it uses of the environment. */
  outline(expr: Expr, env: Env, hint: string, body: (inner: Env) => string): string;
  /** As written. */
  textOf(expr: Expr, env: Env): string;
}
