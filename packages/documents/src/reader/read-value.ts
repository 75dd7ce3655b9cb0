import type { XmlElement } from '@socle-sante/wire/xml';
import { attr, compact, dataText, first, flag, xsiType } from './dom.js';
import type { CdaMedia } from './parsed.js';
import { quantityOf, readCode, readId, readInterval, readQuantity } from './read-data-types.js';
import type { CdaDose, CdaValue } from './statement.js';

type Range = Extract<CdaValue, { type: 'range' }>;
type Ratio = Extract<CdaValue, { type: 'ratio' }>;
type Text = Extract<CdaValue, { type: 'text' }>;
type Flag = Extract<CdaValue, { type: 'boolean' }>;

const CODED: ReadonlySet<string> = new Set(['CD', 'CE', 'CV', 'CS', 'CO', 'CR', 'PQR']);
const BOUNDS = ['low', 'high', 'center', 'width'];

/**
 * Reads a `value` of any data type of CDA R2; one that we do not type is `other`, and stays in the element.
 * @param usual the type where none is stated and the schema names one
 */
export function readValue(
  element: XmlElement,
  media: (element: XmlElement, carrier: XmlElement) => CdaMedia,
  usual?: string,
): CdaValue {
  const written = xsiType(element);
  const type = written ?? usual ?? guess(element);
  const nullFlavor = attr(element, 'nullFlavor');
  const base = { xsiType: written ?? '', element };
  if (CODED.has(type)) return { ...base, type: 'coded', code: readCode(element) };
  if (nullFlavor !== undefined && !BOUNDS.some((name) => first(element, name) !== undefined)) {
    return { ...base, type: 'null', nullFlavor };
  }
  switch (type) {
    case 'PQ':
    case 'MO':
      return { ...base, type: 'quantity', quantity: readQuantity(element) };
    case 'IVL_PQ':
    case 'IVL_INT':
    case 'IVL_REAL':
    case 'IVL_MO':
      return compact<Range>({
        ...base,
        type: 'range',
        low: quantityOf(element, 'low'),
        high: quantityOf(element, 'high'),
        center: quantityOf(element, 'center'),
        width: quantityOf(element, 'width'),
        value: attr(element, 'value') === undefined ? undefined : readQuantity(element),
      });
    case 'RTO':
    case 'RTO_PQ_PQ':
    case 'RTO_QTY_QTY':
    case 'RTO_MO_PQ':
      return compact<Ratio>({ ...base, type: 'ratio', ...readRatio(element) });
    case 'TS':
    case 'IVL_TS':
      return { ...base, type: 'time', interval: readInterval(element) };
    case 'PIVL_TS':
    case 'EIVL_TS':
      // An instant under the name of another type: official examples write dates so.
      return attr(element, 'value') === undefined
        ? { ...base, type: 'other' }
        : { ...base, type: 'time', interval: readInterval(element) };
    case 'INT':
    case 'REAL':
      return { ...base, type: 'number', raw: attr(element, 'value') ?? '' };
    case 'BL':
    case 'BN':
      return compact<Flag>({ ...base, type: 'boolean', value: flag(element, 'value') });
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
            text: dataText(element) ?? '',
            reference: attr(first(element, 'reference'), 'value'),
            language: attr(element, 'language'),
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

/** Numerator and denominator of a ratio. */
export function readRatio(element: XmlElement): Pick<Ratio, 'numerator' | 'denominator'> {
  return compact<Pick<Ratio, 'numerator' | 'denominator'>>({
    numerator: quantityOf(element, 'numerator'),
    denominator: quantityOf(element, 'denominator'),
  });
}

/** Reads `doseQuantity` or `rateQuantity`: one quantity, or a range. */
export function readDose(element: XmlElement): CdaDose {
  return compact<CdaDose>({
    quantity: attr(element, 'value') === undefined ? undefined : readQuantity(element),
    low: quantityOf(element, 'low'),
    high: quantityOf(element, 'high'),
    center: quantityOf(element, 'center'),
    width: quantityOf(element, 'width'),
    nullFlavor: attr(element, 'nullFlavor'),
  });
}
