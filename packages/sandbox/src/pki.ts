/**
 * A test PKI shaped like IGC-Santé, made at run time and never kept: two root lines, their intermediates, and one leaf for each
 * role that an integration test needs (good ones and ones with exactly one defect).
 */
import { SocleArgumentError } from '@socle-sante/core/error';
import { type Clock, defaultRandom, type RandomBytes } from '@socle-sante/core/uuid';
import {
  type AuthorityRequest,
  createAuthority,
  type SigningAuthority,
  type TestAuthority,
  type TestAuthorityName,
} from './pki/authorities.js';
import { issueCrl, type TestCrl } from './pki/crl.js';
import { issueLeaf } from './pki/issue.js';
import { generateTestKey } from './pki/keys.js';
import { LEAF_TEMPLATES, type LeafTemplate, TEST_ROLES, type TestRole } from './pki/leaves.js';
import { writePkcs12 } from './pki/pkcs12.js';
import { writeLegacyPkcs12 } from './pki/pkcs12-legacy.js';

export { TEST_AUTHORITY_CN, type TestAuthority, type TestAuthorityName } from './pki/authorities.js';
export type { TestCrl } from './pki/crl.js';
export { CARD_EXTENSION_OIDS } from './pki/extensions.js';
export {
  OTHER_PS_ID,
  OTHER_STRUCTURE_ID,
  TEST_PS_ID,
  TEST_ROLES,
  TEST_STRUCTURE_ID,
  type TestRole,
} from './pki/leaves.js';

/** Passphrase of the PKCS#12 files when none is given. Test material: it protects nothing. */
export const TEST_PASSPHRASE = 'simulateur';

/** A leaf with its key, ready for a client, a card signer or a server. */
export interface TestIdentity {
  readonly role: TestRole;
  /** CN of the subject. */
  readonly commonName: string;
  /** Structure id (OU) or PS id (CN): what `Emetteur` must be in the two contexts. */
  readonly emetteur: string;
  /** Serial number, lower-case hexadecimal. */
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly certPem: string;
  readonly certDer: Uint8Array;
  /** PKCS#8 PEM, not encrypted. */
  readonly keyPem: string;
  /** Intermediate then root, PEM, without the leaf; empty for a self-signed leaf. */
  readonly chainPem: string;
  /** PKCS#12 with leaf, chain and key, AES-256 (OpenSSL 3 reads it). Default passphrase: {@link TEST_PASSPHRASE}. */
  pfx(passphrase?: string): Uint8Array;
  /** PKCS#12 with RC2-40 certificates and a 3DES key, as older exports are: OpenSSL 3 refuses it. */
  pfxLegacy(passphrase?: string): Uint8Array;
}

export interface TestPki {
  readonly authorities: Readonly<Record<TestAuthorityName, TestAuthority>>;
  readonly identities: Readonly<Record<TestRole, TestIdentity>>;
  /** Identity of a role; throws `sandbox.unknownRole` when the role does not exist. */
  identity(role: string): TestIdentity;
  /** The trusted authorities (both lines, roots and intermediates), PEM: the `ca` of a client or of a server. */
  readonly caPem: string;
  /** Revocation lists of the trusted issuing authorities. */
  readonly crls: Readonly<Record<'organisations' | 'elementairePersonnes' | 'fortPersonnes', TestCrl>>;
  /** The same lists, PEM, one after the other. */
  readonly crlPem: string;
  /** True when this serial of this authority is on its list. */
  isRevoked(authority: TestAuthorityName, serial: string): boolean;
}

export interface TestPkiOptions {
  /** Instant around which validities are laid; default the machine's clock. TLS itself always judges by the machine's clock. */
  readonly clock?: Clock;
  /** Source of the serial numbers; default the platform's. Keys are always fresh. */
  readonly random?: RandomBytes;
  /** DNS names and addresses of the server certificate; default `localhost`, `127.0.0.1`, `::1`. */
  readonly serverNames?: readonly string[];
}

function serialNumber(random: RandomBytes, bytes: number): string {
  const octets = Uint8Array.from(random(bytes));
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40; // positive, and always of full length
  return Buffer.from(octets).toString('hex');
}

/**
 * Makes the PKI: about half a second, most of it in eight RSA key generations done in parallel. Keys are shared where it
 * changes nothing (the leaves of one holder, the two roots, the two authorities of the "élémentaire" line).
 */
export async function createTestPki(options: TestPkiOptions = {}): Promise<TestPki> {
  const now = (options.clock ?? (() => new Date()))();
  const random = options.random ?? defaultRandom;
  const serverNames = options.serverNames ?? ['localhost', '127.0.0.1', '::1'];
  const [rootKeys, elementaireKeys, fortKeys, organisation, organisationStamp, person, personAuth, rogue] =
    await Promise.all([
      generateTestKey(),
      generateTestKey(),
      generateTestKey(),
      generateTestKey(),
      generateTestKey(),
      generateTestKey(),
      generateTestKey(),
      generateTestKey(),
    ]);

  const authority = (name: TestAuthorityName, keys: AuthorityRequest['keys'], issuedBy?: SigningAuthority) =>
    createAuthority({ name, keys, now, serial: serialNumber(random, 18), ...(issuedBy ? { issuedBy } : {}) });
  const rootElementaire = await authority('rootElementaire', rootKeys);
  const rootFort = await authority('rootFort', rootKeys);
  const authorities: Record<TestAuthorityName, SigningAuthority> = {
    rootElementaire,
    rootFort,
    organisations: await authority('organisations', elementaireKeys, rootElementaire),
    elementairePersonnes: await authority('elementairePersonnes', elementaireKeys, rootElementaire),
    fortPersonnes: await authority('fortPersonnes', fortKeys, rootFort),
    otherGamme: await authority('otherGamme', rogue),
    unknown: await authority('unknown', rogue),
    forgedOrganisations: await authority('forgedOrganisations', rogue),
  };

  const revoked = new Map<TestAuthorityName, string[]>();
  const leafKeys = { organisation, organisationStamp, person, personAuth, rogue };
  const issue = async (role: TestRole): Promise<[TestRole, TestIdentity]> => {
    const template: LeafTemplate = LEAF_TEMPLATES[role];
    const issuer = template.issuer === 'self' ? undefined : authorities[template.issuer];
    const keys = leafKeys[template.key];
    const serial = serialNumber(random, 16);
    const certificate = await issueLeaf({ template, keys, serial, now, serverNames, ...(issuer ? { issuer } : {}) });
    if (template.revoked && issuer) revoked.set(issuer.name, [...(revoked.get(issuer.name) ?? []), serial]);
    const certPem = `${certificate.toString('pem')}\n`;
    const chain = issuer ? [issuer, ...(issuer.issuedBy ? [issuer.issuedBy] : [])].map((a) => a.certPem) : [];
    return [
      role,
      {
        role,
        commonName: template.commonName,
        emetteur: template.emetteur,
        serial,
        notBefore: certificate.notBefore,
        notAfter: certificate.notAfter,
        certPem,
        certDer: new Uint8Array(certificate.rawData),
        keyPem: keys.privateKeyPem,
        chainPem: chain.join(''),
        pfx: (passphrase = TEST_PASSPHRASE) => writePkcs12(keys.privateKeyPem, [certPem, ...chain], passphrase),
        pfxLegacy: (passphrase = TEST_PASSPHRASE) =>
          writeLegacyPkcs12(keys.privateKeyPem, [certPem, ...chain], passphrase),
      },
    ];
  };
  const identities = Object.fromEntries(await Promise.all(TEST_ROLES.map(issue))) as Record<TestRole, TestIdentity>;

  const crl = (name: 'organisations' | 'elementairePersonnes' | 'fortPersonnes') =>
    issueCrl(authorities[name], revoked.get(name) ?? [], now);
  const crls = {
    organisations: await crl('organisations'),
    elementairePersonnes: await crl('elementairePersonnes'),
    fortPersonnes: await crl('fortPersonnes'),
  };
  const trusted = ['rootElementaire', 'rootFort', 'organisations', 'elementairePersonnes', 'fortPersonnes'] as const;

  return {
    authorities: publicAuthorities(authorities),
    identities,
    identity(role) {
      const found = Object.hasOwn(identities, role) ? identities[role as TestRole] : undefined;
      if (!found) {
        throw new SocleArgumentError({
          code: 'sandbox.unknownRole',
          service: 'sandbox',
          message: `There is no test identity of that role. Roles: ${TEST_ROLES.join(', ')}.`,
        });
      }
      return found;
    },
    caPem: trusted.map((name) => authorities[name].certPem).join(''),
    crls,
    crlPem: Object.values(crls)
      .map((list) => list.pem)
      .join(''),
    isRevoked: (name, serial) => (revoked.get(name) ?? []).includes(serial.toLowerCase()),
  };
}

/** The authorities without their keys. */
function publicAuthorities(
  signing: Record<TestAuthorityName, SigningAuthority>,
): Record<TestAuthorityName, TestAuthority> {
  const entries = Object.values(signing).map(({ name, commonName, certPem, certDer }) => [
    name,
    { name, commonName, certPem, certDer },
  ]);
  return Object.fromEntries(entries) as Record<TestAuthorityName, TestAuthority>;
}
