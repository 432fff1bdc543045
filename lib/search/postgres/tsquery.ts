import type { Need } from '../needs.ts'

/** A need as Postgres' tsquery, every token quoted; null where nothing is needed. */
export function tsqueryOf(needs: Need[]): string | null {
  return needs.length === 0 ? null : written({ all: needs })
}

function written(need: Need): string {
  if ('token' in need) return `${quote(need.token)}${need.prefix ? ':*' : ''}`
  const [parts, sign] = 'all' in need ? [need.all, ' & '] : [need.any, ' | ']
  return parts.length === 1 ? written(parts[0]!) : `(${parts.map(written).join(sign)})`
}

/** A lexeme as tsvector and tsquery read it. */
export const quote = (lexeme: string): string =>
  `'${needsDoubling.test(lexeme) ? lexeme.replace(/['\\]/g, '$&$&') : lexeme}'`

// Asked first: hardly any lexeme does, and a document has hundreds.
const needsDoubling = /['\\]/
