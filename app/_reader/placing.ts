import { isSignedIn } from './viewer.ts'

/** Buttons that move something or put it into the trash; what they do is loaded when the first one is pressed. */
export function listenForPlacing(): void {
  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-move], [data-trash]') : null
    if (!button) return
    button.closest<HTMLElement>('[popover]')?.hidePopover()
    if (button.dataset.trash !== undefined) (await import('./throw-away.ts')).throwAway(button)
    else (await import('./move-dialog.ts')).openMoveDialog(button)
  })
}

/** Where nothing stands: whoever may restore what stood there is told that it is in the trash. */
export async function lookInTrash(): Promise<void> {
  const missing = document.querySelector<HTMLElement>('[data-missing]')
  if (!missing || !isSignedIn() || !/^\/(?:entries|notes)\//.test(location.pathname)) return
  const { offerToRestore } = await import('./offer-to-restore.ts')
  await offerToRestore(missing)
}
