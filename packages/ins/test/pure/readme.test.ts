import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@socle-sante/core';
import * as xml from '@socle-sante/wire/xml';
import { expect, test } from 'vitest';
import * as cda from '../../src/cda.ts';
import * as datamatrix from '../../src/datamatrix.ts';
import * as fhir from '../../src/fhir.ts';
import * as hl7v2 from '../../src/hl7v2.ts';
import * as mailbox from '../../src/mailbox.ts';
import * as messages from '../../src/messages.ts';
import * as xds from '../../src/xds.ts';

const modules: Readonly<Record<string, object>> = {
  '@socle-sante/core': core,
  '@socle-sante/wire/xml': xml,
  '@socle-sante/ins/cda': cda,
  '@socle-sante/ins/datamatrix': datamatrix,
  '@socle-sante/ins/fhir': fhir,
  '@socle-sante/ins/hl7v2': hl7v2,
  '@socle-sante/ins/mailbox': mailbox,
  '@socle-sante/ins/messages': messages,
  '@socle-sante/ins/xds': xds,
};

test('the examples of the README on the datamatrix and the mappers print what they say', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const examples = ['Datamatrix', 'Mappers'].map((title) => {
    const section = readme.split(`\n## ${title}\n`)[1] ?? '';
    return /```js\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
  });
  const script = examples.join('\n');
  const expected = [...script.matchAll(/\/\/ → (.*)/g)].map((match) => match[1]);
  const body = script.replace(/import \{([^}]*)\} from '([^']*)';/g, "const {$1} = modules['$2'];");
  const printed: string[] = [];
  const run = new Function('modules', 'console', body) as (
    from: typeof modules,
    out: { log(...parts: unknown[]): void },
  ) => void;
  run(modules, { log: (...parts) => printed.push(parts.join(' ')) });
  expect(printed).toEqual(expected);
  expect(printed.length).toBeGreaterThan(12);
});
