import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { assembleSchematron } from '../../../tooling/src/judge/assemble.ts';
import { HEADER_PACK } from '../../../tooling/src/judge.ts';
import { coverOf, officialCovers, officialKey } from '../../src/official-rules.js';

describeWithConformance('the table of official assertions', () => {
  const { text } = assembleSchematron(conformanceFile(`cda/${HEADER_PACK}`));
  const messages = [...text.matchAll(/<(assert|report)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , message = '']) =>
    message
      .replace(/<[^>]*\/>/g, '?')
      .replaceAll('&#34;', '"')
      .replace(/&(lt|gt|amp|quot);/g, (_whole, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const template = (message: string): string => officialKey(message).template;
  // Data types that no template of this pack uses are in the pack all the same.
  const used = messages.filter((message) => template(message) !== 'datatype' || coverOf(message) !== undefined);

  it('knows every assertion of the pack that a document can meet', () => {
    expect(messages.length).toBeGreaterThan(1_800);
    expect(used.filter((message) => coverOf(message) === undefined)).toEqual([]);
    const own = messages.filter((message) => template(message) !== 'datatype');
    expect(own.length).toBeGreaterThan(1_700);
  });

  it('has no row that no assertion asks for', () => {
    const keys = new Set(used.map((message) => `${template(message)} | ${officialKey(message).key}`));
    const parts = ['low', 'center', 'high'].map((part) => `datatype | dtr1-9-IVL_TS ${part}`);
    expect([...officialCovers().keys()].filter((key) => !keys.has(key) && !parts.includes(key))).toEqual([]);
  });

  it('gives each data type that the templates use to a native rule', () => {
    const types =
      /^dtr1-.*-(ANY|II|CD|CE|CS|CR|BIN|ED|ST|SC|QTY|TS|IVXB_TS|SXCM_TS|IVL_TS|PQR|INT|INT\.POS|URL|TEL|AD|EN|PN|ON)$/;
    const typed = messages
      .map((message) => officialKey(message).key.split(' ')[0] ?? '')
      .filter((key) => types.test(key) && !key.includes('hl7nl'));
    const covered = [...officialCovers().keys()].map((key) => key.replace('datatype | ', '').split(' ')[0]);
    expect([...new Set(typed)].filter((key) => !covered.includes(key))).toEqual([]);
  });
});
