import type { XmlElement } from '@socle-sante/wire/xml';
import type { TypeCheck } from './model.js';
import { HL7 } from './model.js';
import { allText, attr, isBlank, kid, kids, ownText, words } from './xml.js';

/** Text and uses of an address or a name, by which two of them are told apart. */
function signature(element: XmlElement): string {
  const use = attr(element, 'use') ?? '';
  return use + element.children.map((node) => (typeof node === 'string' ? node : signature(node))).join('');
}

const lonely = (element: XmlElement, siblings: readonly XmlElement[]): { nullAmong: boolean; twice: boolean } => ({
  nullAmong:
    attr(element, 'nullFlavor') !== undefined && siblings.some((other) => attr(other, 'nullFlavor') === undefined),
  twice: siblings.length > 0 && siblings.some((other) => signature(other) === signature(element)),
});

/** Postal address (AD). */
export const checkAddress: TypeCheck = (element, siblings, reporter) => {
  const isNull = attr(element, 'nullFlavor') !== undefined;
  const parts = kids(element);
  const hasText = !isBlank(ownText(element));
  if (!isNull && parts.length > 0 === hasText) reporter.report('cda.type.ad.content', 'error');
  const period = kid(element, 'useablePeriod');
  if (
    isNull &&
    kid(element, 'thumbnail') !== undefined &&
    (period === undefined || attr(period, 'nullFlavor') === undefined)
  ) {
    reporter.report('cda.type.ad.periodWithNull', 'error');
  }
  if (period !== undefined) periodRules(parts, period, reporter.report.bind(reporter));
  const empty = parts.some(
    (node) =>
      attr(node, 'nullFlavor') === undefined &&
      !(node.local === 'useablePeriod' && node.namespace === HL7) &&
      isBlank(allText(node)),
  );
  if (empty) reporter.report('cda.type.ad.emptyPart', 'warning');
  const { nullAmong, twice } = lonely(element, siblings);
  if (nullAmong) reporter.report('cda.type.ad.nullAmong', 'error');
  if (twice) reporter.report('cda.type.ad.distinct', 'error', { element: element.local });
};

function periodRules(
  parts: readonly XmlElement[],
  period: XmlElement,
  report: (rule: string, severity: 'error') => void,
): void {
  const periods = parts.filter((node) => node.local === 'useablePeriod' && node.namespace === HL7);
  if (periods.some((node) => attr(node, 'updateMode') !== undefined)) report('cda.type.ad.updateMode', 'error');
  const bound = (name: string): string | undefined => {
    const node = kid(period, name);
    return node === undefined ? undefined : attr(node, 'value');
  };
  const [low, high] = [bound('low'), bound('high')];
  if (low !== undefined && high !== undefined) {
    if (low.length !== high.length) report('cda.type.ad.periodPrecision', 'error');
    const comparable = (value: string): number => Number(`${value}00000000000000`.slice(0, 14));
    if (!(comparable(low) < comparable(high))) report('cda.type.ad.periodOrder', 'error');
  }
  const width = kid(period, 'width');
  const unit = width === undefined ? '' : (attr(width, 'unit') ?? '');
  if (!/^(us|ms|s|min|h|d|wk|mo|a|)$/.test(unit)) report('cda.type.ad.periodUnit', 'error');
}

/** Name of a person, a place or an organisation (EN). */
export const checkEntityName: TypeCheck = (element, siblings, reporter) => {
  const isNull = attr(element, 'nullFlavor') !== undefined;
  const parts = kids(element);
  const hasText = !isBlank(ownText(element));
  if (isNull && (parts.length > 0 || hasText)) reporter.report('cda.type.en.null', 'error');
  if (parts.length > 0 && hasText) reporter.report('cda.type.en.mixed', 'error');
  if (!isNull && parts.length === 0 && !hasText) reporter.report('cda.type.en.empty', 'error');
  const empty = parts.some(
    (node) => node.local !== 'validTime' && attr(node, 'nullFlavor') === undefined && isBlank(allText(node)),
  );
  if (empty) reporter.report('cda.type.en.emptyPart', 'warning');
  if (/^[ \t\r\n]*"/.test(allText(element))) reporter.report('cda.type.en.quote', 'warning');
  const { nullAmong, twice } = lonely(element, siblings);
  if (nullAmong) reporter.report('cda.type.en.nullAmong', 'error');
  if (twice) reporter.report('cda.type.en.distinct', 'error', { element: element.local });
  const distinct = (node: XmlElement): boolean => {
    const found = words(attr(node, 'qualifier'));
    return new Set(found).size === found.length;
  };
  if (parts.length > 0 && !parts.some(distinct)) reporter.report('cda.type.en.qualifier', 'error');
};

/** Name of a person (PN). */
export const checkPersonName: TypeCheck = (element, _siblings, reporter) => {
  if (kids(element).some((node) => words(attr(node, 'qualifier')).includes('LS')))
    reporter.report('cda.type.pn.legalStatus', 'error');
};

/** Name of an organisation (ON). */
export const checkOrganizationName: TypeCheck = (element, _siblings, reporter) => {
  if (kid(element, 'family') !== undefined || kid(element, 'given') !== undefined)
    reporter.report('cda.type.on.personPart', 'error');
  if (kids(element).length > 0) reporter.report('cda.type.on.parts', 'error');
};
