import { describe, expect, test } from 'vitest';
import {
  BURST_GAP_MS,
  chooseReading,
  createWedgeReader,
  looksLikeIns,
  usCharacter,
  type WedgeKey,
} from '../../src/ins/InsDatamatrixScanner/wedge.js';

const head = `IS01${'0'.repeat(22)}`;
const key = (change: Partial<WedgeKey>, timeStamp = 0): WedgeKey => ({
  key: '',
  code: '',
  shiftKey: false,
  ctrlKey: false,
  timeStamp,
  ...change,
});
/** A text typed on a US keyboard, every `gap` milliseconds. */
function type(text: string, gap: number) {
  const reader = createWedgeReader();
  const taken = [...text].map((character, index) =>
    reader.push(
      key(
        {
          key: character,
          code: /\d/.test(character) ? `Digit${character}` : `Key${character}`,
          shiftKey: /[A-Z]/.test(character),
        },
        index * gap,
      ),
    ),
  );
  return { burst: reader.take(), taken };
}

describe('hand scanner', () => {
  test('a burst is 20 keys or more, each less than 35 ms after the one before', () => {
    expect(type(head, 5).burst?.byKey).toBe(head);
    expect(type(head, BURST_GAP_MS - 1).burst?.keys).toBe(26);
    expect(type(head, BURST_GAP_MS).burst).toBeUndefined();
    expect(type(head.slice(0, 19), 5).burst).toBeUndefined();
    expect(type(head.slice(0, 20), 5).burst?.keys).toBe(20);
  });
  test('a slow hand is never taken from the page', () => {
    expect(type(head, 60).taken).not.toContain(true);
    expect(type(head, 5).taken.slice(4)).not.toContain(false);
  });
  test('what was typed before a pause is forgotten', () => {
    const reader = createWedgeReader();
    reader.push(key({ key: 'X', code: 'KeyX', shiftKey: true }, 0));
    for (const [index, character] of [...head].entries()) reader.push(key({ key: character, code: '' }, 500 + index));
    expect(reader.take()?.byKey).toBe(head);
    expect(reader.take()).toBeUndefined();
  });
  test('the separator: F8, Ctrl+], the control character', () => {
    for (const separator of [
      { key: 'F8', code: 'F8' },
      { key: ']', code: 'BracketRight', ctrlKey: true },
      { key: '$', code: 'BracketRight', ctrlKey: true },
      { key: '\u001D', code: '' },
    ]) {
      const reader = createWedgeReader();
      for (const [index, character] of [...head].entries()) reader.push(key({ key: character, code: '' }, index));
      reader.push(key(separator, 27));
      const burst = reader.take();
      expect(burst?.byKey.endsWith('\u001D')).toBe(true);
      expect(burst?.byCode.endsWith('\u001D')).toBe(true);
    }
  });
  test('AZERTY: the physical keys win when the characters do not parse', () => {
    expect(usCharacter('Digit1', false)).toBe('1');
    expect(usCharacter('KeyQ', true)).toBe('Q');
    expect(usCharacter('Slash', false)).toBe('/');
    expect(usCharacter('F8', false)).toBe('');
    expect(chooseReading({ byKey: 'ISà&ààà', byCode: head, keys: 26 })).toBe(head);
    expect(chooseReading({ byKey: head, byCode: 'IS)!', keys: 26 })).toBe(head);
    expect(chooseReading({ byKey: 'abc', byCode: 'def', keys: 26 })).toBe('abc');
  });
  test('an AIM prefix, Caps Lock and control characters before the text are known', () => {
    expect(looksLikeIns(`]d1${head}`)).toBe(true);
    expect(looksLikeIns(`\u001D${head}`)).toBe(true);
    expect(looksLikeIns(head.toLowerCase())).toBe(true);
    expect(looksLikeIns('0134009300000000')).toBe(false);
  });
});
