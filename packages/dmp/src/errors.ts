// The ways in which a call to the DMP fails. None of them ever carries an identity trait, a matricule or a document.

import {
  type ErrorOrigin,
  SocleAnswerError,
  SocleArgumentError,
  SocleError,
  type SocleErrorInit,
  SocleRefusedError,
  SocleUnreachableError,
  SocleUnsupportedError,
  type UserText,
} from '@socle-sante/core/error';
import type { Locale } from '@socle-sante/core/finding';
import { redact } from '@socle-sante/core/redact';
import type { WireUnreachableCode } from '@socle-sante/wire/http';

/** Every `code` that an error of this package can carry. Texts may change, these do not. */
export type DmpErrorCode =
  | 'dmp.input.options'
  | 'dmp.input.patient'
  | 'dmp.input.environment'
  | 'dmp.input.reason'
  | 'dmp.input.request'
  | 'dmp.input.submission'
  | 'dmp.forbiddenByMode'
  | 'dmp.config.vihf'
  | 'dmp.config.transport'
  | 'dmp.config.refused'
  | 'dmp.unavailable'
  | 'dmp.busy'
  | 'dmp.deposit.unknown'
  | 'dmp.refused.rights'
  | 'dmp.refused.patient'
  | 'dmp.refused.message'
  | 'dmp.refused.stale'
  | 'dmp.refused.duplicate'
  | 'dmp.refused.query'
  | 'dmp.refused.policy'
  | 'dmp.refused.other'
  | 'dmp.protocol.answer'
  | 'dmp.protocol.relatesTo'
  | 'dmp.protocol.multipart'
  | 'dmp.protocol.tooLarge'
  | 'dmp.protocol.hash'
  | 'dmp.protocol.size'
  | 'dmp.protocol.missingDocument'
  | 'dmp.journal'
  | WireUnreachableCode;

/** One `rs:RegistryError` as received. `code` is an open string: the complete list of the DMP is not published. */
export interface RegistryError {
  readonly code: string;
  /** `codeContext`: the sentence of the DMP. To be quoted, never parsed. */
  readonly context: string;
  readonly severity: 'error' | 'warning';
  readonly location?: string;
}

/** What a SOAP fault said. */
export interface DmpFault {
  /** `Sender` (ours to mend) or `Receiver` (theirs). */
  readonly role: string;
  /** First subcode, for example `DMPInvalidCertificate`. */
  readonly subcode?: string;
  readonly reason?: string;
}

/** What the constructors take. */
export interface DmpErrorInit extends Omit<SocleErrorInit, 'service' | 'code'> {
  readonly code: DmpErrorCode;
  readonly fault?: DmpFault;
  readonly registryErrors?: readonly RegistryError[];
}

/** The caller gave something that must not be sent. Nothing left the machine. */
export class DmpInputError extends SocleArgumentError {
  override readonly name: string = 'DmpInputError';
  declare readonly code: DmpErrorCode;
  constructor(init: DmpErrorInit) {
    super(socleInit({ audience: 'user', ...init }));
  }
}

/**
 * The software, its certificates or its VIHF is not what the DMP wants: an administrator or the vendor must act.
 * `origin` says who noticed: `argument` here before the call, `unreachable` the TLS layer, `refused` the DMP.
 */
export class DmpConfigError extends SocleError {
  override readonly name: string = 'DmpConfigError';
  declare readonly code: DmpErrorCode;
  readonly origin: ErrorOrigin;
  declare readonly fault?: DmpFault;
  declare readonly registryErrors: readonly RegistryError[];
  constructor(init: DmpErrorInit & { readonly origin: 'argument' | 'unreachable' | 'refused' }) {
    super(socleInit(init), { audience: 'admin', text: CONFIG_TEXT });
    this.origin = init.origin;
    quoted(this, init);
  }
}

/**
 * The DMP could not be reached, said that it is busy, or did not answer in time. With the code `dmp.deposit.unknown`, whether
 * a deposit arrived could not be found out: ask again later with the same submission, never with new identifiers.
 */
export class DmpUnavailableError extends SocleUnreachableError {
  override readonly name: string = 'DmpUnavailableError';
  declare readonly code: DmpErrorCode;
  declare readonly fault?: DmpFault;
  declare readonly registryErrors: readonly RegistryError[];
  constructor(init: DmpErrorInit) {
    super(socleInit({ audience: 'user', ...init }));
    quoted(this, init);
  }
}

/** The DMP answered and said no: by a fault, or by registry errors. */
export class DmpRefusedError extends SocleRefusedError {
  override readonly name: string = 'DmpRefusedError';
  declare readonly code: DmpErrorCode;
  declare readonly fault?: DmpFault;
  declare readonly registryErrors: readonly RegistryError[];
  constructor(init: DmpErrorInit) {
    super(socleInit(init));
    quoted(this, init);
  }
}

/** The DMP answered something that must not be used: nothing of it is returned. */
export class DmpProtocolError extends SocleAnswerError {
  override readonly name: string = 'DmpProtocolError';
  declare readonly code: DmpErrorCode;
  constructor(init: DmpErrorInit) {
    super(socleInit(init));
  }
}

/** Asked for something that this mode of access does not allow, or whose wire format is not known. */
export class DmpUnsupportedError extends SocleUnsupportedError {
  override readonly name: string = 'DmpUnsupportedError';
  declare readonly code: DmpErrorCode;
  constructor(init: DmpErrorInit) {
    super(socleInit(init));
  }
}

/** Any error that a call can reject with. */
export type DmpError =
  | DmpInputError
  | DmpConfigError
  | DmpUnavailableError
  | DmpRefusedError
  | DmpProtocolError
  | DmpUnsupportedError;

function socleInit(init: DmpErrorInit): SocleErrorInit {
  const { fault: _fault, registryErrors: _errors, ...rest } = init;
  return { ...rest, service: 'dmp' };
}

/**
 * What the DMP said in its own words may name a patient: it is redacted, and not enumerable, so that no log, JSON or inspection of an
 * error shows it. Read `fault` and `registryErrors` to put it on the screen of who made the call.
 */
function quoted(error: object, { fault, registryErrors = [] }: DmpErrorInit): void {
  const hide = (name: string, value: unknown) => Object.defineProperty(error, name, { value, enumerable: false });
  if (fault !== undefined)
    hide('fault', fault.reason === undefined ? fault : { ...fault, reason: redact(fault.reason) });
  hide(
    'registryErrors',
    registryErrors.map((item) => ({
      ...item,
      context: redact(item.context),
      ...(item.location === undefined ? {} : { location: redact(item.location) }),
    })),
  );
}

const CONFIG_TEXT: Readonly<Record<Locale, UserText>> = {
  fr: {
    title: 'Le DMP n’est pas configuré correctement',
    action: 'Contactez votre support : le logiciel, ses certificats ou votre situation d’exercice doit être corrigé',
  },
  en: {
    title: 'The DMP is not configured correctly',
    action: 'Contact your support: the software, its certificates or your work situation must be corrected',
  },
};
