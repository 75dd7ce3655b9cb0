import { type Finding, finding, under } from '@socle-sante/core/finding';
import { PDF_REFUSALS, validatePdfA1 } from '../pdf/validate.js';
import type { UnstructuredKind } from './body.js';
import type { DocumentBody } from './types.js';
import { walkValues } from './walk.js';

/** What a PDF that is not PDF/A-1 is: an error, or a warning. An encrypted, cut or active PDF is refused all the same. */
export type PdfPolicy = 'refuse' | 'accept-with-warning';

/** How the contents that are not PDF begin. */
const BEGINNINGS: Readonly<Partial<Record<UnstructuredKind, readonly (readonly number[])[]>>> = {
  jpeg: [[0xff, 0xd8, 0xff]],
  tiff: [
    [0x49, 0x49, 0x2a, 0x00],
    [0x4d, 0x4d, 0x00, 0x2a],
  ],
  rtf: [[0x7b, 0x5c, 0x72, 0x74, 0x66]],
};

/** What is wrong with the content itself, with paths under `body`. */
export function checkBody(body: DocumentBody, policy: PdfPolicy): Finding[] {
  if (body.kind === 'structured') {
    const { pdfCopy, attachments = [] } = body;
    const inside: Finding[] = [];
    walkValues(body.content, ['body', 'content'], (value, path) => {
      if (path.at(-1) === 'pdf' && value instanceof Uint8Array) inside.push(...under(path, checkPdf(value, policy)));
    });
    return [
      ...inside,
      ...(pdfCopy ? under(['body', 'pdfCopy'], checkPdf(pdfCopy, policy)) : []),
      ...attachments.flatMap(({ content }, index) =>
        under(['body', 'attachments', index, 'content'], checkPdf(content, policy)),
      ),
    ];
  }
  const path = ['body', 'content'];
  if (body.content.length === 0) return [finding('documents.body.empty', 'error', path)];
  switch (body.kind) {
    case 'pdf':
      return under(path, checkPdf(body.content, policy));
    case 'text':
      // A PDF under another name would be shown as letters.
      return startsWith(body.content, [0x25, 0x50, 0x44, 0x46]) ? [finding('documents.body.isPdf', 'error', path)] : [];
    case 'cda':
      return [];
    default:
      return checkOlder(body.kind, body.content);
  }
}

/** RTF, JPEG and TIFF: older forms, which the CI-SIS asks to turn into PDF/A-1 before (IG-document-core). */
function checkOlder(kind: UnstructuredKind, content: Uint8Array): Finding[] {
  const path = ['body', 'content'];
  const right = BEGINNINGS[kind]?.some((beginning) => startsWith(content, beginning)) ?? true;
  if (!right) return [finding('documents.body.mismatch', 'error', path, { kind })];
  return [finding('documents.body.older', 'warning', path, { kind })];
}

function checkPdf(content: Uint8Array, policy: PdfPolicy): Finding[] {
  const findings = validatePdfA1(content);
  if (policy === 'refuse') return findings;
  return findings.map((f) => (PDF_REFUSALS.has(f.rule) ? f : { ...f, severity: 'warning' as const }));
}

function startsWith(content: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((octet, index) => content[index] === octet);
}
