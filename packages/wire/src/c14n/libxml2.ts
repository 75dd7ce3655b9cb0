import type { XmlElement as LibElement, XmlNode as LibNode, XmlDocument } from 'libxml2-wasm';
import { XmlError } from '../errors/xml-error.js';
import { isIdValue } from './ids.js';
import type { CanonicalizationMethod } from './types.js';

type Library = typeof import('libxml2-wasm');

let library: Promise<Library> | undefined;

/**
 * libxml2 is loaded at the first canonicalisation, not before: its module uses top-level await, so that a static import
 * would make this package impossible to `require`, and it costs about 60 ms.
 */
async function load(): Promise<Library> {
  library ??= import('libxml2-wasm');
  return library;
}

/** A document held in libxml2's memory during one call. */
export interface LibDocument {
  readonly document: XmlDocument;
  /** Canonical octets of a node, or of the whole document. */
  canonicalize(method: CanonicalizationMethod, node?: LibNode, inclusivePrefixes?: readonly string[]): Uint8Array;
  /** The only element whose unprefixed attribute has that value; `undefined` when there is none, or several. */
  byId(idAttribute: string, id: string): LibElement | undefined;
  /** Child elements of that name. */
  children(parent: LibElement, namespace: string, local: string): LibElement[];
}

/**
 * Parses a text that was already accepted by the safe reader, gives it to `use`, and frees it whatever happens: memory of
 * libxml2 is not collected.
 */
export async function withLibDocument<T>(source: string, use: (document: LibDocument) => T): Promise<T> {
  const lib = await load();
  const { XML_PARSE_NONET, XML_PARSE_NO_XXE } = lib.ParseOption;
  let document: XmlDocument;
  try {
    document = lib.XmlDocument.fromString(source, { option: XML_PARSE_NONET | XML_PARSE_NO_XXE });
  } catch {
    // Its message quotes the document.
    throw new XmlError('xml.malformed', 'The document is refused by the canonicaliser although the reader took it.');
  }
  try {
    return use({
      document,
      canonicalize: (method, node, inclusivePrefixes) => {
        const options = {
          mode: method.startsWith('exc') ? lib.XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : lib.XmlC14NMode.XML_C14N_1_0,
          withComments: method.endsWith('comments'),
          ...(inclusivePrefixes?.length ? { inclusiveNamespacePrefixes: [...inclusivePrefixes] } : {}),
        };
        try {
          const text = node === undefined ? document.canonicalizeToString(options) : node.canonicalizeToString(options);
          return new TextEncoder().encode(text);
        } catch {
          // Canonical XML 1.0 §1.3: a relative namespace URI has no canonical form.
          throw new XmlError(
            'xml.malformed',
            'The document has no canonical form: a namespace URI is probably relative.',
          );
        }
      },
      byId: (idAttribute, id) => {
        // Both go into an expression: only names go, so that nothing can be injected.
        if (!isIdValue(idAttribute) || !isIdValue(id)) return undefined;
        const found = document.find(`//*[@${idAttribute}="${id}"]`);
        const [first] = found;
        return found.length === 1 && first instanceof lib.XmlElement ? first : undefined;
      },
      children: (parent, namespace, local) => {
        const out: LibElement[] = [];
        for (let node = parent.firstChild; node !== null; node = node.next) {
          if (node instanceof lib.XmlElement && node.namespaceUri === namespace && node.name === local) out.push(node);
        }
        return out;
      },
    });
  } finally {
    document.dispose();
  }
}
