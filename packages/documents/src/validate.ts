import { type Finding, finding } from '@socle-sante/core/finding';
import { type XmlElement, XmlError } from '@socle-sante/wire/xml';
import { type CdaTree, parseCdaTree } from './reader/parse.js';
import { checkBeyond } from './rules/beyond.js';
import { Report } from './rules/report.js';
import { survey } from './rules/survey.js';
import { clinicalDocument, saysCda } from './rules/templates/header.js';
import { walk } from './rules/walk.js';

/** Whose rules a document must hold: those of the CI-SIS alone, those of the DMP as well, or those of MSSanté as well. */
export type CdaProfile = 'cisis' | 'dmp' | 'mss';

/** How to check. */
export interface CdaValidationOptions {
  /** `cisis` by default. */
  readonly profile?: CdaProfile;
  /** Where the document goes: in production test identities are refused, and the reverse. Nothing said: either passes. */
  readonly environment?: 'production' | 'test';
  /** The version that the document replaces, when it is known: `setId` is its `@root`. */
  readonly previous?: { readonly setId?: string; readonly versionNumber?: number };
}

const CISIS = { document: 'CI-SIS, Structuration minimale de documents de santé', version: '1.16' } as const;

/**
 * Everything that is wrong with a CDA document, by rules of our own: no official file is needed. It never throws.
 *
 * @param input the bytes of the document; or what `parseCda` or `parseCdaTree` gave, when it was read already; or a whole
 *   tree of another reader
 */
export function validateCda(
  input: Uint8Array | string | XmlElement | CdaTree,
  options: CdaValidationOptions = {},
): Finding[] {
  try {
    const { root, elided } = treeOf(input);
    const found = survey(root);
    const [document, second] = found.documents;
    if (document === undefined) return [finding('cda.document.root', 'error')];
    // Which one would a reader show, which one would a signature cover?
    if (second !== undefined) return [finding('cda.document.several', 'error')];
    const report = new Report(document, found.recordTargets, CISIS);
    if (!saysCda(document)) {
      // The rules bear on what calls itself CDA R2: the rest waits until it does.
      report.at([document], 'cda.header.typeId.missing', 'error', { element: 'typeId', count: 0 });
      return report.findings;
    }
    walk(clinicalDocument, document, [], report);
    const { profile = 'cisis', environment, previous } = options;
    checkBeyond({ document, report, survey: found, elided, profile, environment, previous });
    return report.findings;
  } catch (error) {
    return [
      finding('cda.document.unreadable', 'error', [], { reason: error instanceof XmlError ? error.code : 'internal' }),
    ];
  }
}

/** The tree, and the long base64 contents, which are never made a text: a body may weigh 100 MB. */
function treeOf(input: Uint8Array | string | XmlElement | CdaTree): CdaTree {
  if (input instanceof Uint8Array) return parseCdaTree(input);
  if (typeof input === 'string') return parseCdaTree(new TextEncoder().encode(input));
  return 'elided' in input ? input : { root: input, elided: new Map() };
}
