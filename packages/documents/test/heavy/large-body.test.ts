import { describe, expect, it } from 'vitest';
import { heldBytes } from '../../../tooling/src/held-memory.ts';
import { buildCda } from '../../src/cda.ts';
import { fixedOptions, sampleDocument, sampleSubmission } from '../support/sample.ts';

const SIZE = 100_000_000;

/** A PDF that is one stream of that size. */
function largePdf(): Uint8Array {
  const content = new Uint8Array(SIZE).fill(0x20);
  const end = new TextEncoder().encode('\nendstream\nstartxref\n9\n%%EOF');
  content.set(new TextEncoder().encode('%PDF-1.4\n<<>>\nstream\n'));
  content.set(end, SIZE - end.length);
  return content;
}

describe('a body of 100 MB', () => {
  it('costs its base64 once, and nothing else of its size', () => {
    const content = largePdf();
    const held = heldBytes();
    const before = process.memoryUsage();
    const made = buildCda({ ...sampleDocument, body: { kind: 'pdf', content } }, sampleSubmission, {
      ...fixedOptions(7),
      pdf: 'accept-with-warning',
    });
    const after = process.memoryUsage();
    if (!made.ok) throw new Error('not built');
    expect(made.bytes.length).toBeGreaterThan((SIZE / 3) * 4);
    // Not collected: buffers that were left on the way count too.
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(made.bytes.length + 20_000_000);
    expect(heldBytes() - held).toBeLessThan(made.bytes.length + 20_000_000);
    expect(content.length).toBe(SIZE);
  });
});
