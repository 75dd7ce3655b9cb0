import { type Finding, finding, isUuid } from '@socle-sante/core';

/**
 * The software that calls, as it was declared to the CNDA. All four parts are needed although the schema makes them
 * optional.
 */
export interface LpsSoftware {
  /** Authorisation number given by the CNDA; at most 59 characters. */
  readonly idam: string;
  /** Version as declared to the CNDA; at most 59 characters. */
  readonly version: string;
  /** UUID of this installation: made once, kept for ever, never shared by two sites. */
  readonly instance: string;
  /** Name, for example `urn:lps:mon-logiciel:2.1.0`; at most 59 characters. */
  readonly nom: string;
}

const MAX_LENGTH = 59;
const CONTROL = /\p{Cc}/u;

/** Checks the software block. Rules: `insi.lps.missing`, `insi.lps.length`, `insi.lps.character`, `insi.lps.instance`. */
export function validateLpsSoftware(software: LpsSoftware): Finding[] {
  const findings: Finding[] = [];
  for (const field of ['idam', 'version', 'instance', 'nom'] as const) {
    const value: unknown = software[field];
    if (typeof value !== 'string' || value.trim() === '') {
      findings.push(finding('insi.lps.missing', 'error', [field], { field }));
    } else if (value.length > MAX_LENGTH) {
      findings.push(finding('insi.lps.length', 'error', [field], { field, max: MAX_LENGTH, found: value.length }));
    } else if (CONTROL.test(value)) {
      findings.push(finding('insi.lps.character', 'error', [field], { field }));
    }
  }
  if (typeof software.instance === 'string' && software.instance !== '' && !isUuid(software.instance)) {
    findings.push(finding('insi.lps.instance', 'warning', ['instance'], { field: 'instance' }));
  }
  return findings;
}
