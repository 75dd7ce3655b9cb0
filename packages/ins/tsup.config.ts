import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    validate: 'src/validate.ts',
    messages: 'src/messages.ts',
    datamatrix: 'src/datamatrix.ts',
    hl7v2: 'src/hl7v2.ts',
    cda: 'src/cda.ts',
    xds: 'src/xds.ts',
    fhir: 'src/fhir.ts',
    mailbox: 'src/mailbox.ts',
    requirements: 'src/requirements.ts',
    insi: 'src/insi.ts',
    vitale: 'src/vitale.ts',
    preflight: 'src/preflight.ts',
    verification: 'src/verification.ts',
    environments: 'src/environments.ts',
    migration: 'src/migration.ts',
  },
  { platform: 'node' },
);
