'use client';
import type { DmpDocument, DocumentRenderingMode } from '@socle-sante/gateway/contract';
import { type ReactNode, useId, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { useEmit } from '../../base/use-emit.js';
import { useMessages } from '../../base/use-messages.js';
import { ConfirmDialog } from '../../common/ConfirmDialog/ConfirmDialog.js';
import { FindingsList } from '../../common/FindingsList/FindingsList.js';
import { printElement } from '../../common/PrintSheet/print-element.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Details } from '../../parts/Details.js';
import { Heading, type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import { useDocumentFindings } from '../shared/use-document-findings.js';
import { dmpDocumentViewerMessages } from './DmpDocumentViewer.messages.js';
import { DocumentBodyView } from './DocumentBodyView.js';
import { DocumentHeaderTerms } from './DocumentHeaderTerms.js';
import { type DmpDocumentOptions, type DmpDocumentResult, firstMode, useDmpDocument } from './useDmpDocument.js';

export interface DmpDocumentViewerProps
  extends BaseProps,
    MessagesProp<typeof dmpDocumentViewerMessages>,
    DmpDocumentOptions {
  /** Layout to show first, when the document has it. */
  readonly mode?: DocumentRenderingMode;
  /** Shows another version of the same document. Without it the versions are listed without a gesture. */
  readonly onVersion?: (handle: string) => void;
  /** Opens the copy that the record holds (CDA/DD.04). */
  readonly onLocalCopy?: (documentRef: string) => void;
  readonly onIntegrate?: (result: { readonly documentRef: string; readonly version: string }) => void;
  readonly onPrint?: () => void;
  /** Size of the text of the software's layout: 1 is that of the page. */
  readonly zoom?: number;
  readonly headingLevel?: HeadingLevel;
}

type T = Translate<(typeof dmpDocumentViewerMessages)['fr']>;

/** Reads one document of the DMP safely: header always, then the author's layout, the software's, or the PDF. */
export const DmpDocumentViewer = component<DmpDocumentViewerProps>('DmpDocumentViewer', (props, ref) => {
  const t = useMessages(dmpDocumentViewerMessages, props.messages);
  const view = useDmpDocument(props);
  return (
    <article {...rootProps('DmpDocumentViewer', 'sc-viewer', props)} ref={ref}>
      <AsyncView state={view.document} requested skeleton={<Skeleton rows={8} />}>
        {(document) => <Shown document={document} view={view} t={t} viewer={props} />}
      </AsyncView>
    </article>
  );
});

function Shown(props: {
  readonly document: DmpDocument;
  readonly view: DmpDocumentResult;
  readonly t: T;
  readonly viewer: DmpDocumentViewerProps;
}): ReactNode {
  const { document, view, t, viewer } = props;
  const level = viewer.headingLevel ?? 2;
  const { now, locale, zone, announce, nonce } = useSocle();
  const emit = useEmit('DmpDocumentViewer', viewer.onEvent);
  const [mode, setMode] = useState(() => firstMode(document, viewer.mode));
  const [confirming, setConfirming] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const catalogues = useDocumentFindings(document.findings.length > 0);
  const different = document.identityCheck.verdict === 'different';

  const integrate = async (acknowledged: boolean): Promise<void> => {
    const done = await view.integrate.run(acknowledged);
    if (!done) return;
    setConfirming(false);
    announce(t('integrated'));
    viewer.onIntegrate?.(done);
  };
  const print = async (): Promise<void> => {
    const pdf = sheet.current?.querySelector<HTMLIFrameElement>('iframe[data-sc-pdf]');
    if (pdf) printPdf(pdf);
    else if (sheet.current) await printElement(sheet.current, document.header.title, nonce);
    emit('dmp.document.printed');
    viewer.onPrint?.();
  };
  const integrating = view.integrate.state.status === 'loading';
  return (
    <div className="sc-stack">
      <div className="sc-viewer-bar sc-no-print" role="toolbar" aria-label={document.header.title}>
        <Modes document={document} mode={mode} onMode={setMode} t={t} />
        <div className="sc-row">
          {document.row.actions.includes('integrate') && viewer.onIntegrate ? (
            <Button
              icon="inbox"
              disabled={integrating}
              onClick={() => (different ? setConfirming(true) : void integrate(false))}
            >
              {integrating ? t('integrating') : t('integrate')}
            </Button>
          ) : null}
          <Button variant="quiet" icon="print" onClick={() => void print()}>
            {t('print')}
          </Button>
        </div>
      </div>
      <ActionTrouble state={view.integrate.state} />
      <Warnings document={document} t={t} {...(viewer.onLocalCopy ? { onLocalCopy: viewer.onLocalCopy } : {})} />
      <div ref={sheet} className="sc-block sc-viewer-sheet">
        <Heading level={level}>
          <span lang={document.header.language}>{document.header.title}</span>
        </Heading>
        <Details summary={t('header')} defaultOpen>
          <DocumentHeaderTerms header={document.header} t={t} />
        </Details>
        <DocumentBodyView
          document={document}
          mode={mode}
          view={view}
          t={t}
          level={level}
          patientRef={viewer.patientRef}
          handle={viewer.documentRef}
          zoom={viewer.zoom ?? 1}
        />
        <p className="sc-text sc-print-only">{t('printed', { d: formatInstant(now(), locale, zone) })}</p>
      </div>
      {document.findings.length > 0 ? (
        <Details summary={t('remarks', { n: document.findings.length })}>
          <FindingsList findings={document.findings} catalogues={catalogues} headingLevel={nextLevel(level)} />
        </Details>
      ) : null}
      {document.versions.length > 1 ? <Versions document={document} viewer={viewer} t={t} /> : null}
      <ConfirmDialog
        isOpen={confirming}
        isDestructive
        isWorking={integrating}
        title={t('confirmOther')}
        confirmLabel={t('integrate')}
        onCancel={() => setConfirming(false)}
        onConfirm={() => void integrate(true)}
      >
        <p className="sc-text">{t('confirmOtherText')}</p>
        <p className="sc-text">{differsText(document, t)}</p>
      </ConfirmDialog>
    </div>
  );
}

/** The PDF by the browser's own viewer, which has all its pages; in a new tab where the page may not reach that viewer. */
function printPdf(frame: HTMLIFrameElement): void {
  try {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  } catch {
    window.open(frame.src, '_blank', 'noopener');
  }
}

function Modes(props: {
  readonly document: DmpDocument;
  readonly mode: DocumentRenderingMode;
  readonly onMode: (mode: DocumentRenderingMode) => void;
  readonly t: T;
}): ReactNode {
  const { document, mode, t } = props;
  const name = useId();
  if (document.renderings.length < 2) return <span />;
  return (
    <div className="sc-row sc-viewer-modes" role="radiogroup" aria-label={t('modes')}>
      {document.renderings.map((one) => (
        <label key={one} className="sc-choice">
          <input
            className="sc-choice-input sc-focusable"
            type="radio"
            name={name}
            checked={one === mode}
            onChange={() => props.onMode(one)}
          />
          {t(`mode.${one}`)}
        </label>
      ))}
    </div>
  );
}

/** What must be seen before the document is read. */
function Warnings(props: {
  readonly document: DmpDocument;
  readonly t: T;
  readonly onLocalCopy?: (documentRef: string) => void;
}): ReactNode {
  const { document, t, onLocalCopy } = props;
  const { locale, zone } = useSocle();
  const { localCopy } = document;
  return (
    <>
      {document.integrity === 'mismatch' ? (
        <Notice tone="danger" role="alert">
          {t('mismatch')}
        </Notice>
      ) : null}
      {document.identityCheck.verdict === 'different' ? (
        <Notice tone="danger" role="alert">
          {t('otherPerson')}. {differsText(document, t)}
        </Notice>
      ) : null}
      {localCopy ? (
        <Notice tone="info" icon="file-check">
          <span className="sc-viewer-local">
            {t('localCopy', { d: formatInstant(localCopy.at, locale, zone), v: localCopy.version })}
            {onLocalCopy ? (
              <Button variant="quiet" onClick={() => onLocalCopy(localCopy.documentRef)}>
                {t('showLocal')}
              </Button>
            ) : null}
          </span>
        </Notice>
      ) : null}
    </>
  );
}

function differsText(document: DmpDocument, t: T): string {
  const names = document.identityCheck.fields.map((field) => {
    const key = `field.${field}`;
    return key in dmpDocumentViewerMessages.fr ? t(key as 'field.sex') : field;
  });
  return names.length === 0 ? '' : t('differs', { fields: names.join(', ') });
}

function Versions(props: {
  readonly document: DmpDocument;
  readonly viewer: DmpDocumentViewerProps;
  readonly t: T;
}): ReactNode {
  const { document, viewer, t } = props;
  const { locale, zone } = useSocle();
  return (
    <Details summary={t('versions', { n: document.versions.length })}>
      <ol className="sc-list sc-viewer-versions">
        {document.versions.map((one) => {
          const shown = one.handle === viewer.documentRef;
          const label = t('version', { v: one.version, d: formatInstant(one.createdAt, locale, zone) });
          return (
            <li key={one.handle} className="sc-viewer-version">
              <span className="sc-num">{label}</span>
              {one.current ? <span className="sc-muted">({t('current')})</span> : null}
              {shown ? <span className="sc-muted">({t('shown')})</span> : null}
              {!shown && viewer.onVersion ? (
                <Button variant="quiet" onClick={() => viewer.onVersion?.(one.handle)}>
                  {t('openVersion')}
                  <span className="sc-hidden"> : {label}</span>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Details>
  );
}
