import { DMP_REPOSITORY } from './dmp/core/api.js';
import type { DmpLevel } from './dmp/core/refusal.js';
import type { InsiMode } from './insi/person.js';
import { TEST_PASSPHRASE, TEST_ROLES, type TestPki, type TestRole } from './pki.js';

/** A test identity in a description. */
export interface DescribedIdentity {
  readonly commonName: string;
  /** What `Emetteur` must be with this identity. */
  readonly emetteur: string;
  readonly certificate: string;
  readonly key: string;
  readonly chain: string;
}

/** A running sandbox, as JSON: addresses, certification authorities, identities by role. PEM texts, or file names once written. */
export interface SandboxDescription {
  readonly insi: {
    readonly tlsmUrl: string;
    readonly cpxUrl: string;
    readonly mode: InsiMode;
    /** Authorization numbers accepted. */
    readonly idam: readonly string[];
    /** CN of the authorities that issue structure certificates and card certificates here. */
    readonly clientAuthorities: readonly string[];
  };
  readonly dmp: {
    /** Base of the services. */
    readonly url: string;
    readonly level: DmpLevel;
    readonly repositoryUniqueId: string;
    /** Roles of the identities: structure (mutual TLS, stamp) and card (authentication, signature). */
    readonly roles: {
      readonly structure: { readonly tls: TestRole; readonly sign: TestRole };
      readonly card: { readonly tls: TestRole; readonly sign: TestRole };
      readonly staff: { readonly tls: TestRole; readonly sign: TestRole };
    };
  };
  readonly ca: string;
  readonly crl: string;
  readonly passphrase: string;
  readonly identities: Readonly<Record<TestRole, DescribedIdentity>>;
}

/** What the description is made from. */
interface DescriptionSource {
  readonly tlsmUrl: string;
  readonly cpxUrl: string;
  readonly mode: InsiMode;
  readonly idam: readonly string[];
  readonly dmpUrl: string;
  readonly dmpLevel: DmpLevel;
  readonly pki: TestPki;
}

export function describeSandbox(source: DescriptionSource): SandboxDescription {
  const { tlsmUrl, cpxUrl, mode, idam, pki } = source;
  const identities = Object.fromEntries(
    TEST_ROLES.map((role) => {
      const { commonName, emetteur, certPem, keyPem, chainPem } = pki.identities[role];
      return [role, { commonName, emetteur, certificate: certPem, key: keyPem, chain: chainPem }];
    }),
  ) as Record<TestRole, DescribedIdentity>;
  return {
    insi: {
      tlsmUrl,
      cpxUrl,
      mode,
      idam,
      clientAuthorities: [pki.authorities.organisations.commonName, pki.authorities.fortPersonnes.commonName],
    },
    dmp: {
      url: source.dmpUrl,
      level: source.dmpLevel,
      repositoryUniqueId: DMP_REPOSITORY,
      roles: {
        structure: { tls: 'org-auth-cli', sign: 'org-sign' },
        card: { tls: 'cps-auth', sign: 'cps-sign' },
        staff: { tls: 'cpe-auth', sign: 'cpe-sign' },
      },
    },
    ca: pki.caPem,
    crl: pki.crlPem,
    passphrase: TEST_PASSPHRASE,
    identities,
  };
}
