import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { type ParsedCda, parseCda } from '../../src/cda-reader.js';
import { bodyRows } from './support/body-rows.js';
import { headerRows } from './support/header-rows.js';
import { Judge } from './support/judge.js';
import { medias } from './support/values.js';

const folder = conformanceFile('cda/ExemplesCDA');

describeWithConformance('the official examples, read by us and by libxml2', () => {
  const files = [
    ...readdirSync(folder).map((name) => join(folder, name)),
    conformanceFile('cda/supplement/n1-minimal.xml'),
  ];

  test('all are here', () => {
    expect(files.length).toBe(62);
  });

  test.each(files.map((file) => [file.split('/').at(-1) ?? '', file]))('%s', (_name, file) => {
    const bytes = readFileSync(file);
    const parsed = parseCda(bytes);
    using judge = new Judge(bytes);
    const different: unknown[] = [];
    for (const [what, xpath, ours] of headerRows(parsed)) {
      const theirs = judge.values(xpath);
      if (JSON.stringify(theirs) !== JSON.stringify(ours)) different.push({ what, theirs, ours });
    }
    for (const [what, xpath, ours] of bodyRows(parsed)) {
      const theirs = judge.values(xpath).sort();
      const sorted = [...ours].sort();
      if (JSON.stringify(theirs) !== JSON.stringify(sorted)) different.push({ what, theirs, ours: sorted });
    }
    expect(different).toEqual([]);
    const theirs = judge
      .raw('//h:nonXMLBody/h:text | //h:observationMedia/h:value')
      .map((text) => Buffer.from(text, 'base64'));
    expect(medias(parsed).map((found) => Buffer.from(found).equals(theirs.shift() ?? Buffer.alloc(0)))).not.toContain(
      false,
    );
    expect(theirs).toEqual([]);
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
  });
});
