import type { NoticeStore } from '../handlers/document-ports.js';

/** Acknowledgements in the memory of this process. */
export function createMemoryNotices(initial: ReadonlyMap<string, string> = new Map()): NoticeStore {
  const acknowledged = new Map(initial);
  return {
    async acknowledgedAt(userRef, id) {
      return acknowledged.get(`${userRef} ${id}`);
    },
    async acknowledge(userRef, id, at) {
      acknowledged.set(`${userRef} ${id}`, at);
    },
  };
}
