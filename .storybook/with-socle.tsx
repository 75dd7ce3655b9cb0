import { createGatewayClient } from '@socle-sante/gateway/client';
import type { DemoChange, DemoRole, DemoScenarioId } from '@socle-sante/gateway/demo';
import { SocleProvider, type SocleUiFault } from '@socle-sante/react/provider';
import type { Density, Theme } from '@socle-sante/react/tokens';
import type { Decorator } from '@storybook/react-vite';
import { type ReactNode, useState } from 'react';
import { startDemo } from '../packages/react/src/testing/demo.ts';
import { pseudoLong } from './pseudo-long.ts';

/** 21 November 2026, 10:00 in Paris. */
const FIXED = Date.parse('2026-11-21T09:00:00Z');
const shifts: Readonly<Record<string, number>> = { fixed: 0, plus21: 21 * 60_000, plus31: 31 * 60_000 };

/** Puts a story inside a provider that follows the toolbar, over the in-memory gateway. */
export const withSocle: Decorator = (Story, { globals, parameters, id }) => {
  const text = (name: string): string => String(globals[name] ?? '');
  const network: DemoChange =
    text('network') === 'offline' ? { offline: true } : text('network') === 'slow' ? { slow: 6000 } : {};
  const change: DemoChange = {
    scenario: (parameters['scenario'] ?? (text('scenario') || 'nominal')) as DemoScenarioId,
    role: (text('role') || 'medecin') as DemoRole,
    ...network,
    ...(parameters['demo'] as DemoChange | undefined),
  };
  const shift = shifts[text('clock')] ?? 0;
  const key = JSON.stringify([id, change, shift]);
  return (
    <World key={key} change={change} shift={shift} globals={globals} parameters={parameters}>
      <Story />
    </World>
  );
};

function World(props: {
  readonly change: DemoChange;
  readonly shift: number;
  readonly globals: Record<string, unknown>;
  readonly parameters: Record<string, unknown>;
  readonly children: ReactNode;
}) {
  const { globals, parameters } = props;
  const [{ client, now }] = useState(() => {
    const clock = () => new Date(FIXED + props.shift);
    const demo = startDemo(props.change, clock);
    return { now: clock, client: createGatewayClient({ baseUrl: `${location.origin}/socle`, fetch: demo.fetch }) };
  });
  const theme = String(globals['theme'] ?? 'light');
  const locale = String(globals['locale'] ?? 'fr');
  const vendor = theme === 'vendor-a';
  return (
    <SocleProvider
      client={client}
      locale={locale === 'en' ? 'en' : 'fr'}
      theme={vendor ? 'light' : (theme as Theme)}
      density={(globals['density'] ?? 'comfortable') as Density}
      messages={locale === 'long' ? pseudoLong : noMessages}
      now={now}
      className={vendor ? 'vendor-a' : ''}
      onError={fail}
      {...(parameters['provider'] as object | undefined)}
    >
      <div className="sc-block story-page" data-wide={parameters['layout'] === 'fullscreen' || undefined}>
        {props.children}
      </div>
    </SocleProvider>
  );
}

const noMessages = {};

/** A component that breaks must break its story, though the kit keeps the rest of the page. */
function fail(fault: SocleUiFault): void {
  setTimeout(() => {
    throw new Error(`${fault.component}: ${fault.code} ${fault.detail ?? fault.stackHash}`);
  });
}
