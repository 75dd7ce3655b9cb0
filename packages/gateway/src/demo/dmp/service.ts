import type { RandomBytes } from '@socle-sante/core/uuid';
import { createDmpCore, type DmpCore } from '@socle-sante/sandbox/dmp';
import type { DmpCalls, DmpConnection, DmpService } from '../../handlers/dmp-service.js';
import type { DemoRole, DemoSettings } from '../settings.js';
import { type DmpCallWorld, type DmpStage, demoCalls } from './calls.js';
import { otherPerson } from './distort.js';
import { dmpError } from './errors.js';
import { demoCaller, demoProfile } from './people.js';
import { seedMore } from './seed.js';

/** What the simulated DMP needs of the demonstration. */
export interface DmpWorld {
  readonly settings: () => DemoSettings;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly random: RandomBytes;
  readonly think: (signal: AbortSignal) => Promise<void>;
}

/** Which step each official code strikes; the others strike every step. */
const stages: Readonly<Record<string, readonly DmpStage[]>> = {
  xdsrepositorymetadataerror: ['deposit'],
  xdsregistrymetadataerror: ['deposit'],
  xdsrepositorybusy: ['deposit'],
  xdsrepositorynotavailable: ['deposit'],
  xdsrepositoryoutofresources: ['deposit'],
  xdsduplicateuniqueidinregistry: ['deposit'],
  xdsnonidenticalhash: ['deposit'],
  dmpinvalidcertificate: ['deposit'],
  invaliddocumentcontent: ['deposit'],
  xdsmetadataversionerror: ['update'],
  unresolvedreferenceexception: ['update'],
  xdsregistrydeprecateddocumenterror: ['update'],
  xdsdocumentuniqueiderror: ['retrieve'],
  hash: ['retrieve'],
  xdstoomanyresults: ['search'],
  dmpaccessdeniedbyrightsservice: ['search', 'retrieve', 'update'],
};

/** A DMP in memory, with the records of the simulator and the troubles of the scenario. */
export function demoDmp(world: DmpWorld): DmpService & { reset(): void } {
  // Made at the first use: most demonstrations never open a DMP.
  let made: DmpCore | undefined;
  let seeded: Promise<void> | undefined;
  const coreNow = () => {
    made ??= createDmpCore({ clock: world.now, random: world.random, level: 'lenient' });
    return made;
  };
  const nobody = new AbortController().signal;
  const callWorld: DmpCallWorld = {
    core: coreNow,
    now: world.now,
    newId: world.newId,
    async pass(stage, signal = nobody) {
      await world.think(signal);
      const { fault } = world.settings();
      if (fault?.service !== 'dmp') return;
      const struck = stages[fault.code.toLowerCase()];
      if (!struck || struck.includes(stage)) throw dmpError(fault.code, world.newId());
    },
    partial: () => world.settings().dmpPartial,
    distort: (bytes) => (world.settings().dmpDocument === 'otherPerson' ? otherPerson(bytes) : bytes),
  };
  const connectAs = (role: DemoRole): DmpConnection | undefined => {
    const settings = world.settings();
    const profile = demoProfile(role, settings);
    if (!profile) return undefined;
    const calls = troubled(demoCalls(callWorld, demoCaller(role, settings)), world);
    if (profile.mode !== 'INDIRECTE_RENFORCEE') return { profile, calls };
    // A hospital reads with Pro Santé Connect and deposits with its own certificate (PDT-INF-606).
    const indirect: DemoSettings = { ...settings, dmpMode: 'INDIRECTE' };
    const deposits = demoProfile(role, indirect);
    if (!deposits) return { profile, calls };
    return { profile, calls, deposits: { profile: deposits, calls: demoCalls(callWorld, demoCaller(role, indirect)) } };
  };
  return {
    async connect(session) {
      seeded ??= seedMore(coreNow(), world.now());
      await seeded;
      return connectAs(roleOf(session.userRef));
    },
    reset() {
      made = undefined;
      seeded = undefined;
    },
  };
}

function roleOf(userRef: string): DemoRole {
  const roles: Readonly<Record<string, DemoRole>> = {
    'u-medecin': 'medecin',
    'u-secretaire': 'secretaire',
    'u-identito': 'identitovigilance',
  };
  return roles[userRef] ?? 'support';
}

/** What a scenario says of the DMP of every patient, whatever the records of the simulator say. */
function troubled(calls: DmpCalls, { settings }: DmpWorld): DmpCalls {
  return {
    ...calls,
    async existence(input) {
      const found = await calls.existence(input);
      switch (settings().dmpStatus) {
        case 'none':
          return { status: 'none', authorisation: { state: 'none' }, messageId: found.messageId };
        case 'closed':
          return { ...found, status: 'terminated', closure: { date: '2026-06-30' } };
        case 'notAuthorised':
          return { ...found, status: 'active', authorisation: { state: 'none' } };
        case 'blocked':
          return { ...found, status: 'active', authorisation: { state: 'denied' } };
        case 'treatingDoctor':
          return { ...found, status: 'active', authorisation: { state: 'valid' }, treatingDoctor: true };
        case 'asIs':
          return found;
      }
    },
    async administrativeData(input) {
      const found = await calls.administrativeData(input);
      return settings().emergencyOpposed ? { ...found, opposedToBrisDeGlace: true } : found;
    },
    async retrieve(input) {
      if (settings().dmpDocument === 'mismatch') throw dmpError('hash', '');
      return calls.retrieve(input);
    },
  };
}
