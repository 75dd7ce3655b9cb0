/** SHA-1 of bytes, 40 hexadecimal digits in lower case: the `hash` of XDS metadata. */
export async function sha1Hex(bytes: Uint8Array): Promise<string> {
  // A view of a shared buffer is not accepted by every WebCrypto.
  const plain = bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-1', plain));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
