export type Encounter = {
  times: number
  /** ISO date, the first day of the period where only a month or a year is known. */
  askedOn: string | null
  precision: 'day' | 'month' | 'year' | 'unknown'
}
export type Marked = { title: string; encounter: (Encounter & { mark: string }) | null }

const lastParentheses = /^(.*\S)\s*([(（]\s*([^()（）]{1,24}?)\s*[)）])\s*$/s

/**
 * Takes marks such as `(2020/11/29-4)`, `(2)`, `（2023年5月）`, `(×3)` off the end of a heading.
 * `countsElsewhere`: whether other headings of the file carry marks, so that `socket(2)` is one as well and no manual page.
 */
export function readMarks(heading: string, countsElsewhere = false): Marked {
  let title = heading.trim()
  let found: Encounter | null = null
  let mark = ''
  for (let round = 0; round < 3; round++) {
    const [, before = '', whole = '', inside = ''] = lastParentheses.exec(title) ?? []
    const read = before === '' ? null : readMark(inside, before, whole, countsElsewhere)
    if (!read) break
    found = found ? join(found, read) : read
    mark = whole + mark
    title = before.trim()
  }
  return { title, encounter: found && { ...found, mark } }
}

/** Whether a heading carries a mark that cannot be anything else. */
export const isPlainlyMarked = (heading: string): boolean => readMarks(heading).encounter !== null

function readMark(inside: string, before: string, whole: string, countsElsewhere: boolean): Encounter | null {
  return readDate(inside) ?? readCount(inside, before, whole, countsElsewhere)
}

const date =
  /^(?:(\d{4})(?:\s*[/.\-年]\s*(\d{1,2})(?:\s*[/.\-月]\s*(\d{1,2})\s*[日号]?|\s*月)?|\s*年)|(\d{4})(\d{2})(\d{2}))(?:\s*[-–—,，;；\s×xX*]+\s*(\d{1,3})\s*次?)?$/

function readDate(inside: string): Encounter | null {
  const match = date.exec(inside)
  if (!match) return null
  const year = Number(match[1] ?? match[4])
  const month = numberOf(match[2] ?? match[5])
  const day = numberOf(match[3] ?? match[6])
  const times = numberOf(match[7]) ?? 1
  if (year < 1990 || year > 2100 || times < 1 || !isReal(year, month ?? 1, day ?? 1)) return null
  const precision = day ? 'day' : month ? 'month' : 'year'
  return { times, askedOn: `${year}-${two(month ?? 1)}-${two(day ?? 1)}`, precision }
}

const count =
  /^(?:[×xX*✕✖]\s*(\d{1,3})|(?:(?:问过?|考过?|被问)\s*)?(\d{1,3})\s*(次|times?|遍)|(?:asked\s+)(\d{1,3})(?:\s+times?)?|(\d{1,2}))$/i

function readCount(
  inside: string,
  before: string,
  whole: string,
  countsElsewhere: boolean,
): Encounter | null {
  const match = count.exec(inside)
  if (!match) return null
  const plain = match[5]
  const times = Number(match[1] ?? match[2] ?? match[4] ?? plain)
  if (times < 1 || (plain !== undefined && !countsHere(before, whole, times, countsElsewhere))) return null
  return { times, askedOn: null, precision: 'unknown' }
}

// `fork(2)` is a page of the manual, `O(1)` and `f(2)` are formulas: right behind a name in Latin letters a number may be no count.
function countsHere(before: string, whole: string, times: number, countsElsewhere: boolean): boolean {
  if (times < 2 && !countsElsewhere) return false
  const name = /[A-Za-z_][\w.]*$/.exec(before)?.[0]
  if (!name || !whole.startsWith('(')) return true
  if (name.length === 1) return false
  return countsElsewhere || /^[A-Z]/.test(name)
}

function join(late: Encounter, early: Encounter): Encounter {
  const dated = late.askedOn ? late : early
  return { times: Math.max(late.times, early.times), askedOn: dated.askedOn, precision: dated.precision }
}

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits)
const two = (value: number): string => String(value).padStart(2, '0')

function isReal(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}
