import { ER7_DELIMITERS, type Er7Delimiters, unescapeEr7 } from '@socle-sante/documents/identity';

export { ER7_DELIMITERS, type Er7Delimiters, escapeEr7, unescapeEr7 } from '@socle-sante/documents/identity';

/**
 * Reads the delimiters from an MSH segment. Some official samples declare `˜` (U+02DC) as repetition separator, and
 * use it: the header decides. Anything that is not an MSH segment gives the usual set.
 */
export function readDelimiters(msh: string): Er7Delimiters {
  if (!msh.startsWith('MSH') || msh.length < 8) return ER7_DELIMITERS;
  const field = msh.charAt(3);
  const [component, repetition, escaping, subcomponent] = [...msh.slice(4, 8)];
  const distinct = new Set([field, component, repetition, escaping, subcomponent]);
  if (distinct.size !== 5 || distinct.has(undefined) || /[A-Za-z0-9\s]/.test([...distinct].join(''))) {
    return ER7_DELIMITERS;
  }
  return {
    field,
    component: component ?? '^',
    repetition: repetition ?? '~',
    escape: escaping ?? '\\',
    subcomponent: subcomponent ?? '&',
  };
}

/** Lines of a message. HL7 asks for CR; official samples use LF: both are read. */
export function splitSegments(message: string): string[] {
  return message.split(/[\r\n]+/).filter((line) => line !== '');
}

/**
 * One segment, cut in fields. `field(1)` of `PID|1||x` is `1`. MSH is not read with this: its first field is the
 * separator itself.
 */
export class Er7Segment {
  readonly name: string;
  readonly #fields: readonly string[];
  readonly #delimiters: Er7Delimiters;

  constructor(text: string, delimiters: Er7Delimiters) {
    const [name = '', ...fields] = text.split(delimiters.field);
    this.name = name;
    this.#fields = fields;
    this.#delimiters = delimiters;
  }

  /** Raw text of a field, `''` when absent. */
  field(index: number): string {
    return this.#fields[index - 1] ?? '';
  }

  /** The non-empty repetitions of a field, each cut in components (still escaped, subcomponents uncut). */
  repetitions(index: number): string[][] {
    const text = this.field(index);
    if (text === '') return [];
    return text
      .split(this.#delimiters.repetition)
      .filter((repetition) => repetition !== '')
      .map((repetition) => repetition.split(this.#delimiters.component));
  }

  /** Plain text of a component, without its subcomponents after the first. `""` (HL7 delete) counts as absent. */
  text(component: string | undefined): string {
    const first = (component ?? '').split(this.#delimiters.subcomponent)[0] ?? '';
    const plain = unescapeEr7(first, this.#delimiters).trim();
    return plain === '""' ? '' : plain;
  }

  /** Plain texts of the subcomponents of a component. */
  subcomponents(component: string | undefined): string[] {
    return (component ?? '')
      .split(this.#delimiters.subcomponent)
      .map((part) => unescapeEr7(part, this.#delimiters).trim());
  }
}

/** Writes a segment from a sparse table of already escaped fields; trailing empty fields are left out. */
export function writeSegment(name: string, fields: Readonly<Record<number, string | undefined>>): string {
  const last = Math.max(0, ...Object.entries(fields).map(([index, value]) => (value ? Number(index) : 0)));
  const parts = [name];
  for (let index = 1; index <= last; index += 1) parts.push(fields[index] ?? '');
  return parts.join('|');
}

/** Writes components, trailing empty ones left out. The parts must be escaped already. */
export function writeComponents(parts: readonly (string | undefined)[]): string {
  let last = parts.length;
  while (last > 0 && !parts[last - 1]) last -= 1;
  return parts
    .slice(0, last)
    .map((part) => part ?? '')
    .join('^');
}
