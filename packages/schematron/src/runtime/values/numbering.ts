const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Lower-case roman figures, digits for what they do not write: 0 and from 5000 on. */
export function roman(value: number): string {
  if (value <= 0 || value >= 5000) return String(value);
  let left = value;
  let text = '';
  for (const [worth, letters] of ROMAN) {
    while (left >= worth) {
      text += letters;
      left -= worth;
    }
  }
  return text;
}

/** a, b, … z, aa, ab, … ; `0` for zero. */
export function letters(value: number): string {
  if (value <= 0) return String(value);
  let left = value;
  let text = '';
  while (left > 0) {
    text = String.fromCharCode(97 + ((left - 1) % 26)) + text;
    left = Math.floor((left - 1) / 26);
  }
  return text;
}

/** English: `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(value: number): string {
  const ten = value % 100;
  const unit = ten > 10 && ten < 20 ? 0 : value % 10;
  return `${value}${unit === 1 ? 'st' : unit === 2 ? 'nd' : unit === 3 ? 'rd' : 'th'}`;
}
