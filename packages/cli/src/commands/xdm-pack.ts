import { createHash } from 'node:crypto';
import { isSocleError } from '@socle-sante/core/error';
import type { Finding } from '@socle-sante/core/finding';
import { defaultRandom } from '@socle-sante/core/uuid';
import { prepareSubmission } from '@socle-sante/documents/prepare';
import type { Submission } from '@socle-sante/documents/submission';
import { packXdm, type XdmIssuer } from '@socle-sante/documents/xdm';
import { onePath } from '../files/document-file.js';
import { writeOut } from '../files/output.js';
import { readSubmissionFile } from '../files/submission-file.js';
import { type Command, type Invocation, optionFlag, optionText } from '../frame/command.js';
import { printJson, printLine } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { exitFor, findingsAsJson, printFindings } from './findings.js';

const EXAMPLE = 'socle xdm pack submission.json --out IHE_XDM.ZIP';

export const xdmPack: Command = {
  path: ['xdm', 'pack'],
  usage: 'SUBMISSION.json|- --out FILE.zip',
  summary: { fr: 'fait l’archive IHE_XDM.ZIP d’une soumission', en: 'makes the IHE_XDM.ZIP archive of a submission' },
  details: {
    fr: 'README.TXT, INDEX.HTM, métadonnées et documents CDA (CI-SIS, volet Échange de documents de santé). L’archive est contrôlée avant d’être écrite.',
    en: 'README.TXT, INDEX.HTM, metadata and CDA documents (CI-SIS, volet Échange de documents de santé). The archive is checked before it is written.',
  },
  options: {
    out: { type: 'string', value: 'FILE.zip', help: { fr: 'archive à écrire', en: 'archive to write' } },
    software: {
      type: 'string',
      value: 'NAME',
      help: { fr: 'logiciel émetteur (Socle)', en: 'sending software (Socle)' },
    },
    'software-version': { type: 'string', value: 'VERSION', help: { fr: 'sa version', en: 'its version' } },
    'software-vendor': { type: 'string', value: 'NAME', help: { fr: 'son éditeur', en: 'its vendor' } },
    'allow-pdf': {
      type: 'boolean',
      help: {
        fr: 'accepte un PDF qui n’est pas PDF/A-1, avec un avertissement',
        en: 'takes a PDF that is not PDF/A-1, with a warning',
      },
    },
  },
  example: EXAMPLE,
  async run(invocation) {
    const path = onePath(invocation, EXAMPLE);
    const out = optionText(invocation, 'out');
    if (out === undefined) throw new UsageError({ fr: 'Il manque --out.', en: '--out is missing.' }, EXAMPLE);
    const read = await readSubmissionFile(path, invocation);
    const made = read.ok ? await pack(read.submission, invocation) : { findings: read.findings };
    const written = made.bytes !== undefined && exitFor(made.findings) === 0;
    if (made.bytes !== undefined && written) await writeOut(invocation, out, made.bytes);
    if (invocation.json) {
      const file = written ? { file: out, bytes: made.bytes?.byteLength } : {};
      printJson(invocation, { ...file, findings: findingsAsJson(invocation, made.findings) });
    } else {
      if (written) printLine(invocation, out);
      printFindings(invocation, made.findings);
    }
    return exitFor(made.findings);
  },
};

async function pack(
  submission: Submission,
  invocation: Invocation,
): Promise<{ bytes?: Uint8Array; findings: readonly Finding[] }> {
  try {
    const prepared = await prepareSubmission(submission, {
      clock: invocation.io.clock,
      random: defaultRandom,
      profile: 'cisis',
      pdf: optionFlag(invocation, 'allow-pdf') ? 'accept-with-warning' : 'refuse',
      hash: async (algorithm, bytes) => createHash(algorithm).update(bytes).digest(),
    });
    const packed = await packXdm(prepared, { issuer: issuerOf(submission, invocation) });
    return { bytes: packed.bytes, findings: [...prepared.findings, ...packed.findings] };
  } catch (error) {
    if (isSocleError(error) && error.findings.length > 0) return { findings: error.findings };
    throw error;
  }
}

function issuerOf({ submitter }: Submission, invocation: Invocation): XdmIssuer {
  const organization = 'organization' in submitter ? submitter.organization : undefined;
  const name =
    submitter.kind === 'professional'
      ? `${submitter.name.given} ${submitter.name.family}`
      : 'device' in submitter
        ? submitter.device.model
        : 'Patient';
  return {
    name,
    organization: organization?.name ?? name,
    ...(organization === undefined ? {} : { organizationId: organization.idNat }),
    software: {
      name: optionText(invocation, 'software') ?? 'Socle',
      version: optionText(invocation, 'software-version') ?? '0',
      vendor: optionText(invocation, 'software-vendor') ?? 'Socle',
    },
  };
}
