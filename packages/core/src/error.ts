import type { Finding, Locale } from './finding.js';
import { redact } from './redact.js';

/**
 * Where a failure comes from: the caller's `argument`, a service that is `unreachable`, a service that `refused`,
 * an `answer` that we refuse, something `unsupported` here.
 */
export type ErrorOrigin = 'argument' | 'unreachable' | 'refused' | 'answer' | 'unsupported';

/** Who can mend it: the `user` at the screen, the `admin` of the site, the `vendor` of the software. */
export type Audience = 'user' | 'admin' | 'vendor';

/** What the screen says: what happened, and what to do. */
export interface UserText {
  readonly title: string;
  readonly action: string;
}

export interface SocleErrorInit {
  /** Stable code, for example `insi.unavailable`. It is API; the message is not. */
  code: string;
  /** The service or part that speaks: `insi`, `wire`, `core`… */
  service: string;
  /** For developers and logs, in English. It is redacted all the same. */
  message: string;
  /** The service's own code, as received (`insi_102`, `siram_40`). */
  officialCode?: string;
  /** True when the same call may succeed later without any change. False by default. */
  retryable?: boolean;
  /** The wait that the service asked for, in milliseconds. */
  retryAfterMs?: number;
  audience?: Audience;
  userMessage?: Readonly<Record<Locale, UserText>>;
  /** The error underneath. One that is not a SocleError is replaced by a redacted copy. */
  cause?: unknown;
  findings?: readonly Finding[];
  messageId?: string;
  httpStatus?: number;
  /** What was exchanged, unredacted. Attached as a non-enumerable property, never printed nor serialised. */
  raw?: unknown;
}

/** What {@link SocleError.toJSON} gives: everything but the raw exchange, the cause and the stack. */
export interface SocleErrorJson {
  readonly name: string;
  readonly origin: ErrorOrigin;
  readonly code: string;
  readonly service: string;
  readonly message: string;
  readonly officialCode?: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  readonly audience: Audience;
  readonly userMessage: Readonly<Record<Locale, UserText>>;
  readonly findings: readonly Finding[];
  readonly messageId?: string;
  readonly httpStatus?: number;
}

/** Shared by every copy of this package in the process, so that `isSocleError` works across ESM, CJS and duplicates. */
const brand = Symbol.for('@socle-sante/core/SocleError');

/** Base of every failure of the SDK. Everything that it carries is redacted at construction. */
export abstract class SocleError extends Error {
  abstract readonly origin: ErrorOrigin;
  readonly code: string;
  readonly service: string;
  declare readonly officialCode?: string;
  readonly retryable: boolean;
  declare readonly retryAfterMs?: number;
  readonly audience: Audience;
  readonly userMessage: Readonly<Record<Locale, UserText>>;
  readonly findings: readonly Finding[];
  declare readonly messageId?: string;
  declare readonly httpStatus?: number;
  /** Non-enumerable; `undefined` unless the thrower attached something. May hold personal data: never log it. */
  declare readonly raw?: unknown;

  protected constructor(
    init: SocleErrorInit,
    defaults: { audience: Audience; text: Readonly<Record<Locale, UserText>> },
  ) {
    super(redact(init.message), init.cause === undefined ? undefined : { cause: redactCause(init.cause, 0) });
    this.code = init.code;
    this.service = init.service;
    this.retryable = init.retryable ?? false;
    this.audience = init.audience ?? defaults.audience;
    const text = init.userMessage ?? defaults.text;
    this.userMessage = { fr: redactText(text.fr), en: redactText(text.en) };
    this.findings = (init.findings ?? []).map(redactFinding);
    if (init.officialCode !== undefined) this.officialCode = redact(init.officialCode);
    if (init.retryAfterMs !== undefined) this.retryAfterMs = init.retryAfterMs;
    if (init.messageId !== undefined) this.messageId = redact(init.messageId);
    if (init.httpStatus !== undefined) this.httpStatus = init.httpStatus;
    hidden(this, brand, true);
    // A minified build shortens it: code compares `code` or `origin`, never `name`.
    hidden(this, 'name', new.target.name);
    if (init.raw !== undefined) hidden(this, 'raw', init.raw);
  }

  /** Safe to log and to send: no raw exchange, no cause, no stack. */
  toJSON(): SocleErrorJson {
    return {
      name: this.name,
      origin: this.origin,
      code: this.code,
      service: this.service,
      message: this.message,
      ...(this.officialCode === undefined ? {} : { officialCode: this.officialCode }),
      retryable: this.retryable,
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
      audience: this.audience,
      userMessage: this.userMessage,
      findings: this.findings,
      ...(this.messageId === undefined ? {} : { messageId: this.messageId }),
      ...(this.httpStatus === undefined ? {} : { httpStatus: this.httpStatus }),
    };
  }
}

/** The caller gave something wrong; nothing left the machine. */
export class SocleArgumentError extends SocleError {
  readonly origin = 'argument';
  constructor(init: SocleErrorInit) {
    super(init, { audience: 'vendor', text: texts.argument });
  }
}

/** The service could not be reached, or did not answer in time. */
export class SocleUnreachableError extends SocleError {
  readonly origin = 'unreachable';
  constructor(init: SocleErrorInit) {
    super(init, { audience: 'admin', text: texts.unreachable });
  }
}

/** The service answered, and said no. `officialCode` keeps its own word. */
export class SocleRefusedError extends SocleError {
  readonly origin = 'refused';
  constructor(init: SocleErrorInit) {
    super(init, { audience: 'user', text: texts.refused });
  }
}

/** The service answered something that must not be used. */
export class SocleAnswerError extends SocleError {
  readonly origin = 'answer';
  constructor(init: SocleErrorInit) {
    super(init, { audience: 'vendor', text: texts.answer });
  }
}

/** Asked for something that this version does not do. */
export class SocleUnsupportedError extends SocleError {
  readonly origin = 'unsupported';
  constructor(init: SocleErrorInit) {
    super(init, { audience: 'vendor', text: texts.unsupported });
  }
}

/** True for any error of the SDK, whichever copy of this package made it. */
export function isSocleError(e: unknown): e is SocleError {
  return typeof e === 'object' && e !== null && (e as Record<symbol, unknown>)[brand] === true;
}

function hidden(target: object, key: string | symbol, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: false, configurable: true, writable: true });
}

function redactText(text: UserText): UserText {
  return { title: redact(text.title), action: redact(text.action) };
}

function redactFinding(f: Finding): Finding {
  const params = Object.fromEntries(
    Object.entries(f.params).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]),
  );
  return { ...f, params };
}

/** Loggers print the cause and its stack: another library's error may quote what it was given. */
function redactCause(cause: unknown, depth: number): unknown {
  if (isSocleError(cause) || depth > 4) return isSocleError(cause) ? cause : undefined;
  if (!(cause instanceof Error)) return typeof cause === 'string' ? redact(cause) : undefined;
  const next = cause.cause === undefined ? undefined : { cause: redactCause(cause.cause, depth + 1) };
  const copy = new Error(redact(cause.message), next);
  hidden(copy, 'name', cause.name);
  if (typeof cause.stack === 'string') hidden(copy, 'stack', redact(cause.stack));
  const code = (cause as { code?: unknown }).code;
  if (typeof code === 'string') hidden(copy, 'code', redact(code));
  return copy;
}

const texts: Readonly<Record<ErrorOrigin, Readonly<Record<Locale, UserText>>>> = {
  argument: {
    fr: { title: 'La demande est incorrecte', action: 'Corrigez les informations signalées puis recommencez.' },
    en: { title: 'The request is not correct', action: 'Correct what is pointed out, then try again.' },
  },
  unreachable: {
    fr: {
      title: 'Le service ne répond pas',
      action: 'Recommencez plus tard ; si cela dure, prévenez votre administrateur.',
    },
    en: { title: 'The service does not answer', action: 'Try again later; if it lasts, tell your administrator.' },
  },
  refused: {
    fr: {
      title: 'Le service a refusé la demande',
      action: 'Vérifiez les informations saisies ou contactez votre support.',
    },
    en: { title: 'The service refused the request', action: 'Check what was entered, or contact your support.' },
  },
  answer: {
    fr: {
      title: 'La réponse du service est inutilisable',
      action: 'Rien n’a été enregistré. Contactez votre support.',
    },
    en: { title: 'The answer of the service cannot be used', action: 'Nothing was recorded. Contact your support.' },
  },
  unsupported: {
    fr: { title: 'Cette fonction n’est pas disponible', action: 'Contactez votre support.' },
    en: { title: 'This function is not available', action: 'Contact your support.' },
  },
};
