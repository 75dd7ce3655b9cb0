/** PDF contents: what a file is, and whether it can stand in a document as PDF/A-1. Browser-safe, nothing heavy: the conversion is `pdf-convert`. */
export { inspectPdf, type PdfReport } from './pdf/inspect.js';
export { validatePdfA1 } from './pdf/validate.js';
