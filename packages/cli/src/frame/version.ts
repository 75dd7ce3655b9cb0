import { readFileSync } from 'node:fs';

/** Version of this package: the nearest package.json above this module that is its own. */
export function packageVersion(): string {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    const version = versionIn(folder);
    if (version !== undefined) return version;
    if (folder.pathname === new URL('..', folder).pathname) return 'unknown';
  }
}

function versionIn(folder: URL): string | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
    if (typeof read !== 'object' || read === null || !('name' in read) || !('version' in read)) return undefined;
    return read.name === '@socle-sante/cli' && typeof read.version === 'string' ? read.version : undefined;
  } catch {
    return undefined;
  }
}
