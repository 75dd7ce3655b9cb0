import { type Finding, finding } from '@socle-sante/core/finding';
import { type Path, textOf } from './walk.js';

/** Whether two items of a list are the same for the data types of the header, by the name of the list. */
const SAME: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  addresses: (a, b) => addressText(a) === addressText(b),
  telecoms: (a, b) => textOf(a, 'value') === textOf(b, 'value') && textOf(a, 'use') === textOf(b, 'use'),
  // An identifier without extension stands for its whole root.
  ids: (a, b) => {
    const [one, other] = [textOf(a, 'extension'), textOf(b, 'extension')];
    return textOf(a, 'root') === textOf(b, 'root') && (one === undefined || other === undefined || one === other);
  },
  translations: sameCode,
  typeTranslations: sameCode,
};

function sameCode(a: unknown, b: unknown): boolean {
  return textOf(a, 'code') === textOf(b, 'code') && textOf(a, 'codeSystem') === textOf(b, 'codeSystem');
}

/** Neither the same value twice side by side, nor an absent value beside another (data types of the header: RIM-001, RIM-002). */
export function checkSiblings(list: readonly unknown[], name: string, path: Path): Finding[] {
  const same = Object.hasOwn(SAME, name) ? SAME[name] : undefined;
  if (!same) return [];
  const findings: Finding[] = [];
  const absent = list.filter((item) => textOf(item, 'nullFlavor') !== undefined).length;
  if (absent > 0 && list.length > absent) findings.push(finding('documents.nullAmong', 'error', path, { field: name }));
  for (const [index, item] of list.entries()) {
    if (list.slice(0, index).some((other) => same(item, other))) {
      findings.push(finding('documents.twice', 'error', [...path, index], { field: name }));
    }
  }
  return findings;
}

/** Use and texts in one, as the rules compare addresses. */
function addressText(address: unknown): string {
  if (typeof address !== 'object' || address === null) return '';
  const { use, lines, nullFlavor: _, ...parts } = address as Readonly<Record<string, unknown>>;
  const texts = Array.isArray(lines) ? lines : Object.values(parts).filter((part) => part !== undefined);
  return [use ?? '', ...texts].join('');
}
