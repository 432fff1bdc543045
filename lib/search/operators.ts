import type { EntryState } from '#db/entry-state'

export type OperatorKey = 'tag' | 'note' | 'is' | 'asked' | 'by'
/** A filter as it is typed: `tag:网络`, `note:"computer networks"`, `is:unanswered`, `asked:>3`, `by:wang`. */
export type Operator = { key: OperatorKey; value: string }

export type Filters = {
  tags: string[]
  notes: string[]
  states: EntryState[]
  /** Asked at least so often. */
  asked?: number
  by: string[]
}

/** `open`: the operator at the very end to which more letters may be added; `known` where it already says something and stands among the operators as the last. */
export type OpenOperator = Operator & { text: string; known: boolean }
export type TypedQuery = { q: string; operators: Operator[]; open: OpenOperator | null }

const keys: Record<string, OperatorKey> = {
  tag: 'tag',
  标签: 'tag',
  note: 'note',
  笔记: 'note',
  is: 'is',
  状态: 'is',
  asked: 'asked',
  问过: 'asked',
  by: 'by',
  作者: 'by',
}
const states: Record<string, EntryState> = {
  unanswered: 'unanswered',
  待回答: 'unanswered',
  未回答: 'unanswered',
  partial: 'partial',
  不完整: 'partial',
  answered: 'answered',
  已回答: 'answered',
  disputed: 'disputed',
  有争议: 'disputed',
  outdated: 'outdated',
  已过时: 'outdated',
}

// Quoted where a value has blanks; a quotation that is still open reaches to the end.
const form = new RegExp(
  `(?<=^|\\s)(${Object.keys(keys).join('|')})[:：](?:["“]([^"“”]*)(?:["”]|$)|([^\\s"“”]\\S*)?)(?=\\s|$)`,
  'giu',
)

/** Takes the operators out of what is typed. What only looks like one (`is:fast`, `std::vector`) stays text, but not while it is still being typed. */
export function parseOperators(typed: string): TypedQuery {
  const operators: Operator[] = []
  let open: OpenOperator | null = null
  const q = typed.replace(form, (text, name: string, quoted?: string, plain?: string, at = 0) => {
    const found = { key: keys[name.toLowerCase()] ?? 'tag', value: (quoted ?? plain ?? '').trim() }
    const known = readable(found)
    const isOpen = at + text.length === typed.length && !/[:：]["“].*["”]$/.test(text)
    if (isOpen) open = { ...found, text, known: known !== undefined }
    if (known) operators.push(known)
    return known || isOpen ? ' ' : text
  })
  return { q: q.replace(/\s+/g, ' ').trimStart(), operators, open }
}

/** The operators as one filter: any of several tags, notes, states or people; the highest count. */
export function filtersOf(operators: Operator[]): Filters {
  const of = (key: OperatorKey) => operators.filter((one) => one.key === key).map(({ value }) => value)
  const counts = of('asked').flatMap((value) => countOf(value) ?? [])
  return {
    tags: of('tag'),
    notes: of('note'),
    states: of('is').flatMap((value) => states[value] ?? []),
    by: of('by'),
    ...(counts.length > 0 && { asked: Math.max(...counts) }),
  }
}

/** An operator as it can be typed again. */
export function writeOperator({ key, value }: Operator): string {
  return `${key}:${/\s/.test(value) ? `"${value}"` : value}`
}

/** Operators and text as one query. */
export const writeQuery = (operators: Operator[], q: string): string =>
  [...operators.map(writeOperator), q].filter((part) => part.trim() !== '').join(' ')

/** With its value in the one form it has; undefined where it says nothing. */
function readable({ key, value }: Operator): Operator | undefined {
  if (value === '' || value.length > 100) return undefined
  if (key === 'is') {
    const state = states[value.toLowerCase()]
    return state && { key, value: state }
  }
  if (key === 'asked') {
    const count = countOf(value)
    return count === undefined ? undefined : { key, value: `>${count - 1}` }
  }
  return { key, value }
}

/** `>3` is four times or more; `>=3`, `≥3` and `3` are three or more. */
function countOf(value: string): number | undefined {
  const [, sign, digits] = /^(>=|≥|>|＞)?(\d{1,4})\+?$/.exec(value.normalize('NFKC')) ?? []
  if (digits === undefined) return undefined
  return sign === '>' ? Number(digits) + 1 : Math.max(1, Number(digits))
}
