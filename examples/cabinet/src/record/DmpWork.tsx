import type { DocumentRow } from '@socle-sante/gateway/contract';
import {
  BrisDeGlaceDialog,
  DmpAccessHistory,
  DmpAccessPanel,
  DmpConsentPanel,
  DmpDocumentList,
  DmpDocumentViewer,
  DmpNewDocuments,
  DmpSecretConnectionSwitch,
  DmpVersionAlert,
  DmpWebAccessLink,
} from '@socle-sante/react/dmp';
import { useDmpAccess } from '@socle-sante/react/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { addresses, go } from '../navigation.ts';
import { useWords } from '../words.ts';

/** The DMP of one person: what the person chose, whether the user may open it, then its documents. */
export function DmpWork(props: {
  readonly patientRef: string;
  /** Starts the replacement of a document of the DMP. */
  readonly onReplace: (handle: string) => void;
}): ReactNode {
  const { patientRef } = props;
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reading, setReading] = useState<string>();
  const [isHistory, setHistory] = useState(false);
  const reader = useRef<HTMLElement>(null);
  // What was asked for is in sight, and the next key is for it.
  useEffect(() => {
    if (reading !== undefined) reader.current?.focus();
  }, [reading]);
  const { access } = useDmpAccess({ patientRef });
  const mayRead = access.status === 'success' && access.data.canOpen;
  // A DMP that is not there, or that may not be asked about, has no page to open.
  const isThere =
    access.status === 'success' && access.data.conditions.some(({ id, met }) => id === 'availability' && met);
  const read = (row: DocumentRow): void => setReading(row.handle);
  return (
    <div className="cab-stack">
      {mayRead ? (
        <div className="cab-card cab-stack">
          <DmpVersionAlert
            patientRef={patientRef}
            onView={({ handle }) => {
              if (handle === undefined) return;
              setOpen(true);
              setReading(handle);
            }}
          />
          <DmpNewDocuments patientRef={patientRef} onOpen={() => setOpen(true)} />
        </div>
      ) : null}
      <div className="cab-columns">
        <div className="cab-stack">
          <div className="cab-card">
            <DmpAccessPanel
              patientRef={patientRef}
              onOpen={() => setOpen(true)}
              onSolve={({ action }) => {
                if (action === 'qualify') go(addresses.record(patientRef));
                else document.getElementById('choix-dmp')?.scrollIntoView({ block: 'center' });
              }}
            />
          </div>
        </div>
        <div className="cab-stack">
          <div className="cab-card" id="choix-dmp">
            <DmpConsentPanel patientRef={patientRef} />
          </div>
          <div className="cab-card cab-row">
            <BrisDeGlaceDialog patientRef={patientRef} onOpened={() => setOpen(true)} />
            <DmpSecretConnectionSwitch patientRef={patientRef} />
            {isThere ? <DmpWebAccessLink patientRef={patientRef} /> : null}
          </div>
        </div>
      </div>
      {isOpen && mayRead ? (
        <div className="cab-card">
          <DmpDocumentList
            patientRef={patientRef}
            headingLevel={3}
            onOpen={read}
            onIntegrate={() => undefined}
            onReplace={(row) => props.onReplace(row.handle)}
          />
        </div>
      ) : null}
      {isOpen && mayRead && reading !== undefined ? (
        <section ref={reader} className="cab-card cab-reader" aria-label={words.reading} tabIndex={-1}>
          <p>
            <button type="button" className="cab-button" onClick={() => setReading(undefined)}>
              {words.closeDocument}
            </button>
          </p>
          <DmpDocumentViewer
            key={reading}
            patientRef={patientRef}
            documentRef={reading}
            headingLevel={3}
            onIntegrate={() => undefined}
            onVersion={setReading}
          />
        </section>
      ) : null}
      {mayRead ? (
        // It asks the DMP who is authorised: only once it is opened.
        <details className="cab-card" onToggle={(event) => setHistory(event.currentTarget.open)}>
          <summary>{words.accesses}</summary>
          {isHistory ? <DmpAccessHistory patientRef={patientRef} /> : null}
        </details>
      ) : null}
    </div>
  );
}
