/** Marks in the contents the heading that is being read: the last one above the upper third of the window. */
export function markContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')]
  const headings = links.flatMap(
    (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [],
  )
  if (headings.length === 0) return
  const mark = () => {
    const line = innerHeight / 3
    const at = headings.findLastIndex((heading) => heading.getBoundingClientRect().top <= line)
    for (const [index, link] of links.entries()) {
      if (index === at) link.setAttribute('aria-current', 'location')
      else link.removeAttribute('aria-current')
    }
  }
  let waiting = false
  const onScroll = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      mark()
    })
  }
  addEventListener('scroll', onScroll, { passive: true })
  mark()
}
