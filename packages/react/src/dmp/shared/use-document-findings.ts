'use client';
import type { FindingCatalogue } from '@socle-sante/core/finding';
import { useEffect, useState } from 'react';

const none: readonly FindingCatalogue[] = [];
let loaded: readonly FindingCatalogue[] | undefined;

/** Texts of the rules of documents, loaded when the first finding is to be shown: they are too long for every page. */
export function useDocumentFindings(wanted: boolean): readonly FindingCatalogue[] {
  const [catalogues, setCatalogues] = useState(loaded ?? none);
  useEffect(() => {
    if (!wanted || loaded !== undefined) return undefined;
    let live = true;
    void import('@socle-sante/documents/messages').then(({ documentsFindings }) => {
      loaded = [documentsFindings];
      if (live) setCatalogues(loaded);
    });
    return () => {
      live = false;
    };
  }, [wanted]);
  return wanted && loaded !== undefined ? loaded : catalogues;
}
