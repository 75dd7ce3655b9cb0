/** A JavaScript string literal that is also safe inside a script element. */
export function javaScriptString(value: string): string {
  return JSON.stringify(value).replace(
    /[\u2028\u2029<]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const TOKEN = /"(?:[^"\\]|\\.)*"|\/\*.*?\*\/|(?<![\w$]|(?<!\.\.)\.)[A-Za-z_$][\w$]*/g;

/** The identifiers of a piece of generated code, not those after a point. Generated strings are in double quotes; no templates, no regular expression literals. */
export function identifiersOf(code: string): string[] {
  return (code.match(TOKEN) ?? []).filter((token) => token[0] !== '"' && token[0] !== '/');
}

/** Generated lines with the indentation that their braces, brackets and parentheses ask for. */
export function indent(lines: readonly string[]): string {
  let depth = 0;
  const out: string[] = [];
  for (const line of lines) {
    const text = line.trim();
    const { opened, closedFirst } = balance(text);
    const own = depth - closedFirst;
    out.push(text === '' ? '' : `${'  '.repeat(Math.max(0, own))}${text}`);
    depth += opened;
  }
  return out.join('\n');
}

function balance(line: string): { readonly opened: number; readonly closedFirst: number } {
  let opened = 0;
  let lowest = 0;
  for (const character of line.replace(/"(?:[^"\\]|\\.)*"|\/\*.*?\*\//g, '')) {
    if ('{[('.includes(character)) opened += 1;
    else if ('}])'.includes(character)) {
      opened -= 1;
      lowest = Math.min(lowest, opened);
    }
  }
  return { opened, closedFirst: -lowest };
}
