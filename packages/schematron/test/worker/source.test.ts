import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/worker.js';
import { bytesOf } from './support.js';

describe('the extract of a document', () => {
  it('is the lines around a place, the place marked', () => {
    const source = openSource(bytesOf('a\r\nb\r\n<c d="é"/>\r\ne'));
    expect(source.lines).toBe(4);
    expect(source.extract({ line: 3, column: 4 }, { around: 1 })).toEqual([
      { line: 2, text: 'b', cutBefore: false, cutAfter: false },
      { line: 3, text: '<c d="é"/>', cutBefore: false, cutAfter: false, mark: 3 },
      { line: 4, text: 'e', cutBefore: false, cutAfter: false },
    ]);
  });

  it('cuts a line of a megabyte around the place', () => {
    const source = openSource(bytesOf(`<a>${'x'.repeat(1_000_000)}<b/></a>`));
    const [line] = source.extract({ line: 1, column: 1_000_004 });
    expect(line?.text).toHaveLength(48);
    expect(line?.text.slice(line.mark)).toBe('<b/></a>');
    expect(line).toMatchObject({ cutBefore: true, cutAfter: false });
  });

  it('is empty for a place that is not in the document', () => {
    const source = openSource(bytesOf('<a/>'));
    expect(source.extract({ line: 0, column: 0 })).toEqual([]);
    expect(source.extract({ line: 9, column: 1 })).toEqual([]);
  });
});
