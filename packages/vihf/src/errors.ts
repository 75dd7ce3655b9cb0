import { SocleAnswerError, SocleArgumentError, type SocleErrorInit } from '@socle-sante/core/error';

/** Why no assertion was made. */
export type VihfInputErrorCode =
  /** What it must say is wrong or missing: see `findings`. */
  | 'vihf.input'
  /** The certificate may not sign it: see `findings`. */
  | 'vihf.certificate'
  /** The card, the token or the remote service did not sign. */
  | 'vihf.signer'
  /** The Pro Santé Connect session has no such activity. */
  | 'vihf.activity';

/** The assertion could not be made. Nothing left the machine. */
export class VihfInputError extends SocleArgumentError {
  declare readonly code: VihfInputErrorCode;

  constructor(init: Omit<SocleErrorInit, 'service' | 'code'> & { readonly code: VihfInputErrorCode }) {
    super({ audience: 'vendor', ...init, service: 'vihf' });
  }
}

/** What was given is not a VIHF: no SAML 2.0 assertion in it, or several. */
export class VihfFormatError extends SocleAnswerError {
  declare readonly code: 'vihf.notAnAssertion';

  constructor(message: string) {
    super({ code: 'vihf.notAnAssertion', service: 'vihf', message, audience: 'vendor' });
  }
}
