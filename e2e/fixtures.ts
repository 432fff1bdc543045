import { test as base, expect } from '@playwright/test'

/** As Playwright's, and every test also fails on an error or a broken content policy that its pages report. */
export const test = base.extend<{ troubles: string[] }>({
  troubles: [
    async ({ context }, use) => {
      const troubles: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text())
      })
      context.on('weberror', (trouble) => troubles.push(trouble.error().message))
      await use(troubles)
      expect(troubles, 'errors that the pages reported').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
