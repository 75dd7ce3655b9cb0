import { expect, it } from 'vitest';
import { heldBytes, watchHeld } from '../src/held-memory.ts';

const MEGABYTE = 1024 * 1024;

it('counts what is held, in buffers and in the heap, and not what was left', () => {
  const before = heldBytes();
  let buffer: Uint8Array | undefined = new Uint8Array(20 * MEGABYTE);
  expect(heldBytes() - before).toBeGreaterThan(19 * MEGABYTE);
  expect(buffer.length).toBe(20 * MEGABYTE);
  buffer = undefined;
  let objects: object[] | undefined = Array.from({ length: 500_000 }, (_, index) => ({ index }));
  const held = heldBytes() - before;
  expect(held).toBeGreaterThan(8 * MEGABYTE);
  expect(held).toBeLessThan(40 * MEGABYTE);
  expect(objects.length).toBe(500_000);
  objects = undefined;
  expect(Math.abs(heldBytes() - before)).toBeLessThan(4 * MEGABYTE);
});

it('keeps the highest figure of a piece of work, and sees a list that grows', () => {
  const work = (keep: boolean) => {
    const memory = watchHeld();
    const kept: Uint8Array[] = [];
    for (let i = 1; i <= 40; i += 1) {
      const piece = new Uint8Array(MEGABYTE);
      if (keep) kept.push(piece);
      if (i % 10 === 0) memory.look();
    }
    expect(kept.length).toBe(keep ? 40 : 0);
    return memory.peak();
  };
  expect(work(false)).toBeLessThan(4 * MEGABYTE);
  expect(work(true)).toBeGreaterThan(36 * MEGABYTE);
});
