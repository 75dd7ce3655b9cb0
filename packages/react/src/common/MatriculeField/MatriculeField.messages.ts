import { defineMessages } from '../../base/messages.js';
import { plural } from '../../base/plural.js';

export const matriculeFieldMessages = defineMessages('matriculeField', {
  fr: {
    label: 'Matricule INS',
    hint: '15 caractères, clé comprise. Exemple : 2 75 12 63 220 749 74',
    missing: plural('n', { one: 'Il manque {n} caractère', other: 'Il manque {n} caractères' }),
    key: 'Clé incorrecte : attendu {k}',
    format: 'Chiffres uniquement, sauf 2A ou 2B pour la Corse',
    required: 'Indiquez le matricule INS',
    correct: 'Clé correcte',
  },
  en: {
    label: 'Matricule INS',
    hint: '15 characters, key included. Example: 2 75 12 63 220 749 74',
    missing: plural('n', { one: '{n} character is missing', other: '{n} characters are missing' }),
    key: 'Wrong key: expected {k}',
    format: 'Digits only, except 2A or 2B for Corsica',
    required: 'Enter the matricule INS',
    correct: 'The key is right',
  },
});
