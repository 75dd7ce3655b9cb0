import type { CompiledPack } from '../manifest.js';

/** The module that names the others: what a page gives to `client.load`. */
export const PAGE_ENTRY = 'pack.mjs';

/** What a static site needs of a pack. */
export interface PageFilesOptions {
  /** Vocabularies that the rules read by `document()`, by their names from the root of the rules. */
  readonly documents?: ReadonlyMap<string, string>;
  /** Keep source maps, for the debugger. Default false. */
  readonly sourceMaps?: boolean;
}

/**
 * The files of a pack for a static site, by name. All are modules, the manifest and the vocabularies too, so that the policy
 * `script-src 'self'` is enough: nothing is fetched. Its entry is {@link PAGE_ENTRY}.
 */
export function pageFiles(pack: CompiledPack, options: PageFilesOptions = {}): ReadonlyMap<string, string> {
  const { documents = new Map<string, string>(), sourceMaps = false } = options;
  const files = new Map<string, string>();
  for (const [name, text] of pack.files) {
    if (sourceMaps) files.set(name, text);
    else if (!name.endsWith('.map')) files.set(name, text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
  }
  const names: Record<string, string> = {};
  for (const [name, text] of documents) {
    const file = `document-${Object.keys(names).length}.mjs`;
    names[name] = file;
    files.set(file, `export const text = ${JSON.stringify(text)};\n`);
  }
  const manifest = `export const manifest = ${JSON.stringify(pack.manifest)};\n`;
  return files.set(PAGE_ENTRY, `${manifest}export const documents = ${JSON.stringify(names)};\n`);
}
