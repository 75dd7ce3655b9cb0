'use client';
import type { DmpDocument, DocumentRenderingMode } from '@socle-sante/gateway/contract';
import { type ReactNode, useEffect, useId } from 'react';
import { useSocle } from '../../base/context.js';
import type { Translate } from '../../base/messages.js';
import { useGatewayClient } from '../../base/session.js';
import { useAsyncQuery } from '../../base/use-async-query.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import type { HeadingLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import type { dmpDocumentViewerMessages } from './DmpDocumentViewer.messages.js';
import { Narrative } from './Narrative.js';
import { type DmpDocumentResult, type DocumentPart, documentQueries, isPdf, useBlobUrl } from './useDmpDocument.js';

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

/** HTML made by the gateway, in a frame that runs no script and loads nothing. */
function ProducerLayout({ document, patientRef, handle, t }: DocumentBodyViewProps): ReactNode {
  const rendering = useAsyncQuery(documentQueries.rendering(useGatewayClient(), patientRef, handle));
  const { nonce } = useSocle();
  return (
    <AsyncView state={rendering} requested skeleton={<Skeleton rows={8} />}>
      {({ html }) => (
        <iframe
          className="sc-viewer-frame"
          title={t('frame', { title: document.header.title })}
          sandbox="allow-same-origin allow-modals"
          srcDoc={styled(html, nonce)}
        />
      )}
    </AsyncView>
  );
}

/** A frame made of text obeys the policy of its page too: its style sheet needs the nonce of the page. */
function styled(html: string, nonce: string | undefined): string {
  return nonce === undefined ? html : html.replace(/<style(?=[\s>])/g, `<style nonce="${nonce}"`);
}

/** A PDF or an image, from its own bytes: never an address of another server. */
function FileView(
  props: DocumentBodyViewProps & { readonly part: DocumentPart; readonly mediaType: string },
): ReactNode {
  const { document, view, part, mediaType, t } = props;
  const { run, state } = view.bytes;
  useEffect(() => {
    void run(part);
  }, [run, part]);
  const file = state.status === 'success' ? state.data : undefined;
  const pdf = mediaType === 'application/pdf';
  const refused = pdf && file !== undefined && !isPdf(file.bytes);
  const url = useBlobUrl(refused ? undefined : file);
  const title = t('frame', { title: document.header.title });
  return (
    <AsyncView state={state} requested skeleton={<Skeleton rows={8} />}>
      {() => (
        <div className="sc-stack">
          {refused ? (
            <Notice tone="danger" role="alert">
              {t('notPdf')}
            </Notice>
          ) : null}
          {url === undefined ? null : pdf ? (
            // A plain frame: browsers show no PDF in a sandboxed one.
            <iframe className="sc-viewer-frame" title={title} src={url} />
          ) : mediaType === 'image/jpeg' || mediaType === 'image/png' ? (
            <img className="sc-narrative-image" src={url} alt={title} />
          ) : (
            <Notice tone="warning">{t('unsupported', { type: mediaType })}</Notice>
          )}
          <FileLinks {...props} {...(url === undefined ? {} : { url })} />
        </div>
      )}
    </AsyncView>
  );
}

function FileLinks(props: DocumentBodyViewProps & { readonly part: DocumentPart; readonly url?: string }): ReactNode {
  const { view, t, part, url } = props;
  const save = async (): Promise<void> => {
    const state = view.bytes.state;
    const file = state.status === 'success' ? state.data : await view.bytes.run(part);
    if (file === undefined) return;
    const address = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)], { type: file.mediaType }));
    const link = window.document.createElement('a');
    link.href = address;
    link.download = file.fileName ?? 'document';
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className="sc-row sc-no-print">
      {url === undefined ? null : (
        <a className="sc-link sc-focusable" href={url} target="_blank" rel="noopener">
          {t('newTab')}
        </a>
      )}
      <Button variant="quiet" icon="download" onClick={() => void save()}>
        {t('download')}
      </Button>
    </div>
  );
}
