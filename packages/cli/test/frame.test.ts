import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/index.js';
import { DeviationsFile } from '../src/files/deviations-file.js';
import { EnvironmentFile } from '../src/files/environment-file.js';
import { IdentityFile } from '../src/files/identity-file.js';
import { IdentityStateFile } from '../src/files/identity-state-file.js';
import { ScenarioFile } from '../src/files/scenario-file.js';
import { fileSchemas } from '../src/files/schemas.js';
import { socle } from './io.js';

describe('frame of the command', () => {
  it('shows the help in the language of the session', async () => {
    const fr = await socle(['--help']);
    const en = await socle(['--help'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(fr.code).toBe(0);
    expect(fr.out).toContain('Commandes');
    expect(en.out).toContain('Commands');
    for (const { path } of COMMANDS) expect(en.out).toContain(path.join(' '));
  });

  it.each(COMMANDS.map((command) => [command.path.join(' '), command] as const))('explains %s', async (_, command) => {
    const { code, out } = await socle([...command.path, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(command.example);
    for (const name of Object.keys(command.options)) expect(out).toContain(`--${name}`);
  });

  it('answers 2 to what it does not know, with what it knows', async () => {
    for (const args of [[], ['nope'], ['ins', 'nope'], ['ins', 'check', '--nope']]) {
      expect((await socle(args)).code).toBe(2);
    }
    expect((await socle(['ins', 'nope'])).err).toContain('socle ins search');
  });

  it('never throws, whatever the words', async () => {
    const word = fc.constantFrom(
      'ins',
      'check',
      'search',
      'datamatrix',
      'decode',
      'sandbox',
      '--json',
      '--oid',
      '--text',
      'x',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (args) => {
        if (args[0] === 'sandbox') return;
        const { code } = await socle(args);
        expect([0, 1, 2]).toContain(code);
      }),
      { numRuns: 60 },
    );
  });
});

describe('files that the command reads', () => {
  it('ships the JSON Schema of each, up to date', async () => {
    for (const [name, schema] of Object.entries(fileSchemas())) {
      const shipped = await readFile(new URL(`../schemas/${name}`, import.meta.url), 'utf8');
      expect(JSON.parse(shipped)).toEqual(JSON.parse(JSON.stringify(schema)));
    }
  });

  it.each([
    ['deviations', DeviationsFile],
    ['environment', EnvironmentFile],
    ['identity', IdentityFile],
    ['identity-state', IdentityStateFile],
    ['scenario', ScenarioFile],
  ] as const)('ships an example of %s that follows it', async (name, schema) => {
    const text = await readFile(new URL(`../examples/${name}.json`, import.meta.url), 'utf8');
    expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined();
  });
});
