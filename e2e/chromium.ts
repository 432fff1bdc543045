import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** How to launch Chromium: CHROMIUM_PATH, else Playwright's own, else the system's; it never talks to anybody but us. */
export function chromiumOptions(): LaunchOptions {
  const own = existsSync(chromium.executablePath()) ? undefined : installed.find((path) => existsSync(path))
  return {
    executablePath: process.env.CHROMIUM_PATH || own,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}
