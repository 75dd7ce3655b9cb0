import type { X509Certificate } from 'node:crypto';
import { readCertificate } from './certificate.js';
import { type CrlInfo, readCrl } from './crl.js';
import { derChildren, expectTag, readDer, TAG } from './der.js';
import { splitCertificates } from './pem.js';
import type { CertificateInfo } from './types.js';
import { x509Of } from './x509.js';

/** Why a certificate is not trusted. */
export type ChainProblem =
  | 'unknownAuthority'
  | 'expired'
  | 'notYetValid'
  | 'revoked'
  | 'revocationUnknown'
  | 'unsupported';

export type ChainResult =
  | {
      readonly ok: true /** From the leaf to the authority that is trusted. */;
      readonly chain: readonly CertificateInfo[];
    }
  | { readonly ok: false; readonly problem: ChainProblem };

export interface ChainOptions {
  /** Trusted authorities, PEM; a root or an intermediate: the chain stops at the first one met. */
  readonly authorities: string | readonly string[];
  /** Certificates that may help to build the chain; they are not trusted. */
  readonly intermediates?: readonly (string | Uint8Array)[];
  /** The moment at which all must be valid. */
  readonly at: Date;
  /** Revocation lists. When given, every certificate of the chain needs a valid list of its authority. */
  readonly crl?: readonly (string | Uint8Array)[];
}

const MAX_DEPTH = 6;
const MAX_CANDIDATES = 32;

/** Extensions that the checks below take into account, or that constrain nothing here; any other critical one refuses. */
const UNDERSTOOD = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.16',
  '2.5.29.17',
  '2.5.29.19',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.35',
  '2.5.29.37',
]);

interface Link {
  readonly x509: X509Certificate;
  readonly info: CertificateInfo;
}

/**
 * Builds and checks a chain from a certificate to a trusted authority: names, signatures, basic constraints, path length,
 * key usage of the authorities, dates, critical extensions, revocation by given lists (RFC 5280 §6, without policies and
 * name constraints: an authority with critical name constraints is refused). No network.
 */
export function checkCertificateChain(leaf: string | Uint8Array, options: ChainOptions): ChainResult {
  const anchors = splitCertificates(options.authorities).map(link);
  const helpers = (options.intermediates ?? []).slice(0, MAX_CANDIDATES).map(link);
  const crls = options.crl?.map(readCrl);
  return climb([link(leaf)], anchors, helpers, options.at, crls) ?? { ok: false, problem: 'unknownAuthority' };
}

function link(input: string | Uint8Array): Link {
  const info = readCertificate(input);
  return { info, x509: x509Of(info) };
}

/** Depth first; a complete chain that fails a check is remembered, as another path may do (cross-signed authorities). */
function climb(
  path: readonly Link[],
  anchors: readonly Link[],
  helpers: readonly Link[],
  at: Date,
  crls: readonly CrlInfo[] | undefined,
): ChainResult | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const anchored = anchors.some((anchor) => anchor.info.sha256 === last.info.sha256);
  if (anchored) return judge(path, at, crls);
  if (path.length >= MAX_DEPTH) return undefined;
  let failure: ChainResult | undefined;
  for (const candidate of [...anchors, ...helpers]) {
    if (path.some((seen) => seen.info.sha256 === candidate.info.sha256)) continue;
    if (!issued(last, candidate)) continue;
    const result = climb([...path, candidate], anchors, helpers, at, crls);
    if (result?.ok) return result;
    failure ??= result;
  }
  return failure;
}

function issued(child: Link, parent: Link): boolean {
  if (!parent.info.isAuthority || !child.x509.checkIssued(parent.x509)) return false;
  if (parent.info.keyUsage.length > 0 && !parent.info.keyUsage.includes('keyCertSign')) return false;
  try {
    return child.x509.verify(parent.x509.publicKey);
  } catch {
    return false;
  }
}

function judge(path: readonly Link[], at: Date, crls: readonly CrlInfo[] | undefined): ChainResult {
  for (const [depth, { info }] of path.entries()) {
    if (at > info.notAfter) return { ok: false, problem: 'expired' };
    if (at < info.notBefore) return { ok: false, problem: 'notYetValid' };
    // Intermediates below this authority, the leaf not counted (RFC 5280 §4.2.1.9).
    if (info.pathLength !== undefined && depth - 1 > info.pathLength) return { ok: false, problem: 'unsupported' };
    for (const extension of info.extensions.values()) {
      if (extension.critical && !UNDERSTOOD.has(extension.oid)) return { ok: false, problem: 'unsupported' };
    }
  }
  if (crls !== undefined) {
    for (const [depth, child] of path.entries()) {
      const parent = path[depth + 1];
      if (parent === undefined) break;
      const problem = revocation(child, parent, at, crls);
      if (problem !== undefined) return { ok: false, problem };
    }
  }
  return { ok: true, chain: path.map((item) => item.info) };
}

function revocation(child: Link, parent: Link, at: Date, crls: readonly CrlInfo[]): ChainProblem | undefined {
  const subject = subjectRaw(parent.info.der);
  const lists = crls.filter((crl) => Buffer.compare(crl.issuerRaw, subject) === 0 && crl.verify(parent.x509.publicKey));
  // A revocation is believed even when the list is old or partial; its absence only when the list is whole and fresh.
  if (lists.some((crl) => crl.revoked.has(child.info.serialHex))) return 'revoked';
  const fresh = lists.some(
    (crl) => !crl.partial && crl.thisUpdate <= at && crl.nextUpdate !== undefined && crl.nextUpdate >= at,
  );
  return fresh ? undefined : 'revocationUnknown';
}

function subjectRaw(der: Uint8Array): Uint8Array {
  const [tbs] = derChildren(readDer(der, TAG.sequence));
  const fields = derChildren(expectTag(tbs, TAG.sequence));
  return expectTag(fields[fields[0]?.tag === 0xa0 ? 5 : 4], TAG.sequence).raw;
}
