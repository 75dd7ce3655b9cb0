'use client';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { Density, Theme } from '../tokens.js';
import { cx } from './component.js';
import { SocleContext, useSocle } from './context.js';

/** Another theme or density for a part of the page. May be nested. */
export function SocleTheme(props: {
  readonly theme?: Theme;
  readonly density?: Density;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  const parent = useSocle();
  const { theme = parent.theme, density = parent.density } = props;
  const value = useMemo(() => ({ ...parent, theme, density }), [parent, theme, density]);
  return (
    <SocleContext.Provider value={value}>
      <div
        className={cx('sc-root', props.theme && 'sc-theme', props.density && 'sc-density', props.className)}
        data-sc-theme={props.theme}
        data-sc-density={props.density}
      >
        {props.children}
      </div>
    </SocleContext.Provider>
  );
}
