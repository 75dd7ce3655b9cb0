import type { Plugin } from 'vite';

/** A compiled pack and how the page names it. */
export interface SitePack {
  readonly key: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly layer: 'native' | 'official';
  readonly source?: string;
  readonly version?: string;
  /** What `pageFiles` made. */
  readonly files: ReadonlyMap<string, string>;
}

const VIRTUAL = 'virtual:packs';
const FOLDER = 'packs';

/**
 * Puts compiled packs beside the page as static files, `packs/KEY/pack.mjs`, and lists them in the module `virtual:packs`. They are
 * compiled once, when they are first asked for.
 */
export function packPlugin(read: () => Promise<readonly SitePack[]>): Plugin {
  let made: Promise<readonly SitePack[]> | undefined;
  const packs = (): Promise<readonly SitePack[]> => {
    made ??= read();
    return made;
  };
  let building = false;
  return {
    name: 'socle-compiled-packs',
    configResolved({ command }) {
      building = command === 'build';
    },
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    async load(id) {
      if (id !== `\0${VIRTUAL}`) return null;
      const list = (await packs()).map(({ files: _, ...about }) => ({
        ...about,
        address: `${building ? '' : '/'}${FOLDER}/${about.key}/pack.mjs`,
      }));
      return `export const packs = ${JSON.stringify(list)};`;
    },
    async generateBundle() {
      // The worker is a bundle of its own inside the build.
      if (this.environment.config.isWorker) return;
      for (const { key, files } of await packs()) {
        for (const [name, source] of files) {
          this.emitFile({ type: 'asset', fileName: `${FOLDER}/${key}/${name}`, source });
        }
      }
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const [, key, name] = new RegExp(`^/${FOLDER}/([^/?]+)/([^/?]+)(?:\\?|$)`).exec(request.url ?? '') ?? [];
        if (key === undefined || name === undefined) {
          next();
          return;
        }
        void packs().then((all) => {
          const text = all.find((each) => each.key === key)?.files.get(name);
          if (text === undefined) next();
          else response.setHeader('Content-Type', 'text/javascript').end(text);
        }, next);
      });
    },
  };
}
