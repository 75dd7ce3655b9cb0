import { type Finding, finding, type Severity } from '@socle-sante/core/finding';
import {
  blockById,
  DATAMATRIX_BLOCKS,
  DATAMATRIX_HEADER,
  type DatamatrixBlock,
  type DatamatrixBlockId,
  GS,
} from './layout.js';

/** Values of the blocks, by block identifier, as written in the symbol. */
export type DatamatrixBlocks = Readonly<Partial<Record<DatamatrixBlockId, string>>>;

/** A block that the format does not know, kept for the record. */
export interface UnknownBlock {
  readonly id: string;
  readonly value: string;
}

/**
 * Writes the blocks in their order. The separator follows a variable value that is shorter than its maximum and is not
 * the last one: after an OID of 19 characters (production) and not after one of 20 (test).
 */
export function writeBlocks(values: DatamatrixBlocks): string {
  const present = DATAMATRIX_BLOCKS.filter((block) => values[block.id] !== undefined);
  return present.reduce((text, block, index) => {
    const value = values[block.id] ?? '';
    const open = block.min !== block.max && value.length < block.max && index < present.length - 1;
    return text + block.id + value + (open ? GS : '');
  }, DATAMATRIX_HEADER);
}

interface Cut {
  readonly values: Partial<Record<DatamatrixBlockId, string>>;
  readonly unknown: UnknownBlock[];
  readonly findings: Finding[];
}

/** Cuts the text after its header into blocks, in any order. Each character is looked at a bounded number of times. */
export function cutBlocks(text: string, lenient: boolean): Cut {
  const cut: Cut = { values: {}, unknown: [], findings: [] };
  const soft: Severity = lenient ? 'warning' : 'error';
  let at = DATAMATRIX_HEADER.length;
  while (at < text.length) {
    if (text.startsWith(GS, at)) {
      cut.findings.push(finding('ins.datamatrix.separatorExtra', 'info', [], { position: at + 1 }));
      at += 1;
      continue;
    }
    const id = text.slice(at, at + 2);
    const block = blockById(id);
    at = block ? readBlock(text, at + 2, block, soft, cut) : skipUnknown(text, at, id, soft, cut);
  }
  return cut;
}

function skipUnknown(text: string, at: number, id: string, soft: Severity, cut: Cut): number {
  const stop = text.indexOf(GS, at);
  const end = stop < 0 ? text.length : stop;
  const proper = /^[A-Z0-9]{2}$/.test(id);
  if (proper) cut.unknown.push({ id, value: text.slice(at + 2, end) });
  cut.findings.push(
    proper
      ? finding('ins.datamatrix.unknownBlock', soft, [], { block: id, position: at + 1 })
      : finding('ins.datamatrix.malformed', 'error', [], { position: at + 1 }),
  );
  return end + (stop < 0 ? 0 : 1);
}

function readBlock(text: string, start: number, block: DatamatrixBlock, soft: Severity, cut: Cut): number {
  const window = text.slice(start, start + block.max);
  const separator = window.indexOf(GS);
  let value = separator < 0 ? window : window.slice(0, separator);
  let next = start + value.length + (separator < 0 ? 0 : 1);
  const natural = block.min === block.max ? value.length : naturalEnd(block, value);
  if (natural < value.length) {
    cut.findings.push(finding('ins.datamatrix.separatorLost', soft, [block.id], { block: block.id }));
    next = start + natural;
    // Some readers turn the separator into a space.
    while (text.startsWith(' ', next)) next += 1;
    value = value.slice(0, natural).trimEnd();
  } else if (block.min !== block.max && separator < 0 && value.length === block.max && text.startsWith(GS, next)) {
    next += 1;
    cut.findings.push(finding('ins.datamatrix.separatorExtra', 'info', [block.id], { position: next }));
  }
  if (value.length < block.min) {
    cut.findings.push(
      finding('ins.datamatrix.length', 'error', [block.id], {
        block: block.id,
        expected: block.min,
        found: value.length,
      }),
    );
  }
  const before = cut.values[block.id];
  if (before === undefined) cut.values[block.id] = value;
  else {
    cut.findings.push(
      finding('ins.datamatrix.duplicateBlock', before === value ? soft : 'error', [block.id], { block: block.id }),
    );
  }
  return next;
}

/**
 * Where a variable value ends when its separator was lost: an OID holds digits and dots only, and a name no digit, so
 * that the identifier of the next block cannot be part of either.
 */
function naturalEnd(block: DatamatrixBlock, value: string): number {
  const stop = block.field === 'oid' ? value.search(/[^0-9.]/) : value.search(/S[1-7]/);
  return stop < 0 ? value.length : stop;
}
