// What `npm start` and `npm test` run on a machine that has git, Node and npm, and nothing else. Built-ins only, and plain
// syntax, because this file must be readable by a Node that is too old to run the rest.
import { spawnSync } from 'node:child_process';
import { argv, exit, stdout, version, versions } from 'node:process';
import { fileURLToPath } from 'node:url';

const [major, minor] = versions.node.split('.').map(Number);
// The first releases in which require() can load an ES module.
const recent = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

async function begin() {
  if (recent) {
    const { main } = await import('./lib/main.mjs');
    return main(argv.slice(2));
  }
  const { nodeFromRegistry } = await import('./lib/node-from-registry.mjs');
  const other = await nodeFromRegistry(20);
  stdout.write(`Node ${version} is too old: going on with ${other.version}, taken from the npm registry\n`);
  return spawnSync(other.path, [fileURLToPath(import.meta.url), ...argv.slice(2)], { stdio: 'inherit' }).status;
}

begin().then(
  (status) => exit(status === null ? 1 : status),
  (error) => {
    stdout.write(
      recent ? `${error.stack}\n` : `Socle needs Node 20.19 or newer; this is ${version}. ${error.message}\n`,
    );
    exit(1);
  },
);
