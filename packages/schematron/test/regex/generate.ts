/** A call of one of the three functions, to ask of two processors. */
export interface RegexCase {
  readonly op: 'matches' | 'replace' | 'tokenize';
  readonly pattern: string;
  readonly flags: string;
  readonly input: string;
  /** For `replace`. */
  readonly replacement: string;
}

/** What a generated pattern may hold beside characters, classes, groups, choices and quantifiers. */
export interface GenerateOptions {
  readonly backReferences?: boolean;
  readonly reluctant?: boolean;
  readonly anchors?: boolean;
  readonly flags?: boolean;
  /** Quantifiers on what may be empty: `(a*)*`. */
  readonly emptyLoops?: boolean;
}

/** A piece of a pattern, and a text that it likely matches. */
interface Piece {
  readonly pattern: string;
  readonly sample: () => string;
  readonly empty: boolean;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CHARACTERS = ['a', 'b', 'c', 'A', '1', '-', ' ', 'é', 'É', 'σ', 'ς', '\u{1d504}', 'K', 'ß', '٣'];
const INPUTS = [
  ...CHARACTERS,
  'B',
  '2',
  '+',
  '.',
  '\n',
  '\r',
  '\t',
  ',',
  '_',
  'k',
  '\u212a',
  'Σ',
  '\u{1f600}',
  '$',
  '\\',
  '\u00a0',
];
const ESCAPES = [
  '\\d',
  '\\D',
  '\\w',
  '\\W',
  '\\s',
  '\\S',
  '\\i',
  '\\c',
  '\\I',
  '\\C',
  '\\p{Lu}',
  '\\P{L}',
  '\\p{IsBasicLatin}',
  '\\-',
];
const ESCAPE_SAMPLES = ['1', 'a', 'é', ' ', ' ', '-', 'a', '-', '+', '+', 'A', '+', 'b', '-'];
const CLASSES = [
  '[a-c]',
  '[^a]',
  '[abc1]',
  '[a-z-[b]]',
  '[^\\d\\s]',
  '[\\w-]',
  '[+\\-.]',
  '[^a-b-[c]]',
  '[A-C\\d]',
  '[é-σ]',
  '[a-]',
  '[-b]',
];
const CLASS_SAMPLES = ['b', 'c', '1', 'a', 'a', '-', '+', 'd', 'B', 'é', '-', 'b'];
const QUANTIFIERS = ['?', '*', '+', '{2}', '{1,2}', '{0,3}', '{2,}', '*', '+', '?'];
const TURNS = [1, 2, 2, 2, 2, 1, 3, 0, 1, 0];
const FLAGS = ['', '', '', '', 'i', 's', 'm', 'x', 'im', 'sm'];
const REPLACEMENTS = ['x', '[$0]', '<$1>', '$2-$1', '', '\\$\\\\', '$10', '$1$2$3'];

/** Calls for a seed, all different in kind; about two of three patterns match their input. */
export function generateCases(seed: number, count: number, options: GenerateOptions = {}): RegexCase[] {
  const generator = new Generator(randomOf(seed), options);
  return Array.from({ length: count }, () => generator.call());
}

class Generator {
  readonly #random: () => number;
  readonly #options: GenerateOptions;
  #groups = 0;
  #closed: { readonly index: number; readonly taken: { text: string } }[] = [];

  constructor(random: () => number, options: GenerateOptions) {
    this.#random = random;
    this.#options = options;
  }

  call(): RegexCase {
    this.#groups = 0;
    this.#closed = [];
    const piece = this.#choice(3);
    const input = this.#input(piece);
    return {
      op: this.#pick(['matches', 'matches', 'replace', 'tokenize']),
      pattern: piece.pattern,
      flags: this.#options.flags === false ? '' : this.#pick(FLAGS),
      input,
      replacement: this.#pick(REPLACEMENTS),
    };
  }

  #pick<T>(values: readonly [T, ...T[]] | readonly T[]): T {
    return values[Math.floor(this.#random() * values.length)] as T;
  }

  #input(piece: Piece): string {
    let text = this.#noise() + piece.sample() + this.#noise() + (this.#random() < 0.5 ? piece.sample() : '');
    if (this.#random() < 0.3) {
      const characters = [...text];
      characters.splice(Math.floor(this.#random() * characters.length), 1, ...this.#noise());
      text = characters.join('');
    }
    return [...text].slice(0, 40).join('');
  }

  #noise(): string {
    let text = '';
    while (this.#random() < 0.35) text += this.#pick(INPUTS);
    return text;
  }

  #choice(depth: number): Piece {
    const branches = [this.#sequence(depth)];
    while (this.#random() < 0.2) branches.push(this.#sequence(depth));
    const [only] = branches;
    if (branches.length === 1 && only) return only;
    return {
      pattern: branches.map((branch) => branch.pattern).join('|'),
      sample: () => this.#pick(branches).sample(),
      empty: branches.some((branch) => branch.empty),
    };
  }

  #sequence(depth: number): Piece {
    const pieces: Piece[] = [];
    const length = this.#random() < 0.04 ? 0 : 1 + Math.floor(this.#random() * 4);
    for (let n = 0; n < length; n++) pieces.push(this.#quantified(depth));
    return {
      pattern: pieces.map((piece) => piece.pattern).join(''),
      sample: () => pieces.map((piece) => piece.sample()).join(''),
      empty: pieces.every((piece) => piece.empty),
    };
  }

  #quantified(depth: number): Piece {
    const anchors = this.#options.anchors !== false;
    if (anchors && this.#random() < 0.05) return { pattern: this.#pick(['^', '$']), sample: () => '', empty: true };
    const atom = this.#atom(depth);
    if (this.#random() < 0.6 || (atom.empty && !this.#options.emptyLoops)) return atom;
    const at = Math.floor(this.#random() * QUANTIFIERS.length);
    const quantifier = QUANTIFIERS[at] ?? '';
    const reluctant = this.#options.reluctant && this.#random() < 0.3 ? '?' : '';
    const sample = () => Array.from({ length: TURNS[at] ?? 1 }, () => atom.sample()).join('');
    return {
      pattern: atom.pattern + quantifier + reluctant,
      sample,
      empty: atom.empty || /^[?*]|^\{0/.test(quantifier),
    };
  }

  #atom(depth: number): Piece {
    const kind = this.#random();
    if (depth > 0 && kind < 0.22) return this.#group(depth - 1);
    if (kind < 0.32) return this.#listed(CLASSES, CLASS_SAMPLES);
    if (kind < 0.42) return this.#listed(ESCAPES, ESCAPE_SAMPLES);
    if (kind < 0.47) return { pattern: '.', sample: () => this.#pick(INPUTS), empty: false };
    if (kind < 0.55 && this.#options.backReferences) {
      const group = this.#closed.length > 0 ? this.#pick(this.#closed) : undefined;
      if (group) return { pattern: `\\${group.index}`, sample: () => group.taken.text, empty: true };
    }
    const character = this.#pick(CHARACTERS);
    return { pattern: character, sample: () => character, empty: false };
  }

  #group(depth: number): Piece {
    const capturing = this.#random() < 0.6;
    const index = capturing ? ++this.#groups : 0;
    const body = this.#choice(depth);
    const taken = { text: '' };
    if (capturing) this.#closed.push({ index, taken });
    const sample = () => {
      taken.text = body.sample();
      return taken.text;
    };
    return { pattern: `(${capturing ? '' : '?:'}${body.pattern})`, sample, empty: body.empty };
  }

  #listed(patterns: readonly string[], samples: readonly string[]): Piece {
    const at = Math.floor(this.#random() * patterns.length);
    return { pattern: patterns[at] ?? '', sample: () => samples[at] ?? '', empty: false };
  }
}
