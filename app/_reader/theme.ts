const key = 'theme'

/** Lets a reader choose light, dark or the system's; the choice stays in this browser. */
export function switchTheme(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-theme-value]')
  const show = (theme: string) => {
    for (const button of buttons) button.ariaPressed = String(button.dataset.themeValue === theme)
  }
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const theme = button.dataset.themeValue ?? 'system'
      choose(theme)
      show(theme)
    })
  }
  show(localStorage.getItem(key) ?? 'system')
}

function choose(theme: string): void {
  if (theme === 'system') {
    localStorage.removeItem(key)
    delete document.documentElement.dataset.theme
  } else {
    localStorage.setItem(key, theme)
    document.documentElement.dataset.theme = theme
  }
}
