import { expect, it } from 'vitest';
import { readDocument } from '../../src/tree/read.js';
import { profilePack } from '../../src/validate/profile.js';
import { validate } from '../../src/validate/validate.js';
import { packOf } from '../pack/pack-of.js';

const CONTENT = `<pattern id="p">
  <rule context="a[@b > 1]"><let name="v" value="@b"/><assert test="$v = 2">b is <value-of select="$v"/></assert><report test="@c">c</report></rule>
  <rule context="a"><assert test="xs:integer(@b) = 1">one</assert><assert test="@d">no d</assert></rule>
</pattern>`;
const DOCUMENT = '<r><a b="2"/><a b="3" c=""/><a b="1"/><a b="x"/></r>';

it('a pack that measures itself has the same verdict, and tells what each rule cost', async () => {
  const { pack } = await packOf(CONTENT);
  let now = 0;
  const profile = profilePack(pack, () => {
    now += 1;
    return now;
  });
  const document = readDocument(DOCUMENT);
  const plain = validate(document, pack);
  const measured = validate(document, profile.pack);
  expect([measured.findings, measured.faults]).toEqual([plain.findings, plain.faults]);
  const [first, second] = profile.costs();
  expect(first).toMatchObject({ pattern: 0, rule: 0, fired: 2, tried: 4 });
  expect(first?.checks).toEqual([
    { check: 1, calls: 2, found: 1, milliseconds: expect.any(Number) },
    { check: 2, calls: 2, found: 1, milliseconds: expect.any(Number) },
  ]);
  // The check after the one that could not be made is not measured.
  expect(second).toMatchObject({ rule: 1, fired: 2, tried: 0, checks: [{ calls: 2 }, { calls: 1 }] });
});

it('steps that only lead to others are told apart', async () => {
  const { pack } = await packOf('<pattern><rule context="a[@b > 1]/c"><assert test="@d">d</assert></rule></pattern>');
  const profile = profilePack(pack);
  validate(readDocument('<r><a b="2"><c/></a><a b="1"><c/></a></r>'), profile.pack);
  expect(profile.passages()).toMatchObject({ tried: 2 });
  expect(profile.costs()).toMatchObject([{ fired: 1, tried: 0, checks: [{ calls: 1, found: 1 }] }]);
});

it('measuring a pack leaves it as it was', async () => {
  const { pack } = await packOf(CONTENT);
  const fire = pack.pattern(0).fire[0];
  profilePack(pack);
  expect(pack.pattern(0).fire[0]).toBe(fire);
});
