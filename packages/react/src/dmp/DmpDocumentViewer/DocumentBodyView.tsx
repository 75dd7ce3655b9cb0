'use client';
import type { DmpDocument, DocumentRenderingMode } from '@socle-sante/gateway/contract';
import { type ReactNode, useEffect, useId } from 'react';
import type { Translate } from '../../base/messages.js';
import { saveFile } from '../../base/save-file.js';
import { useGatewayClient } from '../../base/session.js';
import { useAsyncQuery } from '../../base/use-async-query.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import type { HeadingLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import { DocumentFrame } from '../shared/DocumentFrame.js';
import type { dmpDocumentViewerMessages } from './DmpDocumentViewer.messages.js';
import { Narrative } from './Narrative.js';
import {
  type DmpDocumentResult,
  type DocumentPart,
  documentQueries,
  isPdf,
  openableType,
  useBlobUrl,
} from './useDmpDocument.js';

type T = Translate<(typeof dmpDocumentViewerMessages)['fr']>;

export interface DocumentBodyViewProps {
  readonly document: DmpDocument;
  readonly mode: DocumentRenderingMode;
  readonly view: DmpDocumentResult;
  readonly t: T;
  readonly level: HeadingLevel;
  readonly patientRef: string;
  readonly handle: string;
  readonly zoom: number;
}

/** The content of a document in the mode that was chosen. */
export function DocumentBodyView(props: DocumentBodyViewProps): ReactNode {
  const { document, mode, t } = props;
  const { body } = document;
  if (mode === 'producer') return <ProducerLayout {...props} />;
  if (body.kind === 'kos') {
    return (
      <Notice tone="info">
        <strong>{t('kos')}</strong> {t('kosText')}
      </Notice>
    );
  }
  if (body.kind === 'unsupported') {
    return (
      <div className="sc-stack">
        <Notice tone="warning">{t('unsupported', { type: body.mediaType })}</Notice>
        <FileLinks {...props} part="document" />
      </div>
    );
  }
  if (body.kind === 'n3') {
    return mode === 'pdf' && body.pdfCopy ? (
      <FileView {...props} part="pdf" mediaType="application/pdf" />
    ) : (
      <Sections {...props} />
    );
  }
  if (body.text !== undefined) return <pre className="sc-viewer-text">{body.text}</pre>;
  return <FileView {...props} part="body" mediaType={body.mediaType} />;
}

function Sections({ document, t, level, zoom }: DocumentBodyViewProps): ReactNode {
  const prefix = `${useId()}-`;
  const { body } = document;
  if (body.kind !== 'n3') return null;
  return (
    <div className="sc-narrative" style={{ fontSize: `${zoom}em` }}>
      <Narrative sections={body.sections} medias={body.medias} prefix={prefix} level={level} t={t} />
      {body.truncated ? <Notice tone="warning">{t('truncated')}</Notice> : null}
    </div>
  );
}

/** The layout of the author, as HTML made by the gateway. */
function ProducerLayout({ document, patientRef, handle, t }: DocumentBodyViewProps): ReactNode {
  const rendering = useAsyncQuery(documentQueries.rendering(useGatewayClient(), patientRef, handle));
  return (
    <AsyncView state={rendering} requested skeleton={<Skeleton rows={8} />}>
      {({ html }) => (
        <DocumentFrame html={html} title={t('frame', { title: document.header.title })} className="sc-viewer-frame" />
      )}
    </AsyncView>
  );
}

/** A PDF or an image, from its own bytes: never an address of another server, never a type that runs. */
function FileView(
  props: DocumentBodyViewProps & { readonly part: DocumentPart; readonly mediaType: string },
): ReactNode {
  const { document, view, part, mediaType, t } = props;
  const { run, state } = view.bytes;
  useEffect(() => {
    void run(part);
  }, [run, part]);
  const file = state.status === 'success' ? state.data : undefined;
  const type = openableType(mediaType);
  const pdf = type === 'application/pdf';
  const refused = pdf && file !== undefined && !isPdf(file.bytes);
  const url = useBlobUrl(refused ? undefined : file, type);
  const title = t('frame', { title: document.header.title });
  return (
    <AsyncView state={state} requested skeleton={<Skeleton rows={8} />}>
      {() => (
        <div className="sc-stack">
          {refused ? (
            <Notice tone="danger" role="alert">
              {t('notPdf')}
            </Notice>
          ) : type === undefined ? (
            <Notice tone="warning">{t('unsupported', { type: mediaType })}</Notice>
          ) : url === undefined ? null : !pdf ? (
            <img className="sc-narrative-image" src={url} alt={title} />
          ) : navigator.pdfViewerEnabled === false ? (
            <Notice tone="info">{t('noPdfViewer')}</Notice>
          ) : (
            // A plain frame: browsers show no PDF in a sandboxed one.
            <iframe className="sc-viewer-frame sc-no-print" data-sc-pdf title={title} src={url} />
          )}
          <FileLinks {...props} {...(url === undefined ? {} : { url })} />
        </div>
      )}
    </AsyncView>
  );
}

function FileLinks(props: DocumentBodyViewProps & { readonly part: DocumentPart; readonly url?: string }): ReactNode {
  const { view, t, part, url } = props;
  const { state } = view.bytes;
  const save = async (): Promise<void> => {
    const file = state.status === 'success' ? state.data : await view.bytes.run(part);
    if (file === undefined) return;
    // Under a type that no browser opens by itself.
    const type = openableType(file.mediaType) ?? 'application/octet-stream';
    saveFile(new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type }), file.fileName ?? 'document');
  };
  return (
    <div className="sc-row sc-no-print">
      {url === undefined ? null : (
        <a className="sc-link sc-focusable" href={url} target="_blank" rel="noopener">
          {t('newTab')}
        </a>
      )}
      <Button variant="quiet" icon="download" disabled={state.status === 'loading'} onClick={() => void save()}>
        {t('download')}
      </Button>
      {part === 'document' ? <ActionTrouble state={state} /> : null}
    </div>
  );
}
