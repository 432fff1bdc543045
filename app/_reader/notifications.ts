/** Links of notifications mark theirs as read on the way. */
export function markOpenedAsRead(): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLElement>('a[data-notification]') : null
    if (!link) return
    void fetch('/api/notifications', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: link.dataset.notification }),
      keepalive: true,
    }).catch(() => {})
  })
}
