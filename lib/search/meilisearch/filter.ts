import type { SearchQuery } from '../engine.ts'
import { fold } from '../fold.ts'
import { encodeValue } from './spelling.ts'

/** A query's filter as the engine's formula. Values are letters and digits only, so none can end its place in it. */
export function filterOf({
  acl,
  spaces,
  tags,
  authors,
  states,
  asked,
  updatedFrom,
  updatedTo,
}: SearchQuery['filter']): string[] {
  return [
    oneOf('aclKeys', acl),
    ...(spaces ? [oneOf('spaceKey', spaces)] : []),
    ...(tags ? [oneOf('tagKeys', tags.map(fold))] : []),
    ...(authors ? [oneOf('authorKey', authors)] : []),
    ...(states ? [oneOf('stateKey', states)] : []),
    ...(asked === undefined ? [] : [`asked >= ${number(asked)}`]),
    ...(updatedFrom === undefined ? [] : [`updatedAt >= ${number(updatedFrom)}`]),
    ...(updatedTo === undefined ? [] : [`updatedAt <= ${number(updatedTo)}`]),
  ]
}

const oneOf = (attribute: string, values: string[]): string =>
  `${attribute} IN [${values.map((value) => `"${encodeValue(value)}"`).join(', ')}]`

const number = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(3) : value > 0 ? '1e15' : '-1e15'
