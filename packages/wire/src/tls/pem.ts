const block = /-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;

/** Blocks of a PEM text whose label is in `labels`, decoded, in order. Text around the blocks is ignored. */
export function pemBlocks(pem: string, ...labels: readonly string[]): Uint8Array[] {
  const out: Uint8Array[] = [];
  for (const found of pem.matchAll(block)) {
    if (labels.includes(found[1] ?? '')) out.push(new Uint8Array(Buffer.from(found[2] ?? '', 'base64')));
  }
  return out;
}

/** DER to a PEM block, 64 columns, with its last line feed. */
export function toPem(der: Uint8Array, label: string): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** The text of a PEM input given as text or as bytes; `undefined` when the bytes are not PEM (DER begins with 0x30). */
export function asPemText(input: string | Uint8Array): string | undefined {
  if (typeof input === 'string') return input;
  if (input[0] === 0x30) return undefined;
  return new TextDecoder('latin1').decode(input);
}

/** Certificates of one or several PEM texts, as PEM blocks. */
export function splitCertificates(input: string | readonly string[]): string[] {
  const texts = typeof input === 'string' ? [input] : input;
  return texts.flatMap((text) =>
    pemBlocks(text, 'CERTIFICATE', 'X509 CERTIFICATE').map((der) => toPem(der, 'CERTIFICATE')),
  );
}
