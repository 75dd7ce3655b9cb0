import { beforeAll, describe, expect, it } from 'vitest';
import { compileSchema } from '../../src/compile/pack/compile-schema.js';
import type { SchematronVerdict } from '../../src/pack.js';
import { memoryLoader } from '../../src/schema/loader.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { ELEMENT, type XNode } from '../../src/tree/node.js';
import { readDocument } from '../../src/tree/read.js';
import { loadPack } from '../../src/validate/load.js';
import type { Pack } from '../../src/validate/pack.js';
import { toSvrl } from '../../src/validate/svrl.js';
import { type ValidateOptions, validate } from '../../src/validate/validate.js';
import { changed, goodInvoice, invoiceFiles } from './invoice.js';

const loader = memoryLoader(invoiceFiles);
let pack: Pack;

beforeAll(async () => {
  pack = await loadPack(compileSchema(readSchema('invoice.sch', loader)));
});

function check(xml: string, options: ValidateOptions = {}): SchematronVerdict {
  return validate(readDocument(xml), pack, { loader, ...options });
}

/** The two remarks that the right invoice gets. */
const REMARKS = ['/comment(): A long comment.', '/Invoice/Note/text(): A note on TVA after 7 texts.'];

function lines({ findings }: SchematronVerdict): string[] {
  return findings.map(({ location, id, text }) => `${location}${id === undefined ? '' : ` ${id}`}: ${text}`);
}

function more(verdict: SchematronVerdict): string[] {
  return lines(verdict).filter((line) => !REMARKS.includes(line));
}

describe('an invoice that is right', () => {
  it('gets two remarks, without fault nor deviation', () => {
    const verdict = check(goodInvoice);
    expect(lines(verdict)).toEqual(REMARKS);
    expect(verdict.findings.map(({ kind, role, flag }) => [kind, role, flag])).toEqual([
      ['report', 'info', undefined],
      ['report', 'info', undefined],
    ]);
    expect(verdict.faults).toEqual([]);
    expect(verdict.deviations).toEqual([]);
    expect(Object.fromEntries(verdict.fired)).toEqual({
      'standard-rate': 2,
      'zero-rate': 1,
      header: 3,
      lines: 3,
      totals: 1,
      language: 2 + 1,
    });
  });
});

describe('an invoice that is wrong', () => {
  const S_20 = '<Category code="S" rate="20"/>';
  const LINE_3 =
    '<Line id="3"><Quantity>1</Quantity><Price>40</Price><a:Net>40.00</a:Net><Tax code="Z" rate="0"/></Line>';

  it.each<readonly [string, string, string, readonly string[]]>([
    [
      'a standard rate of zero',
      S_20,
      `${S_20}<Category code="S" rate="0"/>`,
      [
        '/Invoice/Tax/Category[2] $name-rate: [S] Category S has the rate 0.',
        '/Invoice/Tax/Category[2] $name-used: [S] No line has the category S 0.',
      ],
    ],
    [
      'an exempt rate that is not zero',
      S_20,
      `${S_20}<Category code="E" rate="10.50"/>`,
      [
        '/Invoice/Tax/Category[2] $name-rate: [Z] Category E has the rate 10.5.',
        '/Invoice/Tax/Category[2] $name-used: [Z] No line has the category E 10.50.',
      ],
    ],
    [
      'a party without identifier',
      '<Id>100000009</Id>',
      '<Id> </Id>',
      ['/Invoice/Seller: A Seller has an identifier.'],
    ],
    [
      'a wrong check digit',
      '100000009',
      ' 100000008 ',
      ['/Invoice/Seller party-luhn: The identifier 100000008 fails its check digit.'],
    ],
    ['a date that does not exist', '2026-01-15', '2026-02-30', ['/Invoice issued: The date “2026-02-30” is a date.']],
    ['a term before the date', '2026-02-14', '2026-01-14', ['/Invoice due: Due on 2026-01-14, before 2026-01-15.']],
    ['a long term', '2026-02-14', '2026-03-17', ['/Invoice far: Due in 61 days.']],
    ['an unknown currency', 'EUR', 'XTS', ['/Invoice currency: The currency “XTS” is one of EUR USD CHF GBP.']],
    ['a draft', '"final"', '"draft"', ['/Invoice draft: The invoice is a draft.']],
    ['an unknown type', '380', '999', ['/Invoice type: The type 999 is known.']],
    // `value-of` of Schematron has no separator: ISO/IEC 19757-3 §5.4.21, and the reference pipeline, part values by a space.
    [
      'long names',
      '<Name>Cabinet d’essai</Name>',
      `<Name>${'é'.repeat(41)}</Name><Name>short</Name><Name>${'ab'.repeat(21)}</Name>`,
      ['/Invoice/Buyer: Names are short: éééééééééé ababababab.'],
    ],
    [
      'another party',
      '<Line id="1">',
      '<Carrier/><Line id="1">',
      ['/Invoice/Carrier other-party: Another party: Carrier.'],
    ],
    [
      'a line twice',
      LINE_3,
      `${LINE_3}${LINE_3.replaceAll('40', '0').replace('0.00', '0')}`,
      [
        '/Invoice/Line[3] unique: The line 3 is there 2 times.',
        '/Invoice/Line[4] unique: The line 3 is there 2 times.',
      ],
    ],
    [
      'an amount that is not the product',
      '<Quantity>3</Quantity>',
      '<Quantity>4</Quantity>',
      ['/Invoice/Line net: Line 1: 4 × 19.99 is not 59.97.'],
    ],
    [
      'a category that is not among the totals',
      '<Category code="Z" rate="0"/>',
      '',
      ['/Invoice/Line[3] category: The category of line 3 is among the totals.'],
    ],
    ['lines out of order', 'id="1"', 'id="10"', ['/Invoice/Line[2] order: Line 2 comes after 10.']],
    [
      'an attribute that is empty',
      '"final"',
      '""',
      ['/Invoice/@status empty: The attribute status of Invoice is empty.'],
    ],
    ['a wrong total', '"114.99"', '"115"', ['/Invoice/Total total-net: Total 115, lines 114.99.']],
    ['a wrong tax', '12.82', '12.83', ['/Invoice/Total total-tax: Tax 12.83 is not the sum of the categories.']],
    ['shouting', 'janvier', 'JANVIER, ÉLYTRES', ['/Invoice/Note: Shouting: JANVIER']],
  ])('with %s', (_name, from, to, expected) => {
    const verdict = check(changed(from, to));
    expect(verdict.faults).toEqual([]);
    expect(more(verdict)).toEqual(expected);
  });

  it('quotes what helps: a diagnostic, a flag, a role', () => {
    const { findings } = check(changed('<Id>100000009</Id>', ''));
    expect(findings.find(({ flag }) => flag === 'fatal')).toMatchObject({
      kind: 'assert',
      pattern: 'header',
      rule: 'i:Seller | i:Buyer',
      test: "$identifier ne ''",
      line: 8,
      column: 3,
      diagnostics: [{ id: 'who', text: 'It is the Seller number 5.' }],
    });
  });

  it('has a fault where a rule cannot be evaluated, and the others go on', () => {
    const { findings, faults } = check(changed('<Quantity>3</Quantity>', '<Quantity>three</Quantity>'));
    expect(faults.map(({ code, location }) => [code, location])).toEqual([['FORG0001', '/Invoice/Line']]);
    expect(findings).toHaveLength(REMARKS.length);
  });
});

describe('phases', () => {
  it('run the patterns that they name, and #ALL runs every one', () => {
    const xml = changed('380', '999').replace('"114.99"', '"115"');
    expect(more(check(xml))).toHaveLength(2);
    const header = check(xml, { phase: 'header-only' });
    expect(header.phase).toBe('header-only');
    expect(lines(header)).toEqual(['/Invoice type: The type 999 is known.']);
    expect([...header.fired.keys()]).toEqual(['header']);
    expect(lines(check(xml, { phase: '#ALL' }))).toEqual(lines(check(xml, { phase: 'all' })));
    expect(check(xml).phase).toBe('all');
  });
});

describe('SVRL of the invoice', () => {
  const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
    'schematron-output': ['title', 'phase', 'schemaVersion'],
    'ns-prefix-in-attribute-values': ['uri', 'prefix'],
    'active-pattern': ['id', 'name', 'role'],
    'fired-rule': ['id', 'context', 'role', 'flag', 'see'],
    'failed-assert': ['location', 'test', 'id', 'role', 'flag', 'see'],
    'successful-report': ['location', 'test', 'id', 'role', 'flag', 'see'],
    'diagnostic-reference': ['diagnostic'],
    'property-reference': ['property'],
    text: [],
  };
  const REQUIRED: Readonly<Record<string, readonly string[]>> = {
    'ns-prefix-in-attribute-values': ['uri', 'prefix'],
    'fired-rule': ['context'],
    'failed-assert': ['location', 'test'],
    'successful-report': ['location', 'test'],
    'diagnostic-reference': ['diagnostic'],
  };

  function elementsOf(node: XNode): XNode[] {
    const found: XNode[] = [];
    for (let at = node.first; at !== null; at = at.next) if (at.kind === ELEMENT) found.push(at);
    return found;
  }

  function attributesOf(node: XNode): string[] {
    return node.attributes.map(({ qname }) => qname?.local ?? '');
  }

  it('follows the schema of ISO/IEC 19757-3, annex D: order and attributes', () => {
    const xml = changed('<Id>100000009</Id>', '').replace('380', '999').replace('"final"', '""');
    const svrl = toSvrl(check(xml, { keepFirings: true }), pack);
    const root = elementsOf(readDocument(svrl))[0];
    if (root === undefined) throw new Error('there is no element');
    const walk = (node: XNode): void => {
      const name = node.qname?.local ?? '';
      expect(node.qname?.uri).toBe('http://purl.oclc.org/dsdl/svrl');
      expect(ATTRIBUTES[name], name).toEqual(expect.arrayContaining(attributesOf(node)));
      expect(attributesOf(node)).toEqual(expect.arrayContaining([...(REQUIRED[name] ?? [])]));
      for (const child of elementsOf(node)) walk(child);
    };
    walk(root);
    // text*, ns-prefix*, (active-pattern, (fired-rule, (failed-assert | successful-report)*)+)+
    const letters: Readonly<Record<string, string>> = {
      text: 't',
      'ns-prefix-in-attribute-values': 'n',
      'active-pattern': 'P',
      'fired-rule': 'r',
      'failed-assert': 'f',
      'successful-report': 'f',
    };
    expect(
      elementsOf(root)
        .map((each) => letters[each.qname?.local ?? ''])
        .join(''),
    ).toMatch(/^t*n*(P(rf*)+)+$/);
    expect(svrl.match(/failed-assert /g)).toHaveLength(3);
    expect(svrl).toContain('<svrl:diagnostic-reference diagnostic="who">');
  });
});
