import { AuditTrail } from '@socle-sante/react/common';
import { DmpStatusIndicator } from '@socle-sante/react/dmp';
import { IdentityBanner, IdentityForm } from '@socle-sante/react/ins';
import type { ReactNode } from 'react';
import { addresses, follow, go } from '../navigation.ts';
import { DmpWork } from '../record/DmpWork.tsx';
import { IdentitySheet } from '../record/IdentitySheet.tsx';
import { IdentityWork } from '../record/IdentityWork.tsx';
import { SendWork } from '../record/SendWork.tsx';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

const pages = [
  { page: undefined, word: 'identity' },
  { page: 'dmp', word: 'dmp' },
  { page: 'envoi', word: 'sending' },
  { page: 'modifier', word: 'edit' },
  { page: 'imprimer', word: 'print' },
  { page: 'traces', word: 'recordJournal' },
] as const;

/** A record: who it is, always in sight, then one page of it. */
export function PatientRecord(props: {
  readonly patientRef: string;
  readonly page: string | undefined;
  /** The document of the DMP that the sending replaces. */
  readonly replaces: string | undefined;
  readonly onReplace: (handle: string | undefined) => void;
}): ReactNode {
  const { patientRef, page } = props;
  const words = useWords();
  const open = pages.find((one) => one.page === page) ?? pages[0];
  return (
    <>
      <Title>{`${words.record} · ${words[open.word]}`}</Title>
      <IdentityBanner className="cab-banner" patientRef={patientRef} sticky headingLevel={2} />
      <div className="cab-dmp">
        <DmpStatusIndicator patientRef={patientRef} layout="inline" headingLevel={2} />
      </div>
      <nav className="cab-record-menu" aria-label={words.recordMenu}>
        <ul className="cab-menu">
          {pages.map((one) => (
            <li key={one.word}>
              <a
                className="cab-menu-link"
                href={addresses.record(patientRef, one.page)}
                aria-current={one === open ? 'page' : undefined}
                onClick={(event) => {
                  props.onReplace(undefined);
                  follow(event);
                }}
              >
                {words[one.word]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {page === 'dmp' ? (
        <DmpWork
          patientRef={patientRef}
          onReplace={(handle) => {
            props.onReplace(handle);
            go(addresses.record(patientRef, 'envoi'));
          }}
        />
      ) : page === 'envoi' ? (
        <SendWork patientRef={patientRef} replaces={props.replaces} />
      ) : page === 'modifier' ? (
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
