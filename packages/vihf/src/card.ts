import type { Coded } from '@socle-sante/core/coded';
import { jdvJ65 } from '@socle-sante/nomenclatures/jdv-j65';
import { findConcept, toCoded } from '@socle-sante/nomenclatures/lookup';
import { type CertificateInfo, nameAttribute } from '@socle-sante/wire/tls';
import type { VihfBase } from './build.js';
import { VihfInputError } from './errors.js';
import type { VihfInput, VihfRoles } from './types.js';
import { ROLE_SYSTEMS, SECTOR_SYSTEM } from './vocabulary.js';

/** Private extensions of the certificates of the cards (IGC-Santé): code of profession, codes of savoir-faire. */
const PROFESSION_EXTENSION = '1.2.250.1.71.1.2.7';
const SKILLS_EXTENSION = '1.2.250.1.71.4.2.5';

/** The activity of the card under which the user works (`CPS_ACTIVITY_01_PS` …). The software asks when there are several. */
export interface CardActivity {
  /** Struct_IdNat (TLV 0x85). */
  readonly structure: string;
  /** Code of the sector (TLV 0x86), `SA07`. */
  readonly sector: string;
}

/** What the certificate of a card does not say. */
export interface CardVihfInput
  extends Pick<VihfInput, 'software' | 'authnInstant' | 'version' | 'resource' | 'subjectId'> {
  readonly activity: CardActivity;
  /** Profession and savoir-faire of this activity. Default: those of the certificate, when it has one savoir-faire at most. */
  readonly roles?: VihfRoles;
}

/**
 * What the assertion of a card says (DIRECTE): the identifier and, by default, the roles come from its certificate.
 *
 * @throws VihfInputError `vihf.certificate` without an identifier, or when the roles cannot be known from it.
 */
export function vihfFromCps(certificate: CertificateInfo, input: CardVihfInput): VihfBase {
  const { activity, roles, ...rest } = input;
  const nameId = nameAttribute(certificate.subject, 'CN');
  const known = roles ?? rolesOfCard(certificate);
  if (nameId === undefined || known === undefined) {
    throw new VihfInputError({
      code: 'vihf.certificate',
      message:
        nameId === undefined
          ? 'The certificate of the card holds no identifier.'
          : 'The certificate does not settle the roles of the user: give them, for the activity that was chosen.',
    });
  }
  return {
    ...rest,
    mode: 'DIRECTE',
    nameId,
    structure: activity.structure,
    sector: { code: activity.sector, codeSystem: SECTOR_SYSTEM },
    roles: known,
  };
}

/** The roles that the certificate of a card gives, when they leave no choice. */
function rolesOfCard(certificate: CertificateInfo): VihfRoles | undefined {
  const profession = certificate.extensions.get(PROFESSION_EXTENSION)?.value.at(-1);
  const first = profession === undefined ? undefined : roleOf(String(profession), ROLE_SYSTEMS.professions);
  if (first === undefined) return undefined;
  const codes = shortTexts(certificate.extensions.get(SKILLS_EXTENSION)?.value ?? new Uint8Array());
  if (codes.length > 1) return undefined;
  const second = codes[0] === undefined ? undefined : roleOf(codes[0], ROLE_SYSTEMS.skills);
  return second === undefined ? [first] : [first, second];
}

/** A role of JDV_J65 with its official label. */
export function roleOf(code: string, system: string): Coded | undefined {
  const concept = findConcept(jdvJ65, code, system);
  return concept && toCoded(concept);
}

/** The texts of a short DER SEQUENCE OF UTF8String (or PrintableString); nothing when it is anything else. */
function shortTexts(der: Uint8Array): string[] {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 127) return [];
  const texts: string[] = [];
  for (let at = 2; at < der.length; ) {
    const length = der[at + 1] ?? 0;
    if (der[at] !== 0x0c && der[at] !== 0x13) return [];
    texts.push(Buffer.from(der.subarray(at + 2, at + 2 + length)).toString('utf8'));
    at += 2 + length;
  }
  return texts;
}
