import { library } from '../tooling/src/library.ts';

export default library({
  index: 'src/index.ts',
  compile: 'src/compile.ts',
  runtime: 'src/runtime/index.ts',
  pack: 'src/pack.ts',
  worker: 'src/worker.ts',
  node: 'src/node.ts',
});
