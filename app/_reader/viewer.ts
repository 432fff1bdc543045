type Me = { name: string; role: string; mayAdminister: boolean }

/** Pages are the same for everybody; whoever is signed in sees their name in the bar, asked for beside the page. */
export async function showViewer(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('[data-viewer]')
  if (!link) return
  link.href = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`
  if (!/(?:^|; )signed-in=1/.test(document.cookie)) return
  const answer = await fetch('/api/me')
  const { me }: { me: Me | null } = answer.ok ? await answer.json() : { me: null }
  if (!me) return
  document.documentElement.dataset.viewer = me.role
  link.href = '/account'
  link.textContent = me.name
  for (const each of document.querySelectorAll<HTMLElement>('[data-needs="admin"]'))
    each.hidden = !me.mayAdminister
}
