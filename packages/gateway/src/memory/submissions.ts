import type { StoredDraft, StoredSubmission, SubmissionStore } from '../handlers/document-ports.js';

/** The queue in the memory of this process: a deposit does not survive it. For demonstrations and tests. */
export function createMemorySubmissions(now: () => Date, initial: readonly StoredSubmission[] = []): SubmissionStore {
  const byRef = new Map(initial.map((submission) => [submission.ref, submission]));
  const drafts = new Map<string, StoredDraft>();
  let suspended = false;
  const live = (draft: StoredDraft) => Date.parse(draft.expiresAt) > now().getTime();
  return {
    async add(submission) {
      byRef.set(submission.ref, submission);
    },
    async get(ref) {
      return byRef.get(ref);
    },
    async replace(submission, expectedVersion) {
      if (byRef.get(submission.ref)?.version !== expectedVersion) return false;
      byRef.set(submission.ref, submission);
      return true;
    },
    async list({ patientRef, states, channels, cursor, limit }) {
      const found = [...byRef.values()]
        .reverse()
        .filter(
          (submission) =>
            (patientRef === undefined || submission.patientRef === patientRef) &&
            submission.documents.some((document) =>
              document.channels.some(
                ({ channel, state }) =>
                  (states === undefined || states.includes(state)) &&
                  (channels === undefined || channels.includes(channel)),
              ),
            ),
        );
      const from = Number(cursor ?? '0') || 0;
      const next = from + limit < found.length ? { next: String(from + limit) } : {};
      return { submissions: found.slice(from, from + limit), total: found.length, ...next };
    },
    paused: async () => suspended,
    async setPaused(paused) {
      suspended = paused;
    },
    async keepDraft(draft) {
      for (const [ref, kept] of drafts) if (!live(kept)) drafts.delete(ref);
      drafts.set(draft.ref, draft);
    },
    async draft(ref) {
      const found = drafts.get(ref);
      return found && live(found) ? found : undefined;
    },
    async dropDraft(ref) {
      drafts.delete(ref);
    },
  };
}
