import { parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import { createIdentity, transition } from '@socle-sante/core/rniv';
import { decodeDatamatrix, encodeDatamatrix } from '@socle-sante/ins/datamatrix';
import { createRoot } from 'react-dom/client';
import { describe, expect, test, vi } from 'vitest';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { drawSymbol } from '../../src/ins/InsDatamatrix/draw-symbol.js';
import { SymbolImage } from '../../src/ins/InsDatamatrix/SymbolImage.js';
import { symbolSize } from '../../src/ins/InsDatamatrix/symbol-size.js';
import { readImage } from '../../src/ins/InsDatamatrixScanner/read-image.js';

/** The text of a qualified identity, by the encoder of the SDK. */
function textOf(names: { nomNaissance: string; listePrenoms: string; premierPrenom: string }): string {
  const ins = parseInsIdentifier({ matricule: '275126322074974', oid: '1.2.250.1.213.1.4.10' });
  if (!ins.ok) throw new Error('ins');
  const traits = { ...names, sexe: 'F' as const, dateNaissance: '1975-12-31', lieuNaissance: '63220' };
  const found = transition(createIdentity(traits), {
    type: 'insiFound',
    at: '2026-11-21T09:00:00Z',
    ins: ins.value,
    traits,
    accepted: true,
  });
  if (!found.ok) throw new Error('insiFound');
  const checked = transition(found.state, {
    type: 'documentChecked',
    at: '2026-11-21T09:00:00Z',
    document: { type: 'CN' },
    coherent: true,
  });
  const encoded = checked.ok ? encodeDatamatrix(checked.state) : undefined;
  if (!encoded?.ok) throw new Error('encode');
  return encoded.value;
}

/** What the component puts in the page, as a picture. */
async function picture(text: string, pixels: number): Promise<Blob> {
  const symbol = drawSymbol(text);
  const host = document.createElement('div');
  const root = createRoot(host);
  root.render(<SymbolImage symbol={symbol} size={symbolSize(symbol.modules, 22)} label="symbol" />);
  const svg = await vi.waitFor(() => {
    const found = host.querySelector('svg');
    if (!found) throw new Error('svg');
    return found;
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg.outerHTML)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = pixels;
  canvas.height = pixels;
  const context = canvas.getContext('2d');
  // A dark page around: the quiet zone is the only white that the reader has.
  if (!context) throw new Error('context');
  context.fillStyle = '#0f1720';
  context.fillRect(0, 0, pixels, pixels);
  const margin = Math.round(pixels / 8);
  context.drawImage(image, margin, margin, pixels - 2 * margin, pixels - 2 * margin);
  root.unmount();
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('blob')))));
}

describe('the symbol drawn is read back by an independent reader', () => {
  const identities = [
    { nomNaissance: 'ADRUN', listePrenoms: 'ZOE', premierPrenom: 'ZOE' },
    {
      nomNaissance: "DE MONTMORENCY-LUXEMBOURG D'ESTOUTEVILLE DE LA ROCHEFOUCAULD-LIANCOURT",
      listePrenoms: 'MARIE-ANTOINETTE-JOSEPHE JEANNE LORRAINE ELISABETH CHARLOTTE',
      premierPrenom: 'MARIE-ANTOINETTE-JOSEPHE',
    },
  ];
  for (const identity of identities) {
    test(identity.nomNaissance, async () => {
      const text = textOf(identity);
      const read = await readImage(await picture(text, 640), wasmUrl);
      // The separators U+001D too, as they are.
      expect(read).toBe(text);
      expect(text).toContain('\u001D');
      const decoded = decodeDatamatrix(read ?? '', { mode: 'strict' });
      expect(decoded.ok && decoded.value.ins.matricule).toBe('275126322074974');
      expect(decoded.ok && decoded.value.traits.nomNaissance).toBe(identity.nomNaissance);
    });
  }

  test('the modules can be read on paper, whatever the names', () => {
    for (const identity of identities) {
      const { modules } = drawSymbol(textOf(identity));
      for (const wanted of [18, 22, 26] as const) {
        const { printMm, moduleMm } = symbolSize(modules, wanted);
        expect(moduleMm).toBeGreaterThanOrEqual(0.33);
        expect(printMm).toBeGreaterThanOrEqual(wanted);
      }
    }
  });

  test('a text that is no INS datamatrix is never drawn', () => {
    expect(() => drawSymbol('0134009300000000')).toThrow(RangeError);
    expect(() => drawSymbol(textOf(identities[0] as (typeof identities)[0]).replace('74974S2', '74975S2'))).toThrow();
  });

  test('the reader comes from the address given, and nothing else is asked to any other origin', async () => {
    const entries = performance.getEntriesByType('resource');
    expect(entries.some(({ name }) => name.includes('zxing_reader.wasm'))).toBe(true);
    expect(entries.filter(({ name }) => new URL(name).origin !== location.origin)).toEqual([]);
  });

  test('a picture without code gives nothing', async () => {
    const blank = await new Promise<Blob>((done) => {
      const canvas = document.createElement('canvas');
      canvas.toBlob((blob) => blob && done(blob));
    });
    expect(await readImage(blank, wasmUrl)).toBeUndefined();
  });
});
