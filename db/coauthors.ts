import { type Column, getTableName, type SQL, sql } from 'drizzle-orm'

/** The names of the people whom the revision with this id is credited to besides its author. */
export function coauthorsOf(revisionId: Column): SQL<string[]> {
  const id = sql`${sql.identifier(getTableName(revisionId.table))}.${sql.identifier(revisionId.name)}`
  return sql<string[]>`array(
    select also.name from revision_coauthor join person also on also.id = revision_coauthor.person_id
    where revision_coauthor.revision_id = ${id} and also.kind = 'person' order by also.name)`
}
