import { covered } from '../covered.ts'

/** Pixels a millisecond at the very edge, and milliseconds of which a late frame makes up at most. */
const fastest = 1
const longest = 100
/** How far from what bars cover it begins, in pixels. */
const reach = 60

/** Scrolls the window while something is held near its upper or lower edge, and tells after each step. Returns how to stop. */
export function scrollAtEdges(heldAt: () => number, scrolled: () => void): () => void {
  let last = performance.now()
  let frame = requestAnimationFrame(step)
  function step() {
    frame = requestAnimationFrame(step)
    const now = performance.now()
    const time = Math.min(longest, now - last)
    last = now
    const y = heldAt()
    const above = covered.top + reach - y
    const below = y - (innerHeight - covered.bottom - reach)
    const by = Math.max(0, below) - Math.max(0, above)
    if (by === 0) return
    const before = scrollY
    scrollBy({ top: Math.sign(by) * Math.min(1, Math.abs(by) / reach) * fastest * time, behavior: 'instant' })
    if (scrollY !== before) scrolled()
  }
  return () => cancelAnimationFrame(frame)
}
