'use client';
import { useMemo } from 'react';
import { useSocle } from './context.js';
import { type Catalogue, createTranslator, type Message, type Messages, type Translate } from './messages.js';

/** The labels of a catalogue in the language of the page, after the replacements of the provider and of the component. */
export function useMessages<FR extends Messages>(
  catalogue: Catalogue<FR>,
  local?: { readonly [K in keyof FR]?: Message },
): Translate<FR> {
  const { locale, messages, report } = useSocle();
  return useMemo(
    () =>
      createTranslator(catalogue, locale, {
        provider: messages,
        ...(local ? { local } : {}),
        onRefused: (key) => report({ component: catalogue.name, code: 'override', stackHash: '00000000', detail: key }),
      }),
    [catalogue, locale, messages, local, report],
  );
}
