import { toHex, webCryptoHash } from '../xades/hash.js';

/** SHA-1 of bytes, 40 hexadecimal digits in lower case: the `hash` of XDS metadata. */
export async function sha1Hex(bytes: Uint8Array): Promise<string> {
  return toHex(await webCryptoHash('sha1', bytes));
}
