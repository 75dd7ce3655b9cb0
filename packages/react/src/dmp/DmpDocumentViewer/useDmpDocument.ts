'use client';
import type { GatewayClient } from '@socle-sante/gateway/client';
import type {
  DmpDocument,
  DocumentBytes,
  DocumentIntegrateOutput,
  DocumentRendering,
  DocumentRenderingMode,
} from '@socle-sante/gateway/contract';
import { useEffect, useState } from 'react';
import type { Async } from '../../base/async.js';
import { dataOf } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { type SocleQuery, useAsyncQuery } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';

/** Read once: each reading is traced by the DMP, and the patient sees it. */
const once = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } as const;

/** Reads of one document. The keys hold opaque handles only. */
export const documentQueries = {
  get: (client: GatewayClient, patientRef: string, handle: string): SocleQuery<DmpDocument> => ({
    queryKey: ['socle', 'dmp', 'document', patientRef, handle],
    queryFn: ({ signal }) => client.dmp.document.get({ patientRef, handle }, { signal }),
    ...once,
  }),
  rendering: (client: GatewayClient, patientRef: string, handle: string): SocleQuery<DocumentRendering> => ({
    queryKey: ['socle', 'dmp', 'document', patientRef, handle, 'producer'],
    queryFn: ({ signal }) => client.dmp.document.rendering({ patientRef, handle, mode: 'producer' }, { signal }),
    ...once,
  }),
} as const;

/** Which file of a document. */
export type DocumentPart = 'document' | 'body' | 'pdf';

export interface DmpDocumentOptions extends Pick<BaseProps, 'onEvent'> {
  readonly patientRef: string;
  /** Handle of the row, or of one of its versions. */
  readonly documentRef: string;
}

export interface DmpDocumentResult {
  readonly document: Async<DmpDocument>;
  /** The file itself. */
  readonly bytes: Action<DocumentPart, DocumentBytes>;
  /** Files it in the record; `true` says that the user saw a different identity and goes on. */
  readonly integrate: Action<boolean, DocumentIntegrateOutput>;
}

/** One document of the DMP (TD3.2): header, body, integrity, versions, identity. */
export function useDmpDocument(options: DmpDocumentOptions): DmpDocumentResult {
  const { patientRef, documentRef: handle } = options;
  const client = useGatewayClient();
  const emit = useEmit('DmpDocumentViewer', options.onEvent);
  const document = useAsyncQuery(documentQueries.get(client, patientRef, handle));
  const opened = dataOf(document) !== undefined;
  useEffect(() => {
    if (opened) emit('dmp.document.opened');
  }, [opened, emit]);
  const scope = { scope: `${patientRef} ${handle}` };
  const bytes = useAction(
    (part: DocumentPart, signal) => client.dmp.document.bytes({ patientRef, handle, part }, { signal }),
    scope,
  );
  const integrate = useAction(async (identityAcknowledged: boolean, signal) => {
    const done = await client.dmp.document.integrate(
      { patientRef, handle, ...(identityAcknowledged ? { identityAcknowledged } : {}) },
      { signal },
    );
    emit('dmp.document.integrated');
    return done;
  }, scope);
  return { document, bytes, integrate };
}

/** The mode to show first: the author's PDF copy when there is one, since it is what was signed; then the software's layout. */
export function firstMode(document: DmpDocument, wanted?: DocumentRenderingMode): DocumentRenderingMode {
  if (wanted !== undefined && document.renderings.includes(wanted)) return wanted;
  return document.renderings.includes('pdf') ? 'pdf' : (document.renderings[0] ?? 'native');
}

/**
 * What a browser may open by itself. A `blob:` address has the origin of the page: of another type (HTML, SVG, XML) its scripts would
 * run as those of the page.
 */
const openable = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** The type under which a file may have an address; `undefined` when it may not. */
export function openableType(mediaType: string): (typeof openable)[number] | undefined {
  return openable.find((type) => type === mediaType);
}

/** A `blob:` address of a file under a type that is safe to open, revoked when it is no more on screen. */
export function useBlobUrl(file: DocumentBytes | undefined, type: ReturnType<typeof openableType>): string | undefined {
  const [made, setMade] = useState<{ readonly file: DocumentBytes; readonly url: string }>();
  useEffect(() => {
    if (file === undefined || type === undefined) return undefined;
    const url = URL.createObjectURL(new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type }));
    setMade({ file, url });
    return () => {
      URL.revokeObjectURL(url);
      setMade(undefined);
    };
  }, [file, type]);
  // Never that of the file before, which is revoked already.
  return made !== undefined && made.file === file ? made.url : undefined;
}

/** `%PDF-` within the first kilobyte, as readers of PDF ask. */
export function isPdf(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  return start.includes('%PDF-');
}
