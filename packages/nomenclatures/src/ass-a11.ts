import { assA11 } from './associations/ass-a11.js';
import { assA12 } from './associations/ass-a12.js';
import type { Concept } from './concept.js';

/**
 * The XDS `formatCode` of a structured document, from the templateId of its model (ASS_A11).
 *
 * The templateIds of a document hold one that names its model (`1.2.250.1.213.1.1.1.13` for the VSM); the others have no row.
 * The DMP knows fewer formats than the association gives (JDV_J60), and some formats of 2024 have no row: `DLU`, `FT-SU`,
 * `FR-SU` and `TROD`. The rows towards deprecated formats (`urn:ihe:pat:apsr:…`) are not carried over.
 *
 * @param templateId Root of the templateId.
 * @param more Formats of models that the association does not know yet, by templateId; they win over the table.
 */
export function formatOf(templateId: string, more: Readonly<Record<string, Concept>> = {}): Concept | undefined {
  return own(more, templateId) ?? own(assA11, templateId);
}

/**
 * The XDS `formatCode` of an unstructured document (N1), from the media type of its body (ASS_A12): PDF, plain text, RTF,
 * JPEG and TIFF.
 */
export function n1FormatOf(mediaType: string): Concept | undefined {
  return own(assA12, mediaType.toLowerCase());
}

/** The format of a document that follows no model of IHE nor of the CI-SIS. */
export const FORMAT_OUTSIDE_MODELS: Concept = {
  code: 'urn:asipSante:modelesHorsProfils:2011',
  system: '1.2.250.1.213.1.1.4.2.282',
  label: 'Document non référencé IHE ou CI-SIS',
  status: 'active',
};

function own(table: Readonly<Record<string, Concept>>, key: string): Concept | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
