type Me = { id: string; name: string; role: string; mayAdminister: boolean; counts: Record<string, number> }

/** Pages are the same for everybody; whoever is signed in sees their name in the bar, asked for beside the page. */
export async function showViewer(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('[data-viewer]')
  if (!link) return
  link.href = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`
  if (!/(?:^|; )signed-in=1/.test(document.cookie)) return
  const me = await findMe()
  if (!me) return
  document.documentElement.dataset.viewer = me.role
  link.href = '/account'
  link.textContent = me.name
  for (const each of document.querySelectorAll<HTMLElement>('[data-needs]')) each.hidden = !mayUse(me, each)
  for (const each of document.querySelectorAll<HTMLElement>('[data-count]'))
    each.textContent = String(me.counts[each.dataset.count ?? ''] || '')
}

/** Only what is shown: whether somebody may is decided again where it is done. */
function mayUse({ id, role, mayAdminister }: Me, { dataset: { needs, own } }: HTMLElement): boolean {
  if (needs === 'admin') return mayAdminister
  if (needs === 'editor') return role === 'editor' || role === 'admin' || own === id
  return needs === 'member'
}

/** Whoever is offline, or whose session ended, sees the page like anybody. */
async function findMe(): Promise<Me | null> {
  try {
    const answer = await fetch('/api/me')
    const { me }: { me: Me | null } = answer.ok ? await answer.json() : { me: null }
    return me
  } catch {
    return null
  }
}
