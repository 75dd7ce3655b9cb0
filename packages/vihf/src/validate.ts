/** The rules of a VIHF, before it is made and after it was received. Nothing here throws. */

import { isSocleError } from '@socle-sante/core/error';
import { type Finding, finding } from '@socle-sante/core/finding';
import { toXdsCx } from '@socle-sante/core/ins-identifier';
import { inspectVihf } from './inspect.js';
import { checkAssertion } from './rules/assertion.js';
import { checkClaims } from './rules/claims.js';
import type { VihfContext } from './rules/context.js';
import { AUTHN_CONTEXTS, type VihfClaims, type VihfInput, type VihfView, type VihfWireOptions } from './types.js';
import { AIR_DECLARATION, PURPOSE_SYSTEM, PURPOSES, RESOURCE, SECRET_CONNECTION } from './vocabulary.js';

export { checkSignatureCertificate } from './rules/certificate.js';
export type { VihfContext } from './rules/context.js';

/**
 * Everything that is wrong with an assertion: its form, its claims, its issuer. The signature itself is verified by
 * `verifyVihf`; here the certificate that it shows is only read.
 *
 * @param subject The XML (the assertion, or a message that holds one), or what `inspectVihf` gave.
 */
export function validateVihf(subject: string | Uint8Array | VihfView, context: VihfContext = {}): Finding[] {
  let view: VihfView;
  try {
    view = isXml(subject) ? inspectVihf(subject) : subject;
  } catch (error) {
    return [unreadable(error)];
  }
  const certificate = context.certificate ?? view.signature?.certificate;
  return [...checkAssertion(view, context), ...checkClaims(view.claims, context, certificate)];
}

/** Everything that is wrong with what an assertion is about to say. */
export function validateVihfInput(input: VihfInput, context: VihfContext = {}, wire: VihfWireOptions = {}): Finding[] {
  return checkClaims(claimsOf(input, wire), context, context.certificate);
}

function isXml(subject: string | Uint8Array | VihfView): subject is string | Uint8Array {
  return typeof subject === 'string' || subject instanceof Uint8Array;
}

function unreadable(error: unknown): Finding {
  const code = isSocleError(error) ? error.code : 'unknown';
  return finding(code === 'vihf.notAnAssertion' ? 'vihf.assertion.absent' : 'vihf.xml.malformed', 'error', [], {
    code,
  });
}

function claimsOf(input: VihfInput, wire: VihfWireOptions): VihfClaims {
  const purpose = input.purpose ?? 'normal';
  const { sector } = input;
  const declaration = input.mode === 'INDIRECTE_RENFORCEE' ? (wire.authnContextDecl ?? AIR_DECLARATION) : false;
  const context = input.authnContext ?? (input.mode === 'DIRECTE' ? AUTHN_CONTEXTS.smartcard : undefined);
  return {
    version: input.version ?? '3.0',
    mode: input.mode,
    nameId: input.nameId,
    ...(input.subjectId === undefined ? {} : { subjectId: input.subjectId }),
    structure: input.structure,
    sector: { code: sector.code, codeSystem: sector.codeSystem },
    roles: [...input.roles],
    ...(input.patient === undefined ? {} : { patient: toXdsCx(input.patient) }),
    resource: input.resource ?? RESOURCE,
    purpose: { code: purpose, codeSystem: PURPOSE_SYSTEM, displayName: PURPOSES[purpose] ?? '' },
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    ...(input.secretConnection === true ? { confidentiality: SECRET_CONNECTION } : {}),
    software: input.software,
    ...(Number.isFinite(input.authnInstant.getTime())
      ? { authnInstant: input.authnInstant.toISOString() }
      : { authnInstant: '' }),
    ...(context === undefined ? {} : { authnContext: context }),
    ...(declaration === false ? {} : { authnContextDecl: declaration }),
  };
}
