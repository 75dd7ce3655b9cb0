import { type Finding, finding } from '@socle-sante/core/finding';
import { DATAMATRIX_HEADER, GS } from './layout.js';

/**
 * What scanners send in the place of the group separator: keyboard-wedge readers cannot type U+001D. Any case.
 */
export const DEFAULT_GS_ALIASES: readonly string[] = [
  '<GS>',
  '{GS}',
  '[GS]',
  '<F8>',
  '{F8}',
  '\\x1D',
  '\\u001D',
  '^]',
  '\u241d',
];

export interface ScanOptions {
  /** Further spellings of the separator, tried before {@link DEFAULT_GS_ALIASES}. */
  readonly gsAliases?: readonly string[];
  readonly lenient: boolean;
}

/** Characters that an INS datamatrix itself may hold: an alias made of these alone would cut inside a name. */
const DATA_ONLY = /^[A-Z0-9 '.-]*$/i;

/**
 * Brings what a scanner delivered to the text of the symbol: the AIM prefix `]dN` and control characters around the
 * text are dropped, aliases become U+001D, and (lenient) a text typed with Caps Lock is put right. Linear in the
 * input.
 */
export function normalizeScan(input: string, options: ScanOptions): { text: string; findings: Finding[] } {
  const findings: Finding[] = [];
  const own = options.gsAliases ?? [];
  const usable = own.filter((alias) => alias !== '' && !DATA_ONLY.test(alias));
  if (usable.length < own.length) findings.push(finding('ins.datamatrix.alias', 'warning'));

  const spellings = [...usable, ...DEFAULT_GS_ALIASES].sort((a, b) => b.length - a.length).map(escapeRegExp);
  let text = input.replace(new RegExp(spellings.join('|'), 'gi'), GS);
  // The AIM identifier of a Data Matrix symbol, ISO/IEC 15424: `]d1` for ECC 200, `]d2` with FNC1.
  text = trimControls(trimControls(text).replace(/^\][dD][0-9]/, ''));

  const swapped = options.lenient && !text.startsWith('IS') && text.slice(0, 2).toUpperCase() === 'IS';
  if (swapped && text.slice(0, DATAMATRIX_HEADER.length).toUpperCase() === DATAMATRIX_HEADER) {
    text = text.toUpperCase();
    findings.push(finding('ins.datamatrix.case', 'warning'));
  }
  return { text, findings };
}

function isControl(code: number): boolean {
  return code <= 0x20 || code === 0x7f;
}

/** Cuts spaces and control characters (a wedge ends with CR or TAB, FNC1 may come first) at both ends. */
function trimControls(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isControl(text.charCodeAt(start))) start += 1;
  while (end > start && isControl(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
