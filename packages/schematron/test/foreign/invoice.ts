import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** The main file of the pack, as a path. */
export const INVOICE_SCHEMA = join(import.meta.dirname, 'invoice.sch');

/** The pack, by file name. */
export const invoiceFiles = { 'invoice.sch': read('invoice.sch'), 'codes.xml': read('codes.xml') } as const;

/** An invoice that is right, but for two remarks. */
export const goodInvoice = read('invoice.xml');

/** The invoice with one text in the place of another. */
export function changed(from: string, to: string): string {
  if (!goodInvoice.includes(from)) throw new Error(`the invoice has no ${from}`);
  return goodInvoice.replace(from, to);
}
