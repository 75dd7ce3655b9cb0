'use client';
import type { DocumentType } from '@socle-sante/gateway/contract';
import { dataOf } from '../../base/async.js';
import { useSocle } from '../../base/context.js';
import { useCapabilities } from '../../base/session.js';

/** The documents of the site: given by the host, by the provider, or by the server. */
export function useDocumentTypes(given?: readonly DocumentType[]): readonly DocumentType[] {
  const { site } = useSocle();
  const capabilities = dataOf(useCapabilities());
  return given ?? site.documentTypes ?? capabilities?.site.documentTypes ?? [];
}
