import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    operations: 'src/operations.ts',
    validate: 'src/validate.ts',
    messages: 'src/messages.ts',
    rights: 'src/rights.ts',
    codes: 'src/codes.ts',
    journey: 'src/journey.ts',
    'web-access': 'src/web-access.ts',
  },
  { platform: 'node' },
);
