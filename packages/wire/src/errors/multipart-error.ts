import { SocleAnswerError, SocleArgumentError } from '@socle-sante/core/error';

/**
 * Why a multipart message is refused.
 * 'multipart.contentType' not multipart, or without a usable boundary · 'multipart.structure' no boundary where one must stand ·
 * 'multipart.truncated' the final boundary never came · 'multipart.header' a part header that cannot be read · 'multipart.encoding' a part
 * that is not carried as it is (base64…) · 'multipart.tooMany', 'multipart.tooLarge' over a bound · 'multipart.root' no root part ·
 * 'multipart.duplicateId' the same Content-ID twice · 'multipart.reference' a `cid:` that no part answers.
 */
export type MultipartErrorCode =
  | 'multipart.contentType'
  | 'multipart.structure'
  | 'multipart.truncated'
  | 'multipart.header'
  | 'multipart.encoding'
  | 'multipart.tooMany'
  | 'multipart.tooLarge'
  | 'multipart.root'
  | 'multipart.duplicateId'
  | 'multipart.reference';

/** A multipart message that we refuse. The message never quotes its content. */
export class MultipartError extends SocleAnswerError {
  declare readonly code: MultipartErrorCode;

  constructor(code: MultipartErrorCode, message: string) {
    super({ code, service: 'wire', message, audience: 'admin' });
  }
}

/** What the caller gave cannot be written as a multipart message. */
export class MultipartWriteError extends SocleArgumentError {
  declare readonly code: 'multipart.write';

  constructor(message: string) {
    super({ code: 'multipart.write', service: 'wire', message, audience: 'vendor' });
  }
}
