import type { ParsedCda } from '@socle-sante/documents/cda-reader';
import { renderHtml } from '@socle-sante/documents/render';

/** Nothing is loaded, nothing runs: images of the document itself and its styles only. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The software's own layout of a document, as a whole page. */
export function nativePage(parsed: ParsedCda): string {
  return withPolicy(renderHtml(parsed));
}

/** The author's layout, made by the server from the stylesheet of the document: it is shown in a sandboxed frame only. */
export function producerPage(html: string): string {
  return withPolicy(html);
}

/**
 * Puts the policy before anything else of the page: a policy in a `meta` counts from where it stands, so nothing of the
 * document may come before it.
 */
function withPolicy(html: string): string {
  const content = html.replace(/^\uFEFF?\s*(?:<!doctype[^>]*>)?/i, '');
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"></head>${content}`;
}
