import type { Locale } from '@socle-sante/core/finding';

/** What the page itself says; the rest is in the kit. */
export const words: Readonly<
  Record<Locale, Readonly<Record<'title' | 'check' | 'intro' | 'rules' | 'language', string>>>
> = {
  fr: {
    title: 'Contrôle d’un document CDA',
    check: 'Votre document',
    intro:
      'Déposez un document CDA : les règles compilées l’examinent dans votre navigateur. Rien ne quitte cette page, qui fonctionne aussi hors connexion une fois ouverte.',
    rules:
      'Les règles de démonstration sont inventées : elles ne remplacent pas celles des autorités, que vous pouvez compiler depuis votre copie.',
    language: 'Langue',
  },
  en: {
    title: 'Check of a CDA document',
    check: 'Your document',
    intro:
      'Drop a CDA document: compiled rules examine it in your browser. Nothing leaves this page, which works offline once it is open.',
    rules:
      'The demonstration rules are invented: they do not stand for those of the authorities, which you can compile from your own copy.',
    language: 'Language',
  },
};
