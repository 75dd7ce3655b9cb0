import { type MouseEvent, useSyncExternalStore } from 'react';

/** Addresses hold the opaque key of a record at most: never a name, never a matricule. */
export const addresses = {
  home: '/',
  create: '/nouveau',
  imported: '/importees',
  sendings: '/envois',
  journal: '/traces',
  services: '/services',
  record: (ref: string, page?: 'dmp' | 'envoi' | 'modifier' | 'imprimer' | 'traces') =>
    `/dossier/${encodeURIComponent(ref)}${page ? `/${page}` : ''}`,
} as const;

const MOVED = 'cabinet:moved';

export function go(address: string): void {
  history.pushState(null, '', address);
  dispatchEvent(new Event(MOVED));
}

/** For `onClick` of a link: other buttons and keys keep what the browser does with them. */
export function follow(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(event.currentTarget.pathname);
}

export function useAddress(): string {
  return useSyncExternalStore(listen, () => location.pathname);
}

function listen(changed: () => void): () => void {
  addEventListener('popstate', changed);
  addEventListener(MOVED, changed);
  return () => {
    removeEventListener('popstate', changed);
    removeEventListener(MOVED, changed);
  };
}
