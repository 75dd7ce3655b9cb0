/** The INS datamatrix: write it, read it, print it. Browser-safe. */

export type { Encoded } from '@socle-sante/documents/identity';
export type { DatamatrixBlocks, UnknownBlock } from './datamatrix/blocks.js';
export {
  type DatamatrixIdentity,
  type DecodeDatamatrixOptions,
  type DecodedDatamatrix,
  decodeDatamatrix,
} from './datamatrix/decode.js';
export {
  type ClearTextField,
  type ClearTextLine,
  DATAMATRIX_CAPTION,
  DATAMATRIX_SYMBOL,
  type DatamatrixPrint,
  describeDatamatrix,
} from './datamatrix/describe.js';
export { type EncodeDatamatrixOptions, encodeDatamatrix } from './datamatrix/encode.js';
export {
  DATAMATRIX_BLOCKS,
  DATAMATRIX_HEADER,
  DATAMATRIX_MAX_INPUT,
  type DatamatrixBlock,
  type DatamatrixBlockId,
  type DatamatrixField,
  GS,
} from './datamatrix/layout.js';
export { DEFAULT_GS_ALIASES } from './datamatrix/scan.js';
