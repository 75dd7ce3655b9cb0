import { EnvironmentBanner, ServiceStatus } from '@socle-sante/react/common';
import { DmpTraceabilityNotice } from '@socle-sante/react/dmp';
import { type ReactNode, useId } from 'react';
import { addresses, follow, useAddress } from './navigation.ts';
import { locales, themes } from './preferences.ts';
import { useWords } from './words.ts';

type Locale = (typeof locales)[number];
type Theme = (typeof themes)[number];

const pages = ['home', 'imported', 'sendings', 'journal', 'services'] as const;
const languages: Readonly<Record<Locale, string>> = { fr: 'Français', en: 'English' };

/** The frame around every page: menu, state of the services, language, appearance. */
export function Shell(props: {
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords();
  const address = useAddress();
  return (
    <div className="cab-page">
      <a className="cab-skip" href="#contenu">
        {words.skip}
      </a>
      <header>
        <EnvironmentBanner />
        <div className="cab-head">
          <p className="cab-product">{words.product}</p>
          <nav aria-label={words.menu}>
            <ul className="cab-menu">
              {pages.map((page) => (
                <li key={page}>
                  <a
                    className="cab-menu-link"
                    href={addresses[page]}
                    aria-current={address === addresses[page] ? 'page' : undefined}
                    onClick={follow}
                  >
                    {words[page]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="cab-tools">
            <ServiceStatus services={['insi', 'dmp']} />
            <Choice
              label={words.language}
              value={props.locale}
              values={locales}
              text={languages}
              onChange={props.onLocale}
            />
            <Choice
              label={words.theme}
              value={props.theme}
              values={themes}
              text={{
                auto: words['theme.auto'],
                light: words['theme.light'],
                dark: words['theme.dark'],
                contrast: words['theme.contrast'],
              }}
              onChange={props.onTheme}
            />
          </div>
        </div>
      </header>
      <DmpTraceabilityNotice />
      <main id="contenu" className="cab-main" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}

function Choice<V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly values: readonly V[];
  readonly text: Readonly<Record<V, string>>;
  readonly onChange: (value: V) => void;
}): ReactNode {
  const id = useId();
  const choose = (typed: string): void => {
    const value = props.values.find((one) => one === typed);
    if (value) props.onChange(value);
  };
  return (
    <div className="cab-choice">
      <label className="sc-hidden" htmlFor={id}>
        {props.label}
      </label>
      <select id={id} className="cab-select" value={props.value} onChange={(event) => choose(event.target.value)}>
        {props.values.map((value) => (
          <option key={value} value={value}>
            {props.text[value]}
          </option>
        ))}
      </select>
    </div>
  );
}
