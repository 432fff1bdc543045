/** Opens search over the page, with what is selected as the query; a click outside closes it. */
export function openPalette(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#palette')
  const input = dialog?.querySelector('input')
  if (!dialog || !input) return
  if (!dialog.open) {
    const selected = getSelection()?.toString().trim() ?? ''
    dialog.showModal()
    if (selected !== '' && selected.length <= 40) input.value = selected
    dialog.addEventListener('pointerdown', closeOutside)
  }
  input.focus()
  input.select()
}

function closeOutside(event: PointerEvent): void {
  // The dialog itself is hit only outside its content.
  if (event.target === event.currentTarget && event.target instanceof HTMLDialogElement) event.target.close()
}
