/** Fetches a page when its link is hovered or touched: it comes from the page cache, so it is there at the click. */
export const speculationRules = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: ['/api/*', '/assets/*', '/*.md', '/search*'] } },
          // What stands on the newest version must not be fetched before it is wanted.
          { not: { selector_matches: '[download], [target], [data-fresh]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
})
