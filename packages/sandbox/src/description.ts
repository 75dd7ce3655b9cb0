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
  readonly pki: TestPki;
}

export function describeSandbox({ tlsmUrl, cpxUrl, mode, idam, pki }: DescriptionSource): SandboxDescription {
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
    ca: pki.caPem,
    crl: pki.crlPem,
    passphrase: TEST_PASSPHRASE,
    identities,
  };
}
