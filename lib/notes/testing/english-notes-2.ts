/** Notes as people write them in English, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const englishNotes2: Record<string, string> = {
  'setext questions': `
Notes on Go
===========

»a What is a goroutine?
--------------------

A function that runs on its own.

»a How does a channel close?
-------------------------

By \`close\`; receiving then gives the zero value.

»u What is a select statement?
---------------------------
`,
  'front matter, comments, footnotes and reference links': `
---
title: Redis, asked
tags: [redis, cache]
---

<!-- generated, do not edit
# not a heading
-->

## Persistence

»a ### What does RDB save?

A picture of the data at one time[^1]. See [the manual][m].

»a ### What does AOF save?

Every write.

---

»u ### Can both be used together?

[^1]: Made by a child process.
[m]: https://redis.io/docs/
`,
  'only bare questions in bullets': `
# Front-end questions

## General

»u * What did you learn this week?
»u * What excites you about coding?
»u * How do you debug a slow page?

## CSS

»u * What is specificity and how does it work?
»u * Describe floats and how they work.
»u * Explain \`box-sizing\`.
»u * Why is \`translate()\` cheaper than absolute positioning?

## Network

»u * What is CORS?
`,
  'a numbered list of questions with answers under the items': `
# SQL

1. Some tips first.

## Questions

»a 1. What is a join?

   It puts rows of two tables together.

»a 2. What is the difference between \`WHERE\` and
   \`HAVING\`?

   One filters rows, the other groups.

»u 3. What is a window function?

»a 4. How would you find duplicates?

   \`\`\`sql
   select name from people group by name having count(*) > 1
   \`\`\`
`,
  'numbered questions at the margin with answers between': `
# System design

»a 1. How would you shorten URLs?

A counter in base 62.

»a 2. How do you keep hot keys from melting a cache?

Copies with a suffix.

»a 3. What is back pressure?

The slow side tells the fast side to wait.
`,
  'all questions at the first level': `
# What is REST?

Resources with names, and a small set of verbs.

# What is idempotence?

Doing it twice is doing it once.

## Example

PUT.

# What is HATEOAS?
`
    .replaceAll('\n# What is REST', '\n»a # What is REST')
    .replace('\n# What is idem', '\n»a # What is idem')
    .replace('\n# What is HAT', '\n»u # What is HAT'),
  'second-level questions with repeated parts': `
# Sorting

»a ## Merge sort

### Idea

Halves.

### Complexity

n log n

»a ## Quick sort

### Idea

A pivot.

### Complexity

n log n on average

»a ## Heap sort

### Idea

A heap.

### Complexity

n log n
`,
  'sections that use different levels': `
# Networks

»a ## What is DNS?

Names to addresses.

»a ## What is DHCP?

Addresses for a while.

# Databases

## MySQL

»a ### What is an undo log?

What is needed to go back.

»u ### What is a redo log?

## PostgreSQL

»a ### What is vacuum for?

Room.
`,
  'one question': `
»a # How does HTTPS keep a secret?

Both sides agree on a key that nobody else can compute.

Then they encrypt with it.
`,
  'an essay without questions': `
# On Consensus

Machines fail.

»a ## Why agreement is hard

Messages are lost.

»a ## Paxos

Proposers and acceptors.

»a ## Raft

A leader, a log.
`,
}
