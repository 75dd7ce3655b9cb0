import { SocleArgumentError } from '@socle-sante/core/error';
import type { Place, Schema } from '../../schema/model.js';
import { XPathSyntaxError } from '../../xpath/ast.js';
import { StaticError, UnsupportedError } from '../expression/errors.js';

/** Something in a schema that cannot be compiled. */
export interface CompileIssue {
  /** `XPST0003`, `XPST0008`, `XPST0017`, …; `unsupported` for what this compiler does not do. */
  readonly code: string;
  readonly message: string;
  /** The expression, as written. */
  readonly expression: string;
  /** The rule that holds it: its id, or its context. */
  readonly rule?: string;
  readonly place: Place;
  readonly file: string;
}

/** A schema that cannot be compiled. Every fault is in `issues`: a rule that is not understood never passes silently. */
export class CompileError extends SocleArgumentError {
  declare readonly code: 'schema.compile';
  readonly issues: readonly CompileIssue[];
  constructor(issues: readonly CompileIssue[]) {
    const shown = issues.slice(0, 10).map(({ code, message, rule, place, file }) => {
      const of = rule === undefined ? '' : ` (rule ${rule.length > 100 ? `${rule.slice(0, 100)}…` : rule})`;
      return `${file}:${place.line}:${place.column}: ${code}: ${message}${of}`;
    });
    const more = issues.length > 10 ? [`and ${issues.length - 10} more`] : [];
    super({
      code: 'schema.compile',
      service: 'schematron',
      message: ['The schema cannot be compiled.', ...shown, ...more].join('\n'),
      audience: 'vendor',
      userMessage: {
        fr: { title: 'Ce jeu de règles ne peut pas être compilé', action: 'Corrigez les expressions indiquées.' },
        en: { title: 'These rules cannot be compiled', action: 'Correct the expressions named.' },
      },
    });
    this.issues = issues;
  }
}

/** Collects what cannot be compiled: all faults of a schema are told at once. */
export class Issues {
  readonly all: CompileIssue[] = [];
  /** The rule that is being compiled. */
  rule: string | undefined;

  constructor(private readonly schema: Schema) {}

  /** Runs a part of the compilation; what it throws is noted, and `instead` taken. */
  guard<T>(expression: string, place: Place, make: () => T, instead: T): T {
    try {
      return make();
    } catch (cause) {
      if (!isFault(cause)) throw cause;
      const [code, message] = told(cause);
      const { rule } = this;
      const file = this.schema.files[place.file] ?? '';
      this.all.push({ code, message, expression, place, file, ...(rule === undefined ? {} : { rule }) });
      return instead;
    }
  }
}

type Fault = XPathSyntaxError | StaticError | UnsupportedError;

function isFault(cause: unknown): cause is Fault {
  return cause instanceof XPathSyntaxError || cause instanceof StaticError || cause instanceof UnsupportedError;
}

function told(cause: Fault): readonly [code: string, message: string] {
  return cause instanceof UnsupportedError ? ['unsupported', cause.message] : [cause.code, cause.message];
}
