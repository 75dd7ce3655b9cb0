import type { Coded } from '@socle-sante/core/coded';
import type { InsIdentifier } from '@socle-sante/core/ins-identifier';
import type { CertificateInfo } from '@socle-sante/wire/tls';

/**
 * How the user was authenticated: by his card (`DIRECTE`), by his software under a structure certificate (`INDIRECTE`), or the
 * same with two factors (`INDIRECTE_RENFORCEE`, the AIR mode).
 */
export type VihfMode = 'DIRECTE' | 'INDIRECTE' | 'INDIRECTE_RENFORCEE';

/** Access mode. `centre_15` is the régulation; `bris_de_glace` needs a reason. */
export type VihfPurpose = 'normal' | 'bris_de_glace' | 'centre_15';

/** The software, as it was registered at homologation. */
export interface VihfSoftware {
  /** `LPS_ID`: identifier of this installation. */
  readonly id?: string;
  /** `LPS_Nom` */
  readonly name: string;
  /** `LPS_Version` */
  readonly version: string;
  /** `LPS_ID_HOMOLOGATION_DMP` */
  readonly homologation: string;
}

/** Profession first, then the savoir-faire of a médecin, the section of a pharmacien, or the role of a professional by role. */
export type VihfRoles = readonly [Coded] | readonly [Coded, Coded];

/** What one assertion says. A new one is built for each call. */
export interface VihfInput {
  readonly mode: VihfMode;
  /** `VIHF_Version`. Default `3.0`: official samples say 3.0, the text of 2026 says 4.0. */
  readonly version?: string;
  /** `NameID`: PS_IdNat of the card; else identifier of the professional, national or of the structure (`30B…/local`). */
  readonly nameId: string;
  /**
   * Name of the user, `NOM Prénom`; for automatic processing: software, model, service. Never the patient. Needed unless the
   * mode is DIRECTE, where it is not sent.
   */
  readonly subjectId?: string;
  /** `Identifiant_Structure`, Struct_IdNat. */
  readonly structure: string;
  /** `Secteur_Activite`, list JDV_J61. */
  readonly sector: Pick<Coded, 'code' | 'codeSystem'>;
  /** List JDV_J65. */
  readonly roles: VihfRoles;
  /** Left out when no record is opened (TD0.4, TD0.5). */
  readonly patient?: InsIdentifier;
  /** Default `normal`. */
  readonly purpose?: VihfPurpose;
  /** `Mode_Acces_Raison`: why the glass is broken. */
  readonly reason?: string;
  /** "Connexion secrète": hides the access from the legal representatives of a minor. */
  readonly secretConnection?: boolean;
  readonly software: VihfSoftware;
  /** When the user logged in to the software. */
  readonly authnInstant: Date;
  /** How: one of {@link AUTHN_CONTEXTS}. Default SmartcardPKI in DIRECTE mode; to be given in the others. */
  readonly authnContext?: string;
  /** `Ressource_URN`. Default `urn:dmp`. */
  readonly resource?: string;
}

/** `AuthnContextClassRef` values seen (SAML 2.0 Authentication Context). */
export const AUTHN_CONTEXTS = {
  smartcard: 'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI',
  password: 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password',
  tlsClient: 'urn:oasis:names:tc:SAML:2.0:ac:classes:TLSClient',
  mobileTwoFactor: 'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorUnregistered',
  /** Automatic processing. */
  unspecified: 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified',
} as const;

/**
 * What official sources spell in two ways, or do not settle. Each has the default of the most recent source and may be changed
 * without a new version of this package.
 */
export interface VihfWireOptions {
  /** Default `Authentification_Mode` (2024–2026); older samples write `Authentification_mode`. */
  readonly modeAttribute?: 'Authentification_Mode' | 'Authentification_mode';
  /** Attribute of the secret connection. Default the URN. */
  readonly confidentialityAttribute?:
    | 'urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code'
    | 'Confidentiality_code';
  /** `AuthnContextDecl` of the AIR mode. Default `APP_BROWSER_AUTH`; `false` sends none. */
  readonly authnContextDecl?: string | false;
  /**
   * Text of the Issuer. `rfc2253` (default): the subject from its last part to the country, to the letter of RFC 2253, as the sample
   * messages have it: surname, given name and title of a card are OIDs with hexadecimal values. `reversed`: the same, country first. Or a
   * function: `formatRfc2253` of `@socle-sante/wire/tls` writes keywords and texts.
   */
  readonly issuer?: 'rfc2253' | 'reversed' | ((certificate: CertificateInfo) => string);
  /** Sends the name of the user in DIRECTE mode too. Default false: no sample does. */
  readonly subjectIdInDirectMode?: boolean;
  /** `@codeSystemName` of the purpose. Default `mode acces VIHF 2.0`. */
  readonly purposeCodeSystemName?: string;
  /** `@displayName` of the purposes. Only `Accès normal` was seen in a sample. */
  readonly purposeLabels?: Readonly<Partial<Record<VihfPurpose, string>>>;
  /** Validity, in seconds from the instant of issue, written as Conditions. Default: no Conditions. */
  readonly validSeconds?: number;
}

/** What an assertion claims, as written; a claim that is absent is absent here. */
export interface VihfClaims {
  readonly version?: string;
  readonly mode?: string;
  readonly nameId?: string;
  readonly subjectId?: string;
  readonly structure?: string;
  /** `SA07^1.2.250.1.71.4.2.4`, cut at the `^`. */
  readonly sector?: { readonly code: string; readonly codeSystem: string };
  readonly roles: readonly Coded[];
  /** CX of the patient, as written. It is personal data. */
  readonly patient?: string;
  readonly resource?: string;
  readonly purpose?: Coded;
  readonly reason?: string;
  /** Code of the secret connection. */
  readonly confidentiality?: string;
  readonly software: Partial<VihfSoftware>;
  readonly authnInstant?: string;
  readonly authnContext?: string;
  readonly authnContextDecl?: string;
}

/** One attribute of the assertion: texts, or HL7 v3 coded elements. */
export interface VihfAttribute {
  readonly name: string;
  readonly values: readonly (string | Coded)[];
}

/** An assertion, read. Nothing here is verified: see `verifyVihf`. */
export interface VihfView {
  readonly id?: string;
  readonly issueInstant?: string;
  /** SAML version. */
  readonly samlVersion?: string;
  readonly issuer: { readonly format?: string; readonly name: string };
  /** Local names of the children of the assertion, in order. */
  readonly order: readonly string[];
  readonly claims: VihfClaims;
  readonly attributes: readonly VihfAttribute[];
  readonly conditions?: { readonly notBefore?: string; readonly notOnOrAfter?: string; readonly audience: boolean };
  /** What the signature says, when there is one. */
  readonly signature?: { readonly method: string; readonly digest: string; readonly certificate?: CertificateInfo };
}
