/**
 * An ICC profile of sRGB (IEC 61966-2-1), version 2, made here so that no file is needed: the three primaries under D50 and
 * the transfer curve as a table. PDF/A-1 wants one in its output intent (ISO 19005-1 §6.2.2).
 */
export function srgbProfile(): Uint8Array {
  const curve = transferCurve();
  const tags: readonly (readonly [signature: string, data: Uint8Array])[] = [
    ['desc', description('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const HEADER = 128;
  const table = 4 + tags.length * 12;
  const offsets = new Map<Uint8Array, number>();
  let size = HEADER + table;
  for (const [, data] of tags) {
    if (offsets.has(data)) continue;
    offsets.set(data, size);
    size += data.length;
  }
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  writeHeader(out, view, size);
  view.setUint32(HEADER, tags.length);
  for (const [index, [signature, data]] of tags.entries()) {
    const at = HEADER + 4 + index * 12;
    const offset = offsets.get(data) ?? 0;
    ascii(out, at, signature);
    view.setUint32(at + 4, offset);
    view.setUint32(at + 8, data.length);
    out.set(data, offset);
  }
  return out;
}

function writeHeader(out: Uint8Array, view: DataView, size: number): void {
  view.setUint32(0, size);
  view.setUint32(8, 0x02_10_00_00);
  ascii(out, 12, 'mntrRGB XYZ ');
  // A fixed date: the same profile every time.
  for (const [index, part] of [2020, 1, 1, 0, 0, 0].entries()) view.setUint16(24 + index * 2, part);
  ascii(out, 36, 'acsp');
  out.set(xyz(0.9642, 1, 0.8249).subarray(8), 68);
}

/** The curve of sRGB over 1 024 steps, 16 bits each. */
function transferCurve(): Uint8Array {
  const STEPS = 1_024;
  const out = new Uint8Array(12 + STEPS * 2);
  const view = new DataView(out.buffer);
  ascii(out, 0, 'curv');
  view.setUint32(8, STEPS);
  for (let step = 0; step < STEPS; step += 1) {
    const signal = step / (STEPS - 1);
    const linear = signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + step * 2, Math.round(linear * 65_535));
  }
  return out;
}

function xyz(x: number, y: number, z: number): Uint8Array {
  const out = new Uint8Array(20);
  const view = new DataView(out.buffer);
  ascii(out, 0, 'XYZ ');
  for (const [index, value] of [x, y, z].entries()) view.setInt32(8 + index * 4, Math.round(value * 65_536));
  return out;
}

function text(value: string): Uint8Array {
  const out = new Uint8Array(padded(8 + value.length + 1));
  ascii(out, 0, 'text');
  ascii(out, 8, value);
  return out;
}

/** `textDescriptionType`: an ASCII text, then empty Unicode and script parts. */
function description(value: string): Uint8Array {
  const out = new Uint8Array(padded(12 + value.length + 1 + 8 + 3 + 67));
  ascii(out, 0, 'desc');
  new DataView(out.buffer).setUint32(8, value.length + 1);
  ascii(out, 12, value);
  return out;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function ascii(out: Uint8Array, at: number, value: string): void {
  for (const [index, char] of [...value].entries()) out[at + index] = char.charCodeAt(0);
}
