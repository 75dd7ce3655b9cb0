import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SUPPORT, supportTable } from '../../src/runtime/support.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const kinds = [...new Set(SUPPORT.map(({ kind }) => kind))];

describe('the README', () => {
  it.each(kinds)('has the table of each %s as it is', (kind) => {
    const begin = `<!-- support: ${kind} -->\n`;
    const at = readme.indexOf(begin);
    expect(at, `README.md must have ${begin}`).toBeGreaterThan(0);
    const written = readme.slice(at + begin.length, readme.indexOf('\n<!-- end -->', at));
    expect(written).toBe(supportTable(kind));
  });
});
