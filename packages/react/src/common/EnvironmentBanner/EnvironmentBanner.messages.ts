import { defineMessages } from '../../base/messages.js';

export const environmentBannerMessages = defineMessages('environmentBanner', {
  fr: {
    label: 'Environnement',
    simulator: 'Simulateur local : aucune donnée n’est envoyée',
    'bac-a-sable': 'Bac à sable : identités fictives uniquement',
    test: 'Environnement de test',
    formation: 'Environnement de formation',
    production: 'Production',
    mixed: 'Environnements différents selon les services',
    watermark: 'DOCUMENT DE TEST',
    'short.simulator': 'simulateur',
    'short.bac-a-sable': 'bac à sable',
    'short.test': 'test',
    'short.formation': 'formation',
    'short.production': 'production',
  },
  en: {
    label: 'Environment',
    simulator: 'Local simulator: nothing leaves this machine',
    'bac-a-sable': 'Sandbox: fictitious identities only',
    test: 'Test environment',
    formation: 'Training environment',
    production: 'Production',
    mixed: 'Services point at different environments',
    watermark: 'TEST DOCUMENT',
    'short.simulator': 'simulator',
    'short.bac-a-sable': 'sandbox',
    'short.test': 'test',
    'short.formation': 'training',
    'short.production': 'production',
  },
});
