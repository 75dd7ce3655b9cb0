import { packs } from 'virtual:packs';
import type { Locale } from '@socle-sante/core/finding';
import { DocumentCheck } from '@socle-sante/react/common';
import { SocleProvider } from '@socle-sante/react/provider';
import { createValidationClient } from '@socle-sante/schematron/worker';
import { type ReactNode, useEffect, useState } from 'react';
import { words } from './words.ts';

const languages: readonly (readonly [Locale, string])[] = [
  ['fr', 'Français'],
  ['en', 'English'],
];
const client = createValidationClient(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
const offered = packs.map(({ address, ...pack }) => ({ ...pack, address: new URL(address, document.baseURI) }));

export function Page(): ReactNode {
  const [locale, setLocale] = useState<Locale>('fr');
  const t = words[locale];
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = t.title;
  }, [locale, t]);
  return (
    <SocleProvider locale={locale} theme="auto">
      <div className="page sc-block">
        <header className="page-head">
          <h1 className="page-title">{t.title}</h1>
          <fieldset className="page-languages" aria-label={t.language}>
            {languages.map(([code, label]) => (
              <button
                key={code}
                type="button"
                lang={code}
                className="page-language sc-focusable"
                aria-pressed={code === locale}
                onClick={() => setLocale(code)}
              >
                {label}
              </button>
            ))}
          </fieldset>
        </header>
        <main className="page-main">
          <p className="sc-text">{t.intro}</p>
          <DocumentCheck client={client} packs={offered} messages={{ title: t.check }} />
        </main>
        <footer className="page-foot">
          <p className="sc-text sc-muted">{t.rules}</p>
        </footer>
      </div>
    </SocleProvider>
  );
}
