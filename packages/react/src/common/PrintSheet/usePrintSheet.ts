'use client';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useCallback } from 'react';
import type { BaseProps, MessagesProp } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { useMessages } from '../../base/use-messages.js';
import { environmentQueries } from '../EnvironmentBanner/useEnvironment.js';
import { printSheetMessages } from './PrintSheet.messages.js';
import { printElement } from './print-element.js';

export interface PrintSheetOptions extends MessagesProp<typeof printSheetMessages> {
  /** Title of the document, for the print dialog and the file name. Never an identity. */
  readonly title: string;
  readonly onEvent?: NonNullable<BaseProps['onEvent']>;
}

export interface PrintSheetView {
  /** Prints the sheet alone. */
  print(): Promise<void>;
  /** True outside production, and while the environment is not known: the sheet is then marked. */
  readonly isTest: boolean;
  readonly foot: string;
  readonly organisation: string | undefined;
  readonly printedOn: string;
  readonly t: Translate<(typeof printSheetMessages)['fr']>;
}

/** What stands around the content of a printed sheet. */
export function usePrintSheet(sheet: RefObject<HTMLElement | null>, options: PrintSheetOptions): PrintSheetView {
  const t = useMessages(printSheetMessages, options.messages);
  const { client, site, locale, zone, now, nonce } = useSocle();
  const emit = useEmit('PrintSheet', options.onEvent);
  const queryClient = useSocleQueryClient();
  const query = client
    ? environmentQueries.get(client)
    : { queryKey: ['socle', 'environment', 'none'], enabled: false };
  const environment = useQuery({ queryFn: () => null, ...query }, queryClient).data;
  const { title } = options;

  const print = useCallback(async () => {
    if (!sheet.current) return;
    emit('print.requested');
    await printElement(sheet.current, title, nonce);
  }, [sheet, title, nonce, emit]);

  return {
    print,
    isTest: environment?.kind !== 'production' || environment.mixed,
    foot: site.print?.foot ?? t('foot'),
    organisation: site.print?.organisation,
    printedOn: t('printedOn', { at: formatInstant(now(), locale, zone) }),
    t,
  };
}
