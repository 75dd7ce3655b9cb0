import { checkSignatureCertificate } from '@socle-sante/vihf';
import { nameAttribute, readCertificate, sameName } from '@socle-sante/wire/tls';
import { signingChain } from '../service/chain.js';
import type { DmpSettings } from '../service/dmp.js';
import { checkClientChain, fromFindings } from './certificates.js';
import { type Diagnosis, ok, problem } from './diagnosis.js';

const MONTH_MS = 30 * 24 * 3_600_000;

/** The two certificates of the DMP: dates, usage, chain, and the same subject on both. */
export function checkDmpIdentity(settings: DmpSettings, now: Date): Diagnosis[] {
  const { tls, sign, trust, identity } = settings;
  const signing = fromFindings('dmp-sign', [...checkSignatureCertificate(sign.certificate, now), ...sign.findings]);
  return [
    ...dates('dmp-tls', tls.certificate, now),
    ...fromFindings('dmp-tls', tls.findings),
    ...checkClientChain(tls, trust, now).map((line) => ({ ...line, check: 'dmp-tls' })),
    ...dates('dmp-sign', sign.certificate, now),
    ...(signing.length === 0
      ? [ok('dmp-sign', 'Certificat de signature conforme', 'Signature certificate as it must be')]
      : signing),
    sameSubject(settings),
    wholeChain(settings),
    structure(identity.mode, identity.structure.idNat, nameAttribute(sign.certificate.subject, 'OU')),
  ];
}

function dates(check: string, { notAfter, notBefore }: { notAfter: Date; notBefore: Date }, now: Date): Diagnosis[] {
  const day = notAfter.toISOString().slice(0, 10);
  if (now < notBefore || now > notAfter) {
    return [problem(check, 'error', 'Certificat hors de ses dates.', 'Certificate out of its dates.')];
  }
  if (notAfter.getTime() - now.getTime() < MONTH_MS) {
    return [
      problem(
        check,
        'warning',
        `Certificat valable jusqu’au ${day} seulement.`,
        `Certificate valid until ${day} only.`,
      ),
    ];
  }
  return [ok(check, `Certificat valable jusqu’au ${day}`, `Certificate valid until ${day}`)];
}

function sameSubject({ tls, sign }: DmpSettings): Diagnosis {
  return sameName(tls.certificate.subject, sign.certificate.subject)
    ? ok('dmp-pair', 'Même sujet pour les deux certificats', 'Same subject on both certificates')
    : problem(
        'dmp-pair',
        'error',
        'Le certificat de signature n’a pas le sujet du certificat TLS : le DMP refusera le VIHF.',
        'The signature certificate does not have the subject of the TLS one: the DMP will refuse the VIHF.',
      );
}

/** The signature of a set holds its whole chain, up to the root. */
function wholeChain({ sign, trust }: DmpSettings): Diagnosis {
  const top = signingChain(sign, trust.ca).at(-1);
  const root = top === undefined ? undefined : readCertificate(top);
  return root !== undefined && sameName(root.subject, root.issuer)
    ? ok('dmp-chain', 'Chaîne de signature complète', 'Signature chain complete')
    : problem(
        'dmp-chain',
        'warning',
        'Chaîne de signature sans racine : ajoutez les autorités IGC-Santé à dmp.ca.',
        'Signature chain without root: add the IGC-Santé authorities to dmp.ca.',
      );
}

function structure(mode: string, declared: string, certified: string | undefined): Diagnosis {
  if (mode === 'DIRECTE' || declared === certified) {
    return ok('dmp-structure', `Structure ${declared}`, `Structure ${declared}`);
  }
  return problem(
    'dmp-structure',
    'warning',
    'La structure déclarée n’est pas celle du certificat : le lien EJ/EG doit être connu du DMP.',
    'The structure declared is not that of the certificate: the DMP must know the EJ/EG link.',
  );
}
