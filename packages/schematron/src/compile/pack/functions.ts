import type { Schema } from '../../schema/model.js';
import { clarkName, expandName } from '../expression/names.js';
import { type Expressions, qname } from './expressions.js';

/** The functions of a schema by expanded name, with their arities. */
export function functionArities(schema: Schema, { issues }: Expressions): Readonly<Record<string, readonly number[]>> {
  const arities = new Map<string, number[]>();
  for (const { name, parameters, namespaces, place } of schema.functions) {
    const key = issues.guard(name, place, () => clarkName(expandName(qname(name), { namespaces, source: name })), name);
    arities.set(key, [...(arities.get(key) ?? []), parameters.length]);
  }
  return Object.fromEntries(arities);
}
