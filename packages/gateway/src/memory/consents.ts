import type { ConsentEntry } from '../contract.js';
import type { ConsentStore } from '../handlers/document-ports.js';

/** Choices of the patients in the memory of this process. By default every user belongs to the care team. */
export function createMemoryConsents(
  initial: ReadonlyMap<string, readonly ConsentEntry[]> = new Map(),
  careTeam: (patientRef: string, userRef: string) => boolean = () => true,
): ConsentStore {
  const byPatient = new Map<string, ConsentEntry[]>([...initial].map(([ref, entries]) => [ref, [...entries]]));
  return {
    async get(patientRef) {
      const entries = byPatient.get(patientRef);
      return entries && { entries: [...entries] };
    },
    async add(patientRef, entry) {
      byPatient.set(patientRef, [...(byPatient.get(patientRef) ?? []), entry]);
    },
    careTeam: async (patientRef, userRef) => careTeam(patientRef, userRef),
  };
}
