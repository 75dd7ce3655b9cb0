import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { type JudgeFinding, judge } from '../../../tooling/src/judge.ts';
import { describeWithJudge } from '../../../tooling/src/with-judge.ts';
import { compileSchema } from '../../src/compile/pack/compile-schema.js';
import type { SchematronVerdict } from '../../src/pack.js';
import { memoryLoader } from '../../src/schema/loader.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { readDocument } from '../../src/tree/read.js';
import { loadPack } from '../../src/validate/load.js';
import { validate } from '../../src/validate/validate.js';
import { goodInvoice, INVOICE_SCHEMA, invoiceFiles } from '../foreign/invoice.js';
import { base, mutate } from './mutate.js';

const VALUES = ['', '0', '-1', '12.345', '2026-02-30', '380', 'S', 'TVA ÉLYTRES', '1e3', ' 3 ', 'er', '10000000900017'];

/** Every element lost, doubled or filled with another value, every attribute lost or changed. */
function mutants(): string[] {
  const invoice = base(goodInvoice);
  const made = new Set<string>();
  for (const [element, node] of invoice.elements.entries()) {
    const add = (op: 'del' | 'dup' | 'text' | 'attrset' | 'attrdel', more: { attr?: string; value?: string } = {}) =>
      made.add(mutate(invoice, { element, op, ...more }));
    if (element > 0) {
      add('del');
      add('dup');
    }
    if (node.first !== null && node.first.next === null) for (const value of VALUES) add('text', { value });
    for (const { qname } of node.attributes) {
      if (qname === null || qname.uri !== '') continue;
      add('attrdel', { attr: qname.local });
      for (const value of VALUES) add('attrset', { attr: qname.local, value });
    }
  }
  return [...made];
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

function theirLines(found: readonly JudgeFinding[]): string[] {
  return found.map(({ kind, id, role, location, text }) => [kind, id, role, location, text].join(' ')).sort();
}

function ourLines({ findings }: SchematronVerdict): string[] {
  return findings
    .map(({ kind, id = '', role = '', location, text }) => [kind, id, role, location, squeeze(text)].join(' '))
    .sort();
}

describeWithJudge('an invented pack with functions and keys', () => {
  it('gives what the reference engine gives, on the invoice and on its mutants', async () => {
    const loader = memoryLoader(invoiceFiles);
    const pack = await loadPack(compileSchema(readSchema('invoice.sch', loader)));
    const documents = [goodInvoice, ...mutants()];
    const verdicts = await judge(
      documents.map((bytes, index) => ({ id: String(index), bytes })),
      { packs: [INVOICE_SCHEMA] },
    );
    const wrong: string[] = [];
    let stopped = 0;
    let findings = 0;
    for (const [index, xml] of documents.entries()) {
      const theirs = verdicts.get(String(index))?.findings[basename(INVOICE_SCHEMA)];
      const ours = validate(readDocument(xml), pack, { loader });
      const faults = ours.faults.filter(({ recovered }) => recovered !== true);
      if (theirs === undefined) wrong.push(`${index}: no verdict`);
      else if ('engineError' in theirs) {
        stopped += 1;
        if (faults.length === 0) wrong.push(`${index}: the reference stopped: ${theirs.engineError}`);
      } else if (faults.length > 0) wrong.push(`${index}: ${faults[0]?.message}`);
      else {
        const [expected, found] = [theirLines(theirs), ourLines(ours)];
        findings += expected.length;
        if (expected.join('\n') !== found.join('\n')) {
          const missing = expected.filter((each) => !found.includes(each));
          wrong.push(
            `${index}: missing ${JSON.stringify(missing)}, more ${JSON.stringify(found.filter((each) => !expected.includes(each)))}`,
          );
        }
      }
    }
    process.stdout.write(
      `foreign pack: ${documents.length} documents, ${findings} findings, ${stopped} stopped, disagreements: ${wrong.length}\n`,
    );
    expect(wrong).toEqual([]);
    expect(documents.length).toBeGreaterThan(200);
  });
});
