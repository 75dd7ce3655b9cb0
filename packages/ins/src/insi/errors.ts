// The five ways in which a call to INSi fails. None of them ever carries a trait, a matricule or a name.

import {
  type ErrorOrigin,
  type Locale,
  SocleAnswerError,
  SocleArgumentError,
  SocleError,
  type SocleErrorInit,
  SocleRefusedError,
  SocleUnreachableError,
  SocleUnsupportedError,
  type UserText,
} from '@socle-sante/core';
import type { IdentityErrorCode, WireUnreachableCode } from '@socle-sante/wire';

/** Every `code` that an error of this package can carry. Texts may change, these do not. */
export type InsiErrorCode =
  | 'insi.input.traits'
  | 'insi.input.blocked'
  | 'insi.input.options'
  | 'insi.input.vitale'
  | 'insi.input.verification'
  | 'insi.rateLimited'
  | 'insi.vitale.noReader'
  | 'insi.vitale.absent'
  | 'insi.vitale.swapped'
  | 'insi.vitale.unreadable'
  | 'insi.vitale.signature'
  | 'insi.config.software'
  | 'insi.config.certificate'
  | 'insi.config.card'
  | 'insi.config.credentials'
  | 'insi.config.nonNominativeCard'
  | 'insi.config.testOid'
  | 'insi.config.refused'
  | 'insi.config.http'
  | 'insi.unavailable'
  | 'insi.technical'
  | 'insi.protocol.xml'
  | 'insi.protocol.tooLarge'
  | 'insi.protocol.doctype'
  | 'insi.protocol.notSoap'
  | 'insi.protocol.unexpectedBody'
  | 'insi.protocol.unknownCode'
  | 'insi.protocol.missingIndividual'
  | 'insi.protocol.matriculeKey'
  | 'insi.protocol.matricule'
  | 'insi.protocol.oid'
  | 'insi.protocol.traits'
  | 'insi.protocol.fault'
  | 'insi.protocol.verification'
  | 'insi.unsupportedCombination'
  | 'insi.experimental.psc'
  | 'insi.verification.noCodec'
  | IdentityErrorCode
  | WireUnreachableCode;

/** What a SOAP fault of the service said, whatever its prefixes, language and case. */
export interface InsiFaultDetails {
  /** `Sender` (ours to mend) or `Receiver` (theirs). */
  readonly role: string;
  /** First subcode, for example `siram_40`. */
  readonly siram?: string;
  /** `Erreur/@code` as received, for example `DESIR_560`. */
  readonly code?: string;
  /** `Erreur/@severite` as received: the service also sends values that its own schema refuses. */
  readonly severity?: string;
  /** The sentence for the user, in the language of the service. To be quoted, never parsed. */
  readonly reason?: string;
  /** The technical sentence. */
  readonly detail?: string;
}

/** What the five constructors take. */
export interface InsiErrorInit extends Omit<SocleErrorInit, 'service' | 'code'> {
  readonly code: InsiErrorCode;
  readonly fault?: InsiFaultDetails;
}

/** The caller gave something that must not be sent. Nothing left the machine. */
export class InsiInputError extends SocleArgumentError {
  override readonly name: string = 'InsiInputError';
  declare readonly code: InsiErrorCode;
  constructor(init: InsiErrorInit) {
    super(socleInit({ audience: 'user', ...init }));
  }
}

/**
 * The software, its certificate or its card is not what the service wants: an administrator or the vendor must act.
 * `origin` says who noticed: `argument` here before the call, `unreachable` the TLS layer, `refused` the service.
 */
export class InsiConfigError extends SocleError {
  override readonly name: string = 'InsiConfigError';
  declare readonly code: InsiErrorCode;
  readonly origin: ErrorOrigin;
  readonly fault?: InsiFaultDetails;
  constructor(init: InsiErrorInit & { readonly origin: 'argument' | 'unreachable' | 'refused' }) {
    super(socleInit(init), { audience: 'admin', text: CONFIG_TEXT });
    this.origin = init.origin;
    if (init.fault) this.fault = init.fault;
  }
}

/** The service could not be reached, said that it is unavailable, or did not answer in time. */
export class InsiUnavailableError extends SocleUnreachableError {
  override readonly name: string = 'InsiUnavailableError';
  declare readonly code: InsiErrorCode;
  readonly fault?: InsiFaultDetails;
  constructor(init: InsiErrorInit) {
    super(socleInit({ audience: 'user', ...init }));
    if (init.fault) this.fault = init.fault;
  }
}

/** The service answered that something failed on its side. */
export class InsiTechnicalError extends SocleRefusedError {
  override readonly name: string = 'InsiTechnicalError';
  declare readonly code: InsiErrorCode;
  readonly fault?: InsiFaultDetails;
  /** True when the answer may only mean that the person is not in the test base: `insi_102` outside production. */
  readonly maybeUnknownInTestBase: boolean;
  constructor(init: InsiErrorInit & { readonly maybeUnknownInTestBase?: boolean }) {
    super(socleInit(init));
    this.maybeUnknownInTestBase = init.maybeUnknownInTestBase ?? false;
    if (init.fault) this.fault = init.fault;
  }
}

/** The service answered something that must not be used: nothing of it is returned. */
export class InsiProtocolError extends SocleAnswerError {
  override readonly name: string = 'InsiProtocolError';
  declare readonly code: InsiErrorCode;
  readonly fault?: InsiFaultDetails;
  constructor(init: InsiErrorInit) {
    super(socleInit(init));
    if (init.fault) this.fault = init.fault;
  }
}

/** Asked for something that is not supported, or whose wire format is not known. */
export class InsiUnsupportedError extends SocleUnsupportedError {
  override readonly name: string = 'InsiUnsupportedError';
  declare readonly code: InsiErrorCode;
  constructor(init: InsiErrorInit) {
    super(socleInit(init));
  }
}

/** Any error that a call can reject with. */
export type InsiError =
  | InsiInputError
  | InsiConfigError
  | InsiUnavailableError
  | InsiTechnicalError
  | InsiProtocolError
  | InsiUnsupportedError;

function socleInit(init: InsiErrorInit): SocleErrorInit {
  const { fault: _fault, ...rest } = init;
  return { ...rest, service: 'insi' };
}

const CONFIG_TEXT: Readonly<Record<Locale, UserText>> = {
  fr: {
    title: 'INSi n’est pas configuré correctement',
    action: 'Contactez votre support : le logiciel, son certificat ou la carte doit être corrigé',
  },
  en: {
    title: 'INSi is not configured correctly',
    action: 'Contact your support: the software, its certificate or the card must be corrected',
  },
};
