import type { GatewayClient } from '@socle-sante/gateway/client';
import type { ComponentType, ReactElement } from 'react';
import { SocleProvider } from '../provider.js';

/** A story whose components ask this client instead of the in-memory gateway. */
export function withClient(client: GatewayClient): { readonly decorators: ((Story: ComponentType) => ReactElement)[] } {
  return {
    decorators: [
      (Story) => (
        <SocleProvider client={client}>
          <Story />
        </SocleProvider>
      ),
    ],
  };
}
