/** Milliseconds between two keys of a hand scanner, at most: nobody types that fast. */
export const BURST_GAP_MS = 35;
/** Keys of a burst, at least. */
export const BURST_KEYS = 20;

const GS = '\u001D';

/** What a key event gives to read, whatever the keyboard layout. */
export interface WedgeKey {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey?: boolean;
  /** Milliseconds, as in `Event.timeStamp`. */
  readonly timeStamp: number;
}

const digits = [')', '!', '@', '#', '$', '%', '^', '&', '*', '('];
const others: Readonly<Record<string, readonly [string, string]>> = {
  Space: [' ', ' '],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Backquote: ['`', '~'],
  NumpadDecimal: ['.', '.'],
  NumpadSubtract: ['-', '-'],
};

/** The character of a physical key on a US keyboard: most scanners think that they type on one. */
export function usCharacter(code: string, shift: boolean): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit) return shift ? (digits[Number(digit)] ?? '') : digit;
  const pad = /^Numpad(\d)$/.exec(code)?.[1];
  if (pad) return pad;
  return others[code]?.[shift ? 1 : 0] ?? '';
}

/** The group separator, when the scanner sends a key for it: F8, Ctrl+], or the control character itself. */
function isSeparator(event: WedgeKey): boolean {
  if (event.key === 'F8' || event.key === GS) return true;
  return event.ctrlKey && !event.altKey && (event.code === 'BracketRight' || event.key === ']');
}

export function isTerminator(event: Pick<WedgeKey, 'key'>): boolean {
  return event.key === 'Enter' || event.key === 'Tab';
}

/** What was typed, read by the layout of the computer and by that of the scanner. */
export interface Burst {
  readonly byKey: string;
  readonly byCode: string;
  readonly keys: number;
}

/** Gathers the keys of a hand scanner. Times come from the events: no clock. */
export interface WedgeReader {
  /** True when the key belongs to a burst already recognised: it must not reach the page. */
  push(event: WedgeKey): boolean;
  /** The burst that ends now, if there is one; forgets everything. */
  take(): Burst | undefined;
}

export function createWedgeReader(): WedgeReader {
  let byKey = '';
  let byCode = '';
  let keys = 0;
  let last = Number.NEGATIVE_INFINITY;
  const forget = (): void => {
    byKey = '';
    byCode = '';
    keys = 0;
  };
  return {
    push(event) {
      if (event.timeStamp - last >= BURST_GAP_MS) forget();
      last = event.timeStamp;
      const separator = isSeparator(event);
      const character = separator ? GS : event.key.length === 1 && !event.ctrlKey ? event.key : '';
      const us = separator ? GS : event.ctrlKey ? '' : usCharacter(event.code, event.shiftKey);
      if (character === '' && us === '') return keys > 3;
      byKey += character;
      byCode += us;
      keys += 1;
      return keys > 3;
    },
    take() {
      const burst = keys >= BURST_KEYS ? { byKey, byCode, keys } : undefined;
      forget();
      last = Number.NEGATIVE_INFINITY;
      return burst;
    },
  };
}

/** True when a text may be an INS datamatrix: `IS01` after an optional AIM prefix, in any case (Caps Lock). */
export function looksLikeIns(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: scanners send some before the text
  return /^[\u0000-\u0020]*(?:\][dD]\d)?IS01/i.test(text);
}

/** The reading that parses: by the characters typed, or by the physical keys. Neither: the characters typed. */
export function chooseReading(burst: Burst): string {
  if (looksLikeIns(burst.byKey)) return burst.byKey;
  return looksLikeIns(burst.byCode) ? burst.byCode : burst.byKey;
}
