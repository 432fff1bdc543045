type Known = { askedOn: string | null; precision: 'day' | 'month' | 'year' | 'unknown' }

/** A date as somebody typed it and could type it again: as exactly as it is known, empty where it is not. */
export function typedDate({ askedOn, precision }: Known): string {
  if (!askedOn || precision === 'unknown') return ''
  return askedOn.slice(0, { day: 10, month: 7, year: 4 }[precision])
}
