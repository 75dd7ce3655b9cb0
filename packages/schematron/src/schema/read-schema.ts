import { bindingOf } from './binding.js';
import { type Context, defined, titleOf, unexpected } from './context.js';
import { withDeviations } from './deviation-rules.js';
import { OLD_SCHEMATRON, SCHEMATRON, type SchemaElement } from './element.js';
import { SchemaError } from './error.js';
import { expandAbstractPatterns, isAbstract } from './expand-abstract.js';
import { IncludeExpander, refuseOldNamespace } from './expand-include.js';
import { globalLets } from './global-lets.js';
import type { SchemaLoader } from './loader.js';
import type { Key, Let, Schema, XsltFunction } from './model.js';
import { Namespaces } from './namespaces.js';
import type { SchemaOptions } from './options.js';
import { readKey } from './read-key.js';
import { readLet } from './read-let.js';
import { readNamedMessages, sayUnknownMessages } from './read-named-message.js';
import { PatternReader } from './read-pattern.js';
import { readPhases } from './read-phase.js';
import { RuleReader } from './read-rule.js';
import { readXsltFunction } from './read-xslt.js';
import { optional, Reading } from './reading.js';
import { sayDuplicateIds } from './say-duplicates.js';

/**
 * Reads a Schematron schema (ISO/IEC 19757-3:2006, 2016) in one piece: includes put in, abstract patterns and rules expanded. What is
 * wrong and can be lived with is a deviation of the schema, never silent; the rest is refused.
 *
 * @param main name of the main file from the root of the loader
 * @throws SchemaError with the file, the line and the column
 */
export function readSchema(main: string, loader: SchemaLoader, options: SchemaOptions = {}): Schema {
  const reading = new Reading(withDeviations(loader, options.deviations ?? []), options);
  const file = reading.load(main, undefined);
  if (file === undefined) {
    throw new SchemaError('schema.missing', `"${main}" does not exist; give its path from the folder of the rules`);
  }
  requireSchema(file, reading);
  const root = new IncludeExpander(reading).expand(file);
  const queryBinding = bindingOf(root, reading);
  const context: Context = { reading, namespaces: new Namespaces(root, reading) };
  const concrete = expandAbstractPatterns(root, reading);
  const patternReader = new PatternReader(context, new RuleReader(context, allAbstractRules(root, concrete)));
  const patterns = concrete.map((each) => patternReader.pattern(each));
  const top = readTop(context, root);
  const abstracts = new Set<string>();
  for (const each of root.elements())
    if (each.is('pattern') && isAbstract(each)) abstracts.add(optional(each, 'id') ?? '');
  const phases = readPhases(context, root, { patterns, abstracts });
  const diagnostics = readNamedMessages(context, root, 'diagnostics', 'diagnostic');
  const properties = readNamedMessages(context, root, 'properties', 'property');
  sayUnknownMessages(context, patterns, diagnostics, properties);
  sayDuplicateIds(reading, patterns);
  const defaultPhase = optional(root, 'defaultPhase');
  if (defaultPhase !== undefined && defaultPhase !== '#ALL' && !phases.some(({ id }) => id === defaultPhase)) {
    const message = `there is no phase "${defaultPhase}": nothing would be checked; name one that exists, or "#ALL"`;
    reading.fail('schema.reference', message, root, 'defaultPhase');
  }
  return defined({
    title: titleOf(root),
    schemaVersion: optional(root, 'schemaVersion'),
    queryBinding,
    defaultPhase,
    namespaces: context.namespaces.declared,
    files: reading.files,
    texts: reading.texts,
    phases,
    patterns,
    lets: globalLets(reading, top.lets, patterns, phases),
    keys: top.keys,
    functions: top.functions,
    diagnostics,
    properties,
    deviations: reading.deviations,
  });
}

function requireSchema(root: SchemaElement, reading: Reading): void {
  if (root.uri === OLD_SCHEMATRON) refuseOldNamespace(reading, root);
  if (root.is('schema')) return;
  if (root.local === 'schema' && root.uri === '') {
    const message = 'the schema is in no namespace; write xmlns="http://purl.oclc.org/dsdl/schematron" on it';
    reading.fail('schema.namespace', message, root);
  }
  const message = `the root is <${root.label}>, not <schema>; give the main file, the one that includes the others`;
  reading.fail('schema.structure', message, root);
}

function* allAbstractRules(schema: SchemaElement, patterns: readonly SchemaElement[]): Iterable<SchemaElement> {
  // `rules` of later editions groups abstract rules; some schemas write them right in `schema`.
  const groups = [...schema.elements()].filter((each) => each.is('rules'));
  for (const group of [schema, ...groups, ...patterns]) {
    for (const child of group.elements()) if (child.is('rule') && isAbstract(child)) yield child;
  }
}

interface Top {
  readonly lets: readonly Let[];
  readonly keys: readonly Key[];
  readonly functions: readonly XsltFunction[];
}

function readTop(context: Context, schema: SchemaElement): Top {
  const lets: Let[] = [];
  const keys: Key[] = [];
  const functions: XsltFunction[] = [];
  for (const child of schema.elements()) {
    if (child.is('let')) lets.push(readLet(context, child));
    else if (child.local === 'key') {
      const key = readKey(context, child);
      if (key !== undefined) keys.push(key);
    } else if (child.label === 'xsl:function') functions.push(readXsltFunction(context, child));
    else if (!isKnown(child)) unexpected(context, child, schema);
  }
  return { lets, keys, functions };
}

function isKnown(element: SchemaElement): boolean {
  if (element.is('rule')) return isAbstract(element);
  return element.uri === SCHEMATRON && known.has(element.local);
}

const known = new Set(['title', 'ns', 'p', 'phase', 'pattern', 'diagnostics', 'properties', 'rules']);
