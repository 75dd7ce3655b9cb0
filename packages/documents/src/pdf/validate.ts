import { type Finding, finding } from '@socle-sante/core/finding';
import { inspectPdf, type PdfReport } from './inspect.js';

/** What makes a PDF dangerous or unreadable: never accepted, whatever the policy. */
export const PDF_REFUSALS: ReadonlySet<string> = new Set([
  'documents.pdf.notPdf',
  'documents.pdf.truncated',
  'documents.pdf.encrypted',
  'documents.pdf.script',
  'documents.pdf.action',
]);

/**
 * What speaks against a PDF being PDF/A-1 (ISO 19005-1), as far as `inspectPdf` sees: see there for what it does not. No
 * finding means "says that it is PDF/A-1, and nothing contradicts it", not a certificate. Rules: `documents.pdf.*`.
 */
export function validatePdfA1(bytes: Uint8Array): Finding[] {
  return judgePdf(inspectPdf(bytes));
}

/** The same from a report. */
export function judgePdf(report: PdfReport): Finding[] {
  if (!report.isPdf) return [finding('documents.pdf.notPdf', 'error')];
  const { claim, forbiddenActions, fontsNotEmbedded } = report;
  const rules: readonly (readonly [broken: boolean, rule: string, params?: Record<string, string | number>])[] = [
    [!report.complete, 'truncated'],
    [report.encrypted, 'encrypted'],
    [report.javaScript, 'script'],
    [forbiddenActions.length > 0, 'action', { actions: forbiddenActions.join(', ') }],
    [report.triggers, 'triggers'],
    [report.embeddedFiles, 'embeddedFile'],
    [claim === undefined, 'noClaim'],
    [claim !== undefined && claim.part !== 1, 'otherPart', { part: claim?.part ?? 0 }],
    [!report.outputIntent, 'outputIntent'],
    [!report.hasId, 'trailerId'],
    [fontsNotEmbedded > 0, 'font', { count: fontsNotEmbedded }],
    [report.transparency, 'transparency'],
    [report.objectStreams, 'objectStreams'],
    [report.notSeen > 0 || report.unreadableObjectStreams > 0, 'notSeen'],
    [report.lzw, 'lzw'],
    [report.optionalContent, 'optionalContent'],
  ];
  return rules
    .filter(([broken]) => broken)
    .map(([, rule, params]) => finding(`documents.pdf.${rule}`, 'error', [], params ?? {}));
}
