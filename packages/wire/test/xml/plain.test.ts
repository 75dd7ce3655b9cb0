import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { refuseDoctype } from '../../src/xml/decode.js';
import { decodeInput, readCompletely } from '../../src/xml/parse.js';
import { readPlain } from '../../src/xml/plain.js';
import { defaultXmlLimits, type XmlElement, type XmlLimits } from '../../src/xml.js';

const wide: XmlLimits = { ...defaultXmlLimits, maxBytes: 1e8, maxTextLength: 1e8, maxMillis: 60_000 };
const never = (): boolean => false;

function complete(source: string, limits: XmlLimits): XmlElement | undefined {
  try {
    refuseDoctype(source);
    return readCompletely(source, limits, () => 0, 1);
  } catch {
    return undefined;
  }
}

/** The fast reader gives what the complete one gives, or nothing; it never gives what the complete one refuses. */
function agree(source: string, limits: XmlLimits = wide): boolean {
  // Half a character is refused before either reader sees it.
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(source)) return false;
  const fast = readPlain(source, limits, never);
  if (fast !== undefined) expect(fast).toEqual(complete(source, limits));
  return fast !== undefined;
}

const SAMPLE = [
  '<?xml version="1.0" encoding="UTF-8"?>\r\n<?xml-stylesheet href="a"?>\n<!-- a -->',
  '<a xmlns="urn:a" xmlns:b="urn:b" x="1 &amp; 2&#10;3\t4\r\n5"\n  y=\'"\'>',
  'été &lt;𝒳&#x1F600; <b:c b:d="1" xml:lang="fr"/>x<!-- y -->z<e xmlns="">\r\n<f/></e ></a>\n',
].join('');

describe('the fast reader', () => {
  it('reads a plain document as the complete reader does, places included', () => {
    expect(agree(SAMPLE)).toBe(true);
    expect(agree('<a><b/>text<c>x</c></a>')).toBe(true);
  });

  it.each([
    ['<a><![CDATA[x]]></a>'],
    ['<é/>'],
    ['<a>]]></a>'],
    ['<a x="1" x="2"/>'],
    ['<a xmlns:b="u" xmlns:c="u" b:x="1" c:x="2"/>'],
    ['<a xmlns:b=""/>'],
    ['<a xmlns:xml="u"/>'],
    ['<b:a/>'],
    ['<a b:x="1"/>'],
    ['<a x=1/>'],
    ['<a x="<"/>'],
    ['<a x="1"y="2"/>'],
    ['<a>&b;</a>'],
    ['<a>&#0;</a>'],
    ['<a>&#X41;</a>'],
    ['<a>& b</a>'],
    ['<a></b>'],
    ['<a>'],
    ['<a/><b/>'],
    ['<a/>x'],
    ['<a><!-- -- --></a>'],
    ['<a><?xml version="1.0"?></a>'],
    ['<?xml version="1.1"?><a/>'],
    ['<a:b:c xmlns:a="u"/>'],
    ['<a>\u0001</a>'],
    ['< a/>'],
    ['<a / >'],
    [''],
    ['<!DOCTYPE a><a/>'],
    ['<a xmlns:__proto__="u" __proto__="1"/>'],
  ])('leaves %s to the complete reader, or agrees with it', (source) => {
    agree(source);
  });

  it('leaves what reaches a bound to the complete reader', () => {
    expect(agree('<a><b/></a>', { ...wide, maxElements: 1 })).toBe(false);
    expect(agree('<a><b/></a>', { ...wide, maxDepth: 1 })).toBe(false);
    expect(agree('<a x="1" y="2"/>', { ...wide, maxAttributes: 1 })).toBe(false);
    expect(agree('<a>12345</a>', { ...wide, maxTextLength: 4 })).toBe(false);
    expect(agree('<a x="12345"/>', { ...wide, maxTextLength: 4 })).toBe(false);
    const prefixes = Array.from({ length: 65 }, (_, index) => `xmlns:p${index}="u"`).join(' ');
    expect(agree(`<a ${prefixes}/>`)).toBe(false);
    expect(readPlain(`<a>${'<b/>'.repeat(2_000)}</a>`, wide, () => true)).toBeUndefined();
  });

  it('agrees on documents that were damaged at random', () => {
    const damaged = fc
      .tuple(
        fc.nat(SAMPLE.length),
        fc.nat(4),
        fc.constantFrom(
          '',
          '<',
          '>',
          '&',
          '"',
          "'",
          '/',
          '=',
          ' ',
          ':',
          'x',
          '\r',
          '\n',
          '<b',
          '</a>',
          '<!--',
          ']]>',
          '?',
          'xmlns:q="u" ',
          'q:',
        ),
      )
      .map(([at, cut, put]) => SAMPLE.slice(0, at) + put + SAMPLE.slice(at + cut));
    fc.assert(
      fc.property(damaged, (source) => void agree(source)),
      { numRuns: 5_000 },
    );
    const pieces = fc.array(
      fc.constantFrom(
        '<a>',
        '</a>',
        '<a/>',
        '<b x="1">',
        '</b>',
        'x',
        ' ',
        '&amp;',
        '<!--c-->',
        '<?p d?>',
        '\r\n',
        '<p:a xmlns:p="u">',
        '</p:a>',
        'é',
        '\n',
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => void agree(`<r>${parts.join('')}</r>`)),
      { numRuns: 3_000 },
    );
  });
});

describeWithConformance('the fast reader, on official documents', () => {
  it('reads every example of CDA as the complete reader does', () => {
    const folder = conformanceFile('cda/ExemplesCDA');
    const left = readdirSync(folder).filter((name) => !agree(decodeInput(readFileSync(`${folder}/${name}`), 1e8)));
    expect(left).toEqual([]);
  });
});
