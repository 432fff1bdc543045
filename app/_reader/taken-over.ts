const mark = 'data-taken-over'

/** Returns when React has found the page as the server made it; where it never comes, neither does this. */
export async function takenOver(): Promise<void> {
  const { documentElement: page } = document
  if (page.hasAttribute(mark)) return
  await new Promise<void>((done) => {
    const watch = new MutationObserver(() => {
      watch.disconnect()
      done()
    })
    watch.observe(page, { attributeFilter: [mark] })
  })
}
