import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DMP_SCENARIOS, SCENARIOS, SIM_CODES } from '../src/index.ts';
import { TEST_ROLES } from '../src/pki.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

describe('README', () => {
  it('shows the example that is run here', () => {
    expect(readme).toContain(readFileSync(join(import.meta.dirname, 'readme-example.ts'), 'utf8').trim());
  });
  it('whose example works', async () => {
    const { found, last } = await import('./readme-example.ts');
    expect(found).toBe(true);
    expect(last).toMatchObject({ codeCr: '00', status: 200 });
  });
  it('shows the example of the DMP, and it works', async () => {
    expect(readme).toContain(readFileSync(join(import.meta.dirname, 'readme-dmp-example.ts'), 'utf8').trim());
    const { titles, why } = await import('./readme-dmp-example.ts');
    expect(titles).toContain('Compte rendu de consultation');
    expect(why).toBe('DMPAccessDeniedByRightsService');
  });
  it('names every role, scenario and family of codes', () => {
    for (const name of [...TEST_ROLES, ...SCENARIOS, ...DMP_SCENARIOS]) expect(readme).toContain(`\`${name}\``);
    for (const family of new Set(Object.keys(SIM_CODES).map((code) => code.split('_').slice(0, 2).join('_'))))
      expect(readme).toContain(family);
  });
});
