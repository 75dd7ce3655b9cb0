/** Language of a text. */
export type TextLocale = 'fr' | 'en';

/** What the user reads of an error: what happened, what to do. `{placeholders}` come from the error. */
export interface ErrorText {
  readonly title: string;
  readonly action: string;
}

/** Keyed by official code in lower case, then by code of the gateway or of the service. */
export type ErrorTexts = Readonly<Record<string, Readonly<Record<TextLocale, ErrorText>>>>;

/** One row of the table. */
export const text = (frTitle: string, frAction: string, enTitle: string, enAction: string) => ({
  fr: { title: frTitle, action: frAction },
  en: { title: enTitle, action: enAction },
});
