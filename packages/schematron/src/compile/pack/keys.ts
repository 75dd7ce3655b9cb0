import type { Key, Schema } from '../../schema/model.js';
import { clarkName, expandName } from '../expression/names.js';
import { contextType } from './context-type.js';
import { type Expressions, qname, type Scope } from './expressions.js';
import { patternMatcher } from './matcher.js';

/** The JavaScript of the keys of a schema (`xsl:key`, XSLT 2.0 §16.3). */
export function keyCodes(schema: Schema, scope: Scope, expressions: Expressions): readonly string[] {
  return schema.keys.flatMap((key) => keyCode(key, scope, expressions) ?? []);
}

function keyCode(key: Key, outer: Scope, expressions: Expressions): string | undefined {
  const { writer, issues } = expressions;
  const { match, use } = key;
  issues.rule = `key ${key.name}`;
  const made = issues.guard<string | undefined>(
    match.text,
    match.place,
    () => {
      const pattern = expressions.pattern(match);
      if (pattern === undefined) return undefined;
      // A key is also asked of documents that rules load.
      const scope: Scope = { ...outer, context: { ...contextType(pattern), home: false } };
      const name = clarkName(expandName(qname(key.name), { namespaces: match.namespaces, source: key.name }));
      const matches = patternMatcher(pattern, { expressions, scope, source: match });
      const attributes = pattern.alternatives.some(({ steps: [last] }) => last?.axis === 'attribute');
      const members = [
        `"name": ${writer.literal(name)}`,
        `"matches": ${matches}`,
        `"use": ${expressions.items(use, scope)}`,
        ...(attributes ? ['"attributes": true'] : []),
        ...(dependsOnDocumentAlone(match.text) && dependsOnDocumentAlone(use.text) ? ['"ofDocument": true'] : []),
      ];
      return `{ ${members.join(', ')} }`;
    },
    undefined,
  );
  issues.rule = undefined;
  return made;
}

/** No variable, no other document, no clock: the same table serves all runs. In doubt, no. */
function dependsOnDocumentAlone(text: string): boolean {
  return !/\$|\b(?:document|doc|doc-available|current-[a-zA-Z]+|implicit-timezone|key)\s*\(|:[\w-]+\s*\(/.test(text);
}
