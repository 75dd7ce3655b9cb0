import { type Finding, finding, hasErrors, under } from '@socle-sante/core/finding';
import type { Clock } from '@socle-sante/core/time';
import type { RandomBytes } from '@socle-sante/core/uuid';
import { type XmlElementNode, XmlWriteError } from '@socle-sante/wire/xml';
import { completeDocument, structuredComponent } from '../models/models.js';
import { MODELS } from '../models/registry.js';
import { recordTargetNode } from '../patient/cda/encode.js';
import type { UnstructuredBody } from '../submission/body.js';
import { checkBody, type PdfPolicy } from '../submission/check-body.js';
import { checkDocument } from '../submission/check-document.js';
import { checkValues } from '../submission/check-values.js';
import { newOid } from '../submission/oids.js';
import type { StructuredBody } from '../submission/structured.js';
import type { Submission, SubmissionDocument } from '../submission/types.js';
import type { Base64Text } from './base64.js';
import { clinicalDocument } from './header.js';
import { TEMPLATES } from './oids.js';
import { needsPatientParty, patientParty } from './patient-party.js';
import { unstructuredComponent } from './unstructured.js';
import { vendorDocument } from './vendor-document.js';
import { custodianOf, versionOf } from './versions.js';
import { writeDocument } from './write.js';

export interface BuildCdaOptions {
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** What to do with a PDF that is not PDF/A-1: `refuse` (default), or build with a warning. */
  readonly pdf?: PdfPolicy;
  /** Writes the XML declaration that the volet asks for. Not for the DMP: the digest bears on the canonical form, without it. */
  readonly prologue?: boolean;
  /** Base64 text of octets, called slice by slice; by default that of the platform, else a loop. On Node, give that of `Buffer`. */
  readonly base64?: Base64Text;
}

export type BuiltCda =
  | {
      readonly ok: true;
      /** The document, ready to send: hash and size bear on these octets. */
      readonly bytes: Uint8Array;
      /** OID of the document: `id/@root`, the XDS uniqueId. */
      readonly uniqueId: string;
      readonly setId: string;
      readonly version: number;
      readonly mimeType: 'text/xml';
      /** The document as written: with what its model fixes. Derive the metadata from this one. */
      readonly document: SubmissionDocument;
      /** Warnings and remarks. */
      readonly findings: readonly Finding[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Writes one document of a submission as CDA R2 (CI-SIS, volet Structuration minimale 1.16): deterministic octets that are
 * their own canonical form. A CDA that the vendor wrote is kept byte for byte. A document with an error is not written; warnings come along. Paths of findings are relative to
 * the document, or to the submission under `patient`. Never throws.
 */
export function buildCda(given: SubmissionDocument, submission: Submission, options: BuildCdaOptions): BuiltCda {
  const document = completeDocument(given);
  const findings = [
    ...checkDocument(document, submission, { profile: 'cisis' }),
    ...checkBody(document.body, options.pdf ?? 'refuse'),
    ...checkValues(submission.patient, ['patient'], 'cisis'),
  ];
  if (document.body.kind === 'cda') return keepVendorDocument(document.body.content, document, submission, findings);
  const id = document.id ?? newOid(submission.vendor, options);
  if (id === undefined) findings.push(finding('documents.vendor.oid', 'error', ['id']));
  const custodian = custodianOf(document);
  const recordTarget = patientNode(submission, findings);
  const party = patientParty(submission.patient);
  if (!party && needsPatientParty(document))
    findings.push(finding('documents.patientAuthor.ins', 'error', ['authors']));
  if (hasErrors(findings) || id === undefined || !custodian || !recordTarget) return { ok: false, findings };
  const { setId, version } = versionOf(document, id);
  const { templateIds, component } = bodyOf(document, document.body, options.random);
  const root = clinicalDocument({
    document,
    id,
    setId,
    version,
    recordTarget,
    patient: party,
    custodian,
    templateIds,
    component,
  });
  try {
    const bytes = writeDocument(root, { prologue: options.prologue ?? false, base64: options.base64 });
    return { ok: true, bytes, uniqueId: id, setId, version, mimeType: 'text/xml', document, findings };
  } catch (error) {
    if (!(error instanceof XmlWriteError)) throw error;
    return { ok: false, findings: [...findings, finding('documents.text.control', 'error')] };
  }
}

function keepVendorDocument(
  bytes: Uint8Array,
  document: SubmissionDocument,
  submission: Submission,
  findings: Finding[],
): BuiltCda {
  const kept = bytes.length > 0 ? vendorDocument(bytes, document, submission, findings) : undefined;
  if (!kept || hasErrors(findings)) return { ok: false, findings };
  return { ok: true, bytes, ...kept, mimeType: 'text/xml', document, findings };
}

function patientNode({ patient }: Submission, findings: Finding[]): XmlElementNode | undefined {
  const {
    identity,
    localIdentifiers = [],
    addresses,
    telecoms,
    birthPlace,
    guardians,
    deceased,
    multipleBirth,
  } = patient;
  const built = recordTargetNode(identity, {
    localIdentifiers: localIdentifiers.map(({ root, extension }) => ({ value: extension, authority: { id: root } })),
    addresses,
    telecoms,
    birthPlace,
    guardians,
    deceased,
    multipleBirth,
  });
  findings.push(...under(['patient', 'identity'], built.findings));
  return built.ok ? built.value : undefined;
}

interface Body {
  readonly templateIds: readonly { readonly root: string; readonly extension?: string }[];
  readonly component: XmlElementNode;
}

function bodyOf(document: SubmissionDocument, body: UnstructuredBody | StructuredBody, random: RandomBytes): Body {
  if (body.kind === 'structured') {
    const { templateIds } = MODELS[body.model];
    return { templateIds, component: structuredComponent(body, document, random) };
  }
  return { templateIds: [{ root: TEMPLATES.unstructured }], component: unstructuredComponent(body) };
}
