/** The five delimiters of an ER7 message, as MSH-1 and MSH-2 declare them. */
export interface Er7Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** `|^~\&`, the only set that we write. */
export const ER7_DELIMITERS: Er7Delimiters = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
};

/**
 * Escapes a value for a leaf position: `\F\ \S\ \R\ \E\ \T\`, and control characters as `\Xhh\` so that none can end
 * the segment.
 */
export function escapeEr7(value: string): string {
  let out = '';
  for (const char of value) {
    if (char === '|') out += '\\F\\';
    else if (char === '^') out += '\\S\\';
    else if (char === '~') out += '\\R\\';
    else if (char === '\\') out += '\\E\\';
    else if (char === '&') out += '\\T\\';
    else {
      const code = char.charCodeAt(0);
      out += code < 0x20 || code === 0x7f ? `\\X${code.toString(16).toUpperCase().padStart(2, '0')}\\` : char;
    }
  }
  return out;
}

function unescapeSequence(body: string, delimiters: Er7Delimiters): string | undefined {
  switch (body) {
    case 'F':
      return delimiters.field;
    case 'S':
      return delimiters.component;
    case 'R':
      return delimiters.repetition;
    case 'E':
      return delimiters.escape;
    case 'T':
      return delimiters.subcomponent;
    case 'H':
    case 'N':
      return '';
    case '.br':
      return '\n';
    default: {
      if (!/^X(?:[0-9A-Fa-f]{2})+$/.test(body)) return undefined;
      const bytes = Uint8Array.from(body.slice(1).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
      return new TextDecoder().decode(bytes);
    }
  }
}

/** The reverse of `escapeEr7`. A sequence that is not known stays as it came. */
export function unescapeEr7(value: string, delimiters: Er7Delimiters = ER7_DELIMITERS): string {
  const mark = delimiters.escape;
  let out = '';
  let at = 0;
  for (;;) {
    const open = value.indexOf(mark, at);
    if (open < 0) return out + value.slice(at);
    const close = value.indexOf(mark, open + 1);
    if (close < 0) return out + value.slice(at);
    const text = unescapeSequence(value.slice(open + 1, close), delimiters);
    if (text === undefined) {
      // The second escape character may open the next sequence: only the first one is passed over.
      out += value.slice(at, close);
      at = close;
    } else {
      out += value.slice(at, open) + text;
      at = close + 1;
    }
  }
}
