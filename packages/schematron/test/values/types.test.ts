import { describe, expect, it } from 'vitest';
import { XPathError } from '../../src/runtime/error.js';
import { type Sequence, XUntyped, XUri } from '../../src/runtime/item.js';
import { castTo } from '../../src/runtime/values/cast.js';
import { convertArgument, nodesOnly, treatAs } from '../../src/runtime/values/convert.js';
import { XDecimal } from '../../src/runtime/values/decimal.js';
import { XInteger } from '../../src/runtime/values/integer.js';
import { instanceOf, specOf, typeTest } from '../../src/runtime/values/sequence-type.js';
import { stringOf } from '../../src/runtime/values/text-value.js';
import { derivesFrom, isAtomicTypeName, isCastTarget, typeNameOf } from '../../src/runtime/values/types.js';
import { readDocument } from '../../src/tree/read.js';
import { parseSequenceType } from '../../src/xpath/parse.js';

const document = readDocument('<a xmlns="urn:a" b="1">12<!--c--><?p q?></a>');
const element = document.first;
const attribute = element?.attributes[0];
const one = new XInteger(1n);

function shown(items: Sequence): string[] {
  return items.map((item) => `${typeNameOf(item)} ${stringOf(item)}`);
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof XPathError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('the hierarchy of types', () => {
  it('is that of XML Schema', () => {
    expect(derivesFrom('byte', 'integer')).toBe(true);
    expect(derivesFrom('byte', 'decimal')).toBe(true);
    expect(derivesFrom('unsignedByte', 'nonNegativeInteger')).toBe(true);
    expect(derivesFrom('byte', 'unsignedByte')).toBe(false);
    expect(derivesFrom('ID', 'token')).toBe(true);
    expect(derivesFrom('string', 'anyAtomicType')).toBe(true);
    expect(derivesFrom('byte', 'numeric')).toBe(true);
    expect(derivesFrom('string', 'numeric')).toBe(false);
    expect(['string', 'anyAtomicType', 'numeric', 'NMTOKENS', 'foo'].map(isAtomicTypeName)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['string', 'anyAtomicType', 'NOTATION'].map(isCastTarget)).toEqual([true, false, false]);
  });
});

describe('instance of', () => {
  it.each([
    ['xs:integer', [one], true],
    ['xs:decimal', [one], true],
    ['xs:integer', [XDecimal.of(1n, 0)], false],
    ['xs:string', [castTo('a', 'token')], true],
    ['xs:token', ['a'], false],
    ['xs:string?', [], true],
    ['xs:string', [], false],
    ['xs:string+', ['a', 'b'], true],
    ['xs:string?', ['a', 'b'], false],
    ['item()*', ['a', document], true],
    ['node()', [document], true],
    ['node()', ['a'], false],
    ['numeric', [1], true],
    ['empty-sequence()', [], true],
    ['empty-sequence()', ['a'], false],
    ['document-node()', [document], true],
    ['document-node(element({urn:a}a))', [document], true],
    ['document-node(element({}a))', [document], false],
    ['none()*', [], true],
    ['none()', [document], false],
  ] as [string, Sequence, boolean][])('%s', (spec, items, expected) => {
    expect(instanceOf(items, spec)).toBe(expected);
  });

  it('knows the kinds and the names of nodes', () => {
    if (element === null || attribute === undefined) throw new TypeError('no nodes');
    expect(instanceOf([element], 'element()')).toBe(true);
    expect(instanceOf([element], 'element({urn:a}a)')).toBe(true);
    expect(instanceOf([element], 'element({}a)')).toBe(false);
    expect(instanceOf([attribute], 'attribute({}b)')).toBe(true);
    expect(instanceOf([attribute], 'element()')).toBe(false);
    const children = [element.first, element.first?.next, element.first?.next?.next];
    const specs = ['text()', 'comment()', 'processing-instruction(p)'];
    for (const [index, child] of children.entries()) {
      expect(specs.map((spec) => instanceOf(child ? [child] : [], spec))).toEqual(specs.map((_, at) => at === index));
    }
  });

  it('reads types as expressions write them', () => {
    const resolve = (name: { prefix: string; local: string }): { uri: string; local: string } => ({
      uri: name.prefix === '' ? '' : `urn:${name.prefix}`,
      local: name.local,
    });
    const spec = (text: string): string => specOf(parseSequenceType(text), resolve);
    expect(spec('xs:string?')).toBe('xs:string?');
    expect(spec('element(a:b)*')).toBe('element({urn:a}b)*');
    expect(spec('element(*, xs:untyped)')).toBe('element()');
    expect(spec('element(*, xs:string)')).toBe('none()');
    expect(spec('attribute(*, xs:anyAtomicType)')).toBe('attribute()');
    expect(spec('document-node(element(a:b))')).toBe('document-node(element({urn:a}b))');
    expect(spec('processing-instruction(x)+')).toBe('processing-instruction(x)+');
    expect(spec('empty-sequence()')).toBe('empty-sequence()');
    expect(spec('item()')).toBe('item()');
    for (const text of ['node()', 'text()', 'comment()', 'xs:byte+', 'attribute(b)'])
      expect(() => typeTest(spec(text))).not.toThrow();
  });

  it('is asked of types that exist', () => {
    expect(() => typeTest('xs:foo')).toThrow(TypeError);
    expect(() => typeTest('thing()')).toThrow(TypeError);
  });
});

describe('conversion of arguments', () => {
  const convert = (items: Sequence, type: string): string[] => shown(convertArgument(items, type, 'the argument'));

  it('atomizes, casts what is untyped, promotes', () => {
    expect(convert([document], 'xs:string')).toEqual(['xs:string 12']);
    expect(convert([document], 'xs:integer?')).toEqual(['xs:integer 12']);
    expect(convert([document], 'numeric')).toEqual(['xs:double 12']);
    expect(convert([document], 'xs:anyAtomicType*')).toEqual(['xs:untypedAtomic 12']);
    expect(convert([document], 'item()*')).toHaveLength(1);
    expect(convert([one], 'xs:double')).toEqual(['xs:double 1']);
    expect(convert([one], 'xs:float')).toEqual(['xs:float 1']);
    expect(convert([new XUri('a')], 'xs:string')).toEqual(['xs:string a']);
    expect(convert([castTo('a', 'token')], 'xs:string')).toEqual(['xs:token a']);
    expect(convert([], 'xs:string?')).toEqual([]);
  });

  it('keeps what needs nothing', () => {
    const items = ['a', 'b'];
    expect(convertArgument(items, 'xs:string*', 'x')).toBe(items);
    const numbers = [Number.NaN];
    expect(convertArgument(numbers, 'xs:double', 'x')).toBe(numbers);
  });

  it('refuses what is of another type', () => {
    const code = (items: Sequence, type: string): string => codeOf(() => convertArgument(items, type, 'x'));
    expect(code(['a', 'b'], 'xs:string?')).toBe('XPTY0004');
    expect(code([], 'xs:string')).toBe('XPTY0004');
    expect(code([one], 'xs:string')).toBe('XPTY0004');
    expect(code(['1'], 'xs:integer')).toBe('XPTY0004');
    expect(code([1], 'xs:float')).toBe('XPTY0004');
    expect(code([new XUntyped('x')], 'xs:integer')).toBe('FORG0001');
    expect(code([new XUntyped('x')], 'xs:QName')).toBe('XPTY0117');
    expect(code(['a'], 'node()')).toBe('XPTY0004');
  });

  it('treat as, and nodes only', () => {
    expect(codeOf(() => treatAs(['a'], 'node()'))).toBe('XPDY0050');
    expect(treatAs([document], 'node()')).toHaveLength(1);
    expect(codeOf(() => nodesOnly([document, 'a'], 'x', 'XPTY0019'))).toBe('XPTY0019');
    expect(nodesOnly([document], 'x')).toEqual([document]);
  });
});
