import { DocumentError } from './error.js';

/**
 * Refuses a DOCTYPE before any parser sees the document: reads the prolog only (declaration, comments, instructions), so that the
 * letters `<!DOCTYPE` inside a comment or a CDATA section do no harm. No entity is ever declared, hence none expanded.
 */
export function refuseDoctype(source: string): void {
  let at = 0;
  for (;;) {
    while (isSpace(source.charCodeAt(at))) at += 1;
    const end = source.startsWith('<?', at)
      ? source.indexOf('?>', at + 2) + 2
      : source.startsWith('<!--', at)
        ? source.indexOf('-->', at + 4) + 3
        : 0;
    if (end > 3) at = end;
    else if (/^<!doctype/i.test(source.slice(at, at + 9))) {
      throw new DocumentError('document.doctype', 'The document holds a DOCTYPE: it is refused, whatever it declares.');
    } else return;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x9 || code === 0xa || code === 0xd;
}
