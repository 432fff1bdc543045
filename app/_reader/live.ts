/** Milliseconds for which a page is in sight before it follows what happens to it. */
const patience = 4_000

/** A page that stays open says when its texts have changed; whoever only looks in costs nothing. */
export function watchForChanges(): void {
  const bar = document.querySelector<HTMLElement>('[data-live]')
  if (!bar || !('EventSource' in window)) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const turn = () => {
    clearTimeout(timer)
    if (document.visibilityState !== 'visible') return
    timer = setTimeout(() => {
      document.removeEventListener('visibilitychange', turn)
      void import('./live-bar.ts').then(({ showChanges }) => showChanges(bar))
    }, patience)
  }
  document.addEventListener('visibilitychange', turn)
  turn()
}
