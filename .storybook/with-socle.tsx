import { createGatewayClient } from '@socle-sante/gateway/client';
import { SocleProvider } from '@socle-sante/react/provider';
import type { Decorator } from '@storybook/react-vite';
import { useMemo } from 'react';
import { demoFetch } from './demo.ts';
import { pseudoLong } from './pseudo-long.ts';

/** 21 November 2026, 10:00 in Paris. */
const FIXED = Date.parse('2026-11-21T09:00:00Z');
const shifts: Readonly<Record<string, number>> = { fixed: 0, plus21: 21 * 60_000, plus31: 31 * 60_000 };

type Locale = 'fr' | 'en';
type Theme = 'light' | 'dark' | 'contrast';

/** Puts a story inside a provider that follows the toolbar, over the in-memory gateway. */
export const withSocle: Decorator = (Story, { globals, parameters, id }) => {
  const text = (name: string): string => String(globals[name] ?? '');
  const settings = {
    scenario: String(parameters['scenario'] ?? text('scenario')),
    network: text('network'),
    role: text('role'),
    id,
  };
  const shift = shifts[text('clock')] ?? 0;
  const now = useMemo(() => () => new Date(FIXED + shift), [shift]);
  const key = JSON.stringify(settings);
  const client = useMemo(
    () => createGatewayClient({ baseUrl: 'https://demo.invalid/socle', fetch: demoFetch(settings, now) }),
    [key, now],
  );
  const vendor = text('theme') === 'vendor-a';
  const theme: Theme = vendor ? 'light' : ((text('theme') || 'light') as Theme);
  const long = text('locale') === 'long';
  const locale: Locale = text('locale') === 'en' ? 'en' : 'fr';
  return (
    <SocleProvider
      key={key}
      client={client}
      locale={locale}
      theme={theme}
      density={(text('density') || 'comfortable') as 'comfortable' | 'compact' | 'clinical'}
      messages={long ? pseudoLong : noMessages}
      now={now}
      className={vendor ? 'vendor-a' : ''}
      {...(parameters['provider'] as object | undefined)}
    >
      <div className="sc-block story-page" data-wide={parameters['layout'] === 'fullscreen' || undefined}>
        <Story />
      </div>
    </SocleProvider>
  );
};

const noMessages = {};
