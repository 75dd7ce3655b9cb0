import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    dmp: 'src/dmp.ts',
    insi: 'src/insi.ts',
    pki: 'src/pki.ts',
  },
  { platform: 'node' },
);
