export type Me = {
  id: string
  name: string
  role: string
  mayAdminister: boolean
  counts: Record<string, number>
}

/** Pages are the same for everybody; whoever is signed in sees their name in the bar, asked for beside the page. */
export async function showViewer(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('[data-viewer]')
  if (!link) return
  link.href = signInPath()
  const me = await whoReads()
  if (!me) return
  document.documentElement.dataset.viewer = me.role
  link.href = '/account'
  link.textContent = me.name
  showFor(me, document)
  for (const each of document.querySelectorAll<HTMLElement>('[data-count]'))
    each.textContent = String(me.counts[each.dataset.count ?? ''] || '')
}

/** Whether this browser says so; the session itself is a cookie that scripts do not see. */
export const isSignedIn = (): boolean => /(?:^|; )(?:__Host-)?signed-in=1/.test(document.cookie)

/** Shows, of what stands in a page for some of its readers, what is for this one. */
export function showFor(me: Me, root: ParentNode): void {
  for (const each of root.querySelectorAll<HTMLElement>('[data-needs]')) each.hidden = !mayUse(me, each)
}

let asked: Promise<Me | null> | undefined

/** Who reads this page, asked for once; null for whoever is not signed in. */
export function whoReads(): Promise<Me | null> {
  asked ??= isSignedIn() ? findMe() : Promise.resolve(null)
  return asked
}

/** Where one signs in and comes back to this page, to one place in it where `hash` says so. */
export const signInPath = (hash = ''): string =>
  `/sign-in?next=${encodeURIComponent(location.pathname + location.search + hash)}`

/** Only what is shown: whether somebody may is decided again where it is done. `own` names everybody whose it is. */
function mayUse({ id, role, mayAdminister }: Me, { dataset: { needs, own = '' } }: HTMLElement): boolean {
  const isOwn = own.split(' ').includes(id)
  if (needs === 'admin') return mayAdminister || isOwn
  if (needs === 'editor') return role === 'editor' || role === 'admin' || isOwn
  // What editors do at once, others ask for, each once.
  if (needs === 'other-member') return role === 'member' && !isOwn
  return needs === 'author' ? isOwn : needs === 'member'
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
