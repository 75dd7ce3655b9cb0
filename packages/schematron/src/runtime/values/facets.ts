import { collapseSpace, replaceSpace } from './white-space.js';

/** Least and greatest value of the types derived from xs:integer (XML Schema 2, §3.3.14 to §3.3.25). */
const RANGES: ReadonlyMap<string, readonly [bigint | undefined, bigint | undefined]> = new Map([
  ['nonPositiveInteger', [undefined, 0n]],
  ['negativeInteger', [undefined, -1n]],
  ['nonNegativeInteger', [0n, undefined]],
  ['positiveInteger', [1n, undefined]],
  ['long', [-(2n ** 63n), 2n ** 63n - 1n]],
  ['int', [-(2n ** 31n), 2n ** 31n - 1n]],
  ['short', [-32_768n, 32_767n]],
  ['byte', [-128n, 127n]],
  ['unsignedLong', [0n, 2n ** 64n - 1n]],
  ['unsignedInt', [0n, 2n ** 32n - 1n]],
  ['unsignedShort', [0n, 65_535n]],
  ['unsignedByte', [0n, 255n]],
]);

/** Is an integer in the bounds of a type derived from xs:integer? */
export function inRange(type: string, value: bigint): boolean {
  const range = RANGES.get(type);
  if (range === undefined) return true;
  const [least, greatest] = range;
  return (least === undefined || value >= least) && (greatest === undefined || value <= greatest);
}

const START =
  '_A-Za-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}' +
  '\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const REST = `${START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`;

const NCNAME = new RegExp(`^[${START}][${REST}]*$`, 'u');
const NAME = new RegExp(`^[:${START}][:${REST}]*$`, 'u');
const NMTOKEN = new RegExp(`^[:${REST}]+$`, 'u');
const LANGUAGE = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;

const PATTERNS: ReadonlyMap<string, RegExp> = new Map([
  ['language', LANGUAGE],
  ['NMTOKEN', NMTOKEN],
  ['Name', NAME],
  ['NCName', NCNAME],
  ['ID', NCNAME],
  ['IDREF', NCNAME],
  ['ENTITY', NCNAME],
]);

/** True for an NCName (Namespaces in XML 1.0, with the characters of XML 1.0 fifth edition). */
export function isNCName(text: string): boolean {
  return NCNAME.test(text);
}

/** The text of a value of a type derived from xs:string, its white space treated; `undefined` when it is none. */
export function readDerivedString(type: string, text: string): string | undefined {
  if (type === 'normalizedString') return replaceSpace(text);
  const collapsed = collapseSpace(text);
  const pattern = PATTERNS.get(type);
  return pattern === undefined || pattern.test(collapsed) ? collapsed : undefined;
}
