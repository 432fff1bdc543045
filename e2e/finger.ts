import type { Page } from '@playwright/test'

type Point = { x: number; y: number }

/** Drags with one finger, as a touch screen reports it; `until` is waited for before the finger goes up. */
export async function dragByFinger(
  page: Page,
  from: Point,
  to: Point,
  until?: () => Promise<void>,
): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove', { x, y }: Point) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] })
  await touch('touchStart', from)
  for (let step = 1; step <= 10; step++) {
    const part = step / 10
    await touch('touchMove', { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part })
  }
  await until?.()
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await client.detach()
}
