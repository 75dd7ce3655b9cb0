import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    messages: 'src/messages.ts',
    rights: 'src/rights.ts',
    codes: 'src/codes.ts',
    'web-access': 'src/web-access.ts',
  },
  { platform: 'node' },
);
