'use client';
import { isSocleError, type UserText } from '@socle-sante/core/error';
import type { Locale } from '@socle-sante/core/finding';
import type { RemotePack, SourceText, ValidationClient, ValidationOutcome } from '@socle-sante/schematron/worker';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** A compiled pack that the page offers. */
export interface CheckPack {
  readonly key: string;
  readonly label: Readonly<Record<Locale, string>>;
  /** Of the entry that `pageFiles` made: a file of the site. */
  readonly address: string | URL;
  /** `official`: rules of an authority, quoted in the language of their author. */
  readonly layer: 'native' | 'official';
  /** What the rules come from: `ContenuCDA-3-0`. */
  readonly source?: string;
  readonly version?: string;
}

/** A document that was chosen. */
export interface CheckedDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why there is no verdict. `line` and `column`: where the document could not be read. */
export interface CheckFailure {
  readonly code: string;
  readonly userMessage: Readonly<Record<Locale, UserText>>;
  readonly line?: number;
  readonly column?: number;
}

/** A pack that was applied, and what the worker knows of it. */
export interface AppliedPack {
  readonly pack: CheckPack;
  readonly remote: RemotePack;
}

export type CheckState =
  | { readonly stage: 'idle' }
  | { readonly stage: 'loading' | 'reading' | 'checking'; readonly done: number; readonly document: CheckedDocument }
  | {
      readonly stage: 'done';
      readonly document: CheckedDocument;
      readonly applied: readonly AppliedPack[];
      readonly outcome: ValidationOutcome;
    }
  | { readonly stage: 'failed'; readonly document: CheckedDocument; readonly failure: CheckFailure }
  | { readonly stage: 'cancelled'; readonly document: CheckedDocument };

export interface DocumentCheckOptions {
  /** The worker of the page: `createValidationClient(worker)`. */
  readonly client: ValidationClient;
  readonly packs: readonly CheckPack[];
  /** How long the rules of a pack may run, in milliseconds. 60 000 by default. */
  readonly maxMilliseconds?: number;
}

export interface DocumentCheckView {
  readonly state: CheckState;
  /** Keys of the packs that will be applied. All at first. */
  readonly selected: ReadonlySet<string>;
  /** What is known of a pack once loaded. */
  readonly loaded: ReadonlyMap<string, RemotePack>;
  select(key: string, selected: boolean): void;
  check(document: CheckedDocument): Promise<void>;
  cancel(): void;
  reset(): void;
  /** The text of the document, to show places. */
  source(): Promise<SourceText | undefined>;
}

/** A document checked in a worker: what is loaded, what runs, what came out. Nothing leaves the page. */
export function useDocumentCheck({ client, packs, maxMilliseconds = 60_000 }: DocumentCheckOptions): DocumentCheckView {
  const [state, setState] = useState<CheckState>({ stage: 'idle' });
  const [unselected, setUnselected] = useState<ReadonlySet<string>>(new Set());
  const [loaded, setLoaded] = useState<ReadonlyMap<string, RemotePack>>(new Map());
  const loading = useRef(new Map<string, Promise<RemotePack>>());
  const running = useRef<AbortController | undefined>(undefined);
  const text = useRef<{ readonly bytes: Uint8Array; readonly source: SourceText } | undefined>(undefined);
  const selected = useMemo(
    () => new Set(packs.map(({ key }) => key).filter((key) => !unselected.has(key))),
    [packs, unselected],
  );

  const load = useCallback(
    (pack: CheckPack): Promise<RemotePack> => {
      const known = loading.current.get(pack.key);
      if (known !== undefined) return known;
      const promise = client.load(pack.address);
      loading.current.set(pack.key, promise);
      promise.then(
        (remote) => setLoaded((all) => new Map(all).set(pack.key, remote)),
        () => loading.current.delete(pack.key),
      );
      return promise;
    },
    [client],
  );
  // Everything is loaded with the page: a check asks the network for nothing.
  useEffect(() => {
    for (const pack of packs) load(pack).catch(() => {});
  }, [packs, load]);
  useEffect(() => () => running.current?.abort(), []);

  const check = useCallback(
    async (document: CheckedDocument): Promise<void> => {
      running.current?.abort();
      const stop = new AbortController();
      running.current = stop;
      const set = (next: CheckState): void => {
        if (running.current === stop) setState(next);
      };
      set({ stage: 'loading', done: 0, document });
      try {
        const wanted = packs.filter(({ key }) => selected.has(key));
        const applied = await Promise.all(wanted.map(async (pack) => ({ pack, remote: await load(pack) })));
        stop.signal.throwIfAborted();
        let told = -1;
        const outcome = await client.validate(document.bytes, {
          packs: applied.map(({ remote }) => remote),
          name: document.name,
          signal: stop.signal,
          limits: { milliseconds: maxMilliseconds },
          onProgress({ stage, done }) {
            const percent = Math.floor(done * 100);
            if (percent === told) return;
            told = percent;
            set({ stage, done, document });
          },
        });
        set({ stage: 'done', document, applied, outcome });
      } catch (thrown) {
        if (stop.signal.aborted) set({ stage: 'cancelled', document });
        else set({ stage: 'failed', document, failure: failureOf(thrown) });
      }
    },
    [client, load, maxMilliseconds, packs, selected],
  );

  const current = state.stage === 'idle' ? undefined : state.document.bytes;
  return {
    state,
    selected,
    loaded,
    select: useCallback((key, wanted) => {
      setUnselected((all) => new Set(wanted ? [...all].filter((one) => one !== key) : [...all, key]));
    }, []),
    check,
    cancel: useCallback(() => running.current?.abort(), []),
    reset: useCallback(() => {
      running.current?.abort();
      running.current = undefined;
      text.current = undefined;
      setState({ stage: 'idle' });
    }, []),
    source: useCallback(async () => {
      if (current === undefined) return undefined;
      if (text.current?.bytes !== current) {
        const { openSource } = await import('@socle-sante/schematron/worker');
        try {
          text.current = { bytes: current, source: openSource(current) };
        } catch {
          return undefined;
        }
      }
      return text.current.source;
    }, [current]),
  };
}

const unexpected: CheckFailure['userMessage'] = {
  fr: { title: 'Le contrôle s’est interrompu', action: 'Rechargez la page et recommencez.' },
  en: { title: 'The check broke off', action: 'Reload the page and try again.' },
};

function failureOf(thrown: unknown): CheckFailure {
  if (!isSocleError(thrown)) return { code: 'worker.internal', userMessage: unexpected };
  const { line, column } = thrown as { readonly line?: unknown; readonly column?: unknown };
  return {
    code: thrown.code,
    userMessage: thrown.userMessage,
    ...(typeof line === 'number' && typeof column === 'number' ? { line, column } : {}),
  };
}
