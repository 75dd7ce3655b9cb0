import type { SchemaElement } from './element.js';
import { type Reading, required } from './reading.js';

/** A parameter of an abstract pattern, for one of its instances. */
export interface Parameter {
  /** `$` and the name. */
  readonly mark: string;
  readonly value: string;
}

/**
 * The parameters of an instance, in the order in which they are put in: that of the document, as `iso_abstract_expand.xsl` does, so
 * that the value of one may hold the next; the longest name first when a name begins another, where that order would cut a name in
 * two. A `param` of the abstract pattern itself gives a value for instances that have none.
 */
export function parametersOf(instance: SchemaElement, abstract: SchemaElement, reading: Reading): readonly Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const owner of [instance, abstract]) {
    const own = new Set<string>();
    for (const element of owner.elements()) {
      if (!element.is('param')) continue;
      const name = required(reading, element, 'name').trim();
      if (own.has(name)) {
        reading.fail('schema.duplicate', `two parameters are named "${name}"; keep one`, element, 'name');
      }
      own.add(name);
      const value = element.attribute('value');
      if (value === undefined && owner === instance) required(reading, element, 'value');
      if (value !== undefined && !parameters.has(name)) parameters.set(name, { mark: `$${name}`, value });
    }
  }
  const inOrder = [...parameters.values()];
  if (!someCutsAnother(inOrder)) return inOrder;
  reading.report({
    code: 'param.order',
    subject: instance.attribute('id') ?? abstract.attribute('id') ?? '',
    message:
      'the name of a parameter begins the name of a later one: the longest are put in first, not the first written',
    place: instance.place,
    incomplete: false,
  });
  return inOrder.sort((a, b) => b.mark.length - a.mark.length);
}

function someCutsAnother(parameters: readonly Parameter[]): boolean {
  return parameters.some(({ mark }, at) => parameters.slice(at + 1).some((later) => later.mark.startsWith(mark)));
}

/**
 * A text with the values of parameters in the place of `$name`. It is text that is replaced, not a token: `$ab` holds `$a`.
 * @throws SchemaError `schema.limit`
 */
export function substitute(
  text: string,
  parameters: readonly Parameter[],
  element: SchemaElement,
  reading: Reading,
): string {
  if (!text.includes('$')) return text;
  let result = text;
  for (const { mark, value } of parameters) {
    if (!result.includes(mark)) continue;
    const parts = result.split(mark);
    // Counted before it is made.
    const length = result.length + (parts.length - 1) * (value.length - mark.length);
    reading.budget.spend('expandedCharacters', length, element.position);
    if (parts.some((part, at) => at > 0 && nameCharacter.test(part))) sayCut(mark, element, reading);
    result = parts.join(value);
  }
  return result;
}

const nameCharacter = /^[\p{L}\p{N}_.-]/u;

function sayCut(mark: string, element: SchemaElement, reading: Reading): void {
  reading.report({
    code: 'param.cut',
    subject: mark,
    message: `"${mark}" is replaced where it begins a longer name: give the parameter or the variable another name`,
    place: element.place,
    incomplete: false,
  });
}
