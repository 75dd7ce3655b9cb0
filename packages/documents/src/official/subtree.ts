import { escapeAttribute, parseXml, type XmlElement } from '@socle-sante/wire/xml';
import { NS } from '../reader/dom.js';
import { defaultCdaLimits } from '../reader/limits.js';

const LIMITS = {
  maxBytes: defaultCdaLimits.maxBytes,
  maxTextLength: defaultCdaLimits.maxBytes,
  maxElements: defaultCdaLimits.maxElements,
  maxMillis: defaultCdaLimits.maxMillis,
};

/** More than what may stand before the first element of a document that nothing wraps. */
const HEAD = 65_536;

/**
 * The `ClinicalDocument` of a document that a style sheet or a signature wraps, as a document of its own: schema and rules bear
 * on it alone (note de lecture of the kit). Namespaces that it takes from what wraps it are declared on it, and lines keep
 * their numbers. The same bytes when nothing wraps it, or when what is inside is not one document.
 */
export function documentSubtree(input: Uint8Array): Uint8Array {
  if (startsWithDocument(input)) return input;
  let root: XmlElement;
  try {
    root = parseXml(input, LIMITS);
  } catch {
    return input;
  }
  const ways = waysTo(root, [], []);
  const [way] = ways;
  const document = way?.at(-1);
  if (ways.length !== 1 || way === undefined || document === undefined || document === root) return input;
  const namespaces = new Map<string, string>();
  for (const above of way.slice(0, -1)) {
    for (const [prefix, uri] of Object.entries(above.namespaces)) namespaces.set(prefix, uri);
  }
  for (const prefix of Object.keys(document.namespaces)) namespaces.delete(prefix);
  let declared = '';
  for (const [prefix, uri] of namespaces) {
    if (uri !== '') declared += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`;
  }
  const source = new TextDecoder('utf-8').decode(input);
  const { start, end } = document.span;
  const name = document.prefix === '' ? document.local : `${document.prefix}:${document.local}`;
  const at = start + 1 + name.length;
  const before = '\n'.repeat(Math.max(0, document.line - 1));
  return new TextEncoder().encode(before + source.slice(start, at) + declared + source.slice(at, end));
}

function startsWithDocument(input: Uint8Array): boolean {
  let head = new TextDecoder('utf-8').decode(input.subarray(0, HEAD));
  head = head.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '').trimStart();
  return /^<(?:[\w.-]+:)?ClinicalDocument[\s/>]/.test(head);
}

/** From the root to each `ClinicalDocument`, both included. */
function waysTo(element: XmlElement, above: readonly XmlElement[], out: XmlElement[][]): XmlElement[][] {
  const way = [...above, element];
  if (element.local === 'ClinicalDocument' && element.namespace === NS.hl7) out.push(way);
  for (const node of element.children) if (typeof node !== 'string') waysTo(node, way, out);
  return out;
}
