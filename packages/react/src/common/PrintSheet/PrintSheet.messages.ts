import { defineMessages } from '../../base/messages.js';

export const printSheetMessages = defineMessages('printSheet', {
  fr: {
    print: 'Imprimer',
    preview: 'Aperçu avant impression',
    page: 'Page {n} / {total}',
    printedOn: 'Imprimé le {at}',
    watermark: 'DOCUMENT DE TEST',
    foot: 'Document contenant des données de santé à caractère personnel : à conserver et à détruire selon les règles de la structure.',
  },
  en: {
    print: 'Print',
    preview: 'Print preview',
    page: 'Page {n} / {total}',
    printedOn: 'Printed on {at}',
    watermark: 'TEST DOCUMENT',
    foot: 'Document with personal health data: keep and destroy it by the rules of the organisation.',
  },
});
