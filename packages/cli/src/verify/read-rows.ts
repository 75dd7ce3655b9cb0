import { isInsOid } from '@socle-sante/core/ins-identifier';
import { isMatricule } from '@socle-sante/core/matricule';
import type { InsToVerify } from '@socle-sante/ins/verification';
import { parse } from 'csv-parse';
import { UsageError } from '../frame/usage-error.js';

/** One line of the list: what to verify, or why it cannot be sent. */
export type VerifyRow =
  | { readonly line: number; readonly reference: string; readonly item: InsToVerify }
  | { readonly line: number; readonly reference: string; readonly refused: string };

const COLUMNS = ['matricule', 'oid', 'nom', 'prenom', 'sexe', 'naissance'] as const;
const MAX_RECORD_BYTES = 10_000;

/**
 * Reads a CSV list as it comes (`;`, `,` or tab; UTF-8, BOM allowed), in constant memory. Header:
 * `matricule;oid;nom;prenom;sexe;naissance[;lieu][;reference]`.
 */
export async function* readVerifyRows(source: AsyncIterable<Uint8Array>): AsyncGenerator<VerifyRow> {
  const parser = parse({
    bom: true,
    columns: (header: string[]) => checkHeader(header.map((name) => name.trim().toLowerCase())),
    delimiter: [';', ',', '\t'],
    info: true,
    max_record_size: MAX_RECORD_BYTES,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const feeding = (async () => {
    for await (const chunk of source) {
      if (!parser.write(chunk)) await new Promise<void>((resolve) => parser.once('drain', resolve));
    }
    parser.end();
  })();
  feeding.catch((error: unknown) => parser.destroy(error instanceof Error ? error : new Error(String(error))));
  try {
    for await (const entry of parser as AsyncIterable<{ info: { lines: number }; record: Record<string, string> }>) {
      yield toRow(entry.record, entry.info.lines);
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'CSV';
    throw new UsageError({ fr: `Liste illisible (${code}).`, en: `The list cannot be read (${code}).` }, EXAMPLE, {
      cause,
    });
  }
}

const EXAMPLE = `${COLUMNS.join(';')};lieu;reference`;

function checkHeader(header: string[]): string[] {
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (missing.length === 0) return header;
  throw new UsageError(
    { fr: `Colonnes absentes : ${missing.join(', ')}.`, en: `Columns missing: ${missing.join(', ')}.` },
    EXAMPLE,
  );
}

function toRow(record: Record<string, string>, line: number): VerifyRow {
  const field = (name: string) => record[name] ?? '';
  const reference = field('reference') || String(line);
  const matricule = field('matricule').replace(/\s/g, '').toUpperCase();
  const oid = field('oid');
  const sexe = field('sexe').toUpperCase();
  const refused = (rule: string): VerifyRow => ({ line, reference, refused: rule });
  if (!isMatricule(matricule)) return refused('ins.matricule');
  if (!isInsOid(oid)) return refused('ins.oid');
  if (sexe !== 'F' && sexe !== 'M') return refused('traits.sexe');
  const lieuNaissance = field('lieu');
  return {
    line,
    reference,
    item: {
      ins: { matricule, oid },
      nomNaissance: field('nom'),
      prenom: field('prenom'),
      sexe,
      dateNaissance: field('naissance'),
      ...(lieuNaissance ? { lieuNaissance } : {}),
      reference,
    },
  };
}
