import { OLD_SCHEMATRON, SCHEMATRON, type SchemaContent, SchemaElement, XSLT } from './element.js';
import type { Reading } from './reading.js';

/** An element that something refers to. */
interface Target {
  readonly element: SchemaElement;
  /** File and fragment, to see an inclusion that comes back to itself. */
  readonly key: string;
}

/** An expanded element, how many elements it counts, and how deep they stand in one another. */
interface Expanded {
  readonly element: SchemaElement;
  readonly size: number;
  readonly height: number;
}

/** Where an expansion is: what has been followed to come here, and how many elements stand around. */
interface Path {
  readonly keys: readonly string[];
  readonly depth: number;
}

/**
 * Puts in place what `include` and `extends href` name (ISO/IEC 19757-3 §5.4.4 and §5.4.3; `iso_dsdl_include.xsl`). `include` is
 * replaced by the whole element: the root of the file, or the one of the fragment. `extends href` is replaced by the children of the
 * element; in a rule it stays, with these children inside, so that they are read once for all rules. References are relative to the
 * file that holds them.
 */
export class IncludeExpander {
  readonly #done = new Map<string, Expanded>();
  /** How deep the deepest element met so far stands. */
  #deepest = 0;
  constructor(private readonly reading: Reading) {}

  /** The root of the main file, whole. */
  expand(root: SchemaElement): SchemaElement {
    return this.#expandElement(root, { keys: [`${root.file.name}#`], depth: 0 });
  }

  #expandElement(element: SchemaElement, path: Path): SchemaElement {
    const depth = path.depth + 1;
    this.#enter(depth, 1, element);
    const inside = { keys: path.keys, depth };
    const children = element.children.flatMap((child) =>
      child instanceof SchemaElement ? this.#expandChild(child, element, inside) : [child],
    );
    const same =
      children.length === element.children.length && children.every((each, at) => each === element.children[at]);
    return same ? element : element.with(children);
  }

  #expandChild(child: SchemaElement, parent: SchemaElement, path: Path): readonly SchemaContent[] {
    if (child.is('include')) {
      const target = this.#target(child);
      if (target === undefined || !this.#mayStand(child, target.element)) return [];
      return [this.#expandTarget(child, target, path)];
    }
    if (!child.is('extends') || child.attribute('href') === undefined) return [this.#expandElement(child, path)];
    if (child.attribute('rule') !== undefined) {
      this.reading.fail('schema.attribute', '<extends> has both `rule` and `href`; keep one', child, 'href');
    }
    const target = this.#target(child);
    if (target === undefined) return [];
    const { children } = this.#expandTarget(child, target, path);
    return parent.is('rule') ? [child.with(children)] : children;
  }

  #expandTarget(from: SchemaElement, target: Target, path: Path): SchemaElement {
    const { budget } = this.reading;
    if (path.keys.includes(target.key)) {
      const message = `"${from.attribute('href')}" comes back to itself (${target.key}); take one of these references out`;
      this.reading.fail('schema.cycle', message, from, 'href');
    }
    budget.check('includeDepth', path.keys.length, from.position);
    const known = this.#done.get(target.key);
    if (known !== undefined) {
      this.#enter(path.depth + known.height, known.size, from);
      return known.element;
    }
    const before = budget.spent('elements');
    const around = this.#deepest;
    this.#deepest = path.depth;
    const inside = { keys: [...path.keys, target.key], depth: path.depth };
    const element = this.#expandElement(target.element, inside);
    const size = budget.spent('elements') - before;
    this.#done.set(target.key, { element, size, height: this.#deepest - path.depth });
    this.#deepest = Math.max(this.#deepest, around);
    return element;
  }

  #enter(depth: number, elements: number, at: SchemaElement): void {
    this.reading.budget.check('elementDepth', depth, at.position);
    this.reading.budget.spend('elements', elements, at.position);
    this.#deepest = Math.max(this.#deepest, depth);
  }

  #target(from: SchemaElement): Target | undefined {
    const href = (from.attribute('href') ?? '').trim();
    const hash = href.indexOf('#');
    const path = hash < 0 ? href : href.slice(0, hash);
    const fragment = hash < 0 ? '' : href.slice(hash + 1);
    if (path === '' && fragment === '') {
      this.reading.fail('schema.attribute', `<${from.label}> names no file; give a relative path`, from, 'href');
    }
    const base = from.file.name;
    const root = path === '' ? this.reading.known(base) : this.reading.load(path, base, from.attributePosition('href'));
    if (root === undefined) {
      const message = `the file "${href}" does not exist: what it holds is not checked`;
      this.reading.missing('include.missing', href, message, from, 'href');
      return undefined;
    }
    const element = fragment === '' ? root : findById(root, fragment);
    if (element === undefined) {
      const message = `no element of "${root.file.name}" has the id "${fragment}": what was meant is not checked`;
      this.reading.missing('include.fragment', href, message, from, 'href');
      return undefined;
    }
    return { element, key: `${root.file.name}#${fragment}` };
  }

  #mayStand(from: SchemaElement, element: SchemaElement): boolean {
    if (element.is('schema')) {
      const message =
        'a whole schema cannot be included; include its patterns one by one, or extend it with `extends href`';
      this.reading.fail('schema.structure', message, from, 'href');
    }
    if (element.uri === OLD_SCHEMATRON) refuseOldNamespace(this.reading, element);
    if (element.uri === SCHEMATRON || element.uri === XSLT) return true;
    const message = `"${from.attribute('href')}" holds <${element.label}>, which is not Schematron: it is not checked`;
    this.reading.missing('include.foreign', from.attribute('href') ?? '', message, from, 'href');
    return false;
  }
}

/** @throws SchemaError always */
export function refuseOldNamespace(reading: Reading, element: SchemaElement): never {
  const message =
    `<${element.local}> is in the namespace of Schematron 1.5 (${OLD_SCHEMATRON}), before the standard; ` +
    `change it to ${SCHEMATRON}`;
  return reading.fail('schema.namespace', message, element);
}

function findById(element: SchemaElement, id: string): SchemaElement | undefined {
  const own = element.attribute('xml:id') === id || element.attribute('id') === id;
  if (own && element.uri === SCHEMATRON) return element;
  for (const child of element.elements()) {
    const found = findById(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
