import type { DocumentLoader, LoadedDocument } from '../runtime/run.js';
import type { SchemaLoader } from '../schema/loader.js';
import { refreshNames, type XDocument } from '../tree/document.js';
import type { DocumentLimits } from '../tree/limits.js';
import { readDocument } from '../tree/read.js';

/** How the documents that rules refer to are found. */
export interface DocumentStoreOptions {
  /** Name of the main file of the schema, which references are relative to. */
  readonly main: string;
  readonly limits?: Partial<DocumentLimits>;
}

const stores = new WeakMap<SchemaLoader, Map<string, DocumentLoader>>();

/**
 * The documents of a loader, each read once for all runs: vocabularies are large, and their indexes are kept with them. A document
 * that the loader refuses, or that cannot be read, is one that is not available.
 */
export function documentStore(loader: SchemaLoader, options: DocumentStoreOptions): DocumentLoader {
  const known = stores.get(loader) ?? new Map<string, DocumentLoader>();
  stores.set(loader, known);
  const found = known.get(options.main);
  if (found !== undefined) return found;
  const store = makeStore(loader, options);
  known.set(options.main, store);
  return store;
}

function makeStore(loader: SchemaLoader, { main, limits }: DocumentStoreOptions): DocumentLoader {
  const documents = new Map<string, XDocument | undefined>();
  const answers = new Map<string, LoadedDocument | undefined>();
  return (href, base) => {
    // The loader knows no fragments: they are taken off by who asks.
    if (href.includes('#')) return undefined;
    const key = `${base ?? main}\n${href}`;
    const answered = answers.get(key);
    if (answered !== undefined) {
      refreshNames(answered.document);
      return answered;
    }
    if (answers.has(key)) return undefined;
    const answer = find(href, base ?? main);
    answers.set(key, answer);
    return answer;
  };

  function find(href: string, base: string): LoadedDocument | undefined {
    try {
      const file = loader.read(href, base);
      if (file === undefined) return undefined;
      let document = documents.get(file.name);
      if (document === undefined) {
        document = readDocument(file.text, { name: file.name, ...(limits === undefined ? {} : { limits }) });
        documents.set(file.name, document);
      } else refreshNames(document);
      return { document, uri: file.name };
    } catch {
      return undefined;
    }
  }
}
