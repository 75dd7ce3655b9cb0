import { fr } from '@socle-sante/react/messages/fr';

/** French labels, 40 % longer: shows what is cut or overflows before a translator finds it. */
export const pseudoLong = Object.fromEntries(
  Object.entries(fr).map(([key, message]) => [
    key,
    typeof message === 'string'
      ? `${message} ${'·longs'.repeat(Math.max(1, Math.round(message.length / 15)))}`
      : message,
  ]),
);
