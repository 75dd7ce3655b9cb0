/** Slot of the action of a document (guide d'implémentation MDM, extra-metadata « action »). */
export const ACTION_SLOT = 'urn:action:extraMetadataSlot';
