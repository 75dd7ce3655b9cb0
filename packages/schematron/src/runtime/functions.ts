import { booleanFunctions } from './functions/boolean-functions.js';
import { documentFunctions } from './functions/documents.js';
import { nodeFunctions } from './functions/node-functions.js';
import { qnameFunctions } from './functions/qname-functions.js';
import { regexFunctions } from './functions/regex-functions.js';
import { sequenceFunctions } from './functions/sequence-functions.js';
import { stringFunctions } from './functions/string-functions.js';
import { uriFunctions } from './functions/uri-functions.js';
import { valueFunctions } from './functions/values-functions.js';
import { xsltFunctions } from './functions/xslt-functions.js';
import type { FunctionSpec } from './signatures.js';

/** Every function that can be called, by local name: those of `SIGNATURES` but the ones that the compiler writes out. */
export const FUNCTIONS: ReadonlyMap<string, FunctionSpec> = new Map(
  [
    ...booleanFunctions,
    ...stringFunctions,
    ...regexFunctions,
    ...uriFunctions,
    ...sequenceFunctions,
    ...nodeFunctions,
    ...qnameFunctions,
    ...documentFunctions,
    ...xsltFunctions,
    ...valueFunctions,
  ].map((spec) => [spec.name, spec]),
);
