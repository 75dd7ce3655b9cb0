import type { XmlElement } from '@socle-sante/wire/xml';
import { headerOf, type Mutant, mutant } from './generate.js';
import { type Base, base } from './mutants.js';

/** A document cut down, to be changed many times. */
export interface Cut {
  readonly name: string;
  readonly base: Base;
}

/** How large a cut document may be, in characters. */
const LARGEST = 18_000;
const LONGEST_TEXT = 400;
/** What says which rules a document gets: its own, also under the header of another. */
const OWN = new Set(['templateId', 'code']);

/**
 * A document with one of its sections, each section in turn, and contents shortened: small enough for thousands of mutants, with the
 * structures of the whole document. The first has the header of the document, the others that of `minimal`.
 */
export function cuts(name: string, text: string, minimal: Base): Cut[] {
  const whole = base(shortened(text));
  const body = whole.elements.findIndex(({ local }) => local === 'structuredBody');
  const sections = body < 0 ? [] : childrenOf(whole.elements[body]);
  const made = sections.map((kept, rank) => {
    const others = sections.filter((each) => each !== kept);
    const cut = without(whole.text, others);
    return { name: `${name} ${kept.span.start}`, text: rank === 0 ? cut : underHeader(base(cut), minimal) };
  });
  const all = sections.length > 1 ? made : [{ name, text: whole.text }];
  return all.filter((each) => each.text.length <= LARGEST).map((each) => ({ name: each.name, base: base(each.text) }));
}

/** The body, the templates and the code of a document under the header of another. */
function underHeader({ text, elements }: Base, minimal: Base): string {
  const [root] = elements;
  const [other] = minimal.elements;
  if (root === undefined || other === undefined) return text;
  const own = childrenOf(root);
  const slice = ({ span }: XmlElement): string => text.slice(span.start, span.end);
  const named = (wanted: string): string =>
    own
      .filter(({ local }) => local === wanted)
      .map(slice)
      .join('');
  const written = new Set<string>();
  const children = childrenOf(other).map((child) => {
    const { local, span } = child;
    if (local !== 'component' && !OWN.has(local)) return minimal.text.slice(span.start, span.end);
    if (written.has(local)) return '';
    written.add(local);
    return named(local);
  });
  const name = /^<([^\s/>]+)/.exec(text.slice(root.span.start))?.[1] ?? '';
  return `${text.slice(root.span.start, root.span.open)}${children.join('\n')}</${name}>`;
}

/** A long content of a media is cut: no rule looks at it. */
function shortened(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, '').replace(/>[^<>]{400,}</g, (whole) => `${whole.slice(0, LONGEST_TEXT)}<`);
}

function childrenOf(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((each): each is XmlElement => typeof each !== 'string');
}

function without(text: string, elements: readonly XmlElement[]): string {
  let out = '';
  let at = 0;
  for (const { span } of elements) {
    out += text.slice(at, span.start);
    at = span.end;
  }
  return out + text.slice(at);
}

/** Elements of the body. */
export function bodyOf({ elements }: Base): number[] {
  const body = elements.findIndex(({ local }) => local === 'structuredBody' || local === 'nonXMLBody');
  return body < 0 ? [] : Array.from({ length: elements.length - body - 1 }, (_, index) => body + 1 + index);
}

/**
 * One mutant of a cut document: changes of its body, sometimes of its header; or an element of the body that says it follows another
 * template, so that rules meet elements that nobody wrote for them.
 */
export function bodyMutant(from: Base, templates: readonly string[], random: () => number): Mutant {
  const places = bodyOf(from);
  if (places.length === 0 || random() < 0.15) return mutant(from, headerOf(from), random, base);
  if (random() < 0.3) return anotherTemplate(from, places, templates, random);
  return mutant(from, places, random, base, bodyOf);
}

const WITH_TEMPLATES = new Set([
  'section',
  'act',
  'encounter',
  'observation',
  'observationMedia',
  'organizer',
  'procedure',
  'substanceAdministration',
  'supply',
  'manufacturedProduct',
  'participant',
  'participantRole',
  'specimen',
  'author',
  'performer',
  'informant',
]);

function anotherTemplate(
  from: Base,
  places: readonly number[],
  templates: readonly string[],
  random: () => number,
): Mutant {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const able = places.filter((index) => WITH_TEMPLATES.has(from.elements[index]?.local ?? ''));
  let text = from.text;
  const done: string[] = [];
  // From the end, so that the places before stay what they are.
  const chosen = [...new Set([pick(able), pick(able), pick(able)])].filter((index) => index !== undefined);
  for (const index of chosen.sort((one, other) => other - one)) {
    const element = from.elements[index];
    const template = pick(templates);
    if (element === undefined || template === undefined) continue;
    const { start, open } = element.span;
    if (text.slice(start, open).endsWith('/>')) continue;
    text = `${text.slice(0, open)}<templateId root="${template}"/>${text.slice(open)}`;
    done.push(`${element.local}: template ${template}`);
  }
  return { done: done.join('; '), text };
}
