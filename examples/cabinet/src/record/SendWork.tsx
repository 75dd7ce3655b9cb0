import type { RecordDocument } from '@socle-sante/gateway/contract';
import { DepositQueue, DmpDepositWizard, DmpHoldCheckbox } from '@socle-sante/react/dmp';
import { type DepositDocument, useRecordDocuments } from '@socle-sante/react/hooks';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words.ts';

/** Documents of the record, what became of them, and the sending of one of them or of a file. */
export function SendWork(props: {
  readonly patientRef: string;
  /** The document of the DMP to replace, when the user came from it. */
  readonly replaces: string | undefined;
}): ReactNode {
  const { patientRef, replaces } = props;
  const words = useWords();
  const [chosen, setChosen] = useState<DepositDocument>();
  const [turn, setTurn] = useState(0);
  const prepare = (document: DepositDocument): void => {
    setChosen(document);
    setTurn(turn + 1);
  };
  return (
    <div className="cab-stack">
      {replaces === undefined ? (
        <div className="cab-card">
          <h3 className="cab-card-title">{words.recordDocuments}</h3>
          <RecordDocuments
            patientRef={patientRef}
            onSend={({ documentRef }) => prepare({ kind: 'record', documentRef })}
          />
          <div className="cab-document">
            <div>
              <strong>{words.summary}</strong>
              <span className="cab-hint"> {words.summaryHint}</span>
            </div>
            <button type="button" className="cab-button" onClick={() => prepare({ kind: 'composed', ref: 'vsm' })}>
              {words.prepareSummary}
            </button>
          </div>
        </div>
      ) : null}
      <div className="cab-card">
        <DmpDepositWizard
          key={turn}
          patientRef={patientRef}
          headingLevel={3}
          mode="full"
          {...(chosen === undefined ? {} : { document: chosen })}
          {...(replaces === undefined ? {} : { replaces })}
        />
      </div>
      <div className="cab-card">
        <DepositQueue patientRef={patientRef} headingLevel={3} defaultFilter="all" />
      </div>
    </div>
  );
}

function RecordDocuments(props: {
  readonly patientRef: string;
  readonly onSend: (document: RecordDocument) => void;
}): ReactNode {
  const { patientRef } = props;
  const words = useWords();
  const found = useRecordDocuments(patientRef);
  if (found.status !== 'success') return null;
  if (found.data.documents.length === 0) return <p className="cab-hint">{words.noDocument}</p>;
  return (
    <ul className="cab-documents">
      {found.data.documents.map((document) => (
        <li key={document.documentRef} className="cab-document">
          <div>
            <strong>{document.title}</strong>
            {document.type ? <span className="cab-hint"> {document.type.label}</span> : null}
            {document.dmp?.state === 'sent' ? <span className="cab-mark">{words.alreadySent}</span> : null}
          </div>
          {document.origin === 'own' && document.dmp?.state !== 'sent' ? (
            <div className="cab-document-tools">
              <DmpHoldCheckbox patientRef={patientRef} documentRef={document.documentRef} />
              <button
                type="button"
                className="cab-button"
                disabled={document.hold !== undefined}
                onClick={() => props.onSend(document)}
              >
                {words.prepareSending}
                <span className="sc-hidden"> : {document.title}</span>
              </button>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
