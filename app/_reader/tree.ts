/** A long tree is scrolled to where the reader is; the page itself stays. */
export function showPlaceInTree(): void {
  const tree = document.querySelector<HTMLElement>('#tree')
  const current = tree?.querySelector('[aria-current="page"]')
  if (!tree || !current) return
  const show = () => {
    const below = current.getBoundingClientRect().bottom - tree.getBoundingClientRect().bottom
    if (below > 0) tree.scrollTop += below + tree.clientHeight / 3
  }
  show()
  // On phones the tree is a drawer, which has no size before it opens.
  tree.addEventListener('toggle', show)
}
