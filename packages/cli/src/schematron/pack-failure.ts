import { isSocleError } from '@socle-sante/core/error';
import { CompileError, SchemaError } from '@socle-sante/schematron/compile';
import type { Invocation } from '../frame/command.js';
import { EXIT, type ExitCode } from '../frame/exit.js';
import type { Locale } from '../frame/locale.js';
import { printJson } from '../frame/print.js';

/** One thing in a schematron that cannot be read or compiled. */
export interface PackIssue {
  readonly code: string;
  readonly message: string;
  /** The rule that holds it: its id, or its context. */
  readonly rule?: string;
  readonly expression?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Codes of what no file can be blamed for but the schema itself: it asks for something that is not supported. */
const NOT_SUPPORTED = new Set(['schema.compile', 'schema.unsupported', 'schema.binding']);

/** A schematron, or a compiled pack, that cannot be used. */
export class PackFailure extends Error {
  override readonly name = 'PackFailure';

  private constructor(
    /** As the command line names it. */
    readonly pack: string,
    readonly code: string,
    readonly issues: readonly PackIssue[],
    private readonly titles: Readonly<Record<Locale, string>>,
    cause: unknown,
  ) {
    super(`${pack}: ${code}`, { cause });
  }

  /** What is not a fault of the pack is thrown as it is. */
  static of(pack: string, error: unknown): PackFailure {
    if (!isSocleError(error)) throw error;
    const { fr, en } = error.userMessage;
    return new PackFailure(pack, error.code, issuesOf(error), { fr: fr.title, en: en.title }, error);
  }

  /** Some expression or instruction is not supported; otherwise something cannot be read. */
  get unsupported(): boolean {
    return NOT_SUPPORTED.has(this.code);
  }

  title(locale: Locale): string {
    return `${this.pack} : ${this.titles[locale]}`;
  }

  toJSON(): Readonly<Record<string, unknown>> {
    return { pack: this.pack, code: this.code, message: this.titles.en, issues: this.issues };
  }
}

/** What is wrong, one line for each thing. */
export function issueLines(failure: PackFailure, locale: Locale): readonly string[] {
  return failure.issues.flatMap(({ code, message, rule, expression, file, line, column }) => {
    const place = file === undefined ? '' : `${file}:${line}:${column}: `;
    const of = rule === undefined ? '' : locale === 'fr' ? ` (règle ${short(rule)})` : ` (rule ${short(rule)})`;
    return [`  ${place}${code}: ${message}${of}`, ...(expression === undefined ? [] : [`    ${short(expression)}`])];
  });
}

/** Runs a command; a pack that cannot be used is told with all that is wrong in it, and the exit status is 2. */
export async function withPacks(invocation: Invocation, run: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof PackFailure)) throw error;
    const { io, locale } = invocation;
    io.err(`${[error.title(locale), ...issueLines(error, locale)].join('\n')}\n`);
    if (invocation.json) printJson(invocation, { error });
    return EXIT.usage;
  }
}

function issuesOf(error: Error & { readonly code: string }): readonly PackIssue[] {
  if (error instanceof CompileError) {
    return error.issues.map(({ code, message, rule, expression, file, place: { line, column } }) => ({
      code,
      message,
      ...(rule === undefined ? {} : { rule }),
      expression,
      file,
      line,
      column,
    }));
  }
  const position = error instanceof SchemaError ? error.position : undefined;
  if (position === undefined) return [{ code: error.code, message: error.message }];
  const { file, line, column } = position;
  const prefix = `${file}:${line}:${column}: `;
  const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message;
  return [{ code: error.code, message, file, line, column }];
}

function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 300 ? `${plain.slice(0, 300)}…` : plain;
}
