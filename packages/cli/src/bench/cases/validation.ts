import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildCda } from '@socle-sante/documents/cda';
import { validateCda } from '@socle-sante/documents/validate';
import { SaxesParser } from 'saxes';
import type { BenchCase } from '../case.js';
import { samplePdf, submissionOf } from './documents.js';

/** Examples of the CI-SIS, when they are on this machine: `SOCLE_CONFORMANCE`, or the folder beside the repository. */
function officialExamples(): Uint8Array[] {
  const root = process.env['SOCLE_CONFORMANCE'] ?? resolve('../shared/conformance');
  const folder = join(root, 'cda/ExemplesCDA');
  return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name))) : [];
}

/** A document of ours, where there is no example. */
function builtDocument(): Uint8Array {
  const submission = submissionOf(samplePdf(20_000));
  const [document] = submission.documents;
  const built =
    document && buildCda(document, submission, { clock: () => new Date(0), random: (n) => new Uint8Array(n) });
  if (!built?.ok) throw new Error('the document of the bench was not built');
  return built.bytes;
}

/** The document that takes the given place among the examples ordered by the time that they take, from 0 to 1. */
function documentAt(place: number): Uint8Array {
  const timed = officialExamples().map((bytes) => ({ bytes, time: timeOf(bytes) }));
  timed.sort((a, b) => a.time - b.time);
  return timed[Math.min(timed.length - 1, Math.floor(place * timed.length))]?.bytes ?? builtDocument();
}

function timeOf(bytes: Uint8Array): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    validateCda(bytes);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** What the reference does: one pass of an XML parser over the same bytes, namespaces resolved, nothing kept. */
function bareParse(bytes: Uint8Array): number {
  const parser = new SaxesParser({ xmlns: true });
  let elements = 0;
  parser.on('opentag', () => {
    elements += 1;
  });
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  return elements;
}

function validation(name: string, what: string, place: number): BenchCase {
  return {
    name,
    subject: `validateCda from bytes to findings, ${what} official example`,
    reference: 'a bare pass of saxes over the same bytes',
    prepare() {
      const bytes = documentAt(place);
      return { subject: () => validateCda(bytes).length, reference: () => bareParse(bytes) };
    },
  };
}

export const validateMedian: BenchCase = validation('documents.validate.median', 'median', 0.5);

export const validateSlow: BenchCase = validation('documents.validate.p95', '95th of 100', 0.95);
