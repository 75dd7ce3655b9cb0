import { tokens } from '../reader/dom.js';
import type { NarrativeMarker, NarrativeStyle } from './nodes.js';

const styles: Readonly<Record<string, readonly NarrativeStyle[]>> = {
  bold: ['bold'],
  italics: ['italics'],
  italic: ['italics'],
  bolditalics: ['bold', 'italics'],
  underline: ['underline'],
  emphasis: ['emphasis'],
  lrule: ['leftRule'],
  rrule: ['rightRule'],
  toprule: ['topRule'],
  botrule: ['bottomRule'],
};

const markers: Readonly<Record<string, NarrativeMarker>> = {
  disc: 'disc',
  circle: 'circle',
  square: 'square',
  arabic: 'arabic',
  littleroman: 'littleRoman',
  bigroman: 'bigRoman',
  littlealpha: 'littleAlpha',
  bigalpha: 'bigAlpha',
};

/** The styles of a `styleCode`: compared without case, split on spaces, unknown ones ignored (HL7 CDA R2 §4.3.5.11). */
export function stylesOf(styleCode: string | undefined): readonly NarrativeStyle[] {
  const found = new Set<NarrativeStyle>();
  for (const token of tokens(styleCode).slice(0, 16)) {
    const key = token.toLowerCase();
    if (Object.hasOwn(styles, key)) for (const style of styles[key] ?? []) found.add(style);
  }
  return [...found];
}

/** The marker of a list. */
export function markerOf(styleCode: string | undefined): NarrativeMarker | undefined {
  const key = tokens(styleCode)
    .slice(0, 16)
    .map((token) => token.toLowerCase())
    .find((token) => Object.hasOwn(markers, token));
  return key === undefined ? undefined : markers[key];
}
