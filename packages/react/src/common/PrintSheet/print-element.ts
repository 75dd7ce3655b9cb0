/** Copies the style sheets of a page, so that the copy looks the same. */
function copyStyles(from: Document, to: Document, nonce: string | undefined): Promise<unknown> {
  const waits: Promise<unknown>[] = [];
  for (const node of from.querySelectorAll<HTMLElement>('link[rel="stylesheet"], style')) {
    const copy = to.importNode(node, true);
    if (nonce) copy.setAttribute('nonce', nonce);
    if (copy instanceof HTMLLinkElement || copy.tagName === 'LINK') {
      waits.push(
        new Promise((done) => {
          copy.addEventListener('load', done);
          copy.addEventListener('error', done);
        }),
      );
    }
    to.head.append(copy);
  }
  return Promise.all(waits);
}

/** Milliseconds that printing waits for what the copy shows of its own bytes. */
const CONTENT_MS = 3000;

/** Waits for the frames and images of the copy: their text and their bytes are in the page, nothing is fetched. */
function contentsOf(copy: HTMLElement): Promise<unknown> {
  const waits = [...copy.querySelectorAll<HTMLIFrameElement | HTMLImageElement>('iframe, img')]
    .filter((node) => !('complete' in node && node.complete))
    .map(
      (node) =>
        new Promise((done) => {
          node.addEventListener('load', done, { once: true });
          node.addEventListener('error', done, { once: true });
        }),
    );
  return Promise.race([Promise.all(waits), new Promise((done) => setTimeout(done, CONTENT_MS))]);
}

/**
 * Prints one element and nothing else of the page: a copy in a hidden frame of the same origin, with the same style
 * sheets. Nothing is fetched, nothing is sent, no script runs in the frame.
 */
export async function printElement(element: HTMLElement, title: string, nonce?: string): Promise<void> {
  const page = element.ownerDocument;
  const frame = page.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0', visibility: 'hidden' });
  page.body.append(frame);
  const inside = frame.contentDocument;
  const view = frame.contentWindow;
  if (!inside || !view) {
    frame.remove();
    return;
  }
  inside.documentElement.lang = page.documentElement.lang;
  inside.title = title;
  // The theme and the density stand on an element around.
  const around = element.closest('.sc-theme')?.cloneNode(false);
  const body = around instanceof HTMLElement ? inside.importNode(around, false) : inside.createElement('div');
  body.append(inside.importNode(element, true));
  inside.body.append(body);
  await Promise.all([copyStyles(page, inside, nonce), contentsOf(body)]);
  view.addEventListener('afterprint', () => frame.remove(), { once: true });
  view.focus();
  view.print();
}
