/** Texts and images turned into PDF/A-1b. Apart from `pdf`: only this entry loads the libraries that it needs. */
export { type ConvertOptions, convertDocument, convertToPdfA1 } from './pdf/convert.js';
