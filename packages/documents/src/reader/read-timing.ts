import type { XmlElement } from '@socle-sante/wire/xml';
import { all, attr, compact, first, flag, xsiType } from './dom.js';
import { codeOf, intervalOf, quantityOf, readInterval } from './read-data-types.js';
import { readDose } from './read-value.js';
import type { CdaTiming } from './statement.js';

type Of<T extends CdaTiming['type']> = Extract<CdaTiming, { type: T }>;

/** Reads `effectiveTime` of a treatment, or a `comp` of one: `IVL_TS`, `TS`, `PIVL_TS`, `EIVL_TS`, `SXPR_TS`. */
export function readTiming(element: XmlElement): CdaTiming {
  const base = { operator: attr(element, 'operator'), element };
  const nullFlavor = attr(element, 'nullFlavor');
  const other = (): CdaTiming => compact<Of<'other'>>({ ...base, type: 'other' });
  if (nullFlavor !== undefined && !element.children.some((node) => typeof node !== 'string')) {
    return compact<Of<'null'>>({ ...base, type: 'null', nullFlavor });
  }
  const interval = (): CdaTiming =>
    compact<Of<'interval'>>({ ...base, type: 'interval', interval: readInterval(element) });
  switch (xsiType(element) ?? guess(element)) {
    case 'PIVL_TS':
      return compact<Of<'periodic'>>({
        ...base,
        type: 'periodic',
        phase: intervalOf(element, 'phase'),
        period: quantityOf(element, 'period'),
        institutionSpecified: flag(element, 'institutionSpecified'),
      });
    case 'EIVL_TS': {
      const offset = first(element, 'offset');
      const event = codeOf(element, 'event');
      if (offset === undefined && event === undefined)
        return attr(element, 'value') === undefined ? other() : interval();
      return compact<Of<'event'>>({
        ...base,
        type: 'event',
        event,
        offset: offset === undefined ? undefined : readDose(offset),
      });
    }
    case 'SXPR_TS':
      return compact<Of<'set'>>({ ...base, type: 'set', parts: all(element, 'comp').map(readTiming) });
    case 'TS':
    case 'IVL_TS':
      return interval();
    default:
      return other();
  }
}

/** Without `xsi:type`: what the children can only be. */
function guess(element: XmlElement): string {
  if (first(element, 'period') !== undefined) return 'PIVL_TS';
  if (first(element, 'event') !== undefined) return 'EIVL_TS';
  return first(element, 'comp') === undefined ? 'IVL_TS' : 'SXPR_TS';
}
