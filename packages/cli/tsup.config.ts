import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    socle: 'src/socle.ts',
  },
  { platform: 'node' },
);
