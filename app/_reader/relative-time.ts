const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
  ['week', 604_800],
  ['month', 2_629_800],
  ['year', 31_557_600],
]

/** How long before `now` something was, in the largest unit that fits, as people say it. */
export function relativeTime(at: Date, now: Date, language: string): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1_000)
  const [unit, length] = units.findLast(([, size]) => Math.abs(seconds) >= size) ?? ['second' as const, 1]
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(seconds / length), unit)
}

/** Dates in pages made once for everybody become "3 days ago", with the exact time on hover. */
export function showRelativeTimes(root: ParentNode = document): void {
  const language = document.documentElement.lang
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    const at = new Date(time.dateTime)
    time.textContent = relativeTime(at, new Date(), language)
    time.title = at.toLocaleString(language, { dateStyle: 'full', timeStyle: 'short' })
  }
}
