'use client';
import { parseDateLunaire } from '@socle-sante/core/lunar-date';
import type { DocumentHeader, PersonLine } from '@socle-sante/gateway/contract';
import type { ReactNode } from 'react';
import type { Translate } from '../../base/messages.js';
import { dayText } from '../shared/day-text.js';
import { Moment } from '../shared/Moment.js';
import type { dmpDocumentViewerMessages } from './DmpDocumentViewer.messages.js';

type T = Translate<(typeof dmpDocumentViewerMessages)['fr']>;

/** What every mode must let read of a document (CDA/VISU.01): whom it is about, who wrote it, who answers for it, when, what. */
export function DocumentHeaderTerms(props: { readonly header: DocumentHeader; readonly t: T }): ReactNode {
  const { header, t } = props;
  const act = header.acts[0];
  return (
    <dl className="sc-terms sc-viewer-terms">
      <Term name={t('patient')}>{patientText(header, t)}</Term>
      <Term name={t('type')}>
        <span lang="fr">{header.type.label}</span>
      </Term>
      <Term name={t('created')}>
        <When at={header.createdAt} />
      </Term>
      <Term name={t('author', { n: header.authors.length })}>{header.authors.map(personText).join(' ; ')}</Term>
      {header.legalAuthenticator ? <Term name={t('signer')}>{personText(header.legalAuthenticator)}</Term> : null}
      {header.custodian ? <Term name={t('custodian')}>{header.custodian}</Term> : null}
      {act?.start === undefined ? null : (
        <Term name={t('act')}>
          {act.label === undefined ? null : `${act.label}, `}
          <When at={act.start} />
          {act.end === undefined ? null : (
            <>
              {' – '}
              <When at={act.end} />
            </>
          )}
        </Term>
      )}
      {header.encounter?.facility ? <Term name={t('facility')}>{header.encounter.facility.label}</Term> : null}
      {header.confidentiality && header.confidentiality.code !== 'N' ? (
        <Term name={t('confidentiality')}>{header.confidentiality.label}</Term>
      ) : null}
      {header.others.length > 0 ? <Term name={t('others')}>{header.others.map(personText).join(' ; ')}</Term> : null}
    </dl>
  );
}

function Term(props: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="sc-term">
      <dt className="sc-muted">{props.name}</dt>
      <dd className="sc-definition">{props.children}</dd>
    </div>
  );
}

/** An instant, or a day when the document gives no hour. */
function When({ at }: { readonly at: string }): ReactNode {
  return at.length > 10 ? <Moment at={at} /> : <span className="sc-num">{dayText(at)}</span>;
}

function patientText({ patient }: DocumentHeader, t: T): string {
  const born = patient.birthDate === undefined ? undefined : birthText(patient.birthDate);
  return [
    [
      patient.birthName,
      patient.usedName && patient.usedName !== patient.birthName ? `(${patient.usedName})` : undefined,
    ]
      .filter(Boolean)
      .join(' '),
    patient.firstName ?? patient.firstNames,
    patient.sex,
    born === undefined ? undefined : t('born', { d: born }),
    patient.ins?.full ?? patient.ins?.masked,
  ]
    .filter(Boolean)
    .join(', ');
}

/** A birth date as it came when it is not a whole date. */
function birthText(date: string): string {
  const parsed = parseDateLunaire(date);
  return parsed.ok ? dayText(date) : date;
}

function personText(person: PersonLine): string {
  return [person.name, person.specialty, person.structure].filter(Boolean).join(', ');
}
