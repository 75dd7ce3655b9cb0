import { createHash } from 'node:crypto';
import { isSocleError } from '@socle-sante/core/error';
import { type Finding, hasErrors } from '@socle-sante/core/finding';
import { defaultRandom } from '@socle-sante/core/uuid';
import { validateDeposit } from '@socle-sante/dmp/validate';
import { identifySubmission, prepareSubmission } from '@socle-sante/documents/prepare';
import type { Submission } from '@socle-sante/documents/submission';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type { Invocation } from '../../frame/command.js';
import { optionFlag } from '../../frame/command.js';
import type { OpenDmp } from '../../service/dmp.js';

/** The submission with its identifiers, what is sent of it when nothing stands against, and what was found. */
export interface ReadyDeposit {
  readonly submission: Submission;
  readonly prepared?: PreparedSubmission;
  readonly findings: readonly Finding[];
}

/** Builds and signs a deposit, then holds it against everything that is known before it leaves. */
export async function prepareDeposit(
  read: Submission,
  known: readonly Finding[],
  invocation: Invocation,
  dmp: OpenDmp,
): Promise<ReadyDeposit> {
  const { clock } = invocation.io;
  const { kind } = dmp.settings.environment;
  const identified = identifySubmission(read, { clock, random: defaultRandom });
  if (!identified.ok) return { submission: read, findings: [...known, ...identified.findings] };
  const submission = identified.value;
  try {
    const prepared = await prepareSubmission(submission, {
      clock,
      random: defaultRandom,
      signing: { signer: dmp.signer, chain: dmp.chain },
      profile: 'dmp',
      // A simulator takes every kind of INS: INSi simulated gives the OID of real identities.
      ...(kind === 'simulator' ? {} : { environment: kind }),
      pdf: optionFlag(invocation, 'allow-pdf') ? 'accept-with-warning' : 'refuse',
      hash: async (algorithm, bytes) => createHash(algorithm).update(bytes).digest(),
      base64: ({ buffer, byteOffset, length }) => Buffer.from(buffer, byteOffset, length).toString('base64'),
    });
    const findings = distinct([
      ...known,
      // The client reads the reference of what is replaced, just before it sends.
      ...prepared.findings.filter(({ rule }) => rule !== 'documents.xds.replacedEntry'),
      ...validateDeposit({
        patient: submission.patient.identity,
        caller: dmp.client.caller,
        submission: prepared,
        wire: dmp.settings.wire,
      }),
    ]);
    return { submission, findings, ...(hasErrors(findings) ? {} : { prepared }) };
  } catch (error) {
    if (isSocleError(error) && error.findings.length > 0) {
      return { submission, findings: distinct([...known, ...error.findings]) };
    }
    throw error;
  }
}

function distinct(findings: readonly Finding[]): Finding[] {
  const place = ({ path }: Finding) => path.filter((part) => part !== 'submission').join('.');
  return [...new Map(findings.map((item) => [`${item.rule} ${place(item)}`, item])).values()];
}
