import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { XPathSyntaxError } from '../../src/xpath/ast.js';
import { parseExpression, parsePattern } from '../../src/xpath/parse.js';
import { printExpression, printPattern } from '../../src/xpath/print.js';
import { withoutSpans } from './generate.js';

const ELEMENT = /<(?:[\w-]+:)?(rule|assert|report|let|value-of|name|pattern|param)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const EXPRESSIONS = new Set(['assert test', 'report test', 'let value', 'value-of select', 'name path']);
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Two files that no schematron includes, each with a parenthesis or a bracket too few or too many. */
const FAULTS: readonly unknown[] = [
  expect.stringMatching(/S_acuiteVisuelle\.sch: Expected “\)”, the expression ends\. at 65 /),
  expect.stringMatching(/S_planDeSoinsBiologie_ANS\.sch: Expected “\)”, found “\]”\. at 80 /),
];

interface Text {
  readonly file: string;
  readonly text: string;
}

/** Attribute value as a parser gives it. */
function attributeValue(value: string): string {
  return value
    .replace(/[\t\r\n]/g, ' ')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_all, hexadecimal: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hexadecimal === '' ? 10 : 16)),
    )
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
}

/** Every expression and every context of the official schematrons; those of abstract patterns with their parameters put in. */
function readCorpus(): { expressions: Text[]; patterns: Text[] } {
  const root = conformanceFile('cda/schematrons');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sch'));
  const expressions: Text[] = [];
  const patterns: Text[] = [];
  for (const file of files) {
    const content = readFileSync(join(root, file), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
    for (const [, element = '', attributes = ''] of content.matchAll(ELEMENT)) {
      for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
        const text = attributeValue(double ?? single ?? '');
        const key = `${element} ${name}`;
        if (EXPRESSIONS.has(key)) expressions.push({ file, text });
        else if (key === 'rule context') patterns.push({ file, text });
      }
    }
  }
  return { expressions, patterns };
}

describeWithConformance('the expressions of the official schematrons', () => {
  const { expressions, patterns } = readCorpus();

  it('reads every expression and prints it back', () => {
    const failed: string[] = [];
    for (const { file, text } of new Map(expressions.map((each) => [each.text, each])).values()) {
      try {
        const tree = parseExpression(text);
        expect(withoutSpans(parseExpression(printExpression(tree)))).toEqual(withoutSpans(tree));
      } catch (error) {
        if (!(error instanceof XPathSyntaxError)) throw error;
        failed.push(`${file}: ${error.message} at ${error.offset} of ${text}`);
      }
    }
    expect(failed).toEqual(FAULTS);
    expect(expressions.length).toBeGreaterThan(9_000);
  });

  it('reads every context as a pattern and prints it back', () => {
    const failed: string[] = [];
    for (const { file, text } of new Map(patterns.map((each) => [each.text, each])).values()) {
      try {
        const tree = parsePattern(text);
        expect(withoutSpans(parsePattern(printPattern(tree)))).toEqual(withoutSpans(tree));
      } catch (error) {
        if (!(error instanceof XPathSyntaxError)) throw error;
        failed.push(`${file}: ${error.message} at ${error.offset} of ${text}`);
      }
    }
    expect(failed).toEqual([]);
    expect(patterns.length).toBeGreaterThan(1_500);
  });
});
