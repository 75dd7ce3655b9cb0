import { createGatewayClient } from '@socle-sante/gateway/client';
import { SocleProvider } from '@socle-sante/react/provider';
import { type ReactNode, useEffect } from 'react';
import { Page } from './Page.tsx';
import { locales, themes, usePreference } from './preferences.ts';
import { Shell } from './Shell.tsx';

const client = createGatewayClient({ baseUrl: '/socle' });
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const site = {
  print: {
    organisation: 'Cabinet M TEST',
    foot: 'Vos données sont traitées par le cabinet pour votre prise en charge. Pour exercer vos droits, adressez-vous au cabinet.',
  },
};

/** The whole product: one provider, the frame around every page, the page that the address names. */
export function Product(): ReactNode {
  const [locale, setLocale] = usePreference('locale', locales);
  const [theme, setTheme] = usePreference('theme', themes);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset['theme'] = theme;
  }, [locale, theme]);
  return (
    <SocleProvider
      client={client}
      locale={locale}
      theme={theme}
      density="compact"
      site={site}
      className="cabinet"
      {...(nonce ? { nonce } : {})}
    >
      <Shell locale={locale} onLocale={setLocale} theme={theme} onTheme={setTheme}>
        <Page />
      </Shell>
    </SocleProvider>
  );
}
