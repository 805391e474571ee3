import { describe, expect, it } from '@jest/globals';
import { LinkedSet, type Linked } from './linked-set.ts';

class Member implements Linked<Member> {
  readonly name: string;
  previous: Member | undefined;
  next: Member | undefined;

  constructor(name: string) {
    this.name = name;
  }
}

function setOf(names: string) {
  const members = [...names].map((name) => new Member(name));
  const set = new LinkedSet<Member>();
  for (const member of members) set.add(member);
  return { set, members };
}

const namesOf = (set: LinkedSet<Member>) => [...set].map(({ name }) => name).join('');

describe('LinkedSet', () => {
  it('keeps the order in which members came', () => {
    const { set } = setOf('abc');
    expect(namesOf(set)).toBe('abc');
    expect(set).toMatchObject({ size: 3, first: { name: 'a' } });
  });

  it.each([
    [0, 'bc'],
    [1, 'ac'],
    [2, 'ab'],
  ])('lets member %i go, and takes it in again at the end', (at, left) => {
    const { set, members } = setOf('abc');
    const gone = members[at]!;
    set.delete(gone);
    expect(namesOf(set)).toBe(left);
    expect(gone).toMatchObject({ previous: undefined, next: undefined });
    set.add(gone);
    expect(namesOf(set)).toBe(`${left}${gone.name}`);
  });

  it('is empty after the last has gone, and works on', () => {
    const { set, members } = setOf('ab');
    for (const member of set) set.delete(member);
    expect(set).toMatchObject({ size: 0, first: undefined });
    set.add(members[1]!);
    expect(namesOf(set)).toBe('b');
  });
});
