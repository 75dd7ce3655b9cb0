import { XPathError } from '../runtime/error.js';
import type { Run } from '../runtime/run.js';
import { stringOf } from '../runtime/values/text-value.js';
import type { XNode } from '../tree/node.js';
import type { Collector } from './collector.js';
import type { Pack } from './pack.js';

/** The documents that a pattern checks instead of the one that is validated (`documents`, ISO/IEC 19757-3:2016 §5.4.10). */
export function elsewhere(
  document: XNode,
  pack: Pack,
  pattern: number,
  run: Run,
  collector: Collector,
): readonly XNode[] {
  const { documents } = pack.pattern(pattern);
  const place = pack.manifest.patterns[pattern]?.place ?? { file: 0, line: 0, column: 0 };
  const found: XNode[] = [];
  try {
    for (const item of documents?.(document, run) ?? []) {
      const href = stringOf(item);
      const other = run.load(href);
      if (other === undefined) throw new XPathError('FODC0002', `this document is not available: ${href}`);
      if (!found.includes(other)) found.push(other);
    }
  } catch (cause) {
    collector.documentsFault(document, pattern, '@documents', place, cause);
  }
  return found;
}
