import { describeFinding, type Finding } from '@socle-sante/core/finding';
import { coreFindings } from '@socle-sante/core/messages';
import { insFindings } from '@socle-sante/ins/messages';
import {
  type ClientIdentity,
  checkCertificateChain,
  readCrl,
  type TlsOptions,
  wireFindings,
} from '@socle-sante/wire/tls';
import { type Diagnosis, ok, problem } from './diagnosis.js';

/** Findings about certificates, as lines of a diagnosis. */
export function fromFindings(check: string, findings: readonly Finding[]): Diagnosis[] {
  return findings.map((finding) => {
    const [fr, en] = (['fr', 'en'] as const).map((locale) => {
      const text = describeFinding(finding, locale, insFindings, wireFindings, coreFindings);
      return `${text.title} ${text.action}`;
    });
    const state = finding.severity === 'info' ? 'ok' : finding.severity;
    return { check, state, text: { fr: fr ?? '', en: en ?? '' } };
  });
}

/** The chain of the client certificate, up to the authorities given, and their revocation lists. */
export function checkClientChain(identity: ClientIdentity, tls: Omit<TlsOptions, 'identity'>, now: Date): Diagnosis[] {
  const result = checkCertificateChain(identity.certificatePem, {
    authorities: tls.ca,
    intermediates: identity.chainPem,
    at: now,
    ...(tls.crl ? { crl: tls.crl } : {}),
  });
  const lists = (tls.crl ?? []).flatMap((list): Diagnosis[] => {
    const { nextUpdate } = readCrl(list);
    const day = nextUpdate?.toISOString().slice(0, 10);
    if (!nextUpdate || nextUpdate > now)
      return [
        ok(
          'crl',
          `Liste de révocation valable${day ? ` jusqu’au ${day}` : ''}`,
          `Revocation list valid${day ? ` until ${day}` : ''}`,
        ),
      ];
    return [
      problem(
        'crl',
        'warning',
        `Liste de révocation périmée depuis le ${day}.`,
        `Revocation list out of date since ${day}.`,
      ),
    ];
  });
  if (result.ok)
    return [ok('chain', 'Chaîne du certificat client complète', 'Chain of the client certificate complete'), ...lists];
  return [
    problem(
      'chain',
      'warning',
      `Chaîne du certificat client : ${result.problem} avec les autorités données.`,
      `Chain of the client certificate: ${result.problem} with the authorities given.`,
    ),
    ...lists,
  ];
}
