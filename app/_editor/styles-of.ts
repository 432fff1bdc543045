/** What the style attribute of a foreign element says, which the policy of the page lets nobody read; here it is called `data-style`. */
export function stylesOf(element: HTMLElement): Map<string, string> {
  const declarations = (element.dataset.style ?? '').split(';').map((each) => each.split(':'))
  return new Map(
    declarations.map(([name = '', ...value]) => [name.trim().toLowerCase(), value.join(':').trim()]),
  )
}
