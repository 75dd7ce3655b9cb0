import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRequirements, INS_REQUIREMENTS } from '../../src/requirements.ts';

const packages = resolve(import.meta.dirname, '../../..');

describe('requirements', () => {
  it('have one row per id and source, texts in both languages, and a feature unless they are the host’s', () => {
    const ids = INS_REQUIREMENTS.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const row of INS_REQUIREMENTS) {
      expect(row.statement.fr).not.toBe('');
      expect(row.statement.en).not.toBe(row.statement.fr);
      expect(row.features.length === 0, row.id).toBe(row.share === 'host');
    }
  });

  it('name exports that exist', () => {
    for (const feature of INS_REQUIREMENTS.flatMap((row) => row.features)) {
      const [entry = '', name = ''] = feature.split('#');
      const [pkg = '', file = 'index'] = entry.split('/');
      const path = resolve(packages, pkg, 'src', `${file}.ts`);
      expect(existsSync(path), feature).toBe(true);
      expect(new RegExp(`\\b${name}\\b`).test(readFileSync(path, 'utf8')), feature).toBe(true);
    }
  });

  it('are found by their id or by a Ségur id', () => {
    expect(findRequirements('EXI DIF 02').map((row) => row.id)).toEqual(['EXI DIF 02']);
    expect(findRequirements('INS/va1.59').map((row) => row.id)).toContain('INS/va1.53');
    expect(findRequirements('nothing')).toEqual([]);
  });
});
