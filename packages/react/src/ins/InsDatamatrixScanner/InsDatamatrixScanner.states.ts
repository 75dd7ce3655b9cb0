import { defineStates } from '../../base/states.js';
import type { InsDatamatrixScannerProps } from './InsDatamatrixScanner.js';

/** Ways that are offered; what is read is shown by the stories. */
export const insDatamatrixScannerStates = defineStates<InsDatamatrixScannerProps>()({
  idle: { wasmUrl: 'zxing_reader.wasm' },
  wedgeOnly: { sources: ['wedge'] },
  noReader: {},
});
