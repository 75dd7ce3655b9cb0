import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

let prepared: string | undefined;

/**
 * Reads the Data Matrix of a picture: its bytes as text, or `undefined` when there is none. The WebAssembly comes from
 * `wasmUrl`, a file that the vendor serves: never from the public network that the library knows by default. Needs
 * `'wasm-unsafe-eval'` under a strict content security policy.
 */
export async function readImage(image: Blob | ImageData, wasmUrl: string): Promise<string | undefined> {
  if (prepared !== wasmUrl) {
    prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });
    prepared = wasmUrl;
  }
  const [first] = await readBarcodes(image, {
    formats: ['DataMatrix'],
    tryHarder: true,
    maxNumberOfSymbols: 1,
    textMode: 'Plain',
  });
  // The bytes, not the text: the separator U+001D is rewritten there.
  return first?.isValid ? String.fromCharCode(...first.bytes) : undefined;
}
