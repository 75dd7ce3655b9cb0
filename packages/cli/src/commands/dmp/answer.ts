import type { DmpDocument, RegistryError } from '@socle-sante/dmp';
import { STATUSES, xdsInstant } from '@socle-sante/documents/xds';
import type { Invocation } from '../../frame/command.js';
import type { Bilingual, Locale } from '../../frame/locale.js';
import { note, paint, printJson, printLine, table } from '../../frame/print.js';

/** An answer: one JSON document, or labelled lines. */
export function printAnswer(
  invocation: Invocation,
  json: Readonly<Record<string, unknown>>,
  lines: readonly (readonly [label: Bilingual, value: string | undefined])[],
): void {
  if (invocation.json) {
    printJson(invocation, json);
    return;
  }
  const { locale } = invocation;
  const shown = lines.filter(([, value]) => value !== undefined);
  const width = Math.max(0, ...shown.map(([label]) => label[locale].length));
  for (const [label, value] of shown) printLine(invocation, `${label[locale].padEnd(width + 2)}${value}`);
}

/** `oui`, `yes`, … or nothing when the DMP did not say. */
export function yesNo(invocation: Invocation, value: boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  const fr = invocation.locale === 'fr';
  return value ? (fr ? 'oui' : 'yes') : fr ? 'non' : 'no';
}

/** What support asks for, on standard error. */
export function noteReference(invocation: Invocation, messageId: string): void {
  note(invocation, invocation.locale === 'fr' ? `Référence : ${messageId}` : `Reference: ${messageId}`);
}

/** Warnings of the registry: its own words, to be quoted. */
export function printWarnings(invocation: Invocation, warnings: readonly RegistryError[]): void {
  if (invocation.json) return;
  for (const { code, context } of warnings) printLine(invocation, paint(invocation, 'yellow', `${code} ${context}`));
}

/** One document, for `--json`. Title and authors only when asked for. */
export function documentAsJson(document: DmpDocument, show: boolean): unknown {
  const { entry, entryUuid, masked, hiddenFromPatient, hiddenFromLegalRepresentatives, fromPatient } = document;
  return {
    uniqueId: entry.uniqueId,
    entryUuid,
    ...(entry.logicalId === undefined ? {} : { logicalId: entry.logicalId }),
    ...(entry.version === undefined ? {} : { version: entry.version }),
    status: statusName(entry.status),
    type: entry.typeCode,
    class: entry.classCode,
    format: entry.formatCode,
    createdAt: instant(entry.creationTime),
    serviceStart: instant(entry.serviceStartTime),
    mimeType: entry.mimeType,
    ...(entry.size === undefined ? {} : { size: entry.size }),
    ...(entry.hash === undefined ? {} : { hash: entry.hash }),
    masked,
    hiddenFromPatient,
    hiddenFromLegalRepresentatives,
    fromPatient,
    ...(document.replaces === undefined ? {} : { replaces: document.replaces }),
    ...(document.replacedBy === undefined ? {} : { replacedBy: document.replacedBy }),
    ...(show ? { title: entry.title, authors: entry.authors } : {}),
  };
}

/** Documents as a table: never a name, unless `show`. */
export function printDocuments(invocation: Invocation, documents: readonly DmpDocument[], show: boolean): void {
  const fr = invocation.locale === 'fr';
  const headers = [
    'uniqueId',
    fr ? 'créé le' : 'created',
    fr ? 'statut' : 'status',
    'type',
    fr ? 'visibilité' : 'visibility',
    ...(show ? [fr ? 'titre' : 'title', fr ? 'auteur' : 'author'] : []),
  ];
  const rows = documents.map((document) => {
    const { entry } = document;
    const author = entry.authors[0]?.person;
    return [
      entry.uniqueId,
      (instant(entry.creationTime) ?? entry.creationTime).slice(0, 10),
      statusText(entry.status, invocation.locale),
      `${entry.typeCode.code} ${entry.typeCode.displayName}`,
      visibility(document, fr),
      ...(show ? [entry.title ?? '', `${author?.family ?? ''} ${author?.given ?? ''}`.trim()] : []),
    ];
  });
  printLine(invocation, table(headers, rows));
}

function visibility(document: DmpDocument, fr: boolean): string {
  return [
    document.masked ? (fr ? 'masqué aux PS' : 'hidden from professionals') : '',
    document.hiddenFromPatient ? (fr ? 'invisible au patient' : 'hidden from the patient') : '',
    document.hiddenFromLegalRepresentatives ? (fr ? 'invisible aux représentants' : 'hidden from representatives') : '',
    document.fromPatient ? (fr ? 'déposé par le patient' : 'from the patient') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** `approved` for `urn:…:Approved`. */
function statusName(status: string | undefined): string {
  return Object.entries(STATUSES).find(([, uri]) => uri === status)?.[0] ?? status ?? '';
}

const STATUS_TEXTS: Readonly<Record<string, Bilingual>> = {
  approved: { fr: 'actif', en: 'approved' },
  archived: { fr: 'archivé', en: 'archived' },
  deprecated: { fr: 'remplacé', en: 'deprecated' },
  deleted: { fr: 'supprimé', en: 'deleted' },
};

function statusText(status: string | undefined, locale: Locale): string {
  const name = statusName(status);
  return STATUS_TEXTS[name]?.[locale] ?? name;
}

function instant(time: string | undefined): string | undefined {
  return time === undefined ? undefined : xdsInstant(time)?.toISOString();
}
