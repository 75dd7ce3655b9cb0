import { AuditTrail } from '@socle-sante/react/common';
import { IdentityBanner, IdentityForm } from '@socle-sante/react/ins';
import type { ReactNode } from 'react';
import { addresses, follow, go } from '../navigation.ts';
import { IdentitySheet } from '../record/IdentitySheet.tsx';
import { IdentityWork } from '../record/IdentityWork.tsx';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

const pages = [
  { page: undefined, word: 'identity' },
  { page: 'modifier', word: 'edit' },
  { page: 'imprimer', word: 'print' },
  { page: 'traces', word: 'recordJournal' },
] as const;

/** A record: who it is, always in sight, then one page of it. */
export function PatientRecord(props: { readonly patientRef: string; readonly page: string | undefined }): ReactNode {
  const { patientRef, page } = props;
  const words = useWords();
  const open = pages.find((one) => one.page === page) ?? pages[0];
  return (
    <>
      <Title>{`${words.record} · ${words[open.word]}`}</Title>
      <IdentityBanner className="cab-banner" patientRef={patientRef} sticky headingLevel={2} />
      <nav className="cab-record-menu" aria-label={words.recordMenu}>
        <ul className="cab-menu">
          {pages.map((one) => (
            <li key={one.word}>
              <a
                className="cab-menu-link"
                href={addresses.record(patientRef, one.page)}
                aria-current={one === open ? 'page' : undefined}
                onClick={follow}
              >
                {words[one.word]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {page === 'modifier' ? (
        <div className="cab-card">
          <IdentityForm patientRef={patientRef} mode="edit" onSaved={() => go(addresses.record(patientRef))} />
        </div>
      ) : page === 'imprimer' ? (
        <IdentitySheet patientRef={patientRef} />
      ) : page === 'traces' ? (
        <div className="cab-card">
          <AuditTrail scope="patient" patientRef={patientRef} />
        </div>
      ) : (
        <IdentityWork patientRef={patientRef} />
      )}
    </>
  );
}
