import type { Context } from './context.js';
import { SchemaElement, XSLT } from './element.js';
import type { Instruction, Source, XsltFunction } from './model.js';
import { optional, required } from './reading.js';

/**
 * An `xsl:function` (XSLT 2.0 §10.3), with the instructions that compute a value. Anything else is refused, with its place.
 * @throws SchemaError `schema.unsupported`
 */
export function readXsltFunction(context: Context, element: SchemaElement): XsltFunction {
  onlyAttributes(context, element, ['name', 'as', 'override', 'cache', 'visibility']);
  const name = required(context.reading, element, 'name').trim();
  if (!name.includes(':')) {
    const message = `the function "${name}" has no prefix; give it a namespace of its own`;
    context.reading.fail('schema.attribute', message, element, 'name');
  }
  const parameters: { name: string; as?: Source }[] = [];
  const rest: SchemaElement['children'][number][] = [];
  for (const child of element.children) {
    if (child instanceof SchemaElement && child.uri === XSLT && child.local === 'param') {
      if (rest.some((each) => each instanceof SchemaElement)) {
        context.reading.fail('schema.structure', 'parameters of a function come before its instructions', child);
      }
      parameters.push(readParameter(context, child));
    } else rest.push(child);
  }
  const as = source(context, element, 'as');
  return {
    name,
    parameters,
    ...(as === undefined ? {} : { as }),
    body: readBody(context, rest),
    namespaces: context.namespaces.xsltScope(element),
    place: element.place,
  };
}

function readParameter(context: Context, element: SchemaElement): { name: string; as?: Source } {
  onlyAttributes(context, element, ['name', 'as']);
  noContent(context, element);
  const as = source(context, element, 'as');
  return { name: required(context.reading, element, 'name').trim(), ...(as === undefined ? {} : { as }) };
}

function readBody(context: Context, children: SchemaElement['children']): readonly Instruction[] {
  const body: Instruction[] = [];
  for (const child of children) {
    // White space alone is stripped from a stylesheet (XSLT 2.0 §4.2).
    if (!(child instanceof SchemaElement)) {
      if (child.text.trim() !== '') body.push({ kind: 'text', text: child.text });
    } else body.push(readInstruction(context, child));
  }
  return body;
}

type Read = (context: Context, element: SchemaElement) => Instruction;

const instructions: Readonly<Record<string, Read>> = {
  sequence: (context, element) => {
    onlyAttributes(context, element, ['select']);
    noContent(context, element);
    return { kind: 'sequence', select: requiredSelect(context, element) };
  },
  'copy-of': (context, element) => {
    onlyAttributes(context, element, ['select']);
    noContent(context, element);
    return { kind: 'copyOf', select: requiredSelect(context, element) };
  },
  'value-of': (context, element) => {
    onlyAttributes(context, element, ['select', 'separator']);
    noContent(context, element);
    const separator = element.attribute('separator');
    if (separator !== undefined && /[{}]/.test(separator)) {
      context.reading.fail(
        'schema.unsupported',
        'a computed separator is not supported; write it',
        element,
        'separator',
      );
    }
    const select = requiredSelect(context, element);
    return separator === undefined ? { kind: 'valueOf', select } : { kind: 'valueOf', select, separator };
  },
  text: (context, element) => {
    onlyAttributes(context, element, []);
    if ([...element.elements()].length > 0) refuse(context, element, 'xsl:text');
    return { kind: 'text', text: element.textContent() };
  },
  variable: (context, element) => {
    onlyAttributes(context, element, ['name', 'as', 'select']);
    const select = source(context, element, 'select');
    const as = source(context, element, 'as');
    if (select !== undefined) noContent(context, element);
    return {
      kind: 'variable',
      name: required(context.reading, element, 'name').trim(),
      ...(as === undefined ? {} : { as }),
      ...(select === undefined ? {} : { select }),
      body: select === undefined ? readBody(context, element.children) : [],
    };
  },
  if: (context, element) => ({ kind: 'choose', branches: [readBranch(context, element)], otherwise: [] }),
  choose: (context, element) => readChoose(context, element),
  'for-each': (context, element) => {
    onlyAttributes(context, element, ['select']);
    const body = readBody(context, element.children);
    return { kind: 'forEach', select: requiredSelect(context, element), body, place: element.place };
  },
};

function readInstruction(context: Context, element: SchemaElement): Instruction {
  const read =
    element.uri === XSLT && Object.hasOwn(instructions, element.local) ? instructions[element.local] : undefined;
  if (read === undefined) return refuse(context, element, 'xsl:function');
  return read(context, element);
}

function readBranch(context: Context, element: SchemaElement) {
  onlyAttributes(context, element, ['test']);
  const test = context.namespaces.xsltSource(element, 'test', required(context.reading, element, 'test'));
  return { test, body: readBody(context, element.children) };
}

function readChoose(context: Context, element: SchemaElement): Instruction {
  onlyAttributes(context, element, []);
  const branches: ReturnType<typeof readBranch>[] = [];
  let otherwise: readonly Instruction[] | undefined;
  for (const child of element.elements()) {
    if (otherwise === undefined && child.label === 'xsl:when') branches.push(readBranch(context, child));
    else if (otherwise === undefined && child.label === 'xsl:otherwise') {
      onlyAttributes(context, child, []);
      otherwise = readBody(context, child.children);
    } else refuse(context, child, 'xsl:choose');
  }
  if (branches.length === 0) context.reading.fail('schema.structure', '<xsl:choose> needs an <xsl:when>', element);
  return { kind: 'choose', branches, otherwise: otherwise ?? [] };
}

function requiredSelect(context: Context, element: SchemaElement): Source {
  return context.namespaces.xsltSource(element, 'select', required(context.reading, element, 'select'));
}

function source(context: Context, element: SchemaElement, attribute: string): Source | undefined {
  const text = optional(element, attribute);
  return text === undefined ? undefined : context.namespaces.xsltSource(element, attribute, text);
}

function refuse(context: Context, element: SchemaElement, parent: string): never {
  const message =
    `<${element.label}> is not supported in <${parent}>; what is: param, variable, sequence, value-of, copy-of, text, choose, ` +
    'if, for-each and literal text';
  return context.reading.fail('schema.unsupported', message, element);
}

function noContent(context: Context, element: SchemaElement): void {
  for (const child of element.children) {
    if (child instanceof SchemaElement) refuse(context, child, element.label);
    if (child.text.trim() !== '') {
      context.reading.fail(
        'schema.unsupported',
        `<${element.label}> with a content is not supported; use \`select\``,
        element,
      );
    }
  }
}

function onlyAttributes(context: Context, element: SchemaElement, names: readonly string[]): void {
  for (const name of element.attributes.keys()) {
    // Attributes of other vocabularies, and of XML itself, change nothing.
    if (names.includes(name) || name.includes(':')) continue;
    const message = `the attribute \`${name}\` of <${element.label}> is not supported; take it out`;
    context.reading.fail('schema.unsupported', message, element, name);
  }
}
