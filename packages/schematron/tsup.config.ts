import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    validate: 'src/validate.ts',
    messages: 'src/messages.ts',
  },
  { platform: 'node' },
);
