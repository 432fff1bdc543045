import 'server-only'
import { headers } from 'next/headers'

/**
 * Whether this rendering goes along with an action's answer to a running page. Setting a cookie in an action makes Next render the
 * page once more, in which a link may be used up already: the page must stand until the answer leads away from it.
 */
export async function answersAction(): Promise<boolean> {
  return (await headers()).has('next-action')
}
