import type { InsIdentifier } from '@socle-sante/core/ins-identifier';
import type { ConceptSet } from '@socle-sante/nomenclatures';
import type { CertificateInfo } from '@socle-sante/wire/tls';

/** What a check may know besides the assertion. What is absent is not checked. */
export interface VihfContext {
  /** Instant of the check, against which issue and login are compared. */
  readonly now?: Date;
  /** Widest gap between the issue and `now`, in seconds. Default 300. */
  readonly maxSkewSeconds?: number;
  /** Certificate of the TLS client: its subject must be that of the signature certificate. */
  readonly tlsCertificate?: CertificateInfo;
  /** Certificate that signs, when the assertion is not signed yet; else the one of its KeyInfo is read. */
  readonly certificate?: CertificateInfo;
  /** Structures of the activities of the card (DIRECTE). */
  readonly cardStructures?: readonly string[];
  /** Patient of the message that carries the assertion. */
  readonly patient?: InsIdentifier;
  /** Refuses an assertion without a patient. Default false: no patient is needed for TD0.4 and TD0.5. */
  readonly patientRequired?: boolean;
  /** Refuses the INS of test and demonstration. Default false. */
  readonly production?: boolean;
  /** Whether the patient is a minor, when known: the secret connection is for minors only. */
  readonly minor?: boolean;
  /** Accepted values of VIHF_Version. Default 3.0 and 4.0. */
  readonly versions?: readonly string[];
  /** Expected `Ressource_URN`. Default `urn:dmp`. */
  readonly resource?: string;
  /** Whether `bris_de_glace` needs a reason. Default true; no published text settles it. */
  readonly reasonForBrisDeGlace?: boolean;
  /** Roles and sectors, when newer lists than those of the package are at hand (JDV_J65, JDV_J61). */
  readonly lists?: { readonly roles?: ConceptSet; readonly sectors?: ConceptSet };
}

/** The text that a rule follows. */
export const REF = { document: 'GIE SESAM-Vitale, SEL-MP-037; CI-SIS, volet Synchrone pour client lourd' } as const;
