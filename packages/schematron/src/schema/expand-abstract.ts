import { type SchemaContent, SchemaElement } from './element.js';
import { type Parameter, parametersOf, substitute } from './parameters.js';
import type { Reading } from './reading.js';
import { optional, required } from './reading.js';

/** Attributes in which `$name` of a parameter is replaced: those of `iso_abstract_expand.xsl`, then those of later editions. */
const REPLACED = new Set(['test', 'context', 'select', 'path', 'value', 'subject', 'documents']);

/**
 * The patterns of a schema that can run: those that are neither abstract nor an instance, and instances with the children of their
 * abstract pattern, parameters put in (ISO/IEC 19757-3 §6.3; `iso_abstract_expand.xsl`). An instance keeps its place and its id; the
 * texts inside keep the place they have in the abstract pattern.
 */
export function expandAbstractPatterns(schema: SchemaElement, reading: Reading): readonly SchemaElement[] {
  const patterns = [...schema.elements()].filter((each) => each.is('pattern'));
  const abstracts = new Map<string, SchemaElement>();
  for (const pattern of patterns) if (isAbstract(pattern)) addAbstract(abstracts, pattern, reading);
  const concrete: SchemaElement[] = [];
  for (const pattern of patterns) {
    const name = optional(pattern, 'is-a');
    if (name === undefined) {
      if (!isAbstract(pattern)) concrete.push(pattern);
      continue;
    }
    if (isAbstract(pattern)) {
      reading.fail(
        'schema.structure',
        'an abstract pattern cannot be an instance of another; drop `is-a`',
        pattern,
        'is-a',
      );
    }
    const abstract = abstracts.get(name) ?? concreteOf(patterns, name, pattern, reading);
    if (abstract !== undefined) concrete.push(instantiate(pattern, abstract, reading));
    else {
      const message = `there is no abstract pattern "${name}": "${optional(pattern, 'id') ?? ''}" checks nothing`;
      reading.missing('pattern.abstract', name, message, pattern, 'is-a');
    }
  }
  return concrete;
}

/** A pattern that lacks `abstract="true"` and is instanced all the same: the pipeline takes it, and it runs by itself too. */
function concreteOf(
  patterns: readonly SchemaElement[],
  name: string,
  instance: SchemaElement,
  reading: Reading,
): SchemaElement | undefined {
  const found = patterns.find((each) => optional(each, 'id') === name && optional(each, 'is-a') === undefined);
  if (found === undefined) return undefined;
  reading.report({
    code: 'pattern.not-abstract',
    subject: name,
    message: `"${name}" is not declared abstract: instances are made of it, and it runs by itself too`,
    place: instance.attributePlace('is-a'),
    incomplete: false,
  });
  return found;
}

export function isAbstract(element: SchemaElement): boolean {
  return element.attribute('abstract')?.trim() === 'true';
}

function addAbstract(abstracts: Map<string, SchemaElement>, pattern: SchemaElement, reading: Reading): void {
  const id = required(reading, pattern, 'id').trim();
  if (!abstracts.has(id)) {
    abstracts.set(id, pattern);
    return;
  }
  reading.report({
    code: 'id.duplicate',
    subject: id,
    message: `two abstract patterns have the id "${id}": instances are made of the first`,
    place: pattern.attributePlace('id'),
    incomplete: true,
  });
}

function instantiate(instance: SchemaElement, abstract: SchemaElement, reading: Reading): SchemaElement {
  const parameters = parametersOf(instance, abstract, reading);
  const attributes = new Map(instance.attributes);
  for (const [name, value] of abstract.attributes) {
    if (name === 'id' || name === 'abstract' || attributes.has(name)) continue;
    attributes.set(name, REPLACED.has(name) ? substitute(value, parameters, abstract, reading) : value);
  }
  const children: SchemaContent[] = [];
  for (const child of instance.elements()) {
    if (child.is('title')) children.push(child);
    else if (child.is('rule') || child.is('let')) {
      const message = `<${child.label}> in an instance of an abstract pattern; put it in a pattern of its own`;
      reading.fail('schema.structure', message, child);
    }
  }
  const titled = children.length > 0;
  for (const child of abstract.children) {
    if (!(child instanceof SchemaElement)) continue;
    if (child.is('param') || (titled && child.is('title'))) continue;
    children.push(replaceIn(child, parameters, reading));
  }
  const { uri, local, scope, file, offset } = instance;
  return new SchemaElement(uri, local, attributes, children, scope, file, offset);
}

function replaceIn(element: SchemaElement, parameters: readonly Parameter[], reading: Reading): SchemaElement {
  reading.budget.spend('elements', 1, element.position);
  const attributes = new Map(element.attributes);
  for (const [name, value] of element.attributes) {
    if (REPLACED.has(name)) attributes.set(name, substitute(value, parameters, element, reading));
  }
  const children = element.children.map((child) =>
    child instanceof SchemaElement
      ? replaceIn(child, parameters, reading)
      : { text: substitute(child.text, parameters, element, reading) },
  );
  return element.with(children, attributes);
}
