import { randomUUID } from 'node:crypto';
import { DEFAULT_IDAM } from '../../src/index.ts';
import { TEST_STRUCTURE_ID } from '../../src/pki.ts';
import { TRAITS_ACTION, VITALE_ACTION } from './client.ts';

export const NAMESPACES = [
  'xmlns:soap="http://www.w3.org/2003/05/soap-envelope"',
  'xmlns:wsa="http://www.w3.org/2005/08/addressing"',
  'xmlns:ctxbam="urn:siram:bam:ctxbam"',
  'xmlns:ctxlps="urn:siram:lps:ctxlps"',
  'xmlns:rs="http://www.cnamts.fr/INSiRecSans"',
  'xmlns:rv="http://www.cnamts.fr/INSiRecVit"',
].join(' ');

export interface Traits {
  readonly nom: string;
  readonly prenom: string;
  readonly sexe: string;
  readonly date: string;
  readonly lieu?: string;
}

export const ADRUN: Traits = { nom: 'ADRUN', prenom: 'ZOE', sexe: 'F', date: '1975-12-31' };

export const esc = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export function traitsBody(traits: Traits): string {
  const lieu = traits.lieu === undefined ? '' : `<rs:LieuNaissance>${esc(traits.lieu)}</rs:LieuNaissance>`;
  return (
    `<rs:RECSANSVITALE><rs:NomNaissance>${esc(traits.nom)}</rs:NomNaissance><rs:Prenom>${esc(traits.prenom)}</rs:Prenom>` +
    `<rs:Sexe>${traits.sexe}</rs:Sexe><rs:DateNaissance>${traits.date}</rs:DateNaissance>${lieu}</rs:RECSANSVITALE>`
  );
}

/** The pieces of a request; a test replaces the one it wants to spoil. */
export interface Pieces {
  action: string;
  messageId: string;
  bam: string;
  lps: string;
  security: string;
  body: string;
}

export interface PieceOptions {
  readonly emetteur?: string;
  readonly temps?: string;
  readonly traits?: Traits;
  readonly messageId?: string;
}

export function bamContext(emetteur: string, temps: string, couverture = '<ctxbam:COUVERTURE/>'): string {
  return (
    `<ctxbam:ContexteBAM Nature="CTXBAM" Version="01_02"><ctxbam:Id>${randomUUID()}</ctxbam:Id><ctxbam:Temps>${temps}</ctxbam:Temps>` +
    `<ctxbam:Emetteur>${emetteur}</ctxbam:Emetteur>${couverture}</ctxbam:ContexteBAM>`
  );
}

export function lpsContext(emetteur: string, temps: string): string {
  return (
    `<ctxlps:ContexteLPS Nature="CTXLPS" Version="01_00"><ctxlps:Id>${randomUUID()}</ctxlps:Id><ctxlps:Temps>${temps}</ctxlps:Temps>` +
    `<ctxlps:Emetteur>${emetteur}</ctxlps:Emetteur><ctxlps:LPS><ctxlps:IDAM R="4">${DEFAULT_IDAM}</ctxlps:IDAM>` +
    '<ctxlps:Version>2.1.0</ctxlps:Version><ctxlps:Instance>3f1d6b2a-7c8d-4e9f-a0b1-c2d3e4f5a6b7</ctxlps:Instance>' +
    '<ctxlps:Nom>urn:lps:demo-lps:2.1.0</ctxlps:Nom></ctxlps:LPS></ctxlps:ContexteLPS>'
  );
}

export function pieces(options: PieceOptions = {}): Pieces {
  const emetteur = options.emetteur ?? TEST_STRUCTURE_ID;
  const temps = options.temps ?? new Date().toISOString();
  return {
    action: `<wsa:Action>${TRAITS_ACTION}</wsa:Action>`,
    messageId: `<wsa:MessageID>${options.messageId ?? `uuid:${randomUUID()}`}</wsa:MessageID>`,
    bam: bamContext(emetteur, temps),
    lps: lpsContext(emetteur, temps),
    security: '',
    body: traitsBody(options.traits ?? ADRUN),
  };
}

export function envelope(
  p: Pieces,
  order: readonly (keyof Omit<Pieces, 'body'>)[] = ['action', 'messageId', 'bam', 'lps', 'security'],
): string {
  const headers = order.map((name) => p[name]).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope ${NAMESPACES}><soap:Header>${headers}</soap:Header><soap:Body>${p.body}</soap:Body></soap:Envelope>`;
}

/** A whole by-traits request, with one piece replaced if asked. */
export function traitsRequest(options: PieceOptions = {}, change: (p: Pieces) => void = () => undefined): string {
  const p = pieces(options);
  change(p);
  return envelope(p);
}

export const vitaleAction = `<wsa:Action>${VITALE_ACTION}</wsa:Action>`;
