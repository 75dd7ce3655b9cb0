import {
  type CertificateFacts,
  CLIENT_AUTH,
  issuerAmong,
  KEY_USAGE,
  readCertificateFacts,
} from '../../insi/certificates.js';
import type { TestAuthorityName, TestPki } from '../../pki.js';
import { type DmpRefusal, faultRefusal } from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';

/** Authorities of the environment: structures, and cards of professionals. */
const ISSUERS: readonly TestAuthorityName[] = ['organisations', 'fortPersonnes', 'elementairePersonnes'];

type Verdict = { readonly facts?: CertificateFacts; readonly refusals: readonly DmpRefusal[] };

function judge(
  der: Uint8Array | undefined,
  pki: TestPki,
  now: Date,
  check: 1 | 4,
  usable: (facts: CertificateFacts) => readonly [boolean, string],
): Verdict {
  const refuse = (reason: string, context: string): Verdict => ({
    refusals: [
      faultRefusal(check, FAULT.certificate, `${check === 1 ? 'tls' : 'vihf'}.${reason}`, context, {
        from: check === 1 ? 'lenient' : 'dmp',
      }),
    ],
  });
  const name = check === 1 ? 'certificat client TLS' : 'certificat de signature du VIHF';
  if (!der || der.length === 0) return refuse('absent', `${name} absent`);
  const facts = readCertificateFacts(der);
  if (!facts) return refuse('unreadable', `${name} illisible`);
  const issuer = issuerAmong(pki, facts, ISSUERS);
  if (!issuer) return { facts, ...refuse('authority', `${name} : autorité étrangère à cet environnement`) };
  if (now < facts.notBefore || now > facts.notAfter) return { facts, ...refuse('dates', `${name} hors de ses dates`) };
  if (pki.isRevoked(issuer, facts.serial)) return { facts, ...refuse('revoked', `${name} révoqué`) };
  const [fits, why] = usable(facts);
  return fits ? { facts, refusals: [] } : { facts, ...refuse('usage', `${name} : ${why}`) };
}

/** Check 1. */
export function judgeTlsCertificate(der: Uint8Array | undefined, pki: TestPki, now: Date): Verdict {
  return judge(der, pki, now, 1, (facts) => [
    (facts.keyUsages & KEY_USAGE.digitalSignature) !== 0 && facts.extendedKeyUsages.includes(CLIENT_AUTH),
    'ce n’est pas un certificat d’authentification',
  ]);
}

/** Check 4: the certificate that signs is for signing (structures: digitalSignature; cards: nonRepudiation), and not the one of TLS. */
export function judgeSigningCertificate(der: Uint8Array | undefined, pki: TestPki, now: Date): Verdict {
  return judge(der, pki, now, 4, (facts) => [
    (facts.keyUsages & (KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation)) !== 0 &&
      !facts.extendedKeyUsages.includes(CLIENT_AUTH),
    'ce n’est pas un certificat de signature',
  ]);
}

/** True when both subjects hold the same attributes. */
export function sameSubject(a: CertificateFacts, b: CertificateFacts): boolean {
  const list = ({ subject }: CertificateFacts) => JSON.stringify([...subject].sort(([x], [y]) => x.localeCompare(y)));
  return list(a) === list(b);
}
