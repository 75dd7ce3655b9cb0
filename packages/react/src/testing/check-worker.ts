import { serveValidation, type ValidationPort } from '@socle-sante/schematron/worker';

// The whole script of the worker of a page that checks documents.
serveValidation(globalThis as unknown as ValidationPort);
