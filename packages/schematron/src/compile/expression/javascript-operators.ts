/** How tightly a piece of generated JavaScript holds together, the loosest operator outside of parentheses. */
export type Binding = 'conditional' | 'or' | 'and' | 'comparison' | 'sum' | 'unary' | 'call';

const ORDER: readonly Binding[] = ['conditional', 'or', 'and', 'comparison', 'sum', 'unary', 'call'];

/** The text with what stands in quotes and parentheses left out. */
function surface(js: string): string {
  let depth = 0;
  let out = '';
  for (const token of js.match(/"(?:[^"\\]|\\.)*"|[\s\S]/g) ?? []) {
    if (token.length > 1 || token === '"') {
      if (depth === 0) out += 's';
      continue;
    }
    if ('([{'.includes(token)) depth += 1;
    if (depth === 0) out += token;
    if (')]}'.includes(token)) depth -= 1;
    if (depth === 0 && ')]}'.includes(token)) out += 'p';
  }
  return out;
}

/** The loosest operator of an expression. */
export function bindingOf(js: string): Binding {
  const text = surface(js);
  if (/ \? | => | \?\? /.test(text)) return 'conditional';
  if (text.includes(' || ')) return 'or';
  if (text.includes(' && ')) return 'and';
  if (/ (?:===|!==|<|<=|>|>=) /.test(text)) return 'comparison';
  if (/ [-+*/%] /.test(text)) return 'sum';
  return /^(?:[-!]|new )/.test(text) ? 'unary' : 'call';
}

/** The expression, in parentheses when it does not hold as tightly as that. */
export function atLeast(js: string, tightness: Binding): string {
  return ORDER.indexOf(bindingOf(js)) >= ORDER.indexOf(tightness) ? js : `(${js})`;
}

/** The same without parentheses around the whole. */
export function bare(js: string): string {
  if (!js.startsWith('(') || !js.endsWith(')') || surface(js) !== 'p') return js;
  return bare(js.slice(1, -1));
}

/** `a && b`, or `a || b`. */
export function joinedBy(operator: '&&' | '||', parts: readonly string[]): string {
  if (parts.length === 1) return parts[0] ?? '';
  // Different logical operators are told apart by parentheses, for those who read.
  return parts
    .map(bare)
    .map((part) =>
      /^(?:conditional|or|and)$/.test(bindingOf(part)) && bindingOf(part) !== (operator === '&&' ? 'and' : 'or')
        ? `(${part})`
        : part,
    )
    .join(` ${operator} `);
}

/** `!js`, simplified. */
export function negated(js: string): string {
  const inner = bare(js);
  if (inner === 'true') return 'false';
  if (inner === 'false') return 'true';
  if (bindingOf(inner) === 'comparison') {
    const at = surface(inner);
    if (at.split(/ (?:===|!==|<|<=|>|>=) /).length === 2) {
      if (at.includes(' !== ')) return replaceOutside(inner, ' !== ', ' === ');
      if (at.includes(' === ')) return replaceOutside(inner, ' === ', ' !== ');
    }
  }
  // `!!x` makes a boolean of a number or a text: one mark goes, never the last.
  if (inner.startsWith('!') && bindingOf(inner) === 'unary') {
    const within = bare(inner.slice(1));
    if (/^(?:or|and|comparison)$/.test(bindingOf(within))) return within;
    return inner.startsWith('!!') ? inner.slice(1) : `!${inner}`;
  }
  return `!${atLeast(inner, 'call')}`;
}

/** Replaces the operator that stands outside of quotes and parentheses. */
function replaceOutside(js: string, operator: string, by: string): string {
  let depth = 0;
  for (let i = 0; i < js.length; i += 1) {
    const character = js[i];
    if (character === '"') {
      const end = /"(?:[^"\\]|\\.)*"/y;
      end.lastIndex = i;
      end.exec(js);
      i = end.lastIndex - 1;
    } else if ('([{'.includes(character ?? '')) depth += 1;
    else if (')]}'.includes(character ?? '')) depth -= 1;
    else if (depth === 0 && js.startsWith(operator, i)) return js.slice(0, i) + by + js.slice(i + operator.length);
  }
  return js;
}
