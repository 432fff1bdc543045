/** An input method takes this key for itself; Safari says so only by the old code. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

/** Escape closes what is open: in the palette the dialog, elsewhere the list. */
export function closeOn(event: KeyboardEvent, list: { close(): void }): void {
  // A search field would empty itself first, and the dialog would stay.
  event.preventDefault()
  const dialog = event.target instanceof Element ? event.target.closest('dialog') : null
  if (dialog) dialog.close()
  else list.close()
}
