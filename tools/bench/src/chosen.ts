import { CodedError } from '@praktikum/protocol';

/**
 * The things named in a list with commas; all of them without a list.
 * @throws CodedError `ERR_OPTION_VALUE` for a name that nothing has
 */
export function chosen<T extends { readonly name: string }>(
  option: string,
  things: readonly T[],
  names: string | undefined,
): readonly T[] {
  if (names === undefined) return things;
  return names.split(',').map((value) => {
    const found = things.find(({ name }) => name === value);
    if (found !== undefined) return found;
    const accepts = things.map(({ name }) => name).join(', ');
    throw new CodedError('ERR_OPTION_VALUE', `${option} accepts ${accepts}, not ${value}`, {
      details: { option, value, accepts },
    });
  });
}
