import { serveValidation, type ValidationPort } from '../../src/worker.js';

serveValidation(globalThis as unknown as ValidationPort);
