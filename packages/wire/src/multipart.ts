/** Multipart messages and MTOM/XOP, as streams both ways. Browser-safe. */
export {
  MultipartError,
  type MultipartErrorCode,
  MultipartWriteError,
} from './errors/multipart-error.js';
export { type CollectOptions, collectChunks } from './multipart/collect.js';
export {
  bareContentId,
  type ContentType,
  cidOf,
  contentIdOfCid,
  formatContentType,
  parseContentType,
  sameContentId,
} from './multipart/content-type.js';
export { decodeMultipart, type MultipartMessage, partOfCid, type ReadPart } from './multipart/decode.js';
export {
  encodeMultipart,
  encodeXop,
  type MultipartPart,
  XOP,
  type XopAttachment,
  type XopMessage,
  xopHref,
} from './multipart/encode.js';
export type { PartHeaders } from './multipart/headers.js';
export { defaultMultipartLimits, type MultipartLimits } from './multipart/limits.js';
export { isMultipart, readMultipart, type StreamedPart } from './multipart/read.js';
export { type ByteStream, collectStream, streamOf } from './multipart/stream.js';
