import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findTool, installDebianTools } from '../src/debian.ts';
import { temporaryTree } from './temporary-tree.ts';

afterEach(() => vi.unstubAllEnvs());

/** A PATH with two folders, the second of which has these programs. */
function pathWith(...programs: string[]): string {
  const folder = temporaryTree(Object.fromEntries(programs.map((name) => [name, '#!/bin/sh\n'])));
  for (const name of programs) chmodSync(join(folder, name), 0o755);
  vi.stubEnv('PATH', [temporaryTree({ xmllint: 'not a program' }), folder].join(delimiter));
  vi.stubEnv('CHROMIUM', '');
  return folder;
}

describe('findTool', () => {
  it('looks along the PATH, under every name, for something that runs', () => {
    const folder = pathWith('google-chrome', 'xmllint');
    expect(findTool('chromium')).toBe(join(folder, 'google-chrome'));
    expect(findTool('xmllint')).toBe(join(folder, 'xmllint'));
    expect(findTool('xmlsec1')).toBeUndefined();
  });

  it('takes the one that the environment names', () => {
    pathWith('chromium');
    vi.stubEnv('CHROMIUM', '/opt/browser');
    expect(findTool('chromium')).toBe('/opt/browser');
  });
});

describe('installDebianTools', () => {
  it('has nothing to do when all is there, and gives what it could not install', () => {
    pathWith('chromium', 'xmllint');
    expect(installDebianTools(['chromium', 'xmllint'])).toEqual([]);
    expect(installDebianTools(['chromium', 'xmlsec1'])).toEqual(['xmlsec1']);
  });
});
