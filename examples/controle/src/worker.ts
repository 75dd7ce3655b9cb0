import { serveValidation, type ValidationPort } from '@socle-sante/schematron/worker';

serveValidation(globalThis as unknown as ValidationPort);
