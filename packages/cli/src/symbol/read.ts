import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/**
 * Reads the Data Matrix of a picture (PNG or JPEG bytes); undefined when there is none.
 *
 * The reader's WebAssembly comes from the installed package: by default it would be fetched from a public network.
 */
export async function readDatamatrix(picture: Uint8Array): Promise<string | undefined> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const [first] = await readBarcodes(picture, { formats: ['DataMatrix'], tryHarder: true, maxNumberOfSymbols: 1 });
  if (!first?.isValid) return undefined;
  // The bytes, not `text`: control characters such as GS are rewritten there.
  return Buffer.from(first.bytes).toString('latin1');
}
