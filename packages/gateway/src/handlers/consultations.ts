/** The consultations that run now, by patient: a refusal of consent stops them all. */
export interface Consultations {
  /** A signal that aborts with `outer`, or when the consultations of this patient are stopped. `end` must be called. */
  begin(patientRef: string, outer: AbortSignal): { readonly signal: AbortSignal; end(): void };
  /** Aborts every consultation of this patient; `reason` is what they reject with. */
  stop(patientRef: string, reason: Error): void;
}

export function createConsultations(): Consultations {
  const running = new Map<string, Set<AbortController>>();
  return {
    begin(patientRef, outer) {
      const controller = new AbortController();
      const leave = () => controller.abort(outer.reason);
      if (outer.aborted) leave();
      outer.addEventListener('abort', leave, { once: true });
      const ofPatient = running.get(patientRef) ?? new Set();
      running.set(patientRef, ofPatient.add(controller));
      return {
        signal: controller.signal,
        end() {
          outer.removeEventListener('abort', leave);
          ofPatient.delete(controller);
          if (ofPatient.size === 0 && running.get(patientRef) === ofPatient) running.delete(patientRef);
        },
      };
    },
    stop(patientRef, reason) {
      for (const controller of running.get(patientRef) ?? []) controller.abort(reason);
    },
  };
}
