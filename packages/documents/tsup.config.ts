import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    validate: 'src/validate.ts',
    'official-rules': 'src/official-rules.ts',
    official: 'src/official.ts',
    'official-folder': 'src/official-folder.ts',
    messages: 'src/messages.ts',
    'pdf-convert': 'src/pdf-convert.ts',
    pdf: 'src/pdf.ts',
    cda: 'src/cda.ts',
    patient: 'src/patient.ts',
    identity: 'src/identity.ts',
    submission: 'src/submission.ts',
    xds: 'src/xds.ts',
    'cda-reader': 'src/cda-reader.ts',
    render: 'src/render.ts',
    xades: 'src/xades.ts',
    xdm: 'src/xdm.ts',
    prepare: 'src/prepare.ts',
  },
  { platform: 'node' },
);
