/** A choice among several, as a link: the choice stands in the URL. */
export function ChipLink({ href, current, name }: { href: string; current: boolean; name: string }) {
  return (
    <li>
      <a className="chip" href={href} aria-current={current ? 'true' : undefined}>
        {name}
      </a>
    </li>
  )
}
