import type { Finding, Severity, SourceRef } from '@socle-sante/core/finding';
import type { XmlElement } from '@socle-sante/wire/xml';
import type { Reporter } from './model.js';

/** More findings than this are not kept: a document that has so many is not a CDA document. */
const MOST = 2_000;

/** Gathers findings while the tree is walked down; knows where it stands. */
export class Report implements Reporter {
  readonly findings: Finding[] = [];
  readonly #stack: XmlElement[] = [];

  constructor(
    readonly document: XmlElement,
    readonly recordTargets: readonly XmlElement[],
    private readonly ref: SourceRef,
  ) {}

  /** Goes down into an element. */
  enter(element: XmlElement): void {
    this.#stack.push(element);
  }

  /** Comes back up. */
  leave(): void {
    this.#stack.pop();
  }

  /** Looks at an element that is not where the walk stands: `way` leads to it from the document, both included. */
  at(
    way: readonly XmlElement[],
    rule: string,
    severity: Severity,
    params: Finding['params'] = {},
    ref?: SourceRef,
  ): void {
    this.#add(way, rule, severity, params, ref ?? this.ref);
  }

  report(rule: string, severity: Severity, params: Finding['params'] = {}, ref?: SourceRef): void {
    this.#add(this.#stack, rule, severity, params, ref ?? this.ref);
  }

  /** The URI of a prefix where the walk stands. */
  namespaceOf(prefix: string): string | undefined {
    for (let index = this.#stack.length - 1; index >= 0; index -= 1) {
      const found = this.#stack[index]?.namespaces[prefix];
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #add(way: readonly XmlElement[], rule: string, severity: Severity, params: Finding['params'], ref: SourceRef): void {
    if (this.findings.length >= MOST) return;
    const { path, pointer } = placeOf(way);
    const last = way.at(-1);
    const place = last === undefined ? {} : { line: last.line, column: last.column };
    this.findings.push({ rule, severity, path, wire: { pointer, ...place }, params, ref });
  }
}

/** A position is said only where siblings have the same name: from 0 in the path, from 1 in the pointer, as XPath counts. */
function placeOf(way: readonly XmlElement[]): { path: (string | number)[]; pointer: string } {
  const path: (string | number)[] = [];
  let pointer = '';
  way.forEach((element, index) => {
    pointer += `/${element.local}`;
    const parent = way[index - 1];
    if (parent === undefined) return;
    path.push(element.local);
    const same = parent.children.filter((node) => typeof node !== 'string' && node.local === element.local);
    if (same.length < 2) return;
    path.push(same.indexOf(element));
    pointer += `[${same.indexOf(element) + 1}]`;
  });
  return { path, pointer };
}
