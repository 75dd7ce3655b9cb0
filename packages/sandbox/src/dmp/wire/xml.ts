import type * as libxml2 from 'libxml2-wasm';
import type { SimAttribute, SimElement } from '../../insi/element.js';
import { NS } from './namespaces.js';

/** A text that is not XML as the DMP part reads it. */
export class UnreadableDmpXml extends Error {
  override readonly name = 'UnreadableDmpXml';
}

export interface XmlBounds {
  readonly bytes: number;
  readonly elements: number;
  /** SOAP forbids processing instructions (part 1 §5), a CDA may name its stylesheet. libxml2-wasm 0.7.2 cannot walk over one. */
  readonly instructions: 'refuse' | 'skip';
  /** XML signatures whose own text is kept ({@link SimElement.standalone}); one more refuses the text. 0: none is looked for. */
  readonly signatures: number;
}

/** An envelope: the metadata of some hundred documents fit. */
export const ENVELOPE_BOUNDS: XmlBounds = {
  bytes: 4 * 1024 * 1024,
  elements: 60_000,
  instructions: 'refuse',
  signatures: 4,
};
/** A document read whole. */
export const DOCUMENT_BOUNDS: XmlBounds = {
  bytes: 8 * 1024 * 1024,
  elements: 400_000,
  instructions: 'skip',
  signatures: 0,
};

const MAX_ATTRIBUTES = 64;

/** libxml2, behind what the DMP part needs: plain elements, and canonical octets. */
export interface DmpXml {
  read(input: Uint8Array, bounds: XmlBounds): SimElement;
  /** Inclusive C14N 1.0 of a whole document. */
  canonicalDocument(input: Uint8Array, withComments: boolean): Uint8Array;
  /** Canonical octets of the element that each test chooses, in its document context; undefined unless it chooses exactly one. */
  canonicalElements(
    input: Uint8Array,
    choose: readonly ((element: SimElement) => boolean)[],
    form: { readonly withComments: boolean },
  ): readonly (Uint8Array | undefined)[];
}

function decode(input: Uint8Array, bounds: XmlBounds): string {
  if (input.length > bounds.bytes) throw new UnreadableDmpXml(`texte de plus de ${bounds.bytes} octets`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(input);
  } catch {
    throw new UnreadableDmpXml('octets qui ne sont pas de l’UTF-8');
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new UnreadableDmpXml('DOCTYPE refusé');
  const encoding = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/i.exec(text)?.[1];
  if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8')
    throw new UnreadableDmpXml('encodage déclaré autre qu’UTF-8');
  return text;
}

/** The text as it can be walked; what is canonicalised whole keeps its instructions. Linear, whatever the text is made of. */
function withoutInstructions(text: string, bounds: XmlBounds): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<?'); at >= 0; at = text.indexOf('<?', from)) {
    const end = text.indexOf('?>', at);
    if (end < 0) break; // inside a comment; anywhere else it is not well-formed
    const declaration = at === 0 && /^<\?xml\s/.test(text.slice(0, 6));
    if (!declaration && bounds.instructions === 'refuse')
      throw new UnreadableDmpXml('instruction de traitement refusée');
    kept.push(text.slice(from, declaration ? end + 2 : at));
    from = end + 2;
  }
  return from === 0 ? text : `${kept.join('')}${text.slice(from)}`;
}

/** Loads libxml2, which uses top-level await: never imported at the top of a module. */
export async function createDmpXml(): Promise<DmpXml> {
  const lib = await import('libxml2-wasm');
  const options =
    lib.ParseOption.XML_PARSE_NO_XXE | lib.ParseOption.XML_PARSE_NONET | lib.ParseOption.XML_PARSE_NOCDATA; // without XML_PARSE_HUGE: at most 256 levels

  function open<T>(text: string, use: (document: libxml2.XmlDocument) => T): T {
    let document: libxml2.XmlDocument;
    try {
      document = lib.XmlDocument.fromString(text, { option: options });
    } catch {
      throw new UnreadableDmpXml('XML mal formé');
    }
    try {
      return use(document);
    } catch (error) {
      // libxml2 reads what it then cannot walk or canonicalise: undeclared prefixes, relative namespaces.
      throw error instanceof UnreadableDmpXml ? error : new UnreadableDmpXml('XML qui ne se canonicalise pas');
    } finally {
      document.dispose();
    }
  }

  /** Every element as plain data; `each` sees it together with its node. */
  function convert(
    root: libxml2.XmlElement,
    bounds: XmlBounds,
    each?: (element: SimElement, node: libxml2.XmlElement) => void,
  ): SimElement {
    let count = 0;
    let signatures = 0;
    const visit = (node: libxml2.XmlElement): SimElement => {
      count += 1;
      if (count > bounds.elements) throw new UnreadableDmpXml('trop d’éléments');
      const attrs = node.attrs;
      if (attrs.length > MAX_ATTRIBUTES) throw new UnreadableDmpXml('trop d’attributs');
      const attributes: SimAttribute[] = attrs.map((a) => ({
        namespace: a.namespaceUri,
        local: a.name,
        value: a.content,
      }));
      const children: (SimElement | string)[] = [];
      const isSignature = bounds.signatures > 0 && node.name === 'Signature' && node.namespaceUri === NS.ds;
      // Each canonicalisation walks the whole document: their number is bounded before the first one.
      if (isSignature) {
        signatures += 1;
        if (signatures > bounds.signatures) throw new UnreadableDmpXml('trop de signatures');
      }
      const element: SimElement = {
        namespace: node.namespaceUri,
        local: node.name,
        attributes,
        children,
        line: node.line,
        ...(isSignature ? { standalone: node.canonicalizeToString({ mode: lib.XmlC14NMode.XML_C14N_1_0 }) } : {}),
      };
      for (let child = node.firstChild; child !== null; child = child.next) {
        if (child instanceof lib.XmlElement) children.push(visit(child));
        else if (child instanceof lib.XmlText || child instanceof lib.XmlCData) children.push(child.content);
      }
      each?.(element, node);
      return element;
    };
    return visit(root);
  }

  const bytesOf = (run: (handler: { write(data: Uint8Array): number; close(): boolean }) => void): Uint8Array => {
    const chunks: Uint8Array[] = [];
    run({
      write(data) {
        chunks.push(Uint8Array.from(data));
        return data.length;
      },
      close: () => true,
    });
    return Buffer.concat(chunks);
  };

  return {
    read: (input, bounds) =>
      open(withoutInstructions(decode(input, bounds), bounds), (document) => convert(document.root, bounds)),
    canonicalDocument: (input, withComments) =>
      open(decode(input, DOCUMENT_BOUNDS), (document) =>
        bytesOf((handler) => document.canonicalize(handler, { mode: lib.XmlC14NMode.XML_C14N_1_0, withComments })),
      ),
    canonicalElements(input, choose, { withComments }) {
      const bounds = { ...DOCUMENT_BOUNDS, instructions: 'refuse' } as const;
      return open(withoutInstructions(decode(input, bounds), bounds), (document) => {
        const found: libxml2.XmlElement[][] = choose.map(() => []);
        convert(document.root, bounds, (element, node) => {
          for (const [i, test] of choose.entries()) if (test(element)) found[i]?.push(node);
        });
        return found.map(([node, second]) =>
          node && !second
            ? bytesOf((handler) => node.canonicalize(handler, { mode: lib.XmlC14NMode.XML_C14N_1_0, withComments }))
            : undefined,
        );
      });
    },
  };
}
