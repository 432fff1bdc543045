type Props = {
  href: string
  current: boolean
  name: string
  /** Hidden until the reader turns out to be one of these (`data-needs`). */
  needs?: 'editor'
  /** Says how many wait there for whoever reads (`data-count`). */
  isCounted?: boolean
}

/** A choice among several, as a link: the choice stands in the URL. */
export function ChipLink({ href, current, name, needs, isCounted }: Props) {
  return (
    <li data-needs={needs} hidden={needs !== undefined}>
      <a className="chip" href={href} aria-current={current ? 'true' : undefined}>
        {name}
        {isCounted ? <span className="count" data-count={href} /> : null}
      </a>
    </li>
  )
}
