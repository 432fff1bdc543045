import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Part = { except?: string }

/** What axe finds on the page as it stands, in light and in dark; the page is loaded once, for only its colours differ. */
export async function findTrouble(
  page: Page,
  part: Part = {},
): Promise<[scheme: string, rule: string, html: string[]][]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await axeOn(page, part).withTags(tags).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axeOn(page, part).withRules(['color-contrast']).analyze()
  return Object.entries({ light, dark }).flatMap(([scheme, { violations }]) =>
    violations.map(({ id, nodes }): [string, string, string[]] => [
      scheme,
      id,
      nodes.slice(0, 3).map(({ html }) => html),
    ]),
  )
}

function axeOn(page: Page, { except }: Part): AxeBuilder {
  // Only frames of other sites need the other mode, which opens a page of its own each time; no policy of ours allows them.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  return except ? axe.exclude(except) : axe
}
