import { parseMatricule } from '@socle-sante/core/matricule';
import { loadRecord, note, type Operation, patientFor } from '../context.js';
import { safeFinding } from '../error-map.js';
import { fail } from '../failure.js';
import type { IdentityQuery } from '../ports.js';
import { toFormerIns, toRow } from '../views.js';

/** Most rows of one search: a directory of patients is not to be browsed. */
const MAX_ROWS = 50;

export const getIdentity: Operation<'identity.get'> = async ({ patientRef }, context) =>
  patientFor(context, await loadRecord(context, patientRef));

export const searchIdentities: Operation<'identity.search'> = async (input, context) => {
  const limit = input.limit ?? MAX_ROWS;
  const query: IdentityQuery = {
    limit,
    ...(input.birthDate === undefined ? {} : { birthDate: input.birthDate }),
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.firstName === undefined ? {} : { firstName: input.firstName }),
    ...(input.matricule === undefined ? {} : { matricule: readMatricule(input.matricule) }),
  };
  const records = await context.ports.identities.search(query);
  const criteria = (['birthDate', 'name', 'firstName', 'matricule'] as const).filter(
    (name) => input[name] !== undefined,
  );
  note(context, { criteria: criteria.join(' '), rows: Math.min(records.length, limit) });
  return { rows: records.slice(0, limit).map(toRow), truncated: records.length > limit };
};

export const getHistory: Operation<'identity.history'> = async ({ patientRef }, context) => {
  const record = await loadRecord(context, patientRef);
  return { entries: record.changes.map((change) => ({ ...change })), formerIns: toFormerIns(record.state) };
};

export const findDuplicates: Operation<'identity.duplicates'> = async (input, context) => {
  if (input.patientRef !== undefined) await loadRecord(context, input.patientRef);
  const { groups, next } = await context.ports.identities.duplicates(input);
  note(context, { groups: groups.length });
  return {
    groups: groups.map(({ why, records }) => ({ why, patients: records.map(toRow) })),
    ...(next === undefined ? {} : { next }),
  };
};

/** 15 characters and the key are checked before anything is looked for (INS/va1.41). */
function readMatricule(typed: string): string {
  const parsed = parseMatricule(typed);
  if (parsed.ok) return parsed.value;
  throw fail('gateway.badRequest', {
    fields: { matricule: parsed.findings[0]?.rule ?? 'ins.matricule.format' },
    findings: parsed.findings.map(safeFinding),
  });
}
