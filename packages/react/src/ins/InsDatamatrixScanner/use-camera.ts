'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export type CameraState = 'idle' | 'asking' | 'searching' | 'denied' | 'none' | 'failed';

/** Milliseconds between two readings, after the end of the first one. */
const PAUSE_MS = 120;
/** Longest side of a frame that is read, in pixels. */
const FRAME_PX = 960;

export interface Camera {
  readonly state: CameraState;
  start(): void;
  stop(): void;
}

/**
 * Reads the pictures of the camera until something is found. One picture at a time, on one canvas that is emptied at the
 * end: none is kept, none leaves the page.
 */
export function useCamera(options: {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly read: (frame: ImageData) => Promise<string | undefined>;
  readonly onFound: (text: string) => void;
}): Camera {
  const [state, setState] = useState<CameraState>('idle');
  const stream = useRef<MediaStream | undefined>(undefined);
  const session = useRef(0);
  const latest = useRef(options);
  latest.current = options;

  const release = useCallback(() => {
    session.current += 1;
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = undefined;
    const video = latest.current.video.current;
    if (video) video.srcObject = null;
  }, []);
  useEffect(() => release, [release]);

  const stop = useCallback(() => {
    release();
    setState('idle');
  }, [release]);

  const start = useCallback(() => {
    release();
    const mine = session.current;
    const alive = (): boolean => session.current === mine;
    const run = async (): Promise<void> => {
      // Absent outside a secure context.
      const devices: MediaDevices | undefined = navigator.mediaDevices;
      if (!devices) {
        setState('none');
        return;
      }
      setState('asking');
      const given = await devices.getUserMedia({
        audio: false,
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } },
      });
      if (!alive()) {
        for (const track of given.getTracks()) track.stop();
        return;
      }
      stream.current = given;
      setState('searching');
      const canvas = document.createElement('canvas');
      try {
        await watch(canvas, given, alive);
      } finally {
        canvas.width = 0;
        canvas.height = 0;
      }
    };
    const watch = async (canvas: HTMLCanvasElement, given: MediaStream, alive: () => boolean): Promise<void> => {
      while (alive()) {
        await new Promise((done) => setTimeout(done, PAUSE_MS));
        const video = latest.current.video.current;
        if (!video || !alive()) continue;
        if (video.srcObject !== given) {
          video.srcObject = given;
          await video.play().catch(() => {});
        }
        const frame = grab(video, canvas);
        const text = frame && (await latest.current.read(frame));
        if (text === undefined || !alive()) continue;
        release();
        setState('idle');
        latest.current.onFound(text);
      }
    };
    run().catch((error: unknown) => {
      if (!alive()) return;
      release();
      const name = error instanceof Error ? error.name : '';
      setState(
        name === 'NotAllowedError' || name === 'SecurityError'
          ? 'denied'
          : name === 'NotFoundError' || name === 'OverconstrainedError' || name === 'NotReadableError'
            ? 'none'
            : 'failed',
      );
    });
  }, [release]);

  return { state, start, stop };
}

function grab(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return undefined;
  const scale = Math.min(1, FRAME_PX / Math.max(videoWidth, videoHeight));
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}
