import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, createConsumer, specifiers } from './consumer.ts';
import { hydrate } from './hydrate.ts';
import { readmeExamples, rootPrograms } from './readme-examples.ts';

// What a vendor does on the first day: installs the archives in an empty project, loads every entry in both module systems,
// type-checks without skipping the declarations of libraries, and runs something. With each package manager.
describe.each(['npm', 'pnpm'] as const)('in an empty project, installed by %s', (manager) => {
  let consumer: Consumer;
  let entries: readonly string[];

  beforeAll(async () => {
    consumer = await createConsumer(manager);
    entries = specifiers(consumer.packages);
  });
  afterAll(() => consumer.remove());

  it('loads every entry by import', async () => {
    consumer.write(
      'load.mjs',
      `for (const name of ${JSON.stringify(entries)}) console.log(name, Object.keys(await import(name)).length);`,
    );
    expect(exportCounts(await consumer.node('load.mjs'))).toEqual(entries);
  });

  it('loads every entry by require', async () => {
    consumer.write(
      'load.cjs',
      `for (const name of ${JSON.stringify(entries)}) console.log(name, Object.keys(require(name)).length);`,
    );
    expect(exportCounts(await consumer.node('load.cjs'))).toEqual(entries);
  });

  it('type-checks, as ES modules and as CommonJS, with the examples of the READMEs', async () => {
    const lines = (line: (name: string, index: number) => string) => entries.map(line).join('\n');
    const use = `\nexport const all = [${entries.map((_name, index) => `m${index}`).join(', ')}];\n`;
    consumer.write('types.mts', lines((name, index) => `import * as m${index} from '${name}';`) + use);
    consumer.write('types.cts', lines((name, index) => `import m${index} = require('${name}');`) + use);
    for (const { file, content } of readmeExamples(consumer.packages)) consumer.write(file, content);
    await consumer.typecheck();
  });

  it('runs the examples of the READMEs', async () => {
    const outputs: string[] = [];
    for (const { file, content } of rootPrograms()) {
      consumer.write(file, content);
      outputs.push(await consumer.node(file));
    }
    expect(outputs.filter((output) => output.startsWith('found '))).toHaveLength(2);
  });

  it('finds a test identity through the simulator, over mutual TLS, from CommonJS', async () => {
    expect(await consumer.node('journey.cjs')).toContain('found');
  });

  it('brings the socle command', async () => {
    consumer.write('command.mjs', COMMAND);
    expect(await consumer.node('command.mjs')).toContain('socle');
  });

  // Last: it changes the React of the project. Once is enough: how React is installed makes no difference to it.
  const majors = manager === 'npm' ? ['19', '18'] : [];
  for (const major of majors) {
    it(`is drawn by a server and taken over by a browser with React ${major}`, async () => {
      if (major === '18') await consumer.install('react@18.3.1', 'react-dom@18.3.1');
      const { version, names, drawn, ...rest } = await hydrate(consumer);
      expect(version.split('.')[0]).toBe(major);
      expect(names.length).toBeGreaterThan(40);
      expect(drawn).toEqual(expect.arrayContaining(names.filter((name) => !name.startsWith('DmpDocument'))));
      expect(rest).toEqual({ found: [], narrative: true, broken: 0 });
    });
  }
});

const COMMAND = `
import { execFileSync } from 'node:child_process';
process.stdout.write(execFileSync('node_modules/.bin/socle', ['--help'], { encoding: 'utf8' }));
`;

/** The entries that export at least one thing. */
function exportCounts(output: string): string[] {
  return output
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, count]) => Number(count) > 0)
    .map(([name = '']) => name);
}
