import type { Extension, Rule, RuleItem } from '../../schema/model.js';
import type { Variable } from '../expression/compiling.js';
import type { CodeLine } from '../module-writer.js';
import type { CheckTable } from './checks.js';
import { collapsed, placeCode } from './checks.js';
import type { Expressions, Scope } from './expressions.js';

/** A rule that was compiled. */
export interface RuleRecord {
  /** The function `(n, c, o) => void` that makes its checks. */
  readonly fire: string;
  /** The JavaScript of what is told of it. */
  readonly code: string;
  /** Numbers of its checks, those of abstract rules in their place. */
  readonly checks: readonly number[];
}

/** A scope that grows as `let`s are met. */
interface OpenScope extends Scope {
  readonly variables: Map<string, Variable>;
}

/** What a list of items comes to. */
interface Body {
  readonly lines: readonly CodeLine[];
  readonly checks: readonly number[];
}

interface Fragment {
  /** `(n, c, o) => void`; absent when it makes no check. */
  readonly id?: string;
  readonly checks: readonly number[];
  /** Variables that it leaves in scope. */
  readonly variables: readonly (readonly [string, Variable])[];
}

/** Compiles rules. What an abstract rule brings is one function, called by all rules that extend it in the same scope. */
export class RuleCompiler {
  readonly #fragments = new Map<readonly RuleItem[], Map<string, Fragment>>();
  readonly #variables = new Map<Scope['variables'], number>();
  /** What tells the scope that the rule stands in from others. */
  #outer = '';

  constructor(
    private readonly expressions: Expressions,
    private readonly checks: CheckTable,
  ) {}

  rule(rule: Rule, outer: Scope): RuleRecord {
    const { writer, issues } = this.expressions;
    issues.rule = rule.id ?? collapsed(rule.context.text);
    this.#outer = this.#numberOf(outer);
    const scope = { variables: new Map(outer.variables), context: outer.context };
    const local = new Map<string, Variable>();
    const { lines, checks } = this.#body(rule.items, scope, local);
    const context = collapsed(rule.context.text);
    const fire = writer.define({
      hint: rule.id === undefined ? 'rule' : `rule_${rule.id}`,
      params: ['n', 'c', 'o'],
      body: lines,
      comment: `rule: ${context}`,
      place: rule.place,
    });
    const { id, role, flag, see } = rule;
    const members: string[] = [];
    for (const [name, value] of Object.entries({ id, context, role, flag, see })) {
      if (value !== undefined) members.push(`"${name}": ${writer.literal(value)}`);
    }
    if (rule.subject !== undefined) members.push(`"subject": ${this.expressions.items(rule.subject, scope)}`);
    members.push(`"place": ${placeCode(rule.place)}`, `"checks": [${checks.join(', ')}]`);
    issues.rule = undefined;
    return { fire, code: `{ ${members.join(', ')} }`, checks };
  }

  #numberOf({ variables, context }: Scope): string {
    const number = this.#variables.get(variables) ?? this.#variables.size;
    this.#variables.set(variables, number);
    return `${number}/${context.kinds}/${context.home === true}`;
  }

  /** Adds what a list of items declares to the scope, in order: what comes later sees what came before. */
  #body(items: readonly RuleItem[], scope: OpenScope, local: Map<string, Variable>): Body {
    const lines: CodeLine[] = [];
    const checks: number[] = [];
    for (const item of items) {
      if (item.kind === 'let') {
        const found = this.expressions.variable(item, scope, 'node');
        if (found === undefined) continue;
        scope.variables.set(...found);
        local.set(...found);
      } else if (item.kind === 'extends') {
        const fragment = this.#fragment(item, scope, local);
        if (fragment.id !== undefined) lines.push(`${fragment.id}(n, c, o);`);
        checks.push(...fragment.checks);
        for (const [name, variable] of fragment.variables) {
          scope.variables.set(name, variable);
          local.set(name, variable);
        }
      } else {
        const { number, test, kind, place } = this.checks.add(item, scope);
        checks.push(number);
        const condition = kind === 'assert' ? `!${test}(n, c)` : `${test}(n, c)`;
        lines.push({ text: `o.at = ${number};`, place }, `if (${condition}) o.found(n, c);`);
      }
    }
    return { lines, checks };
  }

  #fragment(extension: Extension, scope: OpenScope, local: ReadonlyMap<string, Variable>): Fragment {
    const signature = [this.#outer, ...[...local].map(([name, { id }]) => `${name}=${id}`)].join(' ');
    const known = this.#fragments.get(extension.body)?.get(signature);
    if (known !== undefined) return known;
    const inner = new Map(local);
    const { lines, checks } = this.#body(extension.body, { ...scope, variables: new Map(scope.variables) }, inner);
    const variables = [...inner].filter(([name, variable]) => local.get(name) !== variable);
    const fragment: Fragment = {
      checks,
      variables,
      ...(lines.length === 0 ? {} : { id: this.#define(extension, lines) }),
    };
    const bySignature = this.#fragments.get(extension.body) ?? new Map<string, Fragment>();
    bySignature.set(signature, fragment);
    this.#fragments.set(extension.body, bySignature);
    return fragment;
  }

  #define({ rule, place }: Extension, lines: readonly CodeLine[]): string {
    const comment = `abstract rule ${rule}`;
    return this.expressions.writer.define({
      hint: `abstract_${rule}`,
      params: ['n', 'c', 'o'],
      body: lines,
      comment,
      place,
    });
  }
}
