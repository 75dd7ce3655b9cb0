import fc from 'fast-check';
import { type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cpuMilliseconds } from '../../../tooling/src/cpu-time.ts';
import { inspectXdm, isXdm, packXdm } from '../../src/xdm.js';
import { contentOf, issuer } from './support.js';

const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);

async function refusal(bytes: Uint8Array): Promise<string> {
  const archive = await inspectXdm(bytes);
  expect([archive.files, archive.subsets]).toEqual([[], []]);
  expect(archive.findings).toHaveLength(1);
  return archive.findings[0]?.rule ?? '';
}

/** Changes bytes after each place where a signature of four bytes stands. */
function patch(bytes: Uint8Array, signature: number, offset: number, values: readonly number[], nth = 0): Uint8Array {
  const out = new Uint8Array(bytes);
  const view = new DataView(out.buffer);
  let seen = 0;
  for (let at = 0; at + 4 <= out.length; at += 1) {
    if (view.getUint32(at, true) !== signature) continue;
    if (seen === nth) {
      out.set(values, at + offset);
      return out;
    }
    seen += 1;
  }
  throw new Error('no such signature');
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const EOCD = 0x06054b50;
const two: Zippable = { 'A.TXT': utf8('a'.repeat(300)), 'B.TXT': utf8('b'.repeat(300)) };
const zip = zipSync(two);
const u32 = (n: number): number[] => [n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >>> 24) & 255];

describe('an archive that is not safe is refused before anything is read of it', () => {
  test.each([
    '../EVIL.TXT',
    '/etc/passwd',
    'A/../../B.TXT',
    'C:\\X.TXT',
    'A//B.TXT',
    './A.TXT',
    'A\u00e9.TXT',
    'A\u0000B.TXT',
    `${'A'.repeat(300)}`,
  ])('the name %j', async (name) => {
    expect(await refusal(zipSync({ [name]: utf8('x') }))).toBe('XDM-010.path');
  });

  test('a name given twice, also in another case', async () => {
    expect(await refusal(zipSync({ 'A.TXT': utf8('1'), 'a.txt': utf8('2') }))).toBe('XDM-010.duplicate');
    const same = patch(patch(zip, CENTRAL, 46, [0x41], 1), LOCAL, 30, [0x41], 1);
    expect(await refusal(same)).toBe('XDM-010.duplicate');
  });

  test('bombs: ratio, total, number of entries, overlap', async () => {
    const zeros = zipSync({ 'A.TXT': new Uint8Array(20_000_000) });
    let found = '';
    const cpu = cpuMilliseconds(() => {
      void refusal(zeros).then((rule) => {
        found = rule;
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect([found, cpu < 200]).toEqual(['XDM-010.ratio', true]);
    const many: Zippable = {};
    for (let i = 0; i < 201; i += 1) many[`F${i}.TXT`] = utf8('x');
    expect(await refusal(zipSync(many))).toBe('XDM-010.entries');
    const announced = patch(patch(zip, CENTRAL, 24, u32(150_000_000), 0), CENTRAL, 24, u32(150_000_000), 1);
    expect(await refusal(announced)).toMatch(/XDM-010\.(inflated|ratio)/);
    // The second file takes the place of the first.
    const overlap = patch(patch(zip, CENTRAL, 42, u32(0), 1), CENTRAL, 46, [0x41], 1);
    expect(await refusal(overlap)).toMatch(/XDM-010\.(duplicate|overlap)/);
  });

  test('a size that lies: more and less than it says, while it inflates', async () => {
    const more = new Uint8Array(60_000).map((_, i) => (i * 7919) % 251);
    const file = zipSync({ 'A.TXT': more });
    for (const size of [59_999, 60_001, 1, 0]) {
      expect(await refusal(patch(file, CENTRAL, 24, u32(size)))).toMatch(/XDM-010\.(size|ratio)/);
    }
  });

  test('a wrong sum, a cipher, an unknown method, a link, zip64, a cut file', async () => {
    expect(await refusal(patch(zip, CENTRAL, 16, [1, 2, 3, 4]))).toBe('XDM-010.crc');
    expect(await refusal(patch(zip, CENTRAL, 8, [1, 0]))).toBe('XDM-010.encrypted');
    expect(await refusal(patch(patch(zip, CENTRAL, 10, [12, 0]), LOCAL, 8, [12, 0]))).toBe('XDM-010.method');
    expect(await refusal(patch(patch(zip, CENTRAL, 5, [3]), CENTRAL, 38, u32(0xa1ff0000)))).toBe('XDM-010.symlink');
    expect(await refusal(patch(zip, CENTRAL, 20, u32(0xffffffff)))).toBe('XDM-010.zip64');
    expect(await refusal(zip.subarray(0, zip.length - 1))).toBe('XDM-010.archive');
    expect(await refusal(utf8('not a zip'))).toBe('XDM-010.archive');
    expect(await refusal(new Uint8Array())).toBe('XDM-010.archive');
    // The directory and the local header disagree: two readers would see two archives.
    expect(await refusal(patch(zip, LOCAL, 30, [0x5a]))).toBe('XDM-010.damaged');
    expect(await refusal(patch(zip, EOCD, 16, u32(5)))).toBe('XDM-010.damaged');
    expect(isXdm(zip)).toBe(false);
  });

  test('limits are those of the caller', async () => {
    const { bytes } = await packXdm(contentOf(), { issuer });
    expect((await inspectXdm(bytes, { maxEntries: 3 })).findings[0]?.rule).toBe('XDM-010.entries');
    expect((await inspectXdm(bytes, { maxBytes: 100 })).findings[0]?.rule).toBe('XDM-010.size');
    expect((await inspectXdm(bytes, { maxInflated: 100 })).findings[0]?.rule).toBe('XDM-010.inflated');
  });

  test('any change of bytes: findings, never a failure', async () => {
    const { bytes } = await packXdm(contentOf(), { issuer });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(bytes.length - 1), byte: fc.integer({ min: 0, max: 255 }) }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (changes) => {
          const wrong = new Uint8Array(bytes);
          for (const { at, byte } of changes) wrong[at] = byte;
          expect(Array.isArray((await inspectXdm(wrong)).findings)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
