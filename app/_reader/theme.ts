import { findCookie, keepCookie } from './cookie.ts'

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
  show(findCookie(key) ?? 'system')
}

function choose(theme: string): void {
  keepCookie(key, theme === 'system' ? '' : theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
