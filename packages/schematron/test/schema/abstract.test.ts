import { describe, expect, it } from 'vitest';
import { deviationsOf, errorOf, itemOf, patternOf, read, testOf } from './schema.js';

const abstract = (content: string, attributes = '') =>
  `<pattern abstract="true" id="table" ${attributes}>${content}</pattern>`;
const instance = (id: string, parameters: Record<string, string>, inside = '') =>
  `<pattern id="${id}" is-a="table">${inside}${Object.entries(parameters)
    .map(([name, value]) => `<param name="${name}" value="${value}"/>`)
    .join('')}</pattern>`;

const content = `<title>Tables</title><p>of <emph>$row</emph></p>
  <let name="all" value="count($row)"/>
  <rule context="$table" subject="$row">
    <let name="v" value="$row"/>
    <assert test="$row/$cell" id="$row">A $table has <value-of select="$row"/> in <name path="$cell"/>, $row.</assert>
  </rule>`;

describe('abstract patterns', () => {
  const schema = read(
    `${abstract(content, 'documents="$table/@href"')}${instance('html', { table: 'h:table', row: 'h:tr', cell: 'h:td' })}
     ${instance('cals', { table: 'c:table', row: 'c:row', cell: 'c:entry' }, '<title>Cals</title>')}`,
  );

  it('are not patterns that run; their instances are', () => {
    expect(schema.patterns.map(({ key, isA, title }) => [key, isA, title])).toEqual([
      ['html', 'table', 'Tables'],
      ['cals', 'table', 'Cals'],
    ]);
  });

  it('have their parameters put in, in expressions and in texts, not in other attributes', () => {
    const { rules, documents, lets } = patternOf(schema, 'html');
    expect(documents?.text).toBe('h:table/@href');
    expect(lets[0]?.value?.text).toBe('count(h:tr)');
    expect(rules[0]).toMatchObject({ context: { text: 'h:table' }, subject: { text: 'h:tr' } });
    expect(rules[0]?.items).toMatchObject([
      { value: { text: 'h:tr' } },
      {
        id: '$row',
        test: { text: 'h:tr/h:td' },
        message: [
          { text: 'A h:table has ' },
          { select: { text: 'h:tr' } },
          { text: ' in ' },
          { path: { text: 'h:td' } },
          { text: ', h:tr.' },
        ],
      },
    ]);
  });

  it('keep the place of the text in the abstract pattern, and of the instance for the pattern', () => {
    const { rules, place } = patternOf(schema, 'cals');
    expect(place).toEqual({ file: 0, line: 8, column: 6 });
    expect(rules[0]?.place).toEqual({ file: 0, line: 4, column: 3 });
    expect(itemOf(schema, 1, 0, 1)).toMatchObject({ test: { place: { file: 0, line: 6, column: 19 } } });
  });
});

describe('parameters', () => {
  const test = (rule: string, parameters: Record<string, string>) => {
    const schema = read(
      `${abstract(`<rule context="a"><assert test="${rule}">m</assert></rule>`)}${instance('i', parameters)}`,
    );
    return { text: testOf(schema, 0, 0), schema };
  };

  it('are put in one after the other: a value may hold the next', () => {
    expect(test('$one', { one: '$two + 1', two: '2' }).text).toBe('2 + 1');
    expect(test('$two', { one: '1', two: '$one' }).text).toBe('$one');
  });

  it('of which one begins the other: the longest first, and said', () => {
    const { text, schema } = test('$ab = $a', { a: '1', ab: '2' });
    expect(text).toBe('2 = 1');
    expect(deviationsOf(schema, 'param.order')).toMatchObject([{ subject: 'i' }]);
    expect(test('$ab = $a', { ab: '2', a: '1' }).schema.deviations).toEqual([]);
  });

  it('are text: a longer name is cut, and it is said', () => {
    const { text, schema } = test('$code_list', { code: 'x' });
    expect(text).toBe('x_list');
    expect(deviationsOf(schema, 'param.cut')).toMatchObject([{ subject: '$code' }]);
  });

  it('may be given by the abstract pattern', () => {
    const schema = read(
      `${abstract('<param name="a" value="1"/><param name="b"/><rule context="$a"><assert test="$b">m</assert></rule>')}
       ${instance('i', { b: '2' })}${instance('j', { a: '3', b: '4' })}`,
    );
    expect(schema.patterns.map(({ rules }) => rules[0]?.context.text)).toEqual(['1', '3']);
  });

  it('need no id of the instance', () => {
    const schema = read(`${abstract('<rule context="$a"/>')}${instance('', { a: 'x' })}`);
    expect(schema.patterns[0]).toMatchObject({ key: 'p1', rules: [{ context: { text: 'x' } }] });
  });
});

describe('what is wrong with abstract patterns', () => {
  it('one that does not exist', () => {
    const schema = read(instance('i', {}));
    expect(schema.patterns).toEqual([]);
    expect(deviationsOf(schema, 'pattern.abstract')).toMatchObject([{ subject: 'table', incomplete: true }]);
  });

  it('two of one id', () => {
    const schema = read(`${abstract('<rule context="a"/>')}${abstract('<rule context="b"/>')}${instance('i', {})}`);
    expect(schema.patterns[0]?.rules[0]?.context.text).toBe('a');
    expect(deviationsOf(schema, 'id.duplicate')).toMatchObject([{ subject: 'table', incomplete: true }]);
  });

  it('one that is not declared so: it is instanced, and runs too', () => {
    const schema = read(`<pattern id="table"><rule context="a$x"/></pattern>${instance('i', { x: '1' })}`);
    expect(schema.patterns.map(({ rules }) => rules[0]?.context.text)).toEqual(['a$x', 'a1']);
    expect(deviationsOf(schema, 'pattern.not-abstract')).toMatchObject([{ subject: 'table', incomplete: false }]);
  });

  it.each([
    ['schema.structure', `${abstract('')}<pattern abstract="true" id="x" is-a="table"/>`],
    ['schema.structure', `${abstract('')}${instance('i', {}, '<rule context="a"/>')}`],
    ['schema.attribute', '<pattern abstract="true"/>'],
    ['schema.attribute', `${abstract('')}${instance('i', {}, '<param value="1"/>')}`],
    ['schema.attribute', `${abstract('')}${instance('i', {}, '<param name="a"/>')}`],
    ['schema.duplicate', `${abstract('')}${instance('i', { a: '1' }, '<param name="a" value="2"/>')}`],
  ])('refused with %s: %s', (code, content) => {
    expect(errorOf(() => read(content))).toMatchObject({ code });
  });
});
