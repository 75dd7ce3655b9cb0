'use client';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { baseMessages } from './base.messages.js';
import { SocleContext } from './context.js';
import { createTranslator } from './messages.js';

/** FNV-1a of a text, as 8 hexadecimal digits: enough to recognise the same fault, nothing of its content. */
export function stackHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

export interface SocleBoundaryProps {
  /** Name told to `onError`. */
  readonly component: string;
  readonly children?: ReactNode;
}

/** Keeps the rest of the page when one component breaks: a compact panel with a reference, a report without data. */
export class SocleBoundary extends Component<SocleBoundaryProps, { readonly reference: string | undefined }> {
  static override contextType = SocleContext;
  declare context: React.ContextType<typeof SocleContext>;
  override state: { reference: string | undefined } = { reference: undefined };

  static getDerivedStateFromError(error: unknown): { reference: string } {
    return { reference: stackHash(error instanceof Error ? `${error.name}${error.stack ?? ''}` : 'unknown') };
  }

  override componentDidCatch(error: unknown, _info: ErrorInfo): void {
    const chunk = error instanceof Error && /dynamically imported module|Loading chunk/i.test(error.message);
    this.context.report({
      component: this.props.component,
      code: chunk ? 'chunk' : 'render',
      stackHash: this.state.reference ?? '00000000',
    });
  }

  override render(): ReactNode {
    const { reference } = this.state;
    if (reference === undefined) return this.props.children;
    const t = createTranslator(baseMessages, this.context.locale, { provider: this.context.messages });
    return (
      <div className="sc-block sc-broken" role="alert" data-sc-component="SocleBoundary">
        <p className="sc-text sc-broken-title">{t('broken')}</p>
        <p className="sc-text sc-muted">{t('brokenReference', { reference })}</p>
        <button
          type="button"
          className="sc-button sc-focusable"
          onClick={() => this.setState({ reference: undefined })}
        >
          {t('brokenRetry')}
        </button>
      </div>
    );
  }
}
