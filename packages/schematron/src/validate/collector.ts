import type { Firing, RuleFault, SchematronFinding } from '../pack.js';
import { XPathError } from '../runtime/error.js';
import { LimitError } from '../runtime/limits.js';
import type { Run } from '../runtime/run.js';
import type { Place } from '../schema/model.js';
import { locate, location, xpathOf } from '../tree/location.js';
import { XNode } from '../tree/node.js';
import type { CompiledCheck, CompiledPlace, CompiledRule, CompiledText, Outcome } from './compiled.js';
import type { Pack } from './pack.js';

export interface CollectorOptions {
  readonly onFinding?: ((finding: SchematronFinding) => void) | undefined;
  readonly onFault?: ((fault: RuleFault) => void) | undefined;
  /** Stop at the first fault, as the reference engine does. */
  readonly stop: boolean;
  /** Keep the list of the rules that fired, for SVRL. */
  readonly keepFirings: boolean;
  /** How many findings and faults there may be. */
  readonly most: number;
  readonly onRule?: OnRule | undefined;
  readonly clock: () => number;
}

/** Told what a rule cost on a node, in milliseconds. Ranks are those of the manifest. */
export type OnRule = (pattern: number, rule: number, milliseconds: number) => void;

/** Ends a run at its first fault. */
export class Stopped extends Error {}

interface Ranked<T> {
  readonly pattern: number;
  readonly value: T;
}

/** Makes the checks of rules, and keeps what they find. */
export class Collector implements Outcome {
  at = 0;
  readonly firings: Firing[] = [];
  /** How many times rules fired, by rank of pattern. */
  readonly fired = new Map<number, number>();
  readonly #findings: Ranked<SchematronFinding>[] = [];
  readonly #faults: Ranked<RuleFault>[] = [];
  #pattern = 0;
  /** What the rule that is fired found. */
  #own: SchematronFinding[] = [];
  #rule = 0;

  constructor(
    private readonly pack: Pack,
    private readonly run: Run,
    private readonly options: CollectorOptions,
  ) {}

  /** What was found, pattern by pattern, each in document order: the order of the reference. */
  get findings(): readonly SchematronFinding[] {
    return inOrder(this.#findings);
  }

  get faults(): readonly RuleFault[] {
    return inOrder(this.#faults);
  }

  /** Fires a rule on a node. */
  fire(node: XNode, pattern: number, rule: number): void {
    const fire = this.pack.pattern(pattern).fire[rule];
    if (fire === undefined) return;
    this.#pattern = pattern;
    this.#rule = rule;
    this.fired.set(pattern, (this.fired.get(pattern) ?? 0) + 1);
    this.#own = [];
    if (this.options.keepFirings) this.firings.push({ pattern, rule, node, findings: this.#own });
    this.at = 0;
    const { onRule, clock } = this.options;
    const began = onRule === undefined ? 0 : clock();
    try {
      fire(node, this.run, this);
    } catch (cause) {
      this.#checkFault(node, this.at, cause);
      this.#goOn(node, this.#current(), this.at);
    }
    if (onRule !== undefined) onRule(pattern, rule, clock() - began);
  }

  /** What generated code calls when the check `at` fired. */
  found(node: XNode, c: Run): void {
    const check = this.pack.check(this.at);
    const rule = this.#current();
    let finding: SchematronFinding;
    try {
      finding = this.#finding(node, c, check, rule);
    } catch (cause) {
      this.#checkFault(node, check.k, cause);
      return;
    }
    this.#count();
    this.#findings.push({ pattern: this.#pattern, value: finding });
    this.#own.push(finding);
    this.options.onFinding?.(finding);
  }

  /** A context that could not be tried: the reference engine warns, and takes it that it does not match. */
  contextFault(node: XNode, cause: unknown, rules: readonly number[]): void {
    const [pattern = 0, rank = 0] = rules;
    const rule = this.pack.rules(pattern)[rank];
    if (rule === undefined || isFinal(cause)) throw cause;
    this.#fault(node, pattern, rule, rule.context, rule.place, cause, true);
  }

  /** A pattern whose `documents` could not be had. */
  documentsFault(node: XNode, pattern: number, expression: string, place: Place, cause: unknown): void {
    if (isFinal(cause)) throw cause;
    const key = this.pack.manifest.patterns[pattern]?.key ?? '';
    this.#add(pattern, { pattern: key, rule: '', expression, ...where(node), ...told(cause), place });
  }

  /** The rule that is fired. */
  #current(): CompiledRule {
    const rule = this.pack.rules(this.#pattern)[this.#rule];
    if (rule === undefined) throw new RangeError(`no rule ${this.#rule}`);
    return rule;
  }

  /** The checks that come after the one that failed to be made. */
  #goOn(node: XNode, rule: CompiledRule, failed: number): void {
    const from = failed === 0 ? rule.checks.length : rule.checks.indexOf(failed) + 1;
    for (let index = from; index < rule.checks.length; index += 1) {
      const check = this.pack.check(rule.checks[index] ?? 0);
      this.at = check.k;
      try {
        if (check.holds(node, this.run) === (check.kind === 'report')) this.found(node, this.run);
      } catch (cause) {
        this.#checkFault(node, check.k, cause);
      }
    }
  }

  #checkFault(node: XNode, number: number, cause: unknown): void {
    if (isFinal(cause) || cause instanceof Stopped) throw cause;
    const rule = this.#current();
    const check = number === 0 ? undefined : this.pack.check(number);
    this.#fault(node, this.#pattern, rule, check?.test ?? rule.context, check?.place ?? rule.place, cause, false);
  }

  #fault(
    node: XNode,
    pattern: number,
    rule: CompiledRule,
    expression: string,
    place: CompiledPlace,
    cause: unknown,
    recovered: boolean,
  ): void {
    const fault: RuleFault = {
      pattern: this.pack.manifest.patterns[pattern]?.key ?? '',
      rule: rule.id ?? rule.context,
      expression,
      ...where(node),
      ...told(cause),
      place: placeOf(place),
      ...(recovered ? { recovered: true as const } : {}),
    };
    this.#add(pattern, fault);
  }

  #add(pattern: number, fault: RuleFault): void {
    this.#count();
    this.#faults.push({ pattern, value: fault });
    this.options.onFault?.(fault);
    if (this.options.stop && fault.recovered !== true) throw new Stopped();
  }

  #count(): void {
    if (this.#findings.length + this.#faults.length < this.options.most) return;
    throw new LimitError('limit.findings', `more than ${this.options.most} findings and faults`);
  }

  #finding(node: XNode, c: Run, check: CompiledCheck, rule: CompiledRule): SchematronFinding {
    const subject = check.subject?.(node, c)[0] ?? rule.subject?.(node, c)[0];
    const at = subject instanceof XNode ? subject : node;
    const { id, role, flag, see } = check;
    const line = locate(at);
    return {
      kind: check.kind,
      pattern: this.pack.manifest.patterns[this.#pattern]?.key ?? '',
      rule: rule.id ?? rule.context,
      ...(id === undefined ? {} : { id }),
      test: check.test,
      ...(role === undefined ? {} : { role }),
      ...(flag === undefined ? {} : { flag }),
      ...(see === undefined ? {} : { see }),
      location: location(at),
      xpath: xpathOf(at),
      line: line.line,
      column: line.column,
      text: textOf(check.text, node, c),
      template: check.template ?? (typeof check.text === 'string' ? check.text : ''),
      diagnostics: (check.diagnostics ?? []).map(([name, text]) => ({ id: name, text: textOf(text, node, c) })),
      properties: (check.properties ?? []).map(([name, text]) => ({ id: name, text: textOf(text, node, c) })),
      place: placeOf(check.place),
    };
  }
}

/** What ends the run: a bound of the caller, but not one that only stops an expression. */
function isFinal(cause: unknown): boolean {
  return cause instanceof LimitError && cause.code !== 'limit.regex' && cause.code !== 'limit.size';
}

function told(cause: unknown): { readonly code: string; readonly message: string } {
  if (cause instanceof XPathError || cause instanceof LimitError) return { code: cause.code, message: cause.message };
  // The stack of the engine is what bounds recursive functions of a schema.
  if (cause instanceof RangeError && /string length/i.test(cause.message)) {
    return { code: 'limit.size', message: 'the expression makes a text that is too long' };
  }
  if (cause instanceof RangeError) return { code: 'limit.recursion', message: 'the expression recurses too deeply' };
  return { code: 'internal', message: cause instanceof Error ? cause.message : String(cause) };
}

function where(node: XNode): { readonly location: string; readonly line: number; readonly column: number } {
  return { location: location(node), ...locate(node) };
}

function textOf(text: CompiledText, node: XNode, c: Run): string {
  return typeof text === 'string'
    ? text
    : text(node, c)
        .replace(/[ \t\r\n]+/g, ' ')
        .trim();
}

function placeOf([file, line, column]: CompiledPlace): Place {
  return { file, line, column };
}

function inOrder<T>(all: readonly Ranked<T>[]): T[] {
  return [...all].sort((a, b) => a.pattern - b.pattern).map(({ value }) => value);
}
