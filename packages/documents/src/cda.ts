/** CDA R2 documents of the CI-SIS, written. Browser-safe. */
export { type BuildCdaOptions, type BuiltCda, buildCda } from './cda/build.js';
