'use client';
import type { FindingCatalogue } from '@socle-sante/core/finding';
import { gatewayFindings } from '@socle-sante/gateway/contract';
import { useEffect, useState } from 'react';

const own: readonly FindingCatalogue[] = [gatewayFindings];
let loaded: readonly FindingCatalogue[] | undefined;

/** Texts of the rules of the gateway and of documents; the latter are loaded when the first finding is to be shown: they are too long for every page. */
export function useDocumentFindings(wanted: boolean): readonly FindingCatalogue[] {
  const [catalogues, setCatalogues] = useState(loaded ?? own);
  useEffect(() => {
    if (!wanted || loaded !== undefined) return undefined;
    let live = true;
    void import('@socle-sante/documents/messages').then(({ documentsFindings }) => {
      loaded = [...own, documentsFindings];
      if (live) setCatalogues(loaded);
    });
    return () => {
      live = false;
    };
  }, [wanted]);
  return wanted && loaded !== undefined ? loaded : catalogues;
}
