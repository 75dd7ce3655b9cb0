// npm run rules -- DIR [FILE…]: compiles the user's own copy of the official folder for the page. What it writes is ignored by git
// and is not to be published: the rules carry no licence.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { GENERIC_RULES, kitLoader, packName } from '@socle-sante/documents/official';
import { type CompiledPack, compileSchema, readSchema, type SchemaLoader } from '@socle-sante/schematron/compile';
import { folderLoader } from '@socle-sante/schematron/node';
import { pageFiles } from '@socle-sante/schematron/worker';
import { ABOUT, OFFICIAL_FOLDER } from './packs.ts';

const [folder, ...more] = argv.slice(2);
if (folder === undefined) {
  stderr.write(
    'npm run rules -- DIR [FILE…]: DIR is laid out as the kit (schematrons/, jeuxDeValeurs/); FILE is under schematrons/\n',
  );
  exit(2);
}

const loader = kitLoader(folderLoader(folder));
rmSync(OFFICIAL_FOLDER, { recursive: true, force: true });
for (const [rank, file] of [...GENERIC_RULES.map((each) => each.file), ...more].entries()) {
  const main = `schematrons/${file}`;
  const start = performance.now();
  const compiled = compileSchema(readSchema(main, loader), { sourceMaps: false });
  const documents = vocabularies(compiled, loader, main);
  const name = packName(file);
  const target = join(
    OFFICIAL_FOLDER,
    `${String(rank + 1).padStart(2, '0')}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
  );
  mkdirSync(target, { recursive: true });
  for (const [each, text] of pageFiles(compiled, { documents })) writeFileSync(join(target, each), text);
  const about = {
    key: `official-${rank + 1}`,
    label: { fr: `Règles officielles, ${name}`, en: `Official rules, ${name}` },
    layer: 'official',
    source: 'ContenuCDA-3-0',
  };
  writeFileSync(join(target, ABOUT), `${JSON.stringify(about, undefined, 1)}\n`);
  const { checks, bytes } = compiled.manifest.totals;
  stdout.write(
    `${name}: ${checks} checks, ${Math.round(bytes / 1000)} kB, ${documents.size} vocabularies, ${Math.round(performance.now() - start)} ms\n`,
  );
}

/**
 * The documents that the rules name: every file name in the compiled text that the folder has. A name that rules would put together
 * at run time is not found here; a rule that reads it then says that the document is missing.
 */
function vocabularies({ files }: CompiledPack, from: SchemaLoader, main: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const names = new Set<string>();
  for (const text of files.values()) {
    for (const [, name = ''] of text.matchAll(/["'`]([^"'`\n]{1,300}\.(?:xml|rdf))["'`]/gi)) names.add(name);
  }
  for (const name of names) {
    try {
      const file = from.read(name, main);
      if (file === undefined) continue;
      found.set(nameFrom(name, main), typeof file.text === 'string' ? file.text : new TextDecoder().decode(file.text));
    } catch {
      // Not a path of the folder: a text of a rule that ends like one.
    }
  }
  return found;
}

/** The name, from the root, that a reference of the main file stands for: where the worker will look. */
function nameFrom(href: string, main: string): string {
  return decodeURIComponent(new URL(href, `file:///${main}`).pathname.slice(1));
}
