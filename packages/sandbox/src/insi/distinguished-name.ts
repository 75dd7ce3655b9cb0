/**
 * Values of a distinguished name written as text, whatever the library that wrote it: RFC 2253 or 4514 order or the reverse, `,`
 * or `+` between attributes, any spelling of the types, hexadecimal values (`2.5.4.42=#0c03…`), escapes. Sorted.
 */
export function namesValues(text: string): string[] {
  return splitAttributes(text)
    .map((attribute) => decodeValue(attribute.slice(attribute.indexOf('=') + 1)))
    .filter((value) => value !== '')
    .sort();
}

function splitAttributes(text: string): string[] {
  const parts: string[] = [''];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '\\') {
      parts.push(`${parts.pop() ?? ''}${c}${text[i + 1] ?? ''}`);
      i += 1;
      continue;
    }
    if (c === '"') quoted = !quoted;
    if (!quoted && (c === ',' || c === '+' || c === ';')) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${c}`);
  }
  return parts.filter((part) => part.includes('='));
}

function decodeValue(raw: string): string {
  const value = raw.trim();
  if (/^#(?:[0-9a-f]{2}){2,}$/i.test(value)) {
    // BER of a short string: tag, length, text
    return Buffer.from(value.slice(5), 'hex').toString('utf8').trim();
  }
  const octets = value.replace(/^"(.*)"$/s, '$1').replace(/(?:\\[0-9a-f]{2})+/gi, (run) => {
    return Buffer.from(run.replace(/\\/g, ''), 'hex').toString('utf8');
  });
  return octets.replace(/\\(.)/gs, '$1').trim();
}
