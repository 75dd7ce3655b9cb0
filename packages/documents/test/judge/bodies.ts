import type { XmlElement } from '@socle-sante/wire/xml';
import { headerOf, type Mutant, mutant } from './generate.js';
import { type Base, base } from './mutants.js';

/** A document cut down, to be changed many times. */
export interface Cut {
  readonly name: string;
  readonly base: Base;
}

/** How large a cut document may be, in characters. */
const LARGEST = 22_000;
const LONGEST_TEXT = 400;

/**
 * The header of a document with one of its sections, each section in turn, and contents shortened: small enough for thousands of
 * mutants, with the structures of the whole document.
 */
export function cuts(name: string, text: string): Cut[] {
  const whole = base(shortened(text));
  const body = whole.elements.findIndex(({ local }) => local === 'structuredBody');
  const sections = body < 0 ? [] : childrenOf(whole.elements[body]);
  const made = sections.map((kept) => ({
    name: `${name} ${kept.span.start}`,
    text: without(
      whole.text,
      sections.filter((each) => each !== kept),
    ),
  }));
  const all = sections.length > 1 ? made : [{ name, text: whole.text }];
  return all.filter((each) => each.text.length <= LARGEST).map((each) => ({ name: each.name, base: base(each.text) }));
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
