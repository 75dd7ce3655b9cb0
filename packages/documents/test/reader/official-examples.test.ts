import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { type ParsedCda, parseCda } from '../../src/cda-reader.js';
import { seeded } from '../judge/generate.js';
import { bodyRows } from './support/body-rows.js';
import { headerRows } from './support/header-rows.js';
import { Judge } from './support/judge.js';
import { medias } from './support/values.js';
import { nested, pieces, VARIANTS } from './support/variants.js';

const folder = conformanceFile('cda/ExemplesCDA');

describeWithConformance('the official examples, read by us and by libxml2', () => {
  const files = [
    ...readdirSync(folder).map((name) => join(folder, name)),
    conformanceFile('cda/supplement/n1-minimal.xml'),
  ];

  test('all are here', () => {
    expect(files.length).toBe(62);
  });

  test.each(files.map((file, index) => [file.split('/').at(-1) ?? '', file, index] as const))(
    '%s',
    (_name, file, index) => {
      const text = readFileSync(file, 'utf8');
      compare(readFileSync(file));
      const [, write] = VARIANTS[1 + (index % (VARIANTS.length - 1))] ?? fail('a variant');
      compare(Buffer.from(write(text)));
    },
  );

  test('recombined: sections of all of them, ten deep in one another', () => {
    const random = seeded(20_260_301);
    const pick = (most: number): number => Math.floor(random() * most);
    const cut = files.map((file) => pieces(readFileSync(file, 'utf8')));
    // A piece may use what its own root declares: only those that parse alone go further.
    const sections = cut.flatMap((each) => each.sections).filter((piece) => /^<component/.test(piece));
    let made = 0;
    for (let number = 0; number < 12; number += 1) {
      const from = cut[pick(cut.length)] ?? fail('a document');
      const into = from.text.lastIndexOf('</structuredBody>');
      if (into < 0) continue;
      const text = `${from.text.slice(0, into)}${nested(sections, 10, pick)}${from.text.slice(into)}`;
      compare(Buffer.from(text));
      made += 1;
    }
    expect(made).toBeGreaterThan(8);
  });
});

function fail(what: string): never {
  throw new Error(`no ${what}`);
}

/** Holds what the typed reader says of a document against libxml2, which finds it by XPath. */
function compare(bytes: Uint8Array): void {
  const parsed = parseCda(bytes);
  using judge = new Judge(bytes);
  const different: unknown[] = [];
  const anywhere = (xpath: string): string => xpath.replaceAll('/h:ClinicalDocument', '//h:ClinicalDocument');
  for (const [what, xpath, ours] of headerRows(parsed)) {
    const theirs = judge.values(anywhere(xpath));
    if (JSON.stringify(theirs) !== JSON.stringify(ours)) different.push({ what, theirs, ours });
  }
  for (const [what, xpath, ours] of bodyRows(parsed)) {
    const theirs = judge.values(xpath).sort();
    const sorted = [...ours].sort();
    if (JSON.stringify(theirs) !== JSON.stringify(sorted)) different.push({ what, theirs, ours: sorted });
  }
  expect(different).toEqual([]);
  const contents = judge
    .raw('//h:nonXMLBody/h:text | //h:observationMedia/h:value')
    .map((text) => Buffer.from(text, 'base64'))
    .sort(Buffer.compare);
  const ours = medias(parsed)
    .map((found) => Buffer.from(found))
    .sort(Buffer.compare);
  expect(ours.length).toBe(contents.length);
  expect(ours.every((found, index) => found.equals(contents[index] ?? Buffer.alloc(0)))).toBe(true);
  // Nothing is lost: the generic tree has every element and every attribute.
  let elements = 0;
  let attributes = 0;
  const visit = (element: ParsedCda['root']): void => {
    elements += 1;
    attributes += element.attributes.length;
    for (const node of element.children) if (typeof node !== 'string') visit(node);
  };
  visit(parsed.root);
  expect([elements, attributes]).toEqual([judge.count('//*'), judge.count('//@*')]);
}
