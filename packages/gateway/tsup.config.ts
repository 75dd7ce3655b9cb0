import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    contract: 'src/contract.ts',
    handlers: 'src/handlers.ts',
    node: 'src/node.ts',
    client: 'src/client.ts',
    demo: 'src/demo.ts',
  },
  { platform: 'node' },
);
