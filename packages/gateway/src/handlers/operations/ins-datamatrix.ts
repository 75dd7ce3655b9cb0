import { insNature, insOidKind } from '@socle-sante/core/ins-identifier';
import { formatMatricule } from '@socle-sante/core/matricule';
import { canTransmitIns } from '@socle-sante/core/rniv';
import { decodeDatamatrix, encodeDatamatrix } from '@socle-sante/ins/datamatrix';
import { loadRecord, note, type Operation } from '../context.js';
import { safeFinding } from '../error-map.js';
import { fail } from '../failure.js';
import { toInsView } from '../ins-view.js';
import { toTraits } from '../traits.js';

export const decodeScan: Operation<'ins.datamatrix.decode'> = async (input, context) => {
  const decoded = decodeDatamatrix(input.text, {
    mode: 'lenient',
    production: context.production,
    ...(input.gsAliases === undefined ? {} : { gsAliases: input.gsAliases }),
  });
  context.trace.code = decoded.ok
    ? 'IS01'
    : (decoded.findings.find(({ severity }) => severity === 'error')?.rule ?? 'refused');
  const findings = decoded.findings.map(safeFinding);
  if (!decoded.ok) return { findings, status: 'PROV' };
  const { ins, traits } = decoded.value;
  return { identity: { traits: toTraits(traits), ins: toInsView(ins) }, findings, status: 'PROV' };
};

export const getDatamatrix: Operation<'ins.datamatrix.get'> = async (input, context) => {
  note(context, { purpose: input.purpose ?? 'show' });
  const record = await loadRecord(context, input.patientRef);
  const encoded = encodeDatamatrix(record.state, { production: context.production });
  if (!encoded.ok || record.state.ins === undefined) throw fail('gateway.notQualified');
  return { text: encoded.value, ins: toInsView(record.state.ins) };
};

/** The whole matricule: shown, copied or printed on the user's gesture, and traced (INS/va1.39). */
export const viewMatricule: Operation<'ins.matricule.view'> = async (input, context) => {
  note(context, { purpose: input.purpose ?? 'show' });
  const record = await loadRecord(context, input.patientRef);
  const { ins } = record.state;
  if (ins === undefined) throw fail('gateway.notFound');
  // On paper or in a clipboard it leaves the system: only a qualified identity (EXI SI 08, INS/va1.53, .59).
  if (input.purpose !== undefined && input.purpose !== 'show' && !canTransmitIns(record.state).ok)
    throw fail('gateway.notQualified');
  return {
    full: ins.matricule,
    formatted: formatMatricule(ins.matricule),
    oid: ins.oid,
    nature: insNature(ins.oid),
    oidKind: insOidKind(ins.oid),
  };
};
