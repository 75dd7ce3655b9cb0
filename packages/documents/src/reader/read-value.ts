import type { XmlElement } from '@socle-sante/wire/xml';
import { attr, compact, first, ownText, xsiType } from './dom.js';
import type { CdaMedia } from './parsed.js';
import { quantityOf, readCode, readId, readInterval, readQuantity } from './read-data-types.js';
import type { CdaDose, CdaValue } from './statement.js';

type Range = Extract<CdaValue, { type: 'range' }>;
type Ratio = Extract<CdaValue, { type: 'ratio' }>;
type Text = Extract<CdaValue, { type: 'text' }>;

/** Reads a `value` of any data type of CDA R2; one that we do not type is `other`, and stays in the element. */
export function readValue(
  element: XmlElement,
  media: (element: XmlElement, carrier: XmlElement) => CdaMedia,
): CdaValue {
  const written = xsiType(element);
  const type = written ?? guess(element);
  const nullFlavor = attr(element, 'nullFlavor');
  const base = { xsiType: written ?? '' };
  if (['CD', 'CE', 'CV', 'CS', 'CO', 'CR'].includes(type)) return { ...base, type: 'coded', code: readCode(element) };
  if (nullFlavor !== undefined && first(element, 'low') === undefined && first(element, 'high') === undefined) {
    return { ...base, type: 'null', nullFlavor };
  }
  switch (type) {
    case 'PQ':
    case 'MO':
      return { ...base, type: 'quantity', quantity: readQuantity(element) };
    case 'IVL_PQ':
    case 'IVL_INT':
    case 'IVL_REAL':
      return compact<Range>({
        ...base,
        type: 'range',
        low: quantityOf(element, 'low'),
        high: quantityOf(element, 'high'),
      });
    case 'RTO':
    case 'RTO_PQ_PQ':
    case 'RTO_QTY_QTY':
      return compact<Ratio>({
        ...base,
        type: 'ratio',
        numerator: quantityOf(element, 'numerator'),
        denominator: quantityOf(element, 'denominator'),
      });
    case 'TS':
    case 'IVL_TS':
      return { ...base, type: 'time', interval: readInterval(element) };
    case 'INT':
    case 'REAL':
      return { ...base, type: 'number', raw: attr(element, 'value') ?? '' };
    case 'BL': {
      const value = attr(element, 'value');
      return value === 'true' || value === 'false'
        ? { ...base, type: 'boolean', value: value === 'true' }
        : { ...base, type: 'boolean' };
    }
    case 'II':
      return { ...base, type: 'id', id: readId(element) };
    case 'ST':
    case 'SC':
    case 'ED':
      return attr(element, 'representation') === 'B64'
        ? { ...base, type: 'media', media: media(element, element) }
        : compact<Text>({
            ...base,
            type: 'text',
            text: ownText(element) ?? '',
            reference: attr(first(element, 'reference'), 'value'),
          });
    default:
      return { ...base, type: 'other' };
  }
}

/** Without `xsi:type` the schema says nothing: what the attributes can only be. */
function guess(element: XmlElement): string {
  if (attr(element, 'code') !== undefined) return 'CD';
  if (attr(element, 'unit') !== undefined) return 'PQ';
  return attr(element, 'representation') === 'B64' ? 'ED' : '';
}

/** Reads `doseQuantity` or `rateQuantity`: one quantity, or a range. */
export function readDose(element: XmlElement): CdaDose {
  return compact<CdaDose>({
    quantity: attr(element, 'value') === undefined ? undefined : readQuantity(element),
    low: quantityOf(element, 'low'),
    high: quantityOf(element, 'high'),
    nullFlavor: attr(element, 'nullFlavor'),
  });
}
