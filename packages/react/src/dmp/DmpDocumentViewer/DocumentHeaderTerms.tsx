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
      <Term name={t('patient')}>
        <PatientLine header={header} t={t} />
      </Term>
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

/** Whom the document says it is about: the traits with words, the number never cut in two. */
function PatientLine(props: { readonly header: DocumentHeader; readonly t: T }): ReactNode {
  const { t } = props;
  const { patient } = props.header;
  const { usedName, ins } = patient;
  const sex = patient.sex === 'F' || patient.sex === 'M' ? patient.sex : 'other';
  const rest = [
    patient.sex === undefined ? undefined : t('sex', { sex }),
    patient.birthDate === undefined ? undefined : t('born', { sex, d: birthText(patient.birthDate) }),
  ].filter(Boolean);
  return (
    <>
      <strong>{[patient.birthName, patient.firstName ?? patient.firstNames].filter(Boolean).join(' ')}</strong>
      {usedName !== undefined && usedName !== patient.birthName ? ` (${t('used', { n: usedName })})` : null}
      {rest.length === 0 ? null : `, ${rest.join(', ')}`}
      {ins === undefined ? null : (
        <>
          {', '}
          <span className="sc-num sc-viewer-ins">{`${ins.full ?? ins.masked} ${ins.nature}`}</span>
        </>
      )}
    </>
  );
}

/** A birth date as it came when it is not a whole date. */
function birthText(date: string): string {
  const parsed = parseDateLunaire(date);
  return parsed.ok ? dayText(date) : date;
}

function personText(person: PersonLine): string {
  return [person.name, person.specialty, person.structure].filter(Boolean).join(', ');
}
