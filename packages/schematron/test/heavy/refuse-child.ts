import { stdout } from 'node:process';
import { heldBytes } from '../../../tooling/src/held-memory.ts';
import { readDocument } from '../../src/tree/read.js';

/** Refuses documents of ten million nodes, in a process without a test runner, and says what is held afterwards. */
function refusal(text: string): string {
  try {
    readDocument(text);
    return '';
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

const before = heldBytes();
const codes = [`<r>${'<a/>'.repeat(10_000_000)}</r>`, `<r>${'<a b="c"/>'.repeat(5_000_000)}</r>`].map(refusal);
codes.push(refusal('<r/>'));
stdout.write(JSON.stringify({ codes, heldBytes: heldBytes() - before }));
