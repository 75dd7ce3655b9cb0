import type { AuditEntry, AuditListInput } from '../../contract.js';
import { note, type Operation, type OperationContext } from '../context.js';
import { fail } from '../failure.js';
import type { AuditQuery } from '../ports.js';

const PAGE = 100;
/** Lines of one export. */
const MAX_LINES = 100_000;

export const listAudit: Operation<'audit.list'> = async (input, context) => {
  const page = await context.ports.audit.query(toQuery(input, context, input.limit ?? PAGE));
  note(context, { scope: input.scope ?? 'product', rows: page.entries.length });
  return {
    entries: page.entries.map((entry) => ({ ...entry })),
    ...(page.total === undefined ? {} : { total: page.total }),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
};

export const exportAudit: Operation<'audit.export'> = async (input, context) => {
  const lines: string[] = [header];
  let cursor = input.cursor;
  do {
    const page = await context.ports.audit.query(
      toQuery({ ...input, ...(cursor === undefined ? {} : { cursor }) }, context, 500),
    );
    lines.push(...page.entries.map(toLine));
    cursor = page.next;
  } while (cursor !== undefined && lines.length <= MAX_LINES);
  note(context, { scope: input.scope ?? 'product', rows: lines.length - 1 });
  // The byte order mark makes spreadsheets read UTF-8.
  return `\uFEFF${lines.join('\r\n')}\r\n`;
};

function toQuery(input: AuditListInput, context: OperationContext, limit: number): AuditQuery {
  const { scope, patientRef, kinds, partner, from, to, cursor } = input;
  if (scope === 'patient' && patientRef === undefined)
    throw fail('gateway.badRequest', { fields: { patientRef: 'required' } });
  if (patientRef !== undefined) context.trace.patientRef = patientRef;
  return {
    limit,
    ...(scope === 'user' ? { userRef: context.session.userRef } : {}),
    ...(patientRef === undefined ? {} : { patientRef }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(partner === undefined ? {} : { partner }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

const header = 'date;auteur;identifiant;action;dossier;resultat;code;reference;partenaire;operation;detail';

function toLine(entry: AuditEntry): string {
  const detail = Object.entries(entry.detail ?? {}).map(([name, value]) => `${name}=${value}`);
  const cells = [
    entry.at,
    entry.by.name,
    entry.by.idTail ?? '',
    entry.kind,
    entry.patientRef ?? '',
    entry.outcome,
    entry.code ?? '',
    entry.messageId ?? '',
    entry.partner ?? '',
    entry.operation,
    detail.join(' '),
  ];
  return cells.map(cell).join(';');
}

/** Quoted when needed; a cell that a spreadsheet would run as a formula is made a text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
