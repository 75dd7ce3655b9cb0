import type { Locale } from '@socle-sante/core/finding';
import { formatMatricule, parseMatricule } from '@socle-sante/core/matricule';
import type { HeaderSummary, SummaryActor, SummaryTime } from '../reader/summary.js';
import { type LabelKey, label, showTime } from './labels.js';

type Row = readonly [key: LabelKey, value: string | undefined];

/** One thing that the header says: its name, and its value as a person reads it. */
export interface HeaderRow {
  readonly label: string;
  readonly value: string;
}

/** The header of a document for a reader, in two groups: the patient, the document. Everything comes from the data; what is absent is left out. */
export interface HeaderRows {
  readonly patient: readonly HeaderRow[];
  readonly document: readonly HeaderRow[];
}

export function headerRows(summary: HeaderSummary, locale: Locale): HeaderRows {
  const kept = (rows: readonly Row[]): HeaderRow[] =>
    rows.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [{ label: label(locale, key), value }]));
  return { patient: kept(patientRows(summary, locale)), document: kept(documentRows(summary, locale)) };
}

function patientRows({ patient }: HeaderSummary, locale: Locale): Row[] {
  if (patient === undefined) return [];
  const { traits } = patient;
  const birth = traits.dateNaissance?.replaceAll('-', '');
  return [
    ['birthName', traits.nomNaissance],
    ['usedName', traits.nomUtilise],
    ['firstGiven', traits.premierPrenom],
    ['givenList', traits.listePrenoms],
    ['usedGiven', traits.prenomUtilise],
    ['sex', traits.sexe],
    ['birthDate', birth === undefined ? undefined : showTime(birth, locale)],
    ['birthPlace', traits.lieuNaissance],
    ...patient.ins.map((ins): Row => {
      const read = parseMatricule(ins.matricule, { key: 'warning' });
      const shown = read.ok ? formatMatricule(read.value) : ins.matricule;
      const remarks = [
        ins.valid ? '' : label(locale, 'insInvalid'),
        ins.kind === 'test' ? label(locale, 'insTest') : ins.kind === 'demo' ? label(locale, 'insDemo') : '',
      ].filter((remark) => remark !== '');
      return ['ins', remarks.length === 0 ? shown : `${shown} (${remarks.join(', ')})`];
    }),
    ...patient.localIds.map((id): Row => ['localId', id.extension ?? id.root]),
  ];
}

function documentRows(summary: HeaderSummary, locale: Locale): Row[] {
  const { encounter } = summary;
  const place = encounter?.facilityName ?? encounter?.facility?.label;
  const facility = place === encounter?.facilityName ? list(place, encounter?.facility?.label) : place;
  return [
    ['type', summary.type?.label],
    ['created', summary.created === undefined ? undefined : showTime(summary.created.raw, locale)],
    ['confidentiality', summary.confidentiality?.label],
    ...summary.authors.map((item): Row => ['author', actorText(item, locale)]),
    ['legal', summary.legalAuthenticator === undefined ? undefined : actorText(summary.legalAuthenticator, locale)],
    ...summary.authenticators.map((item): Row => ['authenticator', actorText(item, locale)]),
    ['custodian', summary.custodian?.name ?? summary.custodian?.id],
    ...summary.recipients.map((item): Row => ['recipient', actorText(item, locale)]),
    ...summary.participants.map((item): Row => ['participant', actorText(item, locale)]),
    ...summary.acts.map(
      (act): Row => ['act', list(act.code?.label, period(act.start, act.stop, locale), act.performer?.name)],
    ),
    [
      'encounter',
      encounter === undefined
        ? undefined
        : list(encounter.code?.label, period(encounter.start, encounter.stop, locale)),
    ],
    ['facility', facility],
    ['version', summary.version],
    ...summary.related.map((item): Row => ['replaces', item.typeCode === 'RPLC' ? item.id : undefined]),
    ['model', summary.model.name === '' ? undefined : list(summary.model.name, summary.model.version)],
    ['identifier', summary.id],
  ];
}

function actorText(actor: SummaryActor, locale: Locale): string {
  const time = actor.time === undefined ? undefined : showTime(actor.time.raw, locale);
  const organization = actor.organization === actor.name ? undefined : actor.organization;
  return list(actor.name ?? actor.id, actor.function?.label, actor.specialty?.label, organization, time) ?? '';
}

function period(start: SummaryTime | undefined, stop: SummaryTime | undefined, locale: Locale): string | undefined {
  if (start !== undefined && stop !== undefined) {
    return label(locale, 'from', { start: showTime(start.raw, locale), stop: showTime(stop.raw, locale) });
  }
  if (start !== undefined) return label(locale, 'since', { start: showTime(start.raw, locale) });
  return stop === undefined ? undefined : label(locale, 'until', { stop: showTime(stop.raw, locale) });
}

function list(...parts: readonly (string | undefined)[]): string | undefined {
  const kept = parts.filter((part) => part !== undefined && part !== '');
  return kept.length === 0 ? undefined : kept.join(', ');
}
