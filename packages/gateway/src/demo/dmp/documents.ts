import { finding } from '@socle-sante/core/finding';
import type { Clock } from '@socle-sante/core/time';
import type { RandomBytes } from '@socle-sante/core/uuid';
import { buildCda } from '@socle-sante/documents/cda';
import { parseCda } from '@socle-sante/documents/cda-reader';
import type { Submission } from '@socle-sante/documents/submission';
import { deriveMetadata, type PreparedSubmission, uniqueId } from '@socle-sante/documents/xds';
import { documentContent } from '@socle-sante/sandbox/dmp';
import type { DocumentsService } from '../../handlers/documents-service.js';
import { demoDefaults } from './people.js';

/** Builds a submission without the signature of its set: nobody holds a key in a demonstration, and its DMP asks for none. */
export function prepareUnsigned(
  submission: Submission,
  options: { readonly clock: Clock; readonly random: RandomBytes },
): PreparedSubmission {
  const built = submission.documents.map((document) => buildCda(document, submission, options));
  const findings = built.flatMap((one, index) =>
    one.findings.map((found) => ({ ...found, path: ['documents', index, ...found.path] })),
  );
  const ready = built.flatMap((one) => (one.ok ? [one] : []));
  const contents = ready.map(({ bytes, uniqueId, mimeType, document }) => {
    const { sha1, size } = documentContent(bytes);
    return {
      uniqueId,
      mimeType,
      hash: sha1,
      size,
      ...(document.body.kind === 'cda' ? { parsed: parseCda(bytes) } : {}),
    };
  });
  const identified = {
    ...submission,
    id: submission.id ?? '',
    submittedAt: submission.submittedAt ?? options.clock().toISOString(),
    documents: ready.map(({ document }) => document),
  };
  const derived =
    ready.length === built.length
      ? deriveMetadata(identified, contents)
      : { ok: false as const, findings: [finding('documents.none', 'error', ['documents'])] };
  if (!derived.ok) return { ...nothing(submission), findings: [...findings, ...derived.findings] };
  const { submissionSet, entries, associations } = derived.value;
  return {
    submissionSet,
    entries,
    associations,
    documents: ready.map(({ bytes, mimeType, uniqueId: id }, index) => ({
      entryId: entries[index]?.id ?? '',
      uniqueId: uniqueId(id),
      mimeType,
      bytes,
    })),
    findings: [...findings, ...derived.findings],
  };
}

/** What stands for a submission that could not be built: its findings say why, and nothing of it is sent. */
function nothing({ id = '0.0', contentType, patient }: Submission): Omit<PreparedSubmission, 'findings'> {
  const ins = patient.identity.ins;
  return {
    submissionSet: {
      id: 'SS',
      uniqueId: uniqueId(id),
      sourceId: '',
      patientId: { extension: ins?.matricule ?? '', oid: ins?.oid ?? '' },
      submissionTime: '',
      contentType,
      authors: [],
      extraSlots: {},
    },
    entries: [],
    associations: [],
    documents: [],
  };
}

/** The preparation of documents in the demonstration. */
export function demoDocumentsService(options: {
  readonly clock: Clock;
  readonly random: RandomBytes;
}): DocumentsService {
  return {
    defaults: async ({ userKind }) => (userKind === 'support' ? undefined : demoDefaults),
    prepare: async (submission) => prepareUnsigned(submission, options),
  };
}
