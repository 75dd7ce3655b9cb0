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

const TYPES: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  C: '2.5.4.6',
  ST: '2.5.4.8',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  T: '2.5.4.12',
  TITLE: '2.5.4.12',
  GN: '2.5.4.42',
};

/**
 * The relative names of a text, each as its sorted `type=value` pairs, types as OIDs: CN, SN, C, ST, O, OU, title, GN or dotted
 * (with or without `OID.`). Another spelling (`S`, `G`, `givenName`) stays as it is, and so equals nothing.
 */
export function relativeNames(text: string): string[][] {
  const names: string[][] = [];
  for (const { attribute, joined } of attributesOf(text)) {
    const at = attribute.indexOf('=');
    const type = attribute
      .slice(0, at)
      .trim()
      .replace(/^OID\./i, '')
      .toUpperCase();
    const pair = `${TYPES[type] ?? type}=${decodeValue(attribute.slice(at + 1))}`;
    if (joined) names.at(-1)?.push(pair);
    else names.push([pair]);
  }
  return names.map((name) => name.sort());
}

function splitAttributes(text: string): string[] {
  return attributesOf(text).map(({ attribute }) => attribute);
}

/** `joined`: after a `+`, so of the same relative name as the one before. */
function attributesOf(text: string): { readonly attribute: string; readonly joined: boolean }[] {
  const parts: string[] = [''];
  const joins: boolean[] = [false];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '\\') {
      parts.push(`${parts.pop() ?? ''}${c}${text[i + 1] ?? ''}`);
      i += 1;
      continue;
    }
    if (c === '"') quoted = !quoted;
    if (!quoted && (c === ',' || c === '+' || c === ';')) {
      parts.push('');
      joins.push(c === '+');
    } else parts.push(`${parts.pop() ?? ''}${c}`);
  }
  return parts.flatMap((attribute, i) => (attribute.includes('=') ? [{ attribute, joined: joins[i] ?? false }] : []));
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
