import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Deviation, validateInSlices } from '@socle-sante/schematron';
import { folderLoader, type OpenOptions, openPack } from '@socle-sante/schematron/node';
import { KIT_DEVIATIONS } from '../official/deviations.js';
import type { OfficialKit, OfficialPack } from '../official/kit.js';
import { kitLoader } from '../official/kit-loader.js';
import { GENERIC_RULES, OFFICIAL_MODELS, TERMINOLOGY_RULES } from '../official/models.js';
import { OfficialFolderError } from './error.js';
import { type FolderXsd, openXsd, XSD_FILE } from './xsd.js';

/** How a folder of official rules is opened. */
export interface OfficialFolderOptions {
  /**
   * Where compiled schematrons are kept, by hash of what they are made of: the cache folder of the user by default; `false` keeps
   * none. What they derive from carries no licence: keep them on the machine, do not publish them.
   */
  readonly cache?: string | false;
  /** `false` leaves the XML schema out. */
  readonly xsd?: boolean;
}

/** The official rules of a folder. */
export interface OfficialFolder extends OfficialKit {
  readonly root: string;
  /** Schematrons that the folder has, as paths under `schematrons/`: the generic ones, those of the models, others. */
  readonly files: readonly string[];
  /** Those that {@link OFFICIAL_MODELS} knows, and the folder lacks. */
  readonly missing: readonly string[];
  /** True when nothing had to be compiled, by file opened so far. */
  readonly cached: ReadonlyMap<string, boolean>;
  /** Frees the memory of the XML schema. The schematrons are left to the garbage collector. */
  close(): void;
}

const TERMINOLOGIES = 'schematrons/profils/terminologies/terminologie';

/**
 * Opens the user's copy of the kit of the ANS (`schematrons/`, `jeuxDeValeurs/`, `infrastructure/`). Nothing is read outside of the
 * folder and nothing is fetched. A schematron is compiled the first time that a document asks for it.
 *
 * @throws OfficialFolderError
 */
export async function openOfficialFolder(dir: string, options: OfficialFolderOptions = {}): Promise<OfficialFolder> {
  const root = resolve(dir);
  if (!isFolder(root)) {
    throw new OfficialFolderError('documents.official.folder', `There is no folder "${basename(root)}".`);
  }
  const files = schematronsOf(root);
  if (files.length === 0) {
    throw new OfficialFolderError(
      'documents.official.layout',
      `The folder "${basename(root)}" has no schematron under "schematrons": it is not laid out as the kit.`,
    );
  }
  const packs = new Map<string, Promise<OfficialPack | undefined>>();
  const cached = new Map<string, boolean>();
  const known = [...GENERIC_RULES.map(({ file }) => file), ...OFFICIAL_MODELS.flatMap(modelFiles)];
  const schema = options.xsd === false ? undefined : await xsdOf(root);
  return {
    root,
    files,
    missing: known.filter((file) => !files.some((each) => sameName(each, file))),
    cached,
    terminologies: hasTerminologies(root),
    ...(schema === undefined ? {} : { xsd: (bytes: Uint8Array) => schema.validate(bytes) }),
    open(file) {
      const known = packs.get(file);
      if (known !== undefined) return known;
      const opening = openOne(root, files, file, options, cached);
      packs.set(file, opening);
      // A folder that is mended is tried again.
      opening.catch(() => packs.delete(file));
      return opening;
    },
    close() {
      schema?.close();
    },
  };
}

async function openOne(
  root: string,
  files: readonly string[],
  file: string,
  options: OfficialFolderOptions,
  cached: Map<string, boolean>,
): Promise<OfficialPack | undefined> {
  const name = files.find((each) => sameName(each, file));
  if (name === undefined) return undefined;
  const opening: OpenOptions = {
    root,
    deviations: KIT_DEVIATIONS,
    ...(options.cache === undefined ? {} : { cache: options.cache }),
  };
  const opened = await openPack(join(root, 'schematrons', ...name.split('/')), opening);
  cached.set(file, opened.cached);
  // What is mended in the files that rules read while they run is told by their loader, once.
  const mended = new Map<string, Deviation>();
  const loader = kitLoader(folderLoader(root), {
    onDeviation: (each) => mended.set(`${each.code}\n${each.subject}`, each),
  });
  return {
    async validate(document, { signal, limits } = {}) {
      const verdict = await validateInSlices(document, opened.pack, {
        loader,
        ...(signal === undefined ? {} : { signal }),
        ...(limits === undefined ? {} : { limits }),
      });
      return { ...verdict, deviations: [...verdict.deviations, ...mended.values()] };
    },
  };
}

/** The main schematrons of the folder: those of `schematrons/` itself, and the profiles. */
function schematronsOf(root: string): string[] {
  const list = (folder: string): string[] =>
    names(join(root, 'schematrons', folder))
      .filter((name) => name.toLowerCase().endsWith('.sch'))
      .map((name) => (folder === '' ? name : `${folder}/${name}`));
  return [
    ...list('profils/structurationMinimale'),
    ...list('profils'),
    ...list(''),
    ...list(TERMINOLOGY_RULES.slice(0, TERMINOLOGY_RULES.lastIndexOf('/'))),
  ];
}

async function xsdOf(root: string): Promise<FolderXsd | undefined> {
  return folderLoader(root).read(XSD_FILE, undefined) === undefined ? undefined : openXsd(root);
}

/** The RDF files of the terminologies, which a user adds: the kit has some of them as pointers only. */
function hasTerminologies(root: string): boolean {
  return names(join(root, TERMINOLOGIES)).some((name) => name.toLowerCase().endsWith('.rdf'));
}

function modelFiles({ versions }: (typeof OFFICIAL_MODELS)[number]): string[] {
  return versions.map(({ file }) => file);
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function names(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder).sort() : [];
}
