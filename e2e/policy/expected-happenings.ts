import { type Expected, everybody, type Fields, people } from './rows.ts'

/** What is read of what happened. */
export const happeningReads: Record<string, [path: string, Expected]> = {
  'page /notifications': ['/notifications', people('ok')],
  'page /activity': ['/activity', everybody('ok')],
  'GET /activity.atom': ['/activity.atom', everybody('ok')],
  'page /people/[person]': ['/people/{person}', everybody('ok')],
  'GET /api/watch': ['/api/watch?note={note id}', everybody('ok')],
}

/** Calls with a JSON body, which a form is not. */
export const happeningPosts: Record<string, [path: string, fields: Record<string, string>, Expected]> = {
  // Without an id all of one's own are marked.
  'POST /api/notifications': ['/api/notifications', {}, ['401', 'ok', 'ok', 'ok']],
  'POST /api/watch': ['/api/watch', {}, ['401', '400', '400', '400']],
}

export const happeningActions: [action: string, target: string, fields: Fields, Expected][] = [
  ['notifications#markAllRead', 'one’s own', () => ({}), people('ok')],
  ['notifications#setMailHabit', 'one’s own', () => ({ habit: 'never' }), people('ok')],
]
