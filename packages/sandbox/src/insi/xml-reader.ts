import type * as libxml2 from 'libxml2-wasm';
import type { SimAttribute, SimElement } from './element.js';
import { NS } from './namespaces.js';

/** Limits of what the simulator reads, whatever a message claims. */
export const READ_LIMITS = { bytes: 1024 * 1024, elements: 5000, attributesPerElement: 64, signatures: 4 } as const;

/** A message that is not XML as this house accepts it. The reason is for the technical sentence of a fault. */
export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml';
}

/** Reads bytes or text into plain elements. */
export type XmlReader = (input: Uint8Array | string) => { readonly root: SimElement; readonly text: string };

function decode(input: Uint8Array | string): string {
  if (typeof input === 'string') return input;
  if (input.length > READ_LIMITS.bytes) throw new UnreadableXml('message de plus de 1 Mio');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(input);
  } catch {
    throw new UnreadableXml('octets qui ne sont pas de l’UTF-8');
  }
}

function refuseBeforeParsing(text: string): void {
  // Refused wherever the letters stand, even in a comment: no INSi message needs them.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new UnreadableXml('DOCTYPE refusé');
  // SOAP 1.2 part 1 §5 forbids processing instructions; libxml2-wasm 0.7.2 also has no node to stand for one.
  if (/<\?(?!xml\s)/.test(text)) throw new UnreadableXml('instruction de traitement refusée');
  const encoding = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/i.exec(text)?.[1];
  if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8')
    throw new UnreadableXml('encodage déclaré autre qu’UTF-8');
}

/**
 * A reader on libxml2. The library is loaded here and not at the top: it uses top-level await, which would forbid
 * `require()` of this package.
 */
export async function createXmlReader(): Promise<XmlReader> {
  const lib = await import('libxml2-wasm');
  return (input) => {
    const text = decode(input);
    refuseBeforeParsing(text);
    let document: libxml2.XmlDocument;
    try {
      document = lib.XmlDocument.fromString(text, {
        option: lib.ParseOption.XML_PARSE_NO_XXE | lib.ParseOption.XML_PARSE_NONET | lib.ParseOption.XML_PARSE_NOCDATA,
      });
    } catch {
      throw new UnreadableXml('XML mal formé');
    }
    try {
      return { root: convert(lib, document.root), text };
    } finally {
      document.dispose();
    }
  };
}

function convert(lib: typeof libxml2, root: libxml2.XmlElement): SimElement {
  let count = 0;
  let signatures = 0;
  const visit = (element: libxml2.XmlElement): SimElement => {
    count += 1;
    if (count > READ_LIMITS.elements) throw new UnreadableXml('trop d’éléments');
    const isSignature = element.namespaceUri === NS.ds && element.name === 'Signature';
    // Each canonicalisation walks the whole document.
    if (isSignature && ++signatures > READ_LIMITS.signatures) throw new UnreadableXml('trop de signatures');
    const attrs = element.attrs;
    if (attrs.length > READ_LIMITS.attributesPerElement) throw new UnreadableXml('trop d’attributs');
    const attributes: SimAttribute[] = attrs.map((a) => ({
      namespace: a.namespaceUri,
      local: a.name,
      value: a.content,
    }));
    const children: (SimElement | string)[] = [];
    for (let node = element.firstChild; node !== null; node = node.next) {
      if (node instanceof lib.XmlElement) children.push(visit(node));
      else if (node instanceof lib.XmlText || node instanceof lib.XmlCData) children.push(node.content);
      else if (!(node instanceof lib.XmlComment)) throw new UnreadableXml('nœud XML non admis');
    }
    return {
      namespace: element.namespaceUri,
      local: element.name,
      attributes,
      children,
      line: element.line,
      // Inclusive C14N, so that a prefix that only an InclusiveNamespaces list names is still declared.
      ...(isSignature ? { standalone: element.canonicalizeToString({ mode: lib.XmlC14NMode.XML_C14N_1_0 }) } : {}),
    };
  };
  return visit(root);
}
