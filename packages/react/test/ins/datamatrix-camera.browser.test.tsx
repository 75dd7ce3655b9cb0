import { createGatewayClient } from '@socle-sante/gateway/client';
import { createDemoGateway } from '@socle-sante/gateway/demo';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { SocleProvider } from '../../src/base/SocleProvider.js';
import { drawSymbol } from '../../src/ins/InsDatamatrix/draw-symbol.js';
import { InsDatamatrixScanner } from '../../src/ins/InsDatamatrixScanner/InsDatamatrixScanner.js';

const text = `IS01${'0'.repeat(22)}S1275126322074974S21.2.250.1.213.1.4.10S3ZOE\u001DS4ADRUN\u001DS5FS631-12-1975S763220`;

/** A camera that films a datamatrix. */
function filmed(): { stream: MediaStream; stop: () => void; canvas: HTMLCanvasElement } {
  const { path, modules } = drawSymbol(text);
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('context');
  const paint = (): void => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = '#000';
    const scale = 300 / (2 * modules);
    context.setTransform(scale, 0, 0, scale, 170, 90);
    context.fill(new Path2D(path), 'evenodd');
  };
  paint();
  const timer = setInterval(paint, 50);
  return { stream: canvas.captureStream(20), stop: () => clearInterval(timer), canvas };
}

let root: Root | undefined;
afterEach(() => {
  root?.unmount();
  vi.restoreAllMocks();
});

function mount(onScan: (decoded: unknown) => void): HTMLElement {
  const demo = createDemoGateway({ latency: false, clock: () => new Date('2026-11-21T09:00:00Z') });
  const client = createGatewayClient({ baseUrl: `${location.origin}/socle`, fetch: demo.fetch });
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  root.render(
    <SocleProvider client={client}>
      <InsDatamatrixScanner wasmUrl={wasmUrl} onScan={onScan} />
    </SocleProvider>,
  );
  return host;
}

const button = async (host: HTMLElement, name: string): Promise<HTMLButtonElement> =>
  vi.waitFor(() => {
    const found = [...host.querySelectorAll('button')].find((one) => one.textContent?.includes(name));
    if (!found) throw new Error(`no button ${name}`);
    return found;
  });

test('the camera reads a datamatrix, then stops and keeps nothing', async () => {
  const { stream, stop } = filmed();
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  const onScan = vi.fn();
  const host = mount(onScan);
  (await button(host, 'caméra')).click();
  await vi.waitFor(() => expect(host.textContent).toContain('ADRUN'), { timeout: 15_000 });
  stop();
  expect(onScan).toHaveBeenCalledWith(expect.objectContaining({ status: 'PROV' }));
  expect(host.textContent).toContain('reste provisoire');
  // The camera is off and no picture is left in the page.
  expect(stream.getTracks().every((track) => track.readyState === 'ended')).toBe(true);
  expect(host.querySelector('video, canvas, img')).toBeNull();
});

test('an image file is read in the same way', async () => {
  const { canvas, stop } = filmed();
  stop();
  const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => made && done(made)));
  const onScan = vi.fn();
  const host = mount(onScan);
  const input = await vi.waitFor(() => {
    const found = host.querySelector<HTMLInputElement>('input[type="file"]');
    if (!found) throw new Error('no input');
    return found;
  });
  const transfer = new DataTransfer();
  transfer.items.add(new File([blob], 'photo.png', { type: 'image/png' }));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(host.textContent).toContain('ADRUN'), { timeout: 15_000 });
  expect(onScan).toHaveBeenCalledOnce();
});
