import type { XmlElement } from '@socle-sante/wire/xml';
import type { TypeCheck } from './model.js';
import { HL7 } from './model.js';
import { readBound, readTimestamp } from './timestamps.js';
import { attr, kid, kids } from './xml.js';

const isHl7 = (node: XmlElement, ...names: readonly string[]): boolean =>
  node.namespace === HL7 && names.includes(node.local);
const UNIT = /^(us|ms|s|min|h|d|wk|mo|a|)$/;

/** What every quantity holds (QTY). */
export const checkQuantity: TypeCheck = (element, siblings, reporter) => {
  const uncertainty = kid(element, 'uncertainty');
  if (
    uncertainty !== undefined &&
    ['expression', 'uncertainty', 'originalText'].some((name) => attr(uncertainty, name) !== undefined)
  ) {
    reporter.report('cda.type.qty.uncertainty', 'error');
  }
  const updated = kids(element).some(
    (node) =>
      isHl7(node, 'originalText', 'uncertainty', 'expression') &&
      ['validTimeLow', 'validTimeHigh', 'updateMode'].some((name) => attr(node, name) !== undefined),
  );
  if (updated) reporter.report('cda.type.qty.history', 'error');
  if (attr(element, 'nullFlavor') !== undefined && siblings.some((other) => attr(other, 'nullFlavor') === undefined)) {
    reporter.report('cda.type.qty.nullAmong', 'error');
  }
  const value = attr(element, 'value');
  const unit = attr(element, 'unit');
  if (
    value !== undefined &&
    unit !== undefined &&
    siblings.some((other) => attr(other, 'value') === value && attr(other, 'unit') === unit)
  ) {
    reporter.report('cda.type.qty.distinct', 'error', { element: element.local });
  }
};

/** Point in time (TS). */
export const checkTimestamp: TypeCheck = (element, _siblings, reporter) => {
  const value = attr(element, 'value');
  const isNull = attr(element, 'nullFlavor') !== undefined;
  if ((isNull && value !== undefined) || (!isNull && value === undefined && kids(element).length === 0)) {
    reporter.report('cda.type.ts.value', 'error');
  }
  if (value !== undefined && !readTimestamp(value).valid) reporter.report('cda.type.ts.form', 'error');
};

/** Bound of an interval (IVXB_TS). */
export const checkBoundary: TypeCheck = (element, _siblings, reporter) => {
  const inclusive = attr(element, 'inclusive');
  if (attr(element, 'nullFlavor') !== undefined && inclusive !== undefined && inclusive !== 'true') {
    reporter.report('cda.type.ivxb.inclusiveWithNull', 'error');
  }
};

/** Interval of time (IVL_TS). */
export const checkInterval: TypeCheck = (element, _siblings, reporter) => {
  const operator = attr(element, 'operator');
  if (attr(element, 'nullFlavor') !== undefined && operator !== undefined && operator !== 'I') {
    reporter.report('cda.type.ivl.operatorWithNull', 'error');
  }
  const parts = kids(element);
  const part = (name: string): XmlElement | undefined => kid(element, name);
  const [low, center, high, width] = ['low', 'center', 'high', 'width'].map(part);
  const valued = attr(element, 'value') !== undefined;
  if (hasFullNull(element)) reporter.report('cda.type.ivl.null', 'error');
  if (valued && parts.length > 0) reporter.report('cda.type.ivl.valueAndParts', 'error');
  if (valued && (low ?? center ?? high ?? width) !== undefined) reporter.report('cda.type.ivl.valueAndBounds', 'error');
  if (center !== undefined && (low ?? high ?? width) !== undefined) reporter.report('cda.type.ivl.center', 'error');
  if (width !== undefined && low !== undefined && high !== undefined) reporter.report('cda.type.ivl.width', 'error');
  if (parts.some((node) => attr(node, 'updateMode') !== undefined)) reporter.report('cda.type.ivl.updateMode', 'error');
  const values = (name: string): (string | undefined)[] =>
    parts.filter((node) => isHl7(node, name)).map((node) => attr(node, 'value'));
  if (values('low').some((value) => value !== undefined && values('high').includes(value)))
    reporter.report('cda.type.ivl.equal', 'error');
  if (width !== undefined) {
    if (attr(width, 'unit') !== undefined && attr(width, 'value') === undefined)
      reporter.report('cda.type.ivl.widthUnit', 'error');
    if (kid(width, 'translation') !== undefined) reporter.report('cda.type.ivl.widthTranslation', 'error');
    if (!UNIT.test(attr(width, 'unit') ?? '')) reporter.report('cda.type.ivl.widthUnitName', 'error');
  }
  if (parts.some((node) => isHl7(node, 'low') && attr(node, 'nullFlavor') === 'PINF'))
    reporter.report('cda.type.ivl.lowInfinity', 'error');
  if (parts.some((node) => isHl7(node, 'high') && attr(node, 'nullFlavor') === 'NINF'))
    reporter.report('cda.type.ivl.highInfinity', 'error');
  const instants = [low, center, high].map((node, index) => {
    const value = node === undefined ? undefined : attr(node, 'value');
    if (value === undefined) return undefined;
    const read = readBound(value);
    if (!read.valid) reporter.report('cda.type.ivl.form', 'error', { part: ['low', 'center', 'high'][index] ?? '' });
    return read.instant;
  });
  const [from, , to] = instants;
  if (from !== undefined && to !== undefined && from > to) reporter.report('cda.type.ivl.order', 'error');
};

/** A null part of an interval that holds a value all the same. */
function hasFullNull(element: XmlElement): boolean {
  const parts = kids(element);
  if (attr(element, 'nullFlavor') !== undefined) {
    if (attr(element, 'value') !== undefined || attr(element, 'unit') !== undefined) return true;
    if (parts.some((node) => isHl7(node, 'low', 'center', 'high', 'width'))) return true;
  }
  return parts.some(hasFullNull);
}
