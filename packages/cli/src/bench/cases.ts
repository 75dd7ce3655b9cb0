import type { BenchCase } from './case.js';
import { matriculeCheck, normalisation } from './cases/core.js';
import { datamatrixDecode, datamatrixEncode } from './cases/datamatrix.js';
import { depositTransfer, readTransfer } from './cases/dmp-transfer.js';
import { depositBuild } from './cases/documents.js';
import { psAssertion, searchEndToEnd } from './cases/insi.js';
import { validateMedian, validateSlow } from './cases/validation.js';

/** Every figure that the project publishes. */
export const BENCH_CASES: readonly BenchCase[] = [
  matriculeCheck,
  normalisation,
  datamatrixEncode,
  datamatrixDecode,
  psAssertion,
  searchEndToEnd,
  depositBuild,
  depositTransfer,
  readTransfer,
  validateMedian,
  validateSlow,
];
