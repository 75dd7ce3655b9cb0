import { createVerificationTable } from '@socle-sante/sandbox/insi';
import type { VerificationService } from '../handlers/services.js';
import { demoFault } from './faults.js';
import type { DemoWorld } from './insi.js';

const TEST_OID = '1.2.250.1.213.1.4.10';
const NIR_OID = '1.2.250.1.213.1.4.8';

/** Verification over the simulator's table. The wire of WS_INS3 is not public: business behaviour only. */
export function demoVerification(world: DemoWorld): VerificationService {
  const table = createVerificationTable();
  return {
    async verify({ ins, listePrenoms, ...traits }, { signal }) {
      await world.think(signal);
      const { fault } = world.settings();
      const messageId = world.newId();
      if (fault?.service === 'verification' && fault.code !== 'ko') throw demoFault(fault.code, messageId);
      // The DMP test patients carry the test OID in a record, and the production one in the base of INSi.
      const oid = ins.oid === TEST_OID ? NIR_OID : ins.oid;
      const verdict = await table.verifyIns({
        ...traits,
        prenom: listePrenoms || traits.premierPrenom,
        matricule: ins.matricule,
        oid,
      });
      const outcome = fault?.code === 'ko' || verdict === 'KO' ? 'ko' : 'ok';
      return { outcome, messageId, at: world.now().toISOString() };
    },
  };
}
