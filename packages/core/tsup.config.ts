import { library } from '../tooling/src/library.ts';

export default library(
  {
    index: 'src/index.ts',
    matricule: 'src/matricule.ts',
    'ins-identifier': 'src/ins-identifier.ts',
    traits: 'src/traits.ts',
    'lunar-date': 'src/lunar-date.ts',
    cog: 'src/cog.ts',
    rniv: 'src/rniv.ts',
    'match-incoming': 'src/match-incoming.ts',
    identifiers: 'src/identifiers.ts',
    finding: 'src/finding.ts',
    error: 'src/error.ts',
    messages: 'src/messages.ts',
    time: 'src/time.ts',
    coded: 'src/coded.ts',
    oid: 'src/oid.ts',
    uuid: 'src/uuid.ts',
    redact: 'src/redact.ts',
  },
  { format: ['esm', 'cjs'] },
);
