const table = makeTable();

function makeTable(): Int32Array {
  const made = new Int32Array(256);
  for (let n = 0; n < 256; n += 1) {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? (c >>> 1) ^ -306_674_912 : c >>> 1;
    made[n] = c;
  }
  return made;
}

/** CRC-32 of ISO 3309, as zip archives carry it: an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < bytes.length; i += 1) crc = (crc >>> 8) ^ (table[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0);
  return (crc ^ -1) >>> 0;
}
