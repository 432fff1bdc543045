type Props = {
  href: string
  current: boolean
  name: string
  /** Hidden until the reader turns out to be one of these (`data-needs`). */
  needs?: 'editor'
}

/** A choice among several, as a link: the choice stands in the URL. */
export function ChipLink({ href, current, name, needs }: Props) {
  return (
    <li data-needs={needs} hidden={needs !== undefined}>
      <a className="chip" href={href} aria-current={current ? 'true' : undefined}>
        {name}
      </a>
    </li>
  )
}
