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
    expect((await socle(['ins', 'nope'])).err).toContain('search');
  });

  it('explains a group, and a command after `help`', async () => {
    for (const args of [
      ['dmp', '--help'],
      ['help', 'dmp'],
      ['dmp', '-h'],
    ]) {
      const { code, out } = await socle(args);
      expect(code).toBe(0);
      expect(out).toContain('dmp deposit');
      expect(out).not.toContain('ins search');
    }
    const one = await socle(['dmp', 'admin', '--help']);
    expect((await socle(['help', 'dmp', 'admin'])).out).toBe(one.out);
    expect((await socle(['ins', 'datamatrix', '--help'])).out).toContain('datamatrix decode');
    expect((await socle(['help', 'nope'])).code).toBe(2);
  });

  it('says what was probably meant, in the language of the session', async () => {
    const said = async (...args: string[]) => (await socle(args, { env: { LANG: 'en_GB.UTF-8' } })).err;
    expect(await said('dpm')).toContain('Did you mean "dmp"?');
    expect(await said('dmp', 'serach')).toContain('Did you mean "search"?');
    expect(await said('cda', 'val')).toContain('Did you mean "validate"?');
    expect(await said('cda', 'xyz')).not.toContain('Did you mean');
    expect(await said('cda')).toContain('Incomplete command');
    expect(await said('cda', 'validate', 'a.xml', '--rule', 'native')).toContain('Did you mean --rules?');
    expect(await said('cda', 'validate', 'a.xml', '--rules')).toContain('needs a value');
    expect(await said('cda', 'validate', 'a.xml', '--json=yes')).toContain('takes no value');
    expect((await socle(['cda', 'validate', '--rule'])).err).toContain('Vouliez-vous dire --rules');
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
    expect((await socle(['--version'])).out).toBe(`${version}\n`);
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
