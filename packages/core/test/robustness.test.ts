import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuMilliseconds } from '../../tooling/src/cpu-time.js';
import { cogEquivalent, isAbroad, validateCog } from '../src/cog.js';
import { SocleRefusedError } from '../src/error.js';
import * as identifiers from '../src/identifiers.js';
import {
  fromCdaId,
  fromFhirIdentifier,
  fromHl7v2Cx,
  fromXdsCx,
  INS_OIDS,
  parseInsIdentifier,
} from '../src/ins-identifier.js';
import { parseDateLunaire } from '../src/lunar-date.js';
import { computeMatriculeKey, isMatricule, parseMatricule, validateMatricule } from '../src/matricule.js';
import { isOid, oidFromUrn, oidFromUuid, validateOid } from '../src/oid.js';
import { redact } from '../src/redact.js';
import { parseHl7Timestamp, parseIsoInstant } from '../src/time.js';
import {
  checkFirstGivenName,
  compareMatriculeWithTraits,
  compareTraits,
  namesEquivalent,
  normalizeName,
  validateName,
  validateTraits,
} from '../src/traits.js';
import { isUuid } from '../src/uuid.js';
import { zoe, zoeLocal } from './fixtures.js';

const traits = (s: string) => ({
  nomNaissance: s,
  listePrenoms: s,
  premierPrenom: s,
  sexe: s as 'F',
  dateNaissance: s,
  lieuNaissance: s,
});

/** Everything that reads a text. */
const readers: Readonly<Record<string, (s: string) => unknown>> = {
  validateMatricule,
  parseMatricule,
  isMatricule,
  computeMatriculeKey,
  parseInsIdentifier: (s) => parseInsIdentifier({ matricule: s, oid: s }),
  fromHl7v2Cx,
  'fromHl7v2Cx, INS': (s) => fromHl7v2Cx(`${s}^^^${s}&${INS_OIDS.nir}&ISO^${s}`),
  fromXdsCx,
  fromCdaId: (s) => fromCdaId({ root: s, extension: s }),
  fromFhirIdentifier: (s) => fromFhirIdentifier({ system: s, value: s, use: s, type: { coding: [{ code: s }] } }),
  'validateName nom': (s) => validateName(s, 'nom'),
  'validateName prenom': (s) => validateName(s, 'prenom'),
  'normalizeName nom': (s) => normalizeName(s, 'nom'),
  'normalizeName prenom': (s) => normalizeName(s, 'prenom'),
  validateTraits: (s) => validateTraits(traits(s)),
  checkFirstGivenName: (s) => checkFirstGivenName(s, s.slice(0, 7)),
  'checkFirstGivenName, other': (s) => checkFirstGivenName(s, `${s}A`),
  namesEquivalent: (s) => namesEquivalent(s, `${s}A`),
  compareTraits: (s) => compareTraits({ ...zoeLocal, ...traits(s) }, traits([...s].reverse().join(''))),
  compareMatriculeWithTraits: (s) => compareMatriculeWithTraits(s, { sexe: 'F', dateNaissance: s }),
  parseDateLunaire: (s) => (['iso', 'hl7', 'datamatrix', 'display'] as const).map((f) => parseDateLunaire(s, f)),
  validateCog,
  isAbroad,
  cogEquivalent: (s) => cogEquivalent(s, `2A${s}`, s),
  validateRpps: (s) => identifiers.validateRpps(s),
  validateAdeli: (s) => identifiers.validateAdeli(s),
  validateFiness: (s) => identifiers.validateFiness(s),
  validateSiren: (s) => identifiers.validateSiren(s),
  validateSiret: (s) => identifiers.validateSiret(s),
  parseIdNatPs: (s) => identifiers.parseIdNatPs(s),
  parseIdNatStruct: identifiers.parseIdNatStruct,
  validateOid,
  isOid,
  oidFromUrn: (s) => oidFromUrn(`urn:oid:${s}`),
  oidFromUuid,
  isUuid,
  parseHl7Timestamp,
  parseIsoInstant,
  redact,
  error: (s) => new SocleRefusedError({ code: 'x', service: 'x', message: s, officialCode: s, messageId: s }).toJSON(),
};
const cases = Object.entries(readers);

describe('no string makes a reader throw', () => {
  test.each(cases)('%s', (_, read) => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }),
          fc.stringMatching(/^[0-9A-Z^&~|.:<>"'= -]{0,60}$/),
        ),
        (s) => {
          read(s);
        },
      ),
    );
  });
});

const TEN_KB = 10_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(TEN_KB / piece.length)).slice(0, TEN_KB);

/** Shapes that make a careless regular expression slow. */
const heavy: readonly string[] = [
  ...[
    'A',
    ' ',
    '-',
    "'",
    '1',
    '0.',
    '1.',
    '2A',
    'É',
    'é',
    'œ',
    '\u0301',
    '\t',
    'A ',
    "A-'",
    'A\u0301',
    '😀',
    '\ud800',
    '\u0000',
    '٣',
  ].map(fill),
  ...[
    'eyJ',
    'eyJa.',
    'Bearer ',
    'a@',
    'a'.repeat(70),
    '-----BEGIN A-----',
    '-----END ',
    '<Cle ',
    '<Nom>',
    '<a:Nom x',
    '"given":"',
    '"given":[',
    '"given" ',
    '\\"',
    'password=',
    'PID|',
    'S1',
    '2 75 ',
    '^&',
    '2751263220749 ',
  ].map(fill),
  `${fill('A')}!`,
  `${'2'.repeat(TEN_KB - 1)}X`,
  zoe.matricule + fill(' '),
];

describe('no string of 10 kB takes a reader more than 50 ms', () => {
  test.each(cases)('%s', (_, read) => {
    for (const text of heavy) {
      // The best of a few runs: the machine's own noise is not the reader's.
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 5 && best > 50; run++) {
        best = Math.min(
          best,
          cpuMilliseconds(() => read(text)),
        );
      }
      expect(best, JSON.stringify(text.slice(0, 20))).toBeLessThan(50);
    }
  });

  test.each(cases)('%s, on any repetition', (_, read) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), (piece) => {
        const text = fill(piece);
        let best = Number.POSITIVE_INFINITY;
        for (let run = 0; run < 5 && best > 50; run++) {
          best = Math.min(
            best,
            cpuMilliseconds(() => read(text)),
          );
        }
        expect(best).toBeLessThan(50);
      }),
      { numRuns: 25 },
    );
  });
});
