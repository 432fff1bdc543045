/** Runs before the first paint, so that a chosen theme does not flash. The one script of ours that stands inside a page. */
export const themeScript =
  '{const t=/(?:^|; )theme=(light|dark)/.exec(document.cookie);if(t)document.documentElement.dataset.theme=t[1]}'
