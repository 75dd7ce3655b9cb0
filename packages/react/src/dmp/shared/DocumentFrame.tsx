'use client';
import type { ReactNode } from 'react';
import { useSocle } from '../../base/context.js';

/** HTML made by the gateway, in a frame that runs no script, loads nothing and goes nowhere. */
export function DocumentFrame(props: {
  readonly html: string;
  readonly title: string;
  readonly className: string;
}): ReactNode {
  const { nonce } = useSocle();
  return (
    <iframe
      className={props.className}
      title={props.title}
      sandbox="allow-same-origin allow-modals"
      srcDoc={styled(props.html, nonce)}
      onLoad={(event) => settle(event.currentTarget)}
    />
  );
}

/** A frame made of text obeys the policy of its page too: its style sheet needs the nonce of the page. */
function styled(html: string, nonce: string | undefined): string {
  return nonce === undefined ? html : html.replace(/<style(?=[\s>])/g, `<style nonce="${nonce}"`);
}

/** The frame as high as its content, so that all of it is read and printed; a link may only lead within the document. */
function settle(frame: HTMLIFrameElement): void {
  const content = frame.contentDocument;
  if (content === null) return;
  frame.style.height = `${content.documentElement.scrollHeight + 2}px`;
  content.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Node ? closestLink(event.target) : undefined;
      const address = link?.getAttribute('href') ?? link?.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';
      if (link !== undefined && !address.startsWith('#')) event.preventDefault();
    },
    true,
  );
}

/** The link or the area around a node, of HTML or of SVG. */
function closestLink(node: Node): Element | undefined {
  for (let at: Node | null = node; at !== null; at = at.parentNode) {
    const name = at.nodeName.toLowerCase();
    if (name === 'a' || name === 'area') return at as Element;
  }
  return undefined;
}
