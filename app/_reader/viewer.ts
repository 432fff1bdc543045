type Me = { id: string; name: string; role: string; mayAdminister: boolean }

const roles = ['member', 'editor', 'admin']

/** Pages are the same for everybody; whoever is signed in sees their name in the bar, asked for beside the page. */
export async function showViewer(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('[data-viewer]')
  if (!link) return
  link.href = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`
  if (!/(?:^|; )signed-in=1/.test(document.cookie)) return
  const answer = await fetch('/api/me')
  const { me }: { me: Me | null } = answer.ok ? await answer.json() : { me: null }
  if (!me) return
  link.href = '/account'
  link.textContent = me.name
  for (const each of document.querySelectorAll<HTMLElement>('[data-needs]'))
    each.hidden = !has(me, each.dataset.needs) && each.dataset.owner !== me.id
}

/** What a role may do is decided by the server; here it only decides what is offered. */
function has({ role, mayAdminister }: Me, need = ''): boolean {
  return mayAdminister || (need !== 'admin' && roles.indexOf(role) >= roles.indexOf(need))
}
