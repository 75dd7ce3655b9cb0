/** What a certificate says, read without node:crypto. Browser-safe. */
export { type CertificateSummary, summarizeCertificate } from './certificate/summary.js';
