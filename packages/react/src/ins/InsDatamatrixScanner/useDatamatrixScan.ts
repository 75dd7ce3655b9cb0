'use client';
import type { DatamatrixDecodeOutput } from '@socle-sante/gateway/contract';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useEmit } from '../../base/use-emit.js';
import { type CameraState, useCamera } from './use-camera.js';
import { BURST_GAP_MS, chooseReading, createWedgeReader, isTerminator } from './wedge.js';

export type ScanSource = 'camera' | 'wedge' | 'file';

export interface DatamatrixScanOptions {
  /** Ways offered; the camera is never the only one. All three by default. */
  readonly sources?: readonly ScanSource[];
  /**
   * Address, on the vendor's own site, of `zxing_reader.wasm` (in `zxing-wasm/dist/reader`). Without it the camera and
   * the images are not offered: nothing is ever fetched from elsewhere.
   */
  readonly wasmUrl?: string;
  /** What the scanner sends in place of the separator U+001D, beyond the usual spellings. */
  readonly gsAliases?: readonly string[];
  /** An accepted identity. It stays provisional. */
  readonly onScan?: (decoded: DatamatrixDecodeOutput) => void;
  readonly onEvent?: NonNullable<BaseProps['onEvent']>;
}

/** What stopped a reading before the server saw it. */
export type ScanProblem = 'unreadable' | 'noCode' | 'failed';

export interface DatamatrixScan {
  readonly sources: readonly ScanSource[];
  /** True when camera and images are wanted but there is no `wasmUrl`. */
  readonly isReaderMissing: boolean;
  readonly camera: CameraState;
  readonly isListening: boolean;
  /** Reading an image. */
  readonly isReading: boolean;
  readonly problem: ScanProblem | undefined;
  /** What the server says of the code. */
  readonly decoding: Action<string, DatamatrixDecodeOutput>;
  readonly result: DatamatrixDecodeOutput | undefined;
  start(source: 'camera' | 'wedge'): void;
  stop(): void;
  readFile(file: Blob): void;
  /** A text pasted or typed in the scan field. */
  readText(text: string): void;
  reset(): void;
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return (
    target instanceof HTMLInputElement && !/^(?:button|checkbox|radio|submit|reset|file|range|color)$/.test(target.type)
  );
}

/** Reads a datamatrix by camera, hand scanner or image. Whatever the way, the server decodes and the identity stays provisional. */
export function useDatamatrixScan(
  options: DatamatrixScanOptions & {
    readonly video: RefObject<HTMLVideoElement | null>;
    /** The field where a hand scanner may type. */
    readonly field: RefObject<HTMLInputElement | null>;
  },
): DatamatrixScan {
  const { sources = ['wedge', 'camera', 'file'], wasmUrl, gsAliases, onScan, field } = options;
  const client = useGatewayClient();
  const emit = useEmit('InsDatamatrixScanner', options.onEvent);
  const [problem, setProblem] = useState<ScanProblem>();
  const [isListening, setListening] = useState(false);
  const [isReading, setReading] = useState(false);

  const decoding = useAction<string, DatamatrixDecodeOutput>(async (text, signal) => {
    const decoded = await client.ins.datamatrix.decode(
      { text, ...(gsAliases ? { gsAliases: [...gsAliases] } : {}) },
      { signal },
    );
    emit('ins.datamatrix.scanned', { outcome: decoded.identity ? 'success' : 'refused' });
    if (decoded.identity) onScan?.(decoded);
    return decoded;
  });
  const { run, reset: resetDecoding } = decoding;

  /** Most characters that the server takes. */
  const decode = useCallback(
    (text: string) => {
      if (text === '' || text.length > 600) {
        setProblem('unreadable');
        return;
      }
      setProblem(undefined);
      void run(text);
    },
    [run],
  );

  const load = useCallback(
    async (image: Blob | ImageData) => {
      if (wasmUrl === undefined) return undefined;
      const { readImage } = await import('./read-image.js');
      return readImage(image, wasmUrl);
    },
    [wasmUrl],
  );
  const camera = useCamera({ video: options.video, read: load, onFound: decode });

  useEffect(() => {
    if (!isListening) return;
    const reader = createWedgeReader();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (): boolean => {
      clearTimeout(timer);
      const burst = reader.take();
      if (!burst) return false;
      if (field.current) field.current.value = '';
      const text = chooseReading(burst);
      decode(text);
      return true;
    };
    const onKey = (event: KeyboardEvent): void => {
      // Typing in another field is never touched.
      if (isTextField(event.target) && event.target !== field.current) return;
      if (event.isComposing) return;
      if (isTerminator(event)) {
        // The end of a burst must not press the button that has the focus, nor leave the field.
        if (finish()) event.preventDefault();
        return;
      }
      const inside = reader.push(event);
      if (inside) event.preventDefault();
      clearTimeout(timer);
      // Some scanners send no key at the end.
      timer = setTimeout(finish, 4 * BURST_GAP_MS);
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [isListening, decode, field]);

  const { start: startCamera, stop: stopCamera } = camera;
  const stop = useCallback(() => {
    stopCamera();
    setListening(false);
  }, [stopCamera]);
  const reset = useCallback(() => {
    setProblem(undefined);
    resetDecoding();
  }, [resetDecoding]);
  const start = useCallback(
    (source: 'camera' | 'wedge') => {
      stop();
      reset();
      if (source === 'camera' && wasmUrl !== undefined) startCamera();
      if (source === 'wedge') setListening(true);
    },
    [stop, reset, startCamera, wasmUrl],
  );
  const readFile = useCallback(
    (file: Blob) => {
      stop();
      reset();
      setReading(true);
      load(file)
        .then(
          (text) => (text === undefined ? setProblem('noCode') : decode(text)),
          (error: unknown) => setProblem(error instanceof DOMException ? 'noCode' : 'failed'),
        )
        .finally(() => setReading(false));
    },
    [stop, reset, load, decode],
  );

  const wanted = sources.includes('camera') || sources.includes('file');
  const state = decoding.state;
  return {
    // The camera is never the only way.
    sources: sources.includes('wedge') || !wanted ? sources : ['wedge', ...sources],
    isReaderMissing: wanted && wasmUrl === undefined,
    camera: camera.state,
    isListening,
    isReading,
    problem,
    decoding,
    result: state.status === 'success' ? state.data : undefined,
    start,
    stop,
    readFile,
    readText: decode,
    reset,
  };
}
