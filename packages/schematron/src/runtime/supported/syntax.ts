import type { Recommendation, SupportEntry, SupportStatus } from './entry.js';

type Row = readonly [name: string, example: string, status?: SupportStatus, note?: string];

function entries(kind: SupportEntry['kind'], of: Recommendation, rows: readonly Row[]): SupportEntry[] {
  return rows.map(([name, example, status = 'supported', note]) => ({
    kind,
    name,
    of,
    status,
    ...(note === undefined ? {} : { note }),
    example,
  }));
}

const LATER = 'not of XPath 2.0; the reference engine has it';
const NO_SCHEMA = 'no schema is imported; an error in the reference engine too';

const operators = entries('operator', 'XPath 2.0', [
  ['or', '1 or 2'],
  ['and', '1 and 2'],
  ['= != < <= > >=', '(1, 2) = (2, 3)'],
  ['eq ne lt le gt ge', '1 eq 2'],
  ['is << >>', '. is /'],
  ['to', '1 to 3'],
  ['+ - * div idiv mod', '1 + 2 * 3 idiv 4'],
  ['unary + -', '-(1)'],
  ['union |', 'a union b | c'],
  ['intersect except', '(a intersect b) except c'],
  [',', '(1, 2)'],
  ['instance of', '1 instance of xs:integer'],
  ['treat as', '(1) treat as xs:integer'],
  ['castable as', "'1' castable as xs:integer?"],
  ['cast as', "'1' cast as xs:integer?"],
]);

const laterOperators = entries('operator', 'XPath 3.1', [
  ['||', "'a' || 'b'", 'refused', LATER],
  ['!', '(1, 2) ! (. + 1)', 'refused', LATER],
  ['=>', "'a' => upper-case()", 'refused', LATER],
]);

const expressions = entries('expression', 'XPath 2.0', [
  ['literals', "('a''b', 1, 1.5, 1e3)"],
  ['$variable', 'for $x in 1 return $x'],
  ['.', '.'],
  ['( )', '()'],
  ['function calls', 'count(a)'],
  ['constructor functions', "xs:date('2020-02-29')"],
  ['paths', '/a/b//c/@d'],
  ['predicates', 'a[1][@b]'],
  ['filters', '(a, b)[last()]'],
  ['for', 'for $x in a, $y in b return ($x, $y)'],
  ['some every', 'some $x in a, $y in b satisfies $x = $y'],
  ['if', 'if (a) then b else c'],
  ['comments', '1 (: one (: two :) :)'],
]);

const laterExpressions = entries('expression', 'XPath 3.1', [
  ['let', 'let $x := 1 return $x', 'refused', LATER],
  ['map { } and [ ]', 'map { 1 : 2 }', 'refused', LATER],
  ['?', '[1]?1', 'refused', LATER],
  ['Q{uri}name', 'Q{urn:a}b', 'refused', LATER],
  ['inline functions, f#1', 'count#1', 'refused', 'not in the reference engine either'],
]);

const axes = entries('axis', 'XPath 2.0', [
  ...[
    'child',
    'descendant',
    'attribute',
    'self',
    'descendant-or-self',
    'following-sibling',
    'following',
    'parent',
    'ancestor',
    'preceding-sibling',
    'preceding',
    'ancestor-or-self',
  ].map((axis): Row => [`${axis}::`, `${axis}::node()`]),
  ['namespace::', 'namespace::*', 'refused', 'deprecated in XPath 2.0; use in-scope-prefixes()'],
]);

const nodeTests = entries('node test', 'XPath 2.0', [
  ['name, *, p:*, *:name', 'a/*/xs:*/*:b'],
  ['node()', 'node()'],
  ['text()', 'text()'],
  ['comment()', 'comment()'],
  ['processing-instruction()', "processing-instruction('a')"],
  ['document-node()', 'self::document-node(element(a))'],
  ['element()', 'element(a)'],
  ['attribute()', 'attribute(a)'],
  ['schema-element()', 'schema-element(a)', 'refused', NO_SCHEMA],
  ['schema-attribute()', 'schema-attribute(a)', 'refused', NO_SCHEMA],
]);

const ATOMIC =
  'untypedAtomic string boolean decimal float double anyURI QName dateTime date time gYearMonth gYear gMonthDay gDay gMonth ' +
  'duration yearMonthDuration dayTimeDuration hexBinary base64Binary integer nonPositiveInteger negativeInteger ' +
  'nonNegativeInteger positiveInteger long int short byte unsignedLong unsignedInt unsignedShort unsignedByte ' +
  'normalizedString token language NMTOKEN Name NCName ID IDREF ENTITY';

/** Types whose values are not written as the reference engine writes them. */
const DIFFERENCES: Readonly<Record<string, readonly ['differs', string]>> = {
  double: ['differs', 'the text of the smallest number is 5.0E-324, 4.9E-324 in the reference engine'],
};

const types = entries('type', 'XPath 2.0', [
  ...ATOMIC.split(' ').map((type): Row => [`xs:${type}`, `'a' castable as xs:${type}`, ...(DIFFERENCES[type] ?? [])]),
  ['xs:anyAtomicType', '1 instance of xs:anyAtomicType'],
  ['item() node() …', '(1, .) instance of item()+'],
  ['empty-sequence()', '() instance of empty-sequence()'],
  ['xs:NOTATION', "'a' cast as xs:NOTATION", 'refused', 'nothing can be cast to it, in the reference engine either'],
]);

const laterTypes = entries('type', 'XPath 3.1', [
  ['xs:dateTimeStamp', "'a' castable as xs:dateTimeStamp"],
  ['xs:NMTOKENS xs:IDREFS xs:ENTITIES', "xs:NMTOKENS('a b')", 'refused', 'lists have no constructor in XPath 2.0'],
  ['map(*) array(*) function(*)', '1 instance of map(*)', 'refused', LATER],
]);

const patterns = entries('pattern', 'XSLT 2.0', [
  ['paths', 'a/b//c[1]/@d'],
  ['/', '/'],
  ['|', 'a | b'],
  ['key()', "key('k', 'v')/a"],
  ['id()', "id('v')/a"],
]);

/** Operators, expressions, axes, node tests, types and patterns. */
export const syntaxSupport: readonly SupportEntry[] = [
  ...operators,
  ...laterOperators,
  ...expressions,
  ...laterExpressions,
  ...axes,
  ...nodeTests,
  ...types,
  ...laterTypes,
  ...patterns,
];
