import { SchemaError } from './error.js';

/**
 * The text of an XML file (XML 1.0 appendix F): by its byte order mark, else by the encoding of its declaration, else UTF-8.
 * @throws SchemaError `schema.encoding`
 */
export function decodeXml(bytes: Uint8Array, file: string): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new SchemaError(
      'schema.encoding',
      `the bytes are not ${encoding}; save the file in UTF-8`,
      { file, line: 1, column: 1 },
      error,
    );
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head);
  return declared?.[1]?.toLowerCase() ?? 'utf-8';
}
