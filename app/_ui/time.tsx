import { useFormatter } from 'next-intl'

/** A moment as a date; the reader's browser turns it into "3 days ago" with the exact time on hover, for pages are made once. */
export function Time({ at }: { at: Date }) {
  const format = useFormatter()
  const date = format.dateTime(at, { year: 'numeric', month: 'short', day: 'numeric' })
  return (
    <time dateTime={at.toISOString()} data-relative="" suppressHydrationWarning>
      {date}
    </time>
  )
}
