import type { Draw } from '../xpath/generate.js';

const NAMES = ['a', 'a', 'b', 'b', 'c', 'p:a', 'd'];
const ATTRIBUTES = ['x', 'x', 'y', 'id', 'p:x'];
/** What documents and expressions hold alike, so that comparisons are sometimes true. */
export const TEXTS = [
  '1',
  '2',
  '10',
  '2.5',
  '-1',
  '',
  ' ',
  'abc',
  'a b',
  'é',
  '2020-02-29',
  '2021-12-31',
  'true',
  '1.2.250',
  'b1',
  '007',
];

/** A small document at random: a few names, in two namespaces, mixed content, comments. */
export function randomDocument(draw: Draw): string {
  return `<r xmlns:p="urn:p">${content(draw, 3)}</r>`;
}

/** How many elements a document has. */
export function elementsOf(document: string): number {
  return document.match(/<[a-z]/g)?.length ?? 0;
}

function content(draw: Draw, depth: number): string {
  return draw.many(depth === 3 ? 4 : 1, depth === 3 ? 8 : 4, () => node(draw, depth)).join('');
}

function node(draw: Draw, depth: number): string {
  if (depth === 0 || draw.chance(0.25)) return draw.chance(0.15) ? '<!--1-->' : draw.pick(TEXTS);
  const name = draw.pick(NAMES);
  const inside = draw.chance(0.2) ? '' : content(draw, depth - 1);
  return `<${name}${attributes(draw)}>${inside}</${name}>`;
}

function attributes(draw: Draw): string {
  const names = new Set(draw.many(0, 2, () => draw.pick(ATTRIBUTES)));
  return [...names].map((name) => ` ${name}="${draw.pick(TEXTS)}"`).join('');
}
