import type { Finding } from '@socle-sante/core/finding';
import { checkEntry } from './check-entry.js';
import { checkLinks } from './check-links.js';
import { checkSet } from './check-set.js';
import { checkSignatureEntry } from './check-signature.js';
import { type AssociationOverrides, isSignatureEntry } from './codes.js';
import type { PreparedSubmission } from './types.js';
import type { MetadataProfile } from './value-sets.js';

export type { MetadataProfile } from './value-sets.js';

/** Which OIDs an INS may have: those of production, or those of test. */
export type MetadataEnvironment = 'production' | 'test';

export interface ValidateMetadataOptions extends Pick<AssociationOverrides, 'classes'> {
  readonly profile: MetadataProfile;
  /** Without it, the OIDs of both environments are taken. */
  readonly environment?: MetadataEnvironment;
  /** Struct_IdNat of the VIHF that will carry the deposit: it must be among the structures of the authors. */
  readonly structure?: string;
}

/** Metadata to check; `documents`, when there, are held against their entries. */
export type MetadataToCheck = Pick<PreparedSubmission, 'submissionSet' | 'entries' | 'associations'> &
  Partial<Pick<PreparedSubmission, 'documents'>>;

/**
 * What a registry would refuse, before anything leaves: form (IHE ITI TF-3 §4.2), cardinalities, lists and consistency of
 * the CI-SIS volet Partage de documents de santé, and with `dmp` those of the DMP, which are narrower. Sync, never throws.
 * Rules: `documents.metadata.*`.
 */
export function validateMetadata(metadata: MetadataToCheck, options: ValidateMetadataOptions): Finding[] {
  const { submissionSet, entries } = metadata;
  return [
    ...checkSet(submissionSet, options),
    ...entries.flatMap((entry, index) => [
      ...(isSignatureEntry(entry)
        ? checkSignatureEntry(entry, submissionSet, ['entries', index])
        : checkEntry(entry, submissionSet, ['entries', index], options)),
    ]),
    ...checkLinks(metadata, options),
  ];
}
