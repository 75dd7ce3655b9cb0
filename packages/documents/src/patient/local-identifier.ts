import { type Finding, finding } from '@socle-sante/core/finding';
import { isOid } from '@socle-sante/core/oid';
import type { IdentityState } from '@socle-sante/core/rniv';
import { unsafeText } from './text.js';

/** Who gave an identifier: the same pair is written as HD in HL7 v2 and XDS, `root` in CDA, `system` in FHIR. */
export interface AssigningAuthority {
  /** Short name (HD.1), for HL7 v2 only. */
  readonly namespace?: string;
  /** Universal identifier: an OID, or anything else together with `scheme`. */
  readonly id?: string;
  /** HL7 table 0301: `ISO` for an OID (default), `N`, `M`… for local schemes. */
  readonly scheme?: string;
}

/** An identifier that is not the INS, such as the IPP (`PI`) of an establishment. */
export interface LocalIdentifier {
  readonly value: string;
  readonly authority: AssigningAuthority;
  /** HL7 table 0203; `PI` by default. */
  readonly type?: string;
}

/** Every OID of the INS family: INS-NIR, INS-NIA, test, demonstration, INS-C, NIR and NIA as billing numbers. */
const INS_ARC = /^1\.2\.250\.1\.213\.1\.4\.(?:2|6|8|9|10|11|13|14)$/;
const INS_TYPES = new Set(['INS', 'INS-NIR', 'INS-NIA', 'INS-C', 'NH']);

/**
 * Refuses a local identifier that is an INS in disguise: by its authority, its type, or its value. Otherwise a
 * qualified status could be walked around.
 */
export function checkLocalIdentifiers(state: IdentityState, identifiers: readonly LocalIdentifier[]): Finding[] {
  const own = new Set([state.ins?.matricule, ...state.history.map((entry) => entry.matricule)].map(compact));
  own.delete('');
  return identifiers.flatMap((identifier, index) => {
    const path = ['localIdentifiers', index];
    const { value, authority, type } = identifier;
    const texts = [value, authority.namespace, authority.id, authority.scheme, type];
    if (texts.some(unsafeText)) return [finding('ins.text.control', 'error', path, { field: 'localIdentifiers' })];
    if (!value.trim()) return [finding('ins.localIdentifier.empty', 'error', path)];
    const disguised =
      INS_ARC.test((authority.id ?? '').replace(/^urn:oid:/i, '').trim()) ||
      INS_TYPES.has((type ?? '').toUpperCase()) ||
      own.has(compact(value));
    return disguised ? [finding('ins.localIdentifier.ins', 'error', path)] : [];
  });
}

/** The OID of an authority, when it is one. */
export function authorityOid(authority: AssigningAuthority): string | undefined {
  const { id, scheme = 'ISO' } = authority;
  return scheme === 'ISO' && id !== undefined && isOid(id) ? id : undefined;
}

function compact(value: string | undefined): string {
  return (value ?? '').replace(/[^0-9A-Za-z]/g, '').toUpperCase();
}
