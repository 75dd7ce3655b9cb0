import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** What zxing reads in a picture (PNG), with its control characters; undefined when there is no datamatrix. */
export async function readDatamatrix(picture: Uint8Array): Promise<string | undefined> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const [first] = await readBarcodes(picture, { formats: ['DataMatrix'], tryHarder: true, maxNumberOfSymbols: 1 });
  return first?.isValid ? Buffer.from(first.bytes).toString('latin1') : undefined;
}
