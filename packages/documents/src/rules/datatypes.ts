import type { XmlElement } from '@socle-sante/wire/xml';
import { checkAddress, checkEntityName, checkOrganizationName, checkPersonName } from './datatypes-name.js';
import { checkBoundary, checkInterval, checkQuantity, checkTimestamp } from './datatypes-time.js';
import type { DataType, Reporter, TypeCheck } from './model.js';
import { HL7 } from './model.js';
import { attr, below, isBlank, kid, kids, ownText } from './xml.js';

const OID = /^[0-2](\.(0|[1-9]\d*))*$/;
const UUID = /^[A-Fa-f\d]{8}-[A-Fa-f\d]{4}-[A-Fa-f\d]{4}-[A-Fa-f\d]{4}-[A-Fa-f\d]{12}$/;
const RESERVED = /^[A-Za-z][A-Za-z\d-]*$/;
// As the data types write RFC 3066: only the first branch is anchored at the start, only the second at the end.
const LANGUAGE = /^[a-z]{2,3}(-[a-z]{2})?|[ix](-[a-z\d]{2,8})+$/i;

/** Attributes that may stand beside a nullFlavor, with the only value that some may have there. */
const BESIDE_NULL: Readonly<Record<string, string | true>> = {
  classCode: true,
  typeCode: true,
  determinerCode: true,
  moodCode: true,
  nullFlavor: true,
  partType: true,
  codeSystem: '2.16.840.1.113883.5.139',
  codeSystemName: 'TimingEvent',
  integrityCheckAlgorithm: 'SHA-1',
  inverted: 'false',
  mediaType: 'text/plain',
  operator: 'I',
  representation: 'TXT',
  inclusive: 'true',
  unit: '1',
};

/** The same beside OTH, NA and UNC, which may say what could not be coded. */
const BESIDE_OTHER: Readonly<Record<string, string | true>> = {
  codeSystem: true,
  codeSystemName: true,
  codeSystemVersion: true,
  extension: true,
  nullFlavor: true,
  partType: true,
  integrityCheckAlgorithm: 'SHA-1',
  mediaType: 'text/plain',
  operator: 'I',
  representation: 'TXT',
  inclusive: 'true',
  unit: '1',
};

/** An element that says it is null says nothing else (dtr1-1-ANY). */
function checkAny(element: XmlElement, reporter: Reporter): void {
  if (!nullsAreEmpty(element)) reporter.report('cda.type.any.null', 'error');
}

function nullsAreEmpty(element: XmlElement): boolean {
  const flavor = attr(element, 'nullFlavor');
  if (flavor !== undefined && !isEmptyNull(element) && !isExplainedNull(element, flavor)) return false;
  for (const node of element.children) if (typeof node !== 'string' && !nullsAreEmpty(node)) return false;
  return true;
}

function isEmptyNull(element: XmlElement): boolean {
  return only(element, BESIDE_NULL) && element.children.every((node) => typeof node === 'string' && isBlank(node));
}

function isExplainedNull(element: XmlElement, flavor: string): boolean {
  if (!['OTH', 'NA', 'UNC'].includes(flavor) || !only(element, BESIDE_OTHER, true)) return false;
  if (attr(element, 'extension') !== undefined || attr(element, 'codeSystem') !== undefined) return true;
  return kids(element).some((node) => node.local === 'originalText' || node.local === 'translation');
}

function only(element: XmlElement, allowed: Readonly<Record<string, string | true>>, valueSet = false): boolean {
  return element.attributes.every(({ namespace, local, value }) => {
    if (namespace === 'http://www.w3.org/2001/XMLSchema-instance') return local === 'type' || local === 'nil';
    if (valueSet && (local === 'valueSet' || local === 'valueSetVersion')) return true;
    if (namespace !== '') return false;
    const found = Object.hasOwn(allowed, local) ? allowed[local] : undefined;
    return found === true || found === value;
  });
}

/** Identifier. */
const checkII: TypeCheck = (element, siblings, reporter) => {
  const root = attr(element, 'root');
  const extension = attr(element, 'extension');
  const isNull = attr(element, 'nullFlavor') !== undefined;
  if (!isNull && root === undefined) reporter.report('cda.type.ii.rootMissing', 'error');
  if (isNull && root !== undefined) reporter.report('cda.type.ii.rootWithNull', 'error');
  for (const attribute of ['identifierName', 'displayable', 'reliability', 'assigningAuthorityName']) {
    if (isNull && attr(element, attribute) !== undefined) {
      reporter.report('cda.type.ii.attributeWithNull', 'error', { attribute });
    }
  }
  if ((root ?? '').length > 128) reporter.report('cda.type.ii.rootLong', 'warning');
  if ((extension ?? '').length > 64) reporter.report('cda.type.ii.extensionLong', 'warning');
  if (root !== undefined && !OID.test(root) && !UUID.test(root)) reporter.report('cda.type.ii.rootForm', 'error');
  if (root !== undefined && RESERVED.test(root) && !UUID.test(root))
    reporter.report('cda.type.ii.rootReserved', 'error');
  const same = siblings.some(
    (other) =>
      root !== undefined &&
      attr(other, 'root') === root &&
      (extension === undefined || attr(other, 'extension') === extension),
  );
  if (same) reporter.report('cda.type.ii.distinct', 'error', { element: element.local });
  if (root !== undefined && UUID.test(root) && /[a-z]/.test(root)) reporter.report('cda.type.ii.uuidCase', 'info');
};

/** Coded value with its code system. */
const checkCD: TypeCheck = (element, siblings, reporter) => {
  const code = attr(element, 'code');
  const codeSystem = attr(element, 'codeSystem');
  const isNull = attr(element, 'nullFlavor') !== undefined;
  const hasLabel = attr(element, 'displayName') !== undefined;
  const originals = kids(element).filter((node) => node.local === 'originalText' && node.namespace === HL7);
  const nullOriginal = originals.some((node) => attr(node, 'nullFlavor') !== undefined);
  if (!isNull && code === undefined && (originals.length === 0 || nullOriginal))
    reporter.report('cda.type.cd.empty', 'error');
  codeSystemRules(element, 'cda.type.cd', reporter);
  if (isNull && code !== undefined) reporter.report('cda.type.cd.codeWithNull', 'error');
  if (isNull && hasLabel) reporter.report('cda.type.cd.displayNameWithNull', 'error');
  if (element.children.length > 0) translationRules(element, reporter);
  if (/[\r\n\t]/.test(attr(element, 'displayName') ?? '')) reporter.report('cda.type.cd.displayNameLayout', 'warning');
  const same = siblings.some(
    (other) =>
      code !== undefined &&
      codeSystem !== undefined &&
      attr(other, 'code') === code &&
      attr(other, 'codeSystem') === codeSystem,
  );
  if (same) reporter.report('cda.type.cd.distinct', 'error', { element: element.local });
};

/** Rules of CD-2 to CD-5, which SC has too. */
function codeSystemRules(element: XmlElement, prefix: string, reporter: Reporter): void {
  const code = attr(element, 'code');
  if (attr(element, 'codeSystem') === undefined) {
    if (code !== undefined) reporter.report(`${prefix}.codeSystemMissing`, 'error');
    for (const attribute of ['codeSystemName', 'codeSystemVersion']) {
      if (attr(element, attribute) !== undefined)
        reporter.report(`${prefix}.codeSystemAttribute`, 'error', { attribute });
    }
  }
  if (code === undefined && attr(element, 'displayName') !== undefined)
    reporter.report(`${prefix}.displayNameAlone`, 'error');
}

function translationRules(element: XmlElement, reporter: Reporter): void {
  const translations = below(element, 'translation');
  const lacks = (stated: string, missing: string): boolean =>
    translations.some((each) => attr(each, stated) !== undefined && attr(each, missing) === undefined);
  if (translations.some((each) => attr(each, 'nullFlavor') !== undefined))
    reporter.report('cda.type.cd.translationNull', 'error');
  if (lacks('codeSystem', 'code')) reporter.report('cda.type.cd.translationCode', 'error');
  for (const attribute of ['codeSystemName', 'codeSystemVersion']) {
    if (lacks(attribute, 'codeSystem')) reporter.report('cda.type.cd.translationCodeSystem', 'error', { attribute });
  }
  if (lacks('displayName', 'code')) reporter.report('cda.type.cd.translationDisplayName', 'error');
  const pairs = translations.map((each) => `${attr(each, 'code') ?? ''}${attr(each, 'codeSystem') ?? ''}`);
  if (new Set(pairs).size !== pairs.length) reporter.report('cda.type.cd.translationDistinct', 'error');
  const languages = below(element, 'originalText').map((each) => attr(each, 'language'));
  if (languages.some((language) => language !== undefined && !LANGUAGE.test(language))) {
    reporter.report('cda.type.cd.language', 'error');
  }
}

const checkCE: TypeCheck = (element, siblings, reporter) => {
  checkCD(element, siblings, reporter);
  if (kid(element, 'qualifier') !== undefined) reporter.report('cda.type.ce.qualifier', 'error');
};

/** A code alone. */
const checkCS: TypeCheck = (element, _siblings, reporter) => {
  const isNull = attr(element, 'nullFlavor') !== undefined;
  const coded = attr(element, 'code') !== undefined || attr(element, 'typeCode') !== undefined;
  if (isNull === coded) reporter.report('cda.type.cs.code', 'error');
  const refused: Readonly<Record<string, string | undefined>> = {
    codeSystem: '2.16.840.1.113883.5.139',
    codeSystemName: 'TimingEvent',
    codeSystemVersion: undefined,
    displayName: undefined,
  };
  for (const [attribute, but] of Object.entries(refused)) {
    const value = attr(element, attribute);
    if (value !== undefined && value !== but) reporter.report('cda.type.cs.attribute', 'error', { attribute });
  }
  for (const child of ['originalText', 'qualifier', 'translation']) {
    if (kid(element, child) !== undefined) reporter.report('cda.type.cs.child', 'error', { child });
  }
};

const checkCR: TypeCheck = (element, _siblings, reporter) => {
  const isNull = attr(element, 'nullFlavor') !== undefined;
  if (isNull === kids(element).length > 0) reporter.report('cda.type.cr.value', 'error');
};

/** Something must be said: text, elements or a nullFlavor. */
function checkContent(element: XmlElement, reporter: Reporter): void {
  if (attr(element, 'nullFlavor') === undefined && kids(element).length === 0 && isBlank(ownText(element))) {
    reporter.report('cda.type.bin.empty', 'error');
  }
}

/** Encapsulated data. */
const checkED: TypeCheck = (element, _siblings, reporter) => {
  checkContent(element, reporter);
  const given = (name: string): boolean => attr(element, name) !== undefined;
  const isNull = given('nullFlavor');
  if (given('integrityCheck') && !given('integrityCheckAlgorithm'))
    reporter.report('cda.type.ed.integrityCheck', 'error');
  thumbnailRules(element, isNull, reporter);
  if (given('compression')) {
    const reference = kid(element, 'reference');
    const binary = attr(element, 'representation') === 'B64' && ownText(element) !== '';
    if ((reference === undefined || attr(reference, 'value') === undefined) && !binary)
      reporter.report('cda.type.ed.compression', 'error');
  }
  if (given('value') && given('mediaType') && attr(element, 'mediaType') !== 'text/plain')
    reporter.report('cda.type.ed.valueMediaType', 'error');
  const updated = kids(element).some(
    (node) =>
      node.namespace === HL7 &&
      (node.local === 'reference' || node.local === 'thumbnail') &&
      ['validTimeLow', 'validTimeHigh', 'updateMode'].some((name) => attr(node, name) !== undefined),
  );
  if (updated) reporter.report('cda.type.ed.history', 'error');
  if ((given('value') || kid(element, 'xml') !== undefined) && given('charset'))
    reporter.report('cda.type.ed.charset', 'error');
  const excused: Readonly<Record<string, string | undefined>> = {
    mediaType: 'text/plain',
    integrityCheckAlgorithm: 'SHA-1',
  };
  for (const attribute of [
    'mediaType',
    'charset',
    'language',
    'compression',
    'integrityCheck',
    'integrityCheckAlgorithm',
  ]) {
    const value = attr(element, attribute);
    if (isNull && value !== undefined && value !== excused[attribute])
      reporter.report('cda.type.ed.attributeWithNull', 'error', { attribute });
  }
  if (isNull && kid(element, 'translation') !== undefined) reporter.report('cda.type.ed.translationWithNull', 'error');
  if (given('language') && !LANGUAGE.test(attr(element, 'language') ?? ''))
    reporter.report('cda.type.ed.language', 'error');
};

function thumbnailRules(element: XmlElement, isNull: boolean, reporter: Reporter): void {
  const thumbnails = kids(element).filter((node) => node.namespace === HL7 && node.local === 'thumbnail');
  const translated = kid(element, 'translation') !== undefined;
  if (translated && !thumbnails.some((each) => kid(each, 'translation') === undefined))
    reporter.report('cda.type.ed.translation', 'error');
  if (thumbnails.length === 0) return;
  const whole = (each: XmlElement): boolean =>
    attr(each, 'nullFlavor') === undefined || kid(each, 'reference') === undefined;
  if (!thumbnails.some(whole)) reporter.report('cda.type.ed.thumbnailNull', 'error');
  if (!thumbnails.some((each) => kid(each, 'thumbnail') === undefined))
    reporter.report('cda.type.ed.thumbnailNested', 'error');
  const nullThumbnail = thumbnails.some((each) => attr(each, 'nullFlavor') !== undefined);
  if (isNull && !nullThumbnail) reporter.report('cda.type.ed.thumbnailWithNull', 'error');
}

/** Character string. */
const checkST: TypeCheck = (element, siblings, reporter) => {
  checkED(element, siblings, reporter);
  for (const child of ['reference', 'thumbnail']) {
    if (kid(element, child) !== undefined) reporter.report('cda.type.st.child', 'error', { child });
  }
  const refused: Readonly<Record<string, string | undefined>> = {
    representation: 'TXT',
    mediaType: 'text/plain',
    compression: undefined,
    integrityCheck: undefined,
    integrityCheckAlgorithm: 'SHA-1',
  };
  for (const [attribute, but] of Object.entries(refused)) {
    const value = attr(element, attribute);
    if (value !== undefined && value !== but) reporter.report('cda.type.st.attribute', 'error', { attribute });
  }
};

/** Character string that may carry a code. */
const checkSC: TypeCheck = (element, siblings, reporter) => {
  checkST(element, siblings, reporter);
  codeSystemRules(element, 'cda.type.sc', reporter);
  const isNull = attr(element, 'nullFlavor') !== undefined;
  for (const attribute of ['code', 'displayName']) {
    if (isNull && attr(element, attribute) !== undefined)
      reporter.report('cda.type.sc.attributeWithNull', 'error', { attribute });
  }
};

const URI_ESCAPED = /[^\x21-\x7e]|[<>"{}|\\^`]/;

/** Telecommunication address. */
const checkTEL: TypeCheck = (element, siblings, reporter) => {
  const value = attr(element, 'value');
  const use = attr(element, 'use');
  const isNull = attr(element, 'nullFlavor') !== undefined;
  if (!isNull && value === undefined) reporter.report('cda.type.url.value', 'error');
  if (!isNull && (value === undefined || URI_ESCAPED.test(value))) reporter.report('cda.type.url.form', 'error');
  if (isNull && siblings.some((other) => attr(other, 'nullFlavor') === undefined))
    reporter.report('cda.type.url.nullAmong', 'error');
  const same = siblings.some(
    (other) => use !== undefined && value !== undefined && attr(other, 'use') === use && attr(other, 'value') === value,
  );
  if (same) reporter.report('cda.type.url.distinct', 'error', { element: element.local });
  if (isNull && kid(element, 'useablePeriod') !== undefined) reporter.report('cda.type.tel.periodWithNull', 'error');
};

const CHECKS: Readonly<Record<DataType, readonly TypeCheck[]>> = {
  ANY: [],
  BL: [],
  II: [checkII],
  CD: [checkCD],
  CE: [checkCE],
  CV: [checkCE],
  CS: [checkCS],
  CR: [checkCR],
  ED: [checkED],
  ST: [checkST],
  SC: [checkSC],
  TS: [checkQuantity, checkTimestamp],
  IVXB_TS: [checkQuantity, checkTimestamp, checkBoundary],
  IVL_TS: [checkQuantity, checkTimestamp, checkInterval],
  INT: [checkQuantity, checkInteger],
  'INT.POS': [checkQuantity, checkInteger, checkPositive],
  TEL: [checkTEL],
  AD: [checkAddress],
  EN: [checkEntityName],
  PN: [checkEntityName, checkPersonName],
  ON: [checkEntityName, checkOrganizationName],
};

function checkInteger(element: XmlElement, _siblings: readonly XmlElement[], reporter: Reporter): void {
  const isNull = attr(element, 'nullFlavor') !== undefined;
  const valued = attr(element, 'value') !== undefined;
  if ((isNull && valued) || (!isNull && !valued && kids(element).length === 0))
    reporter.report('cda.type.int.value', 'error');
  if (kid(element, 'uncertainty') !== undefined) reporter.report('cda.type.int.uncertainty', 'error');
}

function checkPositive(element: XmlElement, _siblings: readonly XmlElement[], reporter: Reporter): void {
  if (attr(element, 'nullFlavor') === undefined && !(Number(attr(element, 'value')) > 0)) {
    reporter.report('cda.type.int.positive', 'error');
  }
}

/**
 * Checks an element against its data type.
 *
 * Source: HL7 V3 data types release 1 as the CI-SIS restricts them (structuration minimale, rules dtr1-*).
 */
export function checkType(
  type: DataType,
  element: XmlElement,
  siblings: readonly XmlElement[],
  reporter: Reporter,
): void {
  checkAny(element, reporter);
  for (const check of CHECKS[type]) check(element, siblings, reporter);
}
